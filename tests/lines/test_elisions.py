"""Blanks behind apostrophes."""

import pytest

from timeline.lines.elisions import rejoined


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
