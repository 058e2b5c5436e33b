"""Boosted trees: LightGBM grows them, `timeline.events.ranking.trees` computes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from timeline.events.ranking.trees import SCALE, Forest, Matrix

SETTINGS: dict[str, Any] = {
    "num_leaves": 63,
    "max_depth": 9,
    "learning_rate": 0.06,
    "min_data_in_leaf": 10,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "max_bin": 63,
    "use_missing": False,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
SMALL: dict[str, Any] = {
    **SETTINGS,
    "num_leaves": 15,
    "learning_rate": 0.06,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.3,
    "lambda_l2": 10,
}
_LEAST_CURVATURE = 1e-3


def classifier(
    rows: Matrix, labels: NDArray[np.float64], counts: NDArray[np.float64], trees: int, seed: int = 1
) -> Forest:
    """A forest whose scores are the log odds of `labels` (0 or 1); `counts` is the weight of each row."""
    data = lightgbm.Dataset(rows, labels, weight=counts)
    return forest(lightgbm.train({**SMALL, "objective": "binary", "seed": seed}, data, trees))


def ranker(rows: Matrix, labels: NDArray[np.float64], sizes: Sequence[int], trees: int, seed: int = 1) -> Forest:
    """A forest whose softmax within each group of `sizes` rows is the probability that a row is right.

    A group may have several right rows; the loss is that of the probability of any of them.
    """
    data = lightgbm.Dataset(rows, labels)
    return forest(lightgbm.train({**SETTINGS, "objective": _listwise(sizes), "seed": seed}, data, trees))


def _listwise(sizes: Sequence[int]) -> Any:
    starts = np.cumsum([0, *sizes[:-1]])
    group = np.repeat(np.arange(len(sizes)), sizes)

    def objective(scores: NDArray[np.float64], data: Any) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        chances = raised / np.add.reduceat(raised, starts)[group]
        right = raised * data.get_label()
        total = np.add.reduceat(right, starts)[group]
        wanted = np.divide(right, total, out=chances.copy(), where=total > 0)
        return chances - wanted, np.maximum(chances * (1 - chances), _LEAST_CURVATURE)

    return objective


def forest(booster: lightgbm.Booster) -> Forest:
    """The tables of a booster; thresholds are rounded down to single precision, as the rows are, leaves to integers."""
    table = _Table()
    dumped = booster.dump_model()
    roots = [table.add(tree["tree_structure"]) for tree in dumped["tree_info"]]
    depth = max((_depth(tree["tree_structure"]) for tree in dumped["tree_info"]), default=0)
    return Forest(
        np.array(table.features, dtype=np.int32),
        np.array(table.thresholds, dtype=np.float32),
        np.array(table.left, dtype=np.int32),
        np.array(table.right, dtype=np.int32),
        np.array(table.values, dtype=np.int32),
        np.array(roots, dtype=np.int32),
        depth,
    )


class _Table:
    def __init__(self) -> None:
        self.features: list[int] = []
        self.thresholds: list[np.float32] = []
        self.left: list[int] = []
        self.right: list[int] = []
        self.values: list[int] = []

    def add(self, node: dict[str, Any]) -> int:
        """Adds a node and all nodes below it, and returns its number."""
        number = len(self.features)
        leaf = "leaf_value" in node
        self.features.append(0 if leaf else node["split_feature"])
        self.thresholds.append(np.float32(0) if leaf else _below(node["threshold"]))
        self.values.append(round(node["leaf_value"] * SCALE) if leaf else 0)
        self.left.append(number)
        self.right.append(number)
        if not leaf:
            self.left[number] = self.add(node["left_child"])
            self.right[number] = self.add(node["right_child"])
        return number


def _below(threshold: float) -> np.float32:
    """The largest single-precision number that is not above a threshold."""
    cut = np.float32(threshold)
    return cut if float(cut) <= threshold else np.float32(np.nextafter(cut, np.float32(-np.inf)))


def _depth(node: dict[str, Any]) -> int:
    return 0 if "leaf_value" in node else 1 + max(_depth(node["left_child"]), _depth(node["right_child"]))
