"""The drafts of one event that people judged: which are compared, and whether scores have them in order.

The gate predicts each verdict alone; `training.headlines.gate` also fits the order of an event's drafts on these
groups.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

Values = NDArray[Any]


def compared(events: Sequence[Hashable], verdicts: Sequence[int]) -> list[list[int]]:
    """The lines of each event whose verdicts differ.

    Args:
        events: The event of each line; the lines of an event follow one another.
        verdicts: The verdict on each line.

    Returns:
        The indices of the lines, a list for each event.
    """
    runs = ([*run] for _, run in groupby(range(len(events)), lambda one: events[one]))
    return [run for run in runs if len({verdicts[one] for one in run}) > 1]


def share_in_order(scores: Values, verdicts: Values, groups: Sequence[Sequence[int]]) -> float:
    """The share of the pairs of an event's drafts with different verdicts whose better one has the higher score.

    Args:
        scores: The score of each line.
        verdicts: The verdict on each line.
        groups: The lines of each event.
    """
    pairs = [(one, other) for group in groups for one in group for other in group if verdicts[one] > verdicts[other]]
    better, worse = np.array(pairs).T
    return float((scores[better] > scores[worse]).mean())
