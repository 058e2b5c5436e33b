"""Whom an obituary goes on about, behind a sentence that names somebody else."""

from __future__ import annotations

import datetime

import pytest

from timeline.annotator import read_one
from timeline.model import Article

PUBLISHED = datetime.date(2021, 3, 4)
DEATH = "Lucien Hardy est mort lundi à Douai. "
SCENE = "En 1953, Robert Doisneau remarque ses images. "


@pytest.mark.parametrize(
    ("text", "lemma", "who"),
    [
        (f"{DEATH}{SCENE}Il quitte la France en 1957.", "quitter", "Lucien Hardy"),
        # somebody who is named again, who speaks of the dead today, an article about nobody's death
        (f"{DEATH}{SCENE}Il quitte la France en 1957. Robert Doisneau est mort en 1994.", "quitter", "Robert Doisneau"),
        (
            f"{DEATH}Le maire Paul Martel a salué un artiste. Il inaugurera vendredi un musée.",
            "inaugurer",
            "Paul Martel",
        ),
        (f"Lucien Hardy expose à Douai. {SCENE}Il quitte la France en 1957.", "quitter", "Robert Doisneau"),
    ],
)
def test_who_goes_on(text: str, lemma: str, who: str) -> None:
    found = read_one(Article("a", "a.txt", "Le photographe Lucien Hardy", PUBLISHED, text))
    event = next(one for one in (*found.events, *found.other_events) if one.lemma == lemma)
    assert who in event.title
    assert who in [name.canonical for name in event.people]
