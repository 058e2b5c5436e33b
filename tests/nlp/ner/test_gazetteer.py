"""What the lists say of a word."""

from __future__ import annotations

import pytest

from timeline.nlp.french.gazetteer import kinds, listed


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("Lyon", "place"),
        ("LYON", "place"),
        ("Arabie", "part"),
        ("Léa", "first"),
        ("ministre", "title"),
        ("Lyonnais", "demonym"),
        ("lyon", ""),
        ("table", ""),
    ],
)
def test_the_short_lists(word: str, told: str) -> None:
    assert kinds(word) == told


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("Mossoul", "town"),
        ("MOSSOUL", "town"),
        ("Kuala", "town-part"),
        ("ONU", "body"),
        ("mossoul", ""),
        ("manger", ""),
        ("Aujourd'hui", ""),
    ],
)
def test_the_long_lists(word: str, told: str) -> None:
    assert listed(word) == told
