"""What a sentence says of the event that a word of it triggers: its words by weight, above all those nearby."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.merge.vocabulary import rarities, stems, words
from timeline.model import Span

_NEAR = 70  # characters around a trigger in which words belong to its clause, as a rule
_OBJECT = 30  # characters beside a light verb in which its object stands, as a rule
_FAR_WEIGHT = 0.45
_LEAST_RARITY = 0.25  # words commoner than this tell nothing
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of an event: weights by stem, numbers, the stems around the trigger and those beside it."""

    weights: Mapping[str, float]
    numbers: frozenset[str]
    near: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]


def clause(language: str, quote: str, trigger: Span, masked: Sequence[Span], title: str) -> Clause:
    """Reads a quote for the event at `trigger`, without its time expressions (`masked`), and the event's title.

    All spans are offsets into `quote`.
    """
    rarity = rarities(language)
    told = list(words(language, quote))
    for its in masked:
        told = [word for word in told if not its.start <= word[1] < its.end]
    near = {stem for stem, start, end, _ in told if trigger.start - _NEAR < end and start < trigger.end + _NEAR}
    weights: dict[str, float] = {}
    for stem, _, _, number in told:
        weight = _number_weight(stem) if number else rarity[stem]
        _weigh(weights, stem, weight, 1.0 if stem in near else _FAR_WEIGHT)
    for stem in stems(language, title):
        _weigh(weights, stem, rarity[stem], 1.0)
    return Clause(
        weights=weights,
        numbers=frozenset(word for word, _, _, number in told if number and _tells(word)),
        near=frozenset(near),
        before=tuple(stem for stem, _, end, _ in told if trigger.start - _OBJECT < end <= trigger.start),
        after=tuple(stem for stem, start, _, _ in told if trigger.end <= start < trigger.end + _OBJECT),
    )


def _tells(digits: str) -> bool:
    """Whether a number tells something of the event: no digit alone, and no year."""
    return len(digits) > 1 and not _YEAR.fullmatch(digits)


def _weigh(weights: dict[str, float], stem: str, weight: float, share: float) -> None:
    """Adds a word with its weight, or raises the one it has; words that tell nothing are left out."""
    if weight > _LEAST_RARITY and weight * share > weights.get(stem, 0.0):
        weights[stem] = weight * share


def norm(weights: Mapping[str, float]) -> float:
    """The length of a bag of words as a vector."""
    return math.sqrt(sum(weight * weight for weight in weights.values()))


def _number_weight(digits: str) -> float:
    return 0.3 if _YEAR.fullmatch(digits) else min(1.0, 0.25 * len(digits))
