"""Which names of an article an annotator's names stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SMALL = frozenset(["le", "la", "les", "l", "de", "du", "des", "d", "et", "à", "en", "au", "aux", "un", "une"])


def right(wanted: Sequence[str], names: Sequence[str]) -> tuple[bool, ...]:
    """The names of the article that the annotator's names stand for: the most similar ones, if half of it is shared."""
    chosen = [False] * len(names)
    for name in wanted:
        alike = [name_similarity(name, other) for other in names]
        best = max(alike, default=0.0)
        if best >= 0.5:
            chosen = [was or value == best for was, value in zip(chosen, alike, strict=True)]
    return tuple(chosen)


def name_similarity(one: str, other: str) -> float:
    """The similarity of two names.

    1 for equal names, 0.8 where one is the last word of the other, otherwise the share of common words.
    """
    if one.lower() == other.lower():
        return 1.0
    first, second = _words(one), _words(other)
    both = set(first) & set(second)
    if not both:
        return 0.0
    if first == second:
        return 0.99
    if first[-1] == second[-1] and 1 in (len(first), len(second)) and max(len(first), len(second)) <= 3:
        return 0.8
    return len(both) / len(set(first) | set(second))


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", name.lower()) if word not in _SMALL]
