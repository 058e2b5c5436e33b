"""What a sentence says of the event that one of its words triggers: its words by weight, the nearby ones heaviest."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.coref.features.vocabulary import NOTHING, Word, rarities, stems, words
from timeline.model import Span

_NEAR = 70  # characters around a trigger in which words usually belong to its clause
_OBJECT = 30  # characters beside a light verb in which its object usually stands
_FAR_WEIGHT = 0.45
_LEAST_RARITY = 0.25  # words commoner than this carry no information
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class EventWords:
    """The words of an event: weights by stem, numbers, and the stems around the trigger."""

    weights: Mapping[str, float]
    numbers: frozenset[str]
    near: frozenset[str]
    words: Sequence[Word]
    trigger: Span

    @property
    def before(self) -> tuple[str, ...]:
        """The stems right before the trigger."""
        last = self.trigger.start
        return tuple(stem for stem, _, end, _ in self.words if last - _OBJECT < end <= last)

    @property
    def after(self) -> tuple[str, ...]:
        """The stems right after the trigger."""
        first = self.trigger.end
        return tuple(stem for stem, start, _, _ in self.words if first <= start < first + _OBJECT)


def clause(language: str, quote: str, trigger: Span, masked: Sequence[Span], title: str) -> EventWords:
    """Reads a quote for the event at `trigger`, without its time expressions (`masked`), and the event's title.

    Args:
        language: The code of the language.
        quote: The sentence.
        trigger: The trigger, in code points of `quote`, end exclusive.
        masked: The time expressions, likewise; their words are left out.
        title: The event's title, whose words count in full.

    Returns:
        The words of the event with their weights.
    """
    rarity = rarities(language)
    found = words(language, quote)
    for its in masked:
        found = [word for word in found if not its.start <= word[1] < its.end]
    first, last = trigger.start - _NEAR, trigger.end + _NEAR
    near = frozenset([stem for stem, start, end, _ in found if first < end and start < last])
    numbers = {stem for stem, _, _, number in found if number}
    weights: dict[str, float] = {}
    for stem in dict.fromkeys([word[0] for word in found]):
        weight = _number_weight(stem) if stem in numbers else rarity[stem]
        if weight > _LEAST_RARITY:
            weights[stem] = weight if stem in near else weight * _FAR_WEIGHT
    for stem in stems(language, title):
        if (weight := rarity[stem]) > _LEAST_RARITY:
            weights[stem] = weight
    return EventWords(
        weights=weights,
        numbers=frozenset(filter(_is_informative, numbers)) or NOTHING,
        near=near,
        words=found,
        trigger=trigger,
    )


def _is_informative(digits: str) -> bool:
    """Whether a number says something about the event: not a single digit, and not a year."""
    return len(digits) > 1 and not _YEAR.fullmatch(digits)


def norm(weights: Mapping[str, float]) -> float:
    """The Euclidean length of a bag of weighted words.

    Returns:
        0 for no words.
    """
    return math.sqrt(sum([weight * weight for weight in weights.values()]))


def _number_weight(digits: str) -> float:
    return 0.3 if _YEAR.fullmatch(digits) else min(1.0, 0.25 * len(digits))
