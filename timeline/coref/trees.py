"""Boosted trees over a few features, computed in Python: one pair at a time, the same sum on each machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple


class Node(NamedTuple):
    """A node of a tree.

    Attributes:
        feature: The index of the feature that it asks for; -1 for a leaf.
        cut: The largest value with which a row goes left.
        left: The index of the left node in the tree.
        right: The index of the right node in the tree.
        value: The log odds that the tree adds here: of the leaf, or the mean over the examples that came this far.
    """

    feature: int
    cut: float
    left: int
    right: int
    value: float


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted trees: the names of their features, and the nodes of each tree, the root first."""

    features: tuple[str, ...]
    trees: tuple[tuple[Node, ...], ...]

    def log_odds(self, values: Mapping[str, float]) -> float:
        """The sum of the leaves that a row reaches.

        Args:
            values: The row by the names of features; a missing one is 0.
        """
        row = [values.get(name, 0.0) for name in self.features]
        total = 0.0
        for tree in self.trees:
            feature, cut, left, right, value = tree[0]
            while feature >= 0:
                feature, cut, left, right, value = tree[left if row[feature] <= cut else right]
            total += value
        return total

    @property
    def base(self) -> float:
        """The log odds of a row of which nothing is known: the sum of the roots."""
        return sum(tree[0].value for tree in self.trees)

    def contributions(self, values: Mapping[str, float]) -> dict[str, float]:
        """What each feature adds to the log odds, by name; with `base` they are the log odds (Saabas, 2014).

        Args:
            values: The row by the names of features; a missing one is 0.
        """
        row = [values.get(name, 0.0) for name in self.features]
        found: dict[str, float] = {}
        for feature, added in (step for tree in self.trees for step in _steps(tree, row)):
            found[self.features[feature]] = found.get(self.features[feature], 0.0) + added
        return found

    def as_data(self) -> dict[str, Any]:
        """The trees as a file keeps them."""
        return {"features": list(self.features), "trees": [[list(node) for node in tree] for tree in self.trees]}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Trees:
        """The trees of the result of `as_data`."""
        return cls(tuple(data["features"]), tuple(tuple(Node(*node) for node in tree) for tree in data["trees"]))


def _steps(tree: Sequence[Node], row: Sequence[float]) -> Iterator[tuple[int, float]]:
    """The features that a row's path through a tree asks for, each with the change of the value."""
    node = tree[0]
    while node.feature >= 0:
        child = tree[node.left if row[node.feature] <= node.cut else node.right]
        yield node.feature, child.value - node.value
        node = child
