"""Two opinions of a candidate, pooled: the trained forests' and the small linear models'.

The forests learned from one kind of press; the linear models were fitted on other kinds, with few features. Each is
right where the other has seen little. The logarithmic pool (the mean of the log odds, Genest & Zidek 1986) of the two
is better than either on regional press and not worse on Wikinews.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from timeline.events.ranking.rank import DIGITS, Ranked

UNSEEN = (0.25, 0.15)
"""Weight and confidence of a candidate that the linear models do not know: words that only the forests consider."""
_LEAST = 0.002


def pooled(ranked: Ranked, by_rules: Mapping[int, tuple[float, float]]) -> Ranked:
    """A candidate with the pool of both opinions.

    Args:
        ranked: The forests' opinion.
        by_rules: For each candidate's number, the weight and the confidence of the linear models.

    Returns:
        The candidate with pooled `keep` and `right`; `right` is never more than `keep`.
    """
    keep, right = by_rules.get(ranked.number, UNSEEN)
    kept = pool(ranked.keep, keep)
    return replace(ranked, keep=kept, right=min(kept, pool(ranked.right, right)))


def pool(one: float, other: float) -> float:
    """The logarithmic pool of two probabilities: `sigmoid((logit(one) + logit(other)) / 2)`."""
    return round(1 / (1 + math.exp(-(_log_odds(one) + _log_odds(other)) / 2)), DIGITS)


def _log_odds(p: float) -> float:
    bounded = min(max(p, _LEAST), 1 - _LEAST)
    return math.log(bounded / (1 - bounded))
