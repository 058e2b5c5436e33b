"""Confidence intervals of figures by bootstrap: articles are resampled with replacement (Efron, 1979)."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

_DRAWS = 400
_TAIL = 0.025

One = TypeVar("One")


def interval(items: Sequence[One], figure: Callable[[Sequence[One]], float]) -> tuple[float, float]:
    """The interval that contains the middle 95 % of a figure over resampled items; equal items give the same one.

    Args:
        items: The articles, or other items to resample.
        figure: Computes the figure of a sample, which has as many items.

    Returns:
        The lower and the upper bound; 0 and 0 without items.
    """
    if not items:
        return 0.0, 0.0
    chance = random.Random(0)
    found = sorted(figure(chance.choices(items, k=len(items))) for _ in range(_DRAWS))
    return found[int(_TAIL * _DRAWS)], found[int((1 - _TAIL) * _DRAWS)]
