"""What follows a sentence goes on from the day of its main clause, not from that of a clause within it."""

from __future__ import annotations

import datetime

import pytest

from tests.events.dating.ruled import ruled_date

PUBLISHED = datetime.date(2021, 9, 23)


@pytest.mark.parametrize(
    ("text", "lemma", "date"),
    [
        (
            "Le président s'est rendu mercredi à Saix, où la crue du 14 septembre a fait huit morts. "
            "Le chef de l'État a annoncé une aide.",
            "annoncer",
            "2021-09-22",
        ),
        (
            "Le chef, dont la fusée a explosé il y a une semaine, a remis hier sa démission. Le conseil l'a refusée.",
            "refuser",
            "2021-09-22",
        ),
        ("Le maire est arrivé, alors que la digue a cédé mardi. Il a promis une aide.", "promettre", "2021-09-21"),
        ("Le scrutin, initialement fixé au 2 septembre, a été reporté.", "scrutin", "2021-09-23"),
        ("Le scrutin de dimanche a mobilisé mille électeurs.", "mobiliser", "2021-09-19"),
        ("Le scrutin de dimanche a mobilisé mille électeurs.", "scrutin", "2021-09-19"),
        ("La manifestation de dimanche est préparée par les syndicats.", "manifestation", "2021-09-26"),
    ],
)
def test_the_day_that_a_text_goes_on_from(text: str, lemma: str, date: str) -> None:
    assert ruled_date(text, lemma, PUBLISHED) == date
