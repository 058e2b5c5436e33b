"""Dates in words, as a table: EDTF, French, English."""

import pytest

from timeline.calendar import parse_edtf
from timeline.i18n import explain, languages, readable, texts
from timeline.model import Step

DATES = [
    ("2022-12-20", "20 décembre 2022", "20 December 2022"),
    ("2022-12-01", "1er décembre 2022", "1 December 2022"),
    ("2022-12", "décembre 2022", "December 2022"),
    ("2023-03~", "vers mars 2023", "around March 2023"),
    ("2023-03-05~", "vers le 5 mars 2023", "around 5 March 2023"),
    ("../2022-12-20", "au plus tard le 20 décembre 2022", "by 20 December 2022"),
    ("2022-12/..", "à partir de décembre 2022", "from December 2022"),
    ("2022-12-19/..", "à partir du 19 décembre 2022", "from 19 December 2022"),
    ("2022-12-19/2022-12-20", "du 19 au 20 décembre 2022", "19 to 20 December 2022"),
    ("2022-11-30/2022-12-02", "du 30 novembre au 2 décembre 2022", "30 November to 2 December 2022"),
    ("2021-12-30/2022-01-02", "du 30 décembre 2021 au 2 janvier 2022", "30 December 2021 to 2 January 2022"),
    ("2022-12-30/2023-02", "du 30 décembre 2022 à février 2023", "30 December 2022 to February 2023"),
    ("2022-12-30/2024", "du 30 décembre 2022 à 2024", "30 December 2022 to 2024"),
    ("2022-12-30/2023-22", "30 décembre 2022 – été 2023", "30 December 2022 – summer 2023"),
    ("2022-12/2023-02-03", "décembre 2022 – 3 février 2023", "December 2022 – 3 February 2023"),
    ("2019-04/2019-06", "d’avril à juin 2019", "April to June 2019"),
    ("2010/2014", "de 2010 à 2014", "2010 to 2014"),
    ("2021-22", "été 2021", "summer 2021"),
    ("2021-24", "hiver 2021-2022", "winter 2021-2022"),
    ("2021-33", "1er trimestre 2021", "1st quarter of 2021"),
    ("2021-41", "2e semestre 2021", "2nd half of 2021"),
    ("196X", "années 1960", "1960s"),
    ("18XX", "XIXe siècle", "19th century"),
    ("-0043", "44 av. J.-C.", "44 BC"),
    ("2020?", "2020 (incertain)", "2020 (uncertain)"),
    ("2021-22~", "vers l’été 2021", "around summer 2021"),
    ("2021-21~", "vers le printemps 2021", "around spring 2021"),
    ("../2021-23", "au plus tard à la fin de l’automne 2021", "by the end of autumn 2021"),
    ("2021-24/..", "à partir de l’hiver 2021-2022", "from winter 2021-2022"),
    ("2021-21/2021-22", "printemps 2021 – été 2021", "spring 2021 to summer 2021"),
    ("196X~", "vers les années 1960", "around the 1960s"),
    ("2021-33/..", "à partir du 1er trimestre 2021", "from the 1st quarter of 2021"),
    ("2022-12-20T14:00", "20 décembre 2022, 14 h", "20 December 2022, 14:00"),
    ("2022-12-20T14:00:00/2022-12-20T16:00:00", "20 décembre 2022, de 14 h à 16 h", "20 December 2022, 14:00 to 16:00"),
    ("2022-12-20T14:30/2022-12-20T16:00", "20 décembre 2022, de 14 h 30 à 16 h", "20 December 2022, 14:30 to 16:00"),
    ("2022-12-20T20:30", "20 décembre 2022, 20 h 30", "20 December 2022, 20:30"),
]


@pytest.mark.parametrize(("edtf", "french", "english"), DATES)
def test_readable(edtf: str, french: str, english: str) -> None:
    date = parse_edtf(edtf)
    assert date is not None
    assert readable(date, "fr") == french
    assert readable(date, "en") == english


def test_unknown_date() -> None:
    assert readable(None, "fr") == "date inconnue"


def test_weekday() -> None:
    assert readable(parse_edtf("2022-12-19"), "fr", weekday=True) == "lundi 19 décembre 2022"


@pytest.mark.parametrize("edtf", ["2022-12-19~", "../2022-12-19", "2022-12-19/..", "2022-12-19/2022-12-20", "2022-12"])
def test_only_a_single_day_has_its_weekday(edtf: str) -> None:
    assert readable(parse_edtf(edtf), "fr", weekday=True) == readable(parse_edtf(edtf), "fr")


def test_every_language_has_the_same_keys() -> None:
    core = {language: {key for key in texts(language) if not key.startswith("calendar.")} for language in languages()}
    assert core["fr"] == core["en"]


def test_a_step_reads_its_dates_out() -> None:
    assert "mardi 20 décembre 2022" in explain(Step("build.published", {"published_date": "2022-12-20"}), "fr")
