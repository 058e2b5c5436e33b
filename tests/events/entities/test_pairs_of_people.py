"""Two people whom a text names once and then calls "les deux …" and "ils": who takes part, and where it is."""

from __future__ import annotations

import datetime

import pytest

import timeline

PUBLISHED = datetime.date(2022, 12, 21)
VISIT = "La présidente kényane Alma Otieno a rendu visite mardi à son homologue éthiopien Dawit Bekele. "
MEETING = "Alma Otieno et Dawit Bekele ont été entendus lundi par le juge. "
BOTH = {"Alma Otieno", "Dawit Bekele"}


@pytest.mark.parametrize(
    ("text", "lemma", "both", "places"),
    [
        (VISIT + "Les deux chefs d'État ont signé un accord sur l'eau du lac.", "accord", True, {"Éthiopie"}),
        (
            VISIT + "Les deux chefs d'État ont parlé. Ils ont conclu un pacte sur le gaz.",
            "pacte",
            True,
            {"Éthiopie"},
        ),
        (VISIT + "Les deux chefs d'État ont signé un accord à Nairobi.", "accord", True, {"Nairobi"}),
        (MEETING + "Les deux hommes ont signé un accord.", "accord", True, set()),
        (MEETING + "Deux hommes ont signé un accord.", "accord", False, set()),
    ],
)
def test_what_two_people_do(text: str, lemma: str, both: bool, places: set[str]) -> None:
    found = [one for one in timeline.annotate(text, PUBLISHED, keep=0.0).events if one.lemma == lemma]
    assert ({name.canonical for name in found[-1].people} >= BOTH) is both
    assert {name.canonical for name in found[-1].places} == places
