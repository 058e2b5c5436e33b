"""Boosted trees over a few features: one pair at a time, the same sum on each machine.

All trees are computed at once (Lucchese et al., 2015): each node whose question is answered with no excludes the leaves
on its left, and the first leaf that no node of its tree excludes is the one that the row reaches.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

_MOST_LEAVES = 64
"""The most leaves of a tree: a bit stands for each."""


class Node(NamedTuple):
    """A node of a tree.

    Attributes:
        feature: The index of the feature that it asks for; -1 for a leaf.
        cut: The largest value with which a row goes left.
        left: The index of the left node in the tree.
        right: The index of the right node in the tree.
        value: The log odds that the tree adds at a leaf; 0 elsewhere.
    """

    feature: int
    cut: float
    left: int
    right: int
    value: float


class _Questions(NamedTuple):
    """The questions of all trees in columns, and the values of their leaves.

    Attributes:
        features: For each question, the index of its feature.
        cuts: For each question, the largest value that is answered with yes.
        masks: For each question, the leaves of its tree that are left after a no; a bit each, the leftmost lowest.
        starts: For each tree, the place of its first question, which excludes nothing.
        values: The values of all leaves, from left to right.
        leaves: For each tree, the place of its first leaf.
    """

    features: npt.NDArray[np.intp]
    cuts: npt.NDArray[np.float64]
    masks: npt.NDArray[np.uint64]
    starts: npt.NDArray[np.intp]
    values: npt.NDArray[np.float64]
    leaves: npt.NDArray[np.intp]


_ALL = np.uint64((1 << _MOST_LEAVES) - 1)
_ONE = np.uint64(1)


@dataclass(frozen=True)
class Trees:
    """Boosted trees: the names of their features, and the nodes of each tree, the root first."""

    features: tuple[str, ...]
    trees: tuple[tuple[Node, ...], ...]

    def log_odds(self, values: Mapping[str, float]) -> float:
        """The sum of the leaves that a row reaches.

        Args:
            values: The row by the names of features; a missing one is 0.
        """
        asked = self._questions
        row = np.array([values.get(name, 0.0) for name in self.features], np.float64)
        left = np.where(row[asked.features] <= asked.cuts, _ALL, asked.masks)
        reached = np.bitwise_and.reduceat(left, asked.starts)
        _, places = np.frexp(
            (reached & (~reached + _ONE)).astype(np.float64)
        )  # the lowest bit is 2 to the leaf's place
        return float(np.add.accumulate(asked.values[asked.leaves + places - 1])[-1])  # in order: `sum` adds in pairs

    @cached_property
    def _questions(self) -> _Questions:
        rows: list[tuple[int, float, int]] = []
        values: list[float] = []
        starts, leaves = [], []
        for tree in self.trees:
            starts.append(len(rows))
            leaves.append(len(values))
            rows.append((0, np.inf, 0))
            values += _in_order(tree, 0, 0, rows)
            if len(values) - leaves[-1] > _MOST_LEAVES:
                raise ValueError(f"a tree with more than {_MOST_LEAVES} leaves")
        features, cuts, masks = zip(*rows, strict=True)
        return _Questions(
            np.array(features, np.intp), np.array(cuts), np.array([~mask & int(_ALL) for mask in masks], np.uint64),
            np.array(starts, np.intp), np.array(values), np.array(leaves, np.intp),
        )  # fmt: skip

    def as_data(self) -> dict[str, Any]:
        """The trees as a file keeps them."""
        return {"features": list(self.features), "trees": [[list(node) for node in tree] for tree in self.trees]}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Trees:
        """The trees of the result of `as_data`."""
        return cls(tuple(data["features"]), tuple(tuple(Node(*node) for node in tree) for tree in data["trees"]))


def _in_order(tree: Sequence[Node], place: int, before: int, rows: list[tuple[int, float, int]]) -> list[float]:
    """The values of a subtree's leaves from left to right.

    Args:
        tree: The nodes.
        place: The subtree's root.
        before: The number of leaves on its left.
        rows: Is given, for each question of the subtree, its feature, its cut and the leaves that a no excludes.
    """
    feature, cut, left, right, value = tree[place]
    if feature < 0:
        return [value]
    found = _in_order(tree, left, before, rows)
    rows.append((feature, cut, ((1 << len(found)) - 1) << before))
    return found + _in_order(tree, right, before + len(found), rows)


def probability(log_odds: float) -> float:
    """The probability of log odds.

    Args:
        log_odds: Any number; beyond 30 on either side it makes no difference.

    Returns:
        A number between 0 and 1.
    """
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))
