"""Nights, midnights and lengths of time that are counted back from the right date of the text."""

from __future__ import annotations

import datetime

import pytest

from timeline import nlp
from timeline.calendar import edtf
from timeline.timex.normalise import resolve
from timeline.timex.recognise import find

PUBLISHED = datetime.date(2022, 12, 20)


def last_date(text: str) -> str | None:
    """The date of the text's last expression."""
    date = resolve(text, find(text), PUBLISHED).timexes[-1].date
    return date and edtf(date)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Il a produit une lettre de 1945. Un historien a été entendu la semaine précédente.", "2022-12-12/2022-12-18"),
        ("Il fut bâti en 1889. Un crédit avait été signé trois mois avant.", "2022-09"),
        ("La classe sera fermée lundi. L'homme avait posé, dix jours plus tôt, une bombe.", "2022-12-10"),
        ("Élu en mars 2012, il avait démissionné deux mois plus tôt.", "2012-01"),
        ("Il fut nommé le 2 avril 2014. Dix jours plus tôt, il avait dîné.", "2014-03-23"),
        ("Le salon ouvrira lundi. Deux jours plus tôt, il sera monté.", "2022-12-24"),
    ],
)
def test_what_is_over_is_not_counted_from_what_is_coarser_or_to_come(text: str, date: str) -> None:
    assert last_date(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("La liste a été close samedi à minuit. Le dernier est arrivé à 23 h 40.", "2022-12-17"),
        ("La liste a été close samedi à minuit. Le président avait dîné là dans la soirée.", "2022-12-17"),
        ("La liste a été close samedi à minuit. À 9 h, on a compté les voix.", "2022-12-18"),
        ("La liste a été close samedi soir. Le dernier est arrivé à 23 h 40.", "2022-12-17"),
    ],
)
def test_an_evening_is_the_one_that_midnight_ends(text: str, date: str) -> None:
    assert last_date(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Un club (Loire) a brûlé dans la nuit de samedi à dimanche, à Firminy. Le feu a pris à 2 h.", "2022-12-18"),
        ("Un club a brûlé dans la nuit de samedi à dimanche, à Firminy (Loire). Le feu a pris à 2 h.", "2022-12-18"),
        ("Il s'est éteint samedi soir (2 h à Paris).", "2022-12-17"),
    ],
)
def test_a_place_in_brackets_is_not_the_hour_of_another_zone(text: str, date: str) -> None:
    assert last_date(text) == date


def test_after_an_eve_in_passing_an_hour_is_of_the_articles_own_day() -> None:
    text = "Placé la veille en vigilance, le département a reçu des pluies. La rivière a quitté son lit vers 17 heures."
    (sentences,) = nlp.read(nlp.load("fr"), [text])
    dates = [timex.date for timex in resolve(text, find(text), PUBLISHED, sentences).timexes]
    assert [date and edtf(date) for date in dates] == ["2022-12-19", "2022-12-20"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Le 5 juin 1944, la maison prend feu vers 23 heures.\n\nÀ 0 h 15, un avion arrive. Il tombe le lendemain.",
            ["1944-06-05", "1944-06-05", "1944-06-06", "1944-06-07"],
        ),
        ("Le 5 juin 1944, la maison prend feu.\n\nLe 9, le roi abdique.", ["1944-06-05", "1944-06-09"]),
        ("Le 5 juin 1944, la maison prend feu.\n\nLe musée rouvrira à 15 heures.", ["1944-06-05", "2022-12-20"]),
        ("Le 5 juin 2020, la maison prend feu.\n\nÀ 15 heures, le musée rouvre.", ["2020-06-05", "2022-12-20"]),
    ],
    ids=["goes on", "a day alone", "to come", "not long ago"],
)
def test_a_story_of_long_ago_in_the_present_goes_on_in_the_next_paragraph(text: str, dates: list[str]) -> None:
    (sentences,) = nlp.read(nlp.load("fr"), [text])
    found = [timex.date for timex in resolve(text, find(text), PUBLISHED, sentences).timexes]
    assert [date and edtf(date)[:10] for date in found] == dates
