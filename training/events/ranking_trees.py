"""Fits the two forests of the ranker with LightGBM."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from timeline.events.boosting import Boosted, Rows
from timeline.events.ranking.rank import DATE_COLUMNS, ENTRY_COLUMNS
from training.boosting import graph

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
    rows: Rows, labels: NDArray[np.float64], counts: NDArray[np.float64], trees: int, seed: int = 1
) -> Boosted:
    """A forest whose scores are the log odds of `labels` (0 or 1); `counts` is the weight of each row."""
    data = lightgbm.Dataset(rows, labels, weight=counts)
    return Boosted(graph(lightgbm.train({**SMALL, "objective": "binary", "seed": seed}, data, trees), ENTRY_COLUMNS))


def ranker(rows: Rows, labels: NDArray[np.float64], sizes: Sequence[int], trees: int, seed: int = 1) -> Boosted:
    """A forest whose softmax within each group of `sizes` rows is the probability that a row is right.

    A group may have several right rows; the loss is that of the probability of any of them.
    """
    data = lightgbm.Dataset(rows, labels)
    settings = {**SETTINGS, "objective": _listwise(sizes), "seed": seed}
    return Boosted(graph(lightgbm.train(settings, data, trees), DATE_COLUMNS))


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
