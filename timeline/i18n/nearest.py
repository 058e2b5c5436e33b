"""The known word nearest to a mistyped one, for messages that suggest what was meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

CUTOFF = 0.75


def nearest(text: str, known: Iterable[str], cutoff: float = CUTOFF) -> str:
    """The known text most similar to `text`.

    Args:
        text: The text as written.
        known: The possible texts; the first of two equally near ones is taken.
        cutoff: The least similarity that counts, from 0 to 1: twice the common letters over the letters of both.

    Returns:
        One of `known`, or "" where none is near enough.
    """
    found = process.extractOne(text, list(known), scorer=fuzz.ratio, score_cutoff=100 * cutoff)
    return found[0] if found else ""
