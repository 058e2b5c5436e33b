"""Gradient-boosted trees (Friedman, 2001), computed in whole numbers.

A forest is one table of nodes for all its trees. Leaves lead to themselves, so that all rows go down all trees by the
same number of steps; what leaves are worth is an integer, so that the sum does not depend on the order of adding.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

SCALE = 2**16
"""What a leaf of 1.0 is worth."""

_BLOCK = 256

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Forest:
    """The nodes of some trees, side by side in arrays.

    At a node: the feature that it asks for (0 at leaves), the threshold up to which a row goes `left`, and else
    `right` (a leaf's own number for both), and what a leaf is worth. `roots` begin the trees, `depth` is the
    deepest's.
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
        """The sum of the leaves that each row comes to: (rows,)."""
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
        """The tables, as `of` takes them."""
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
    """Chances within each group of `sizes` rows, one group after the other."""
    found, start = [], 0
    for size in sizes:
        raised = np.exp(scores[start : start + size] - scores[start : start + size].max(initial=-np.inf))
        found.append(raised / raised.sum())
        start += size
    return found


def sigmoid(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Chances from log odds."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30))))
