"""The final opinion on a candidate: two opinions are pooled, then candidates of one sentence and date are separated.

The trained forest learned from one kind of press; the linear models were fitted on other kinds, with few features.
Each is right where the other has seen little data, so the result is their logarithmic pool (a weighted mean of the log
odds, Genest & Zidek 1986).

Several words of a sentence with the same date are mostly mentions of one event ("l'avion s'est écrasé, tuant 66
passagers"). It is uncertain which word an editor marks, but less uncertain that there is an entry: the likeliest word
gains from the others, and the others lose. The result is that of the word that the forest by itself prefers: the linear
models do not know which of two words annotators mark.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.events.dating.options import Days
from timeline.events.ranking.rank import DIGITS, Ranked

UNSEEN = 0.15
"""The confidence of a candidate that the linear models do not score: words that only the forest considers."""
FOREST_SHARE = 0.6
"""The weight of the forest's log odds; the linear model's have the rest."""
GAIN, LOSS = 0.45, 0.55
"""The part of its rivals' probabilities that the likeliest word gains, and the part that they keep: cross-validated."""
ENTRIES = 0.59
"""The power that turns a probability into a salience: an editor keeps more events than get the right date."""
_LEAST = 0.002


@dataclass(frozen=True, slots=True)
class Opinion:
    """The opinion on a candidate: the `weight` (salience) that an editor would give it, and the `confidence` in it.

    The confidence is the probability that it is an entry with the right date.
    """

    weight: float
    confidence: float


def pooled(ranked: Ranked, by_rules: Mapping[int, float]) -> Ranked:
    """A candidate with the pool of both opinions.

    Args:
        ranked: The forest's opinion.
        by_rules: For each candidate's number, the confidence of the linear model.

    Returns:
        The candidate with the pooled probability.
    """
    return replace(ranked, right=pool(ranked.right, by_rules.get(ranked.number, UNSEEN)))


def pool(forest: float, linear: float) -> float:
    """The logarithmic pool of two probabilities.

    Args:
        forest: That of the trained forest, which has the larger share.
        linear: That of the linear model.
    """
    odds = FOREST_SHARE * log_odds(forest) + (1 - FOREST_SHARE) * log_odds(linear)
    return round(1 / (1 + math.exp(-odds)), DIGITS)


def log_odds(probability: float) -> float:
    """The log odds of a probability, bounded.

    Args:
        probability: From 0 to 1.

    Returns:
        The natural logarithm of p / (1 - p).
    """
    bounded = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(bounded / (1 - bounded))


def beside_rivals(
    chances: Sequence[float], sentences: Sequence[int], dates: Sequence[Days], preferred: Sequence[float]
) -> list[Opinion]:
    """Compare each candidate of an article with the others of its sentence and date.

    Args:
        chances: For each candidate, the probability that it is an entry with the right date.
        sentences: The sentence number of each candidate.
        dates: The days of each candidate's date.
        preferred: For each candidate, how much better its word names the event than the others of its group.

    Returns:
        An opinion for each candidate, in the same order. Salience lies between 0 and 1.
    """
    shares = list(chances)
    groups: dict[tuple[int, Days], list[int]] = {}
    for number in sorted(range(len(chances)), key=lambda one: (-chances[one], one)):
        group = groups.setdefault((sentences[number], dates[number]), [])
        if group:
            shares[group[0]] = 1 - (1 - shares[group[0]]) * (1 - GAIN * chances[number])
            shares[number] = LOSS * chances[number]
        group.append(number)
    weights = [round(value**ENTRIES, DIGITS) for value in shares]
    found = [Opinion(weight, min(weight, chance)) for weight, chance in zip(weights, chances, strict=True)]
    for group in groups.values():
        first, best = group[0], max(group, key=lambda one: preferred[one])
        found[first], found[best] = found[best], found[first]
    return found
