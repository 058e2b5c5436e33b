"""What a headline leaves out with a date, and what it must not: sentence, headline."""

from __future__ import annotations

import datetime

import pytest

import timeline


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        ("Le nouveau décret entrera en vigueur le 16 mars.", "Le nouveau décret entrera en vigueur"),
        ("Le décret a été suspendu par un juge au bout d'une semaine.", "Le décret est suspendu par un juge"),
        ("La mairie a fermé le pont mardi à cause des fissures.", "La mairie ferme le pont à cause des fissures"),
        ("Le préfet a jugé mardi la crue « très grave ».", "Le préfet juge la crue « très grave »"),
        ("Le pont a cédé mardi au passage d'un camion.", "Le pont cède au passage d'un camion"),
        ("Le 3 mars, la maire a inauguré la piscine.", "La maire inaugure la piscine"),
    ],
)
def test_headline_without_its_date(sentence: str, headline: str) -> None:
    annotated = timeline.annotate(sentence, datetime.date(2017, 3, 6), keep=0.0)
    assert headline in [event.title for event in annotated.events]
