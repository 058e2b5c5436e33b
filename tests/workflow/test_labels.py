"""What the pages show may be typed: the label of a date, read back, is the same date."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.calendar import edtf, parse_edtf
from timeline.document import parse
from timeline.document.parse.dates import read_date
from timeline.i18n import readable
from timeline.workflow.date_words import understand

YEARS = st.integers(1900, 2099)
MONTHS = st.builds("{:04}-{:02}".format, YEARS, st.integers(1, 12))
DAYS = st.dates().filter(lambda day: 1900 <= day.year <= 2099).map(str)
POINTS = st.one_of(YEARS.map(str), MONTHS, DAYS)
DATES = st.one_of(POINTS, POINTS.map("../{}".format), POINTS.map("{}/..".format))


@settings(deadline=None)
@given(DATES)
def test_a_label_typed_back_gives_the_same_edtf(date: str) -> None:
    label = readable(parse_edtf(date), "fr")
    assert read_date(label, partial(understand, language="fr")).edtf == date, label


OTHERS = st.one_of(
    st.tuples(DAYS, DAYS).map(sorted).filter(lambda pair: pair[0] < pair[1]).map("/".join),
    st.tuples(MONTHS, MONTHS).map(sorted).filter(lambda pair: pair[0] < pair[1]).map("/".join),
    st.builds("{:04}-{}".format, YEARS, st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 40, 41])),
    st.builds("{}X".format, st.integers(150, 209)),
    st.builds("{}XX".format, st.integers(10, 20)),
    st.builds("-{:04}".format, st.integers(1, 900)),
    POINTS.map("{}~".format),
    POINTS.map("{}?".format),
)


@settings(deadline=None)
@given(OTHERS)
def test_any_other_label_typed_back_is_the_same_date_or_told(date: str) -> None:
    """Never another date in silence."""
    label = readable(parse_edtf(date), "fr")
    read = read_date(label, partial(understand, language="fr"))
    assert read.fault if not read.edtf else parse_edtf(read.edtf) == parse_edtf(date), (label, read.edtf)


@pytest.mark.parametrize(
    ("label", "date"),
    [
        ("au plus tard fin juin 2023", "../2023-06"),
        ("au plus tard le 20 décembre 2022", "../2022-12-20"),
        ("à partir d'avril 2023", "2023-04/.."),
        ("by the end of 2022", "../2022"),
    ],
)
def test_labels(label: str, date: str) -> None:
    assert read_date(label, partial(understand, language="fr")).edtf == date


@pytest.mark.parametrize(
    ("typed", "edtf_"),
    [
        ("du 14 au 16 mars 2017", "2017-03-14/2017-03-16"),
        ("14-16 mars 2017", "2017-03-14/2017-03-16"),
        ("du 30 mars au 2 avril 2017", "2017-03-30/2017-04-02"),
        ("entre 2015 et 2017", "2015/2017"),
        ("de mars à juin 2017", "2017-03/2017-06"),
        ("44 av. J.-C.", "-0043"),
        ("15 mars 44 av. J.-C.", "-0043-03-15"),
        ("les années 1960", "196X"),
        ("lundi 20 mars 2017", "2017-03-20"),
        ("mardi", ""),
        ("le 3 mars 2017 et le 5 mai 2018", ""),
        ("Il est mort le 3 mars 2017", ""),
    ],
)
def test_dates_in_words(typed: str, edtf_: str) -> None:
    dated = understand(typed, "fr")
    assert (edtf(dated) if dated else "") == edtf_


def test_a_weekday_that_does_not_fit_is_told_with_the_day_that_it_is() -> None:
    file = "title: Essai\nevents:\n- date: mardi 20 mars 2017\n  title: Un\n"
    (problem,) = parse(file, understand=partial(understand, language="fr"), language="fr").problems
    assert problem.message == "« mardi 20 mars 2017 » : le 20 mars 2017 est un lundi ; corrigez l’un des deux"
