"""The linear model over the words of candidates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from timeline.events.ranking.option_features import CLASSES
from timeline.events.ranking.words import WEIGHT_SCALE, WordWeights

RARE = 4
STRENGTH, WEAK = 0.1, 0.03
"""The inverse of the L2 penalty, for events and for classes of datings."""
NOTHING = 0.02
"""A weight for a class that counts for nothing."""


def fit(
    words: Sequence[Sequence[str]], labels: NDArray[np.float64], counts: NDArray[np.float64], classes: Sequence[int]
) -> WordWeights:
    """Logistic regressions with an L2 penalty over the words that are not rare.

    Of `labels` (0 or 1) over all rows, and of each class of datings over those with one (-1 for none).
    """
    known = Counter(word for one in words for word in one)
    columns = {word: at for at, word in enumerate(sorted(word for word, count in known.items() if count >= RARE))}
    matrix = _matrix(words, columns)
    found = [_logistic(matrix, labels, counts, STRENGTH)]
    dated = np.flatnonzero(np.array(classes) >= 0)
    for number in range(len(CLASSES)):
        wanted = (np.array(classes)[dated] == number).astype(float)
        found.append(_logistic(matrix[dated], wanted, np.ones(len(dated)), WEAK))
    intercepts, weights = np.array([one for one, _ in found]), np.stack([column for _, column in found], axis=1)
    weights[:, 1:][np.abs(weights[:, 1:]) < NOTHING] = 0
    rounded = np.round(weights * WEIGHT_SCALE).astype(np.int32)
    kept = np.flatnonzero(np.abs(rounded).max(axis=1) > 0)
    names = list(columns)
    rows = {names[at]: row for row, at in enumerate(kept.tolist())}
    return WordWeights(np.round(intercepts * WEIGHT_SCALE).astype(np.int32), rows, rounded[kept])


def _matrix(words: Sequence[Sequence[str]], columns: Mapping[str, int]) -> Any:
    places = [(row, columns[word]) for row, one in enumerate(words) for word in one if word in columns]
    rows, at = np.array(places).T
    return csr_matrix((np.ones(len(rows)), (rows, at)), shape=(len(words), len(columns)))


def _logistic(
    matrix: Any, labels: NDArray[np.float64], counts: NDArray[np.float64], strength: float
) -> tuple[float, NDArray[np.float64]]:
    if labels.min() == labels.max():
        return (-5.0 if labels.max() == 0 else 5.0), np.zeros(matrix.shape[1])
    model = LogisticRegression(C=strength, solver="liblinear", random_state=0, max_iter=100, tol=1e-2)
    model.fit(matrix, labels, sample_weight=counts)
    return float(model.intercept_[0]), np.asarray(model.coef_[0])
