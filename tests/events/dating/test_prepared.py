"""A main clause takes the day of the participle that prepares it, unless that day is the one before."""

from __future__ import annotations

import datetime

import pytest

from tests.events.dating.ruled import ruled_date

PUBLISHED = datetime.date(2024, 9, 12)


@pytest.mark.parametrize(
    ("text", "lemma", "date"),
    [
        ("Heurté mercredi par un chalutier, le voilier a abandonné la course.", "abandonner", "2024-09-11"),
        ("Nommé mardi, arrivé mercredi, le médiateur a reçu les syndicats.", "recevoir", "2024-09-11"),
        ("Placé la veille en vigilance orange, le département a reçu deux mois de pluie.", "recevoir", "2024-09-12"),
        ("Blessé l'avant-veille à Brest, le marin a abandonné la course.", "abandonner", "2024-09-12"),
    ],
)
def test_the_day_of_a_participle(text: str, lemma: str, date: str) -> None:
    assert ruled_date(text, lemma, PUBLISHED) == date
