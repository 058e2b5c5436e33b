"""What a candidate is worth: two opinions of it pooled, then the candidates of one sentence and one date set apart.

The trained forest learned from one kind of press; the linear models were fitted on other kinds, with few features.
Each is right where the other has seen little, so their logarithmic pool (a weighted mean of the log odds, Genest &
Zidek 1986) is what is believed.

Several words of a sentence that have the same date most often tell one event ("l'avion s'est écrasé, tuant 66
passagers"). Which word an editor marks is uncertain, that there is an entry is less so: the likeliest word gains from
the others, and the others lose.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.events.dating.options import Days
from timeline.events.ranking.rank import DIGITS, Ranked

UNSEEN = 0.15
"""The confidence of a candidate that the linear models do not know: words that only the forest considers."""
FOREST_SHARE = 0.6
"""What the forest's log odds count for; the linear model's count for the rest."""
GAIN, LOSS = 0.45, 0.55
"""The part of its rivals' chances that the likeliest word gains, and what is left of theirs: cross-validated."""
ENTRIES = 0.59
"""The power that makes a weight of a chance: an editor keeps more events than are rightly dated."""
_LEAST = 0.002


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a candidate is worth: the `weight` that an editor would give it, and the `confidence` in it.

    The confidence is the chance that it is an entry whose date is right.
    """

    weight: float
    confidence: float


def pooled(ranked: Ranked, by_rules: Mapping[int, float]) -> Ranked:
    """A candidate with the pool of both opinions.

    Args:
        ranked: The forest's opinion.
        by_rules: For each candidate's number, the confidence of the linear model.

    Returns:
        The candidate with the pooled chance.
    """
    return replace(ranked, right=pool(ranked.right, by_rules.get(ranked.number, UNSEEN)))


def pool(forest: float, linear: float) -> float:
    """The logarithmic pool of two probabilities."""
    odds = FOREST_SHARE * _log_odds(forest) + (1 - FOREST_SHARE) * _log_odds(linear)
    return round(1 / (1 + math.exp(-odds)), DIGITS)


def _log_odds(p: float) -> float:
    bounded = min(max(p, _LEAST), 1 - _LEAST)
    return math.log(bounded / (1 - bounded))


def beside_rivals(chances: Sequence[float], sentences: Sequence[int], dates: Sequence[Days]) -> list[Opinion]:
    """What each candidate of an article is worth beside the others of its sentence and date.

    Args:
        chances: For each candidate that it is an entry whose date is right.
        sentences: The number of each one's sentence.
        dates: The days of each one's date.

    Returns:
        An opinion for each candidate, in the same order. Weights lie between 0 and 1.
    """
    worth = list(chances)
    first: dict[tuple[int, Days], int] = {}
    for number in sorted(range(len(chances)), key=lambda one: (-chances[one], one)):
        head = first.setdefault((sentences[number], dates[number]), number)
        if head != number:
            worth[head] = 1 - (1 - worth[head]) * (1 - GAIN * chances[number])
            worth[number] = LOSS * chances[number]
    weights = [round(value**ENTRIES, DIGITS) for value in worth]
    return [Opinion(weight, min(weight, chance)) for weight, chance in zip(weights, chances, strict=True)]
