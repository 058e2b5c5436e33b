"""Where a text has words that stand alone, without a pattern that would have to be compiled for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

LETTER = re.compile(r"\w")
PART = re.compile(r"[\w-]")
"""A letter or a figure; the same or a hyphen, which joins two parts of a word."""


def occurrences(
    text: str, words: str, before: re.Pattern[str] = LETTER, behind: re.Pattern[str] = LETTER
) -> Iterator[int]:
    """The places where a text has some words that stand alone, in order.

    Args:
        text: The text.
        words: The words, as they are written; "" is nowhere.
        before: What may not stand before them: a pattern of one character.
        behind: What may not stand behind them.

    Yields:
        The place of their first character, in code points.
    """
    at = text.find(words) if words else -1
    while at >= 0:
        joined = at > 0 and before.match(text, at - 1) is not None
        if not joined and behind.match(text, at + len(words)) is None:
            yield at
        at = text.find(words, at + 1)


def word_before(text: str, at: int, marks: str = "") -> str:
    """The letters right before a place of a text.

    Args:
        text: The text.
        at: The place, a code point of it.
        marks: Other characters that are a part of a word.

    Returns:
        The word; "" where another character stands there.
    """
    start = at
    while start and (LETTER.match(text, start - 1) is not None or text[start - 1] in marks):
        start -= 1
    return text[start:at]
