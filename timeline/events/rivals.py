"""The final opinion on a candidate: what the other words of its sentence with the same date leave it.

Several words of a sentence with the same date are mostly mentions of one event ("l'avion s'est écrasé, tuant 66
passagers"). It is uncertain which word an editor marks, but less uncertain that there is an entry: the likeliest word
gains from the others, and the others lose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.dating.options import Days
from timeline.events.ranking.rank import DIGITS

GAIN, LOSS = 0.45, 0.48
"""The part of its rivals' probabilities that the likeliest word gains, and the part that they keep: cross-validated."""
ENTRIES = 0.59
"""The power that turns a probability into a salience: an editor keeps more events than get the right date."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """The opinion on a candidate: the `weight` (salience) that an editor would give it, and the `confidence` in it.

    The confidence is the probability that it is an entry with the right date.
    """

    weight: float
    confidence: float


def beside_rivals(chances: Sequence[float], sentences: Sequence[int], dates: Sequence[Days]) -> list[Opinion]:
    """Compare each candidate of an article with the others of its sentence and date.

    Args:
        chances: For each candidate, the probability that it is an entry with the right date.
        sentences: The sentence number of each candidate.
        dates: The days of each candidate's date.

    Returns:
        An opinion for each candidate, in the same order. Salience lies between 0 and 1.
    """
    shares = list(chances)
    likeliest: dict[tuple[int, Days], int] = {}
    for number in sorted(range(len(chances)), key=lambda one: (-chances[one], one)):
        first = likeliest.setdefault((sentences[number], dates[number]), number)
        if first != number:
            shares[first] = 1 - (1 - shares[first]) * (1 - GAIN * chances[number])
            shares[number] = LOSS * chances[number]
    weights = [round(share**ENTRIES, DIGITS) for share in shares]
    return [Opinion(weight, min(weight, chance)) for weight, chance in zip(weights, chances, strict=True)]
