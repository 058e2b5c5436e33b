"""The linear models over the words of a name and an event, or of an event alone (`timeline.events.word_weights`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack

from timeline.events.word_weights import SCALE, LinearWords
from training.events import word_model

RARE = 3
"""How many pairs a feature must have."""
PENALTY = 1.2e-4
NOTHING = 20
"""A weight that counts for nothing, in parts of `SCALE`."""

Values = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Described:
    """One fold: features of pairs of a name and an event, or of events, and labels of 0 or 1 (rows, columns).

    Pairs have a column for people and one for places, events one for each status.
    """

    words: Sequence[Sequence[str]]
    labels: Values


def fit(found: Mapping[int, Described]) -> LinearWords:
    """The models of all folds."""
    index = _index(found)
    return _fit(index, [_matrix(one.words, index) for one in found.values()], [one.labels for one in found.values()])


def held_out(found: Mapping[int, Described]) -> dict[int, Values]:
    """The scores of each fold by the models of the others.

    Args:
        found: The pairs of each fold.

    Returns:
        For each fold the scores (rows, columns), in parts of `SCALE`.
    """
    without = _Without(found)
    return {fold: without(fold).scores(found[fold].words) for fold in found}


def held_out_twice(found: Mapping[int, Described]) -> dict[tuple[int, int], Values]:
    """The scores of each fold `g` by the models without `f` and `g`, by (f, g): what is learnt from beside fold `f`.

    Args:
        found: The pairs of each fold.

    Returns:
        The scores (rows, columns), in parts of `SCALE`.
    """
    without = _Without(found)
    scores: dict[tuple[int, int], Values] = {}
    for one, other in combinations(found, 2):
        model = without(one, other)
        scores[one, other] = model.scores(found[other].words)
        scores[other, one] = model.scores(found[one].words)
    return scores


class _Without:
    """Fits models that have not seen some folds."""

    def __init__(self, found: Mapping[int, Described]) -> None:
        self._index = _index(found)
        self._found = {fold: (_matrix(one.words, self._index), one.labels) for fold, one in found.items()}

    def __call__(self, *folds: int) -> LinearWords:
        kept = [self._found[fold] for fold in self._found if fold not in folds]
        return _fit(self._index, [matrix for matrix, _ in kept], [labels for _, labels in kept])


def _index(found: Mapping[int, Described]) -> dict[str, int]:
    known = Counter(word for one in found.values() for pair in one.words for word in set(pair))
    return {word: at for at, word in enumerate(sorted(word for word, count in known.items() if count >= RARE))}


def _matrix(described: Sequence[Sequence[str]], index: Mapping[str, int]) -> Any:
    columns, ends = [], [0]
    for pair in described:
        columns += sorted([index[word] for word in pair if word in index])  # sums in one order: the same bytes
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(described), len(index)))


def _fit(index: Mapping[str, int], matrices: Sequence[Any], labels: Sequence[Values]) -> LinearWords:
    matrix, wanted = vstack(matrices, format="csr"), np.concatenate(labels).astype(float)
    counts = np.ones(len(wanted))
    all_of_them = [word_model.logistic(matrix, wanted[:, kind], counts, PENALTY) for kind in range(wanted.shape[1])]
    weights = np.round(np.column_stack([one for _, one in all_of_them]) * SCALE).astype(np.int32)
    weights[np.abs(weights) < NOTHING] = 0
    kept = np.flatnonzero(np.abs(weights).max(axis=1) > 0)
    names = list(index)
    intercepts = np.round(np.array([one for one, _ in all_of_them]) * SCALE).astype(np.int32)
    return LinearWords(intercepts, {names[at]: row for row, at in enumerate(kept.tolist())}, weights[kept])
