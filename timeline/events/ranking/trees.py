"""Gradient-boosted trees (Friedman, 2001), computed with integers.

A forest is one table of nodes for all its trees. A leaf is its own child, so all rows take the same number of steps
down all trees. Leaf values are integers, so the sum does not depend on the order of addition.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

SCALE = 2**16
"""The integer that stands for a leaf value of 1.0."""

_BLOCK = 256

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Forest:
    """The nodes of the trees, as parallel arrays.

    Each node has the feature that it tests (0 at leaves), the threshold up to which a row goes `left`, the node on the
    `right` for the other rows (a leaf has its own number for both), and the leaf value. `roots` are the first nodes of
    the trees; `depth` is the depth of the deepest tree.
    """

    features: NDArray[np.int32]
    thresholds: NDArray[np.float32]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    values: NDArray[np.int32]
    roots: NDArray[np.int32]
    depth: int
    _children: NDArray[np.int32] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_children", np.stack([self.right, self.left], axis=1).ravel())

    def scores(self, rows: Matrix) -> NDArray[np.float64]:
        """The sum of the leaf values that each row reaches: (rows,)."""
        parts = [self._block(rows[start : start + _BLOCK]) for start in range(0, len(rows), _BLOCK)]
        return np.concatenate(parts) / SCALE if parts else np.zeros(0)

    def _block(self, rows: Matrix) -> NDArray[np.int64]:
        width = rows.shape[1]
        flat, starts = rows.ravel(), (np.arange(len(rows), dtype=np.int32) * width)[:, None]
        node = np.repeat(self.roots[None, :], len(rows), axis=0)
        for _ in range(self.depth):
            goes_left = flat.take(starts + self.features.take(node)) <= self.thresholds.take(node)
            node = self._children.take(2 * node + goes_left)
        return np.asarray(self.values.take(node).sum(axis=1, dtype=np.int64))

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """The tables, in the form that `of` takes."""
        return {
            "features": self.features,
            "thresholds": self.thresholds,
            "left": self.left,
            "right": self.right,
            "values": self.values,
            "roots": self.roots,
            "depth": np.array(self.depth),
        }

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[Any]]) -> Forest:
        """A forest from its tables."""
        return cls(
            arrays["features"],
            arrays["thresholds"],
            arrays["left"],
            arrays["right"],
            arrays["values"],
            arrays["roots"],
            int(arrays["depth"]),
        )


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
