"""Only the first letter of a line changes."""

from __future__ import annotations

import pytest

from timeline.lines.first_letter import capitalised, uncapitalised


@pytest.mark.parametrize(
    ("small", "capital"),
    [
        ("le TGV déraille", "Le TGV déraille"),
        ("élu en 1977", "Élu en 1977"),
        ("l'ONU", "L'ONU"),
        ("17 élus", "17 élus"),
        ("", ""),
    ],
)
def test_it_changes_alone(small: str, capital: str) -> None:
    assert capitalised(small) == capital
    assert uncapitalised(capital) == small
