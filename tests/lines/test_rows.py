"""Rows of a chronology that open with their day: the day belongs to what follows, whatever stands between."""

from __future__ import annotations

import datetime

import pytest

from timeline.annotator import annotate
from timeline.calendar import edtf
from timeline.lines.wrapped import unwrap

ROWS = (
    ("20 avril", "Un laboratoire signale à la fromagerie une analyse non conforme."),
    ("Mardi 15 mai", "La préfecture rappelle trois lots de camemberts."),
    ("Le 24 mai 2018", "Le parquet d'Alençon ouvre une enquête."),
    ("1er juin", "La gendarmerie perquisitionne le siège de l'entreprise."),
)
DAYS = ("2018-04-20", "2018-05-15", "2018-05-24", "2018-06-01")


def rows(between: str, mark: str = "", end: str = "\n") -> str:
    return "L'affaire en dates\n\n" + end.join(f"{mark}{day}{between}{said}" for day, said in ROWS) + "\n"


FORMS = {
    "a full stop": rows(". "),
    "a dash": rows(" – "),
    "a hyphen": rows(" - "),
    "a full stop and a dash": rows(". – "),
    "paragraphs": rows(". ", end="\n\n"),
    "items": rows(". ", mark="- "),
    "a line of its own": rows("\n", end="\n\n"),
    "a line of its own, as a heading": rows("\n\n", end="\n\n"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_row_has_its_day(form: str) -> None:
    text = FORMS[form]
    assert len(unwrap(text).text) == len(text)
    assert unwrap(text).text.count(":") == len(ROWS)
    found = annotate(text, datetime.date(2018, 7, 5))
    assert {edtf(event.date) for event in found.events if event.date} == {*DAYS}


@pytest.mark.parametrize("form", FORMS)
def test_a_quotation_is_that_of_the_text(form: str) -> None:
    printed = " ".join(FORMS[form].split())
    found = annotate(FORMS[form], datetime.date(2018, 7, 5))
    assert all(event.quote in printed for event in (*found.events, *found.other_events))


def test_the_title_of_a_row_does_not_repeat_its_day() -> None:
    text = "Une saison\n\n- 6 août 2022 : défaite à Caen (2-1) pour le premier match\n- 24 octobre : il est limogé\n"
    found = annotate(text, datetime.date(2023, 6, 3))
    titles = [event.title for event in (*found.events, *found.other_events)]
    assert "Défaite à Caen pour le premier match" in titles
    assert not [title for title in titles if "août" in title or "octobre" in title]


def test_a_later_sentence_of_a_row_has_its_day_too() -> None:
    text = (
        "Juin 2022 : découverte d'ossements dans une forêt de l'Aubrac.\n"
        "18 janvier 2023 : mise en examen de Marc Vidal pour meurtre. Il nie les faits.\n"
        "15 mars 2024 : il est condamné à vingt ans de réclusion. Ses avocats font appel. Il sera rejugé en mai 2025.\n"
    )
    found = annotate(text, datetime.date(2024, 7, 21), keep=0.0)
    days = {event.lemma: edtf(event.date) for event in (*found.events, *found.other_events) if event.date}
    assert (days["nier"], days["appel"], days["rejuger"]) == ("2023-01-18", "2024-03-15", "2025-05")


def test_a_row_printed_in_its_own_words_has_no_day() -> None:
    text = (
        "Mars 2016\nPremière grève, qui dure trois semaines.\n\n12 janvier 2023\nLa direction ferme le site d'Alès.\n\n"
        "30 juin 2023\nLe tribunal de commerce prononce la liquidation.\n"
    )
    found = annotate(text, datetime.date(2024, 7, 21), keep=0.0)
    assert "Première grève, qui dure trois semaines" in [event.title for event in found.events]


@pytest.mark.parametrize("form", ["rows", "sentences"])
def test_a_row_does_not_take_place_where_the_first_did(form: str) -> None:
    text = (
        "28 novembre 2019 : les ministres réunis à Séville décident la mission.\n"
        "14 juin 2023 : la caméra est endommagée pendant un essai.\n"
        "3 mai 2024 : la sonde est perdue.\n"
    )
    text = text if form == "rows" else text.replace(" : l", ", l")
    found = annotate(text, datetime.date(2024, 6, 26))
    lost = [{name.canonical for name in event.places} for event in found.events if "perdue" in event.title]
    assert lost == [set() if form == "rows" else {"Séville"}]


PARTS = {
    "months": ("Mars 2018. Le maire promet un pont.\nAvril. Le conseil le vote.\nMai – Les travaux commencent.", 3),
    "months as long as weekdays": (
        "Septembre 2019 – Le conseil vote.\n3 février 2020 – Début des travaux\nOctobre 2021 – Le pont ouvre.",
        3,
    ),
    "years": ("1998. Le pont ferme.\n2004. Il rouvre.\n2011. Il est détruit.", 3),
    "two rows, which may be sentences": ("20 avril. Le pont ferme.\n15 mai. Il rouvre.", 0),
    "rows that have their colon": ("20 avril : le pont ferme.\n15 mai : il rouvre.\n2 juin : il est détruit.", 3),
    "days in sentences": ("Le 20 avril, il ferme.\nLe 15 mai il rouvre.\nLe 2 juin, il est détruit.", 0),
    "other numbers": ("20 morts. Le pont ferme.\n15 blessés. Il rouvre.\n12 disparus. Il est détruit.", 0),
    "the years of a list": ("2011-2014. Le pont.\n2015-2018. La gare.\n2019-2023. Le port.", 0),
    "days at the ends of lines": ("Le pont ferme le 20 avril.\nIl rouvre le 15 mai.\nIl est détruit le 2 juin.", 0),
    "a list of days alone": ("Fermé les :\n20 avril\n15 mai\n2 juin\n", 1),
}


@pytest.mark.parametrize("name", PARTS)
def test_rows_are_told_from_sentences(name: str) -> None:
    text, colons = PARTS[name]
    assert unwrap(text).text.count(":") == colons


WEEK = "LUNDI{0}Un motard s'est tué.\n\nMARDI{0}La laiterie a fermé.\n\nVENDREDI{0}Le ministre a vu des éleveurs.\n"


@pytest.mark.parametrize("between", [". ", " – ", " : ", "\n"])
def test_weekdays_open_the_parts_of_a_week(between: str) -> None:
    found = annotate(WEEK.format(between), datetime.date(2024, 9, 28), keep=0.0)
    days = {event.lemma: edtf(event.date) for event in (*found.events, *found.other_events) if event.date}
    assert (days["tuer"], days["fermer"], days["voir"]) == ("2024-09-23", "2024-09-24", "2024-09-27")
    assert not [event.title for event in found.events if "undi" in event.title or "ardi" in event.title]
