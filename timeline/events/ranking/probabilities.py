"""Probabilities from scores."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def softmax(scores: NDArray[np.float64], sizes: list[int]) -> list[NDArray[np.float64]]:
    """Probabilities within each group of rows.

    Args:
        scores: The scores of all rows.
        sizes: The lengths of the groups, which follow each other in `scores`.

    Returns:
        An array for each group.
    """
    found, start = [], 0
    for size in sizes:
        raised = np.exp(scores[start : start + size] - scores[start : start + size].max(initial=-np.inf))
        found.append(raised / raised.sum())
        start += size
    return found


def sigmoid(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Probabilities from log odds.

    Args:
        scores: Log odds, an array of any shape.

    Returns:
        An array of the same shape, with values between 0 and 1.
    """
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30))))
