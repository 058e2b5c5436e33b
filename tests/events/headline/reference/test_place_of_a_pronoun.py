"""A pronoun whose referent is a place of another, longer sentence: the place is no word of the pronoun's own tree."""

from __future__ import annotations

import datetime

import timeline

TEXT = (
    " 15 et 16 ans# o "
    + "\\" * 5
    + " nt été interpellés )  lundi matin à Saint-Aubry dans l' 🎉🎉🎉🎉🎉enquête sur lbry "
    "dans l' 🎉🎉🎉🎉🎉enquête sur l'incendie du gymnase Colette-Besson. Ils auraient reconnu avoir allumé🎉"
)


def test_the_text_is_annotated() -> None:
    found = timeline.annotate(TEXT, datetime.date(2022, 12, 21), keep=0.0)
    assert found.events
    assert not any("Saint-Aubry auraient" in event.title for event in found.events)
