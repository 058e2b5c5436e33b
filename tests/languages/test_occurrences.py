"""Words of a text that stand alone, and the word before a place of it."""

from __future__ import annotations

import re

import pytest

from timeline.languages.occurrences import LETTER, PART, occurrences, word_before

ALONE = [
    ("le pont, un pont.", "pont", LETTER, [3, 12]),
    ("un ponton, l'entrepont", "pont", LETTER, []),
    ("pont-levis et pont", "pont", LETTER, [0, 14]),
    ("pont-levis et pont", "pont", PART, [14]),
    ("été, étés", "été", PART, [0]),
    ("aa aaa", "aa", LETTER, [0]),
    ("1 pont2", "pont", LETTER, []),
    ("le pont", "", LETTER, []),
    ("", "pont", LETTER, []),
]


@pytest.mark.parametrize(("text", "words", "border", "places"), ALONE)
def test_the_places_of_words_that_stand_alone(
    text: str, words: str, border: re.Pattern[str], places: list[int]
) -> None:
    assert list(occurrences(text, words, border, border)) == places


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [("vers l'île", 7, ""), ("à Nice", 1, "à"), ("à Nice", 2, ""), ("Nice", 0, ""), ("« l’été »", 7, "été")],
)
def test_the_word_before_a_place(text: str, at: int, word: str) -> None:
    assert word_before(text, at) == word


def test_a_mark_is_a_part_of_a_word_on_request() -> None:
    assert word_before("vers l’île", 10, "’") == "l’île"
