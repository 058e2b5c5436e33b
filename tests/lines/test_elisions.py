"""Blanks behind apostrophes, and none behind what is elided."""

import pytest

from timeline.lines.elisions import rejoined, with_lead


@pytest.mark.parametrize(
    ("text", "rejoins"),
    [
        ("l' Italien", "l'Italien"),
        ("l’ Italien d’ Agen", "l’Italien d’Agen"),
        ("le maire d'  Agen", "le maire d'Agen"),
        ("l'Italien  d'Agen", "l'Italien  d'Agen"),
        ("", ""),
    ],
)
def test_rejoined(text: str, rejoins: str) -> None:
    assert rejoined(text) == rejoins


@pytest.mark.parametrize(
    ("lead", "words", "together"),
    [("le", "pont", "le pont"), ("l'", "usine", "l'usine"), ("d’", "Agen", "d’Agen"), ("", "Areva", "Areva")],
)
def test_with_lead(lead: str, words: str, together: str) -> None:
    assert with_lead(lead, words) == together
