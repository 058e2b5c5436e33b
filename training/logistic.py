"""Logistic regression with an L2 penalty, by Newton's method: same input, same weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_STEPS = 30
_SMALL = 1e-7


def fit(rows: Floats, right: Floats, counts: Floats, penalty: float, signs: Sequence[int] = ()) -> Floats:
    """The intercept and a weight for each column; the penalty is on the weights of standardised columns.

    `counts` is the weight of each row. `signs` (1, -1, or 0 for either) are the allowed signs of the weights; a weight
    with the other sign is set to 0, and the others are fitted again.
    """
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    kept = np.ones(rows.shape[1], bool)
    while True:
        columns = np.c_[np.ones(len(rows)), ((rows - mean) / spread)[:, kept]]
        beta = _newton(columns, right, counts, penalty)
        weights = np.zeros(rows.shape[1])
        weights[kept] = beta[1:] / spread[kept]
        wrong = np.array(signs) * weights < 0 if len(signs) else np.zeros(len(weights), bool)
        if not wrong.any():
            return np.concatenate([[beta[0] - weights @ mean], weights])
        kept &= ~wrong


def _newton(columns: Floats, right: Floats, counts: Floats, penalty: float) -> Floats:
    ridge = np.full(columns.shape[1], penalty)
    ridge[0] = 1e-6
    beta = np.zeros(columns.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-columns @ beta))
        gradient = columns.T @ (counts * (right - p)) - ridge * beta
        hessian = (columns.T * (counts * p * (1 - p))) @ columns + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < _SMALL:
            break
    return beta


def named(weights: Floats, names: Sequence[str]) -> Mapping[str, float]:
    """The weights by name, the intercept as "", to four decimals."""
    return {"": round(float(weights[0]), 4)} | {
        name: round(float(value), 4) for name, value in zip(names, weights[1:], strict=True)
    }
