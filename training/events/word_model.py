"""Fits the linear models over candidates' words and meanings: which are events, which class of datings is likely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from timeline.events.ranking.option_features import CLASSES
from timeline.events.ranking.words import MEANING_SCALE, WordWeights
from timeline.events.word_weights import SCALE, LinearWords

RARE = 4
"""The least number of candidates that a word must occur with."""
PENALTY, LISTWISE_PENALTY = 2e-4, 1e-3
"""The L2 penalty of the weights beside the mean loss, for events and for datings."""
STEPS, LISTWISE_STEPS = 50, 60
MEANING_SIZE, LISTWISE_MEANING_SIZE = 2800.0, 1400.0
"""The divisors of meanings, for events and for datings: the smaller, the lower the penalty of their weights."""
NOTHING = 0.02
"""A weight of a class below which it is set to 0."""

Floats = NDArray[np.float64]


def fit(
    words: Sequence[Sequence[str]],
    meanings: Floats,
    labels: Floats,
    counts: Floats,
    classes: Sequence[Sequence[int]],
    right: Sequence[NDArray[np.bool_]],
) -> WordWeights:
    """Two models with an L2 penalty over the words that are not rare, and over meanings.

    A logistic regression of `labels`, and a conditional logit (McFadden, 1974) in which each option of a candidate has
    the score of its class.

    Args:
        words: The features of each candidate.
        meanings: The meaning of each candidate: (candidates, width).
        labels: Whether each reports a gold event (0 or 1).
        counts: The weight of each.
        classes: The classes of the options of each.
        right: Which options of each are right; a candidate without a right one is not used for datings.

    Returns:
        The weights as integers: one column for events, then one for each class.
    """
    known = Counter(word for one in words for word in one)
    columns = {word: at for at, word in enumerate(sorted(word for word, count in known.items() if count >= RARE))}
    matrix, width = _matrix(words, columns), len(columns)
    event, weights = logistic(_beside(matrix, meanings / MEANING_SIZE), labels, counts)
    dated = [number for number, one in enumerate(right) if one.any()]
    sized = meanings[dated] / LISTWISE_MEANING_SIZE
    of_classes, by_class = _listwise(
        _beside(matrix[dated], sized), [classes[n] for n in dated], [right[n] for n in dated]
    )
    of_words = np.column_stack([weights[:width], by_class[:width]])
    of_words[:, 1:][np.abs(of_words[:, 1:]) < NOTHING] = 0
    rounded = np.round(of_words * SCALE).astype(np.int32)
    kept = np.flatnonzero(np.abs(rounded).max(axis=1) > 0)
    names = list(columns)
    rows = {names[at]: row for row, at in enumerate(kept.tolist())}
    intercepts = np.round(np.array([event, *of_classes]) * SCALE).astype(np.int32)
    of_meaning = np.column_stack([weights[width:] / MEANING_SIZE, by_class[width:] / LISTWISE_MEANING_SIZE])
    linear = LinearWords(intercepts, rows, rounded[kept])
    return WordWeights(linear, np.round(of_meaning * MEANING_SCALE).astype(np.int32))


def _beside(matrix: Any, meanings: Floats) -> Any:
    return hstack([matrix, csr_matrix(meanings)], format="csr")


def _matrix(words: Sequence[Sequence[str]], columns: Mapping[str, int]) -> Any:
    places = [(row, columns[word]) for row, one in enumerate(words) for word in one if word in columns]
    rows, at = np.array(places).T
    return csr_matrix((np.ones(len(rows)), (rows, at)), shape=(len(words), len(columns)))


def logistic(matrix: Any, labels: Floats, counts: Floats, penalty: float = PENALTY) -> tuple[float, Floats]:
    """A logistic regression with an L2 penalty.

    Args:
        matrix: The features (rows, columns), sparse.
        labels: For each row 0 or 1.
        counts: What each row counts for.
        penalty: What the squares of the weights cost beside the mean loss.

    Returns:
        The intercept and the weights (columns,).
    """
    turned, size = matrix.T.tocsr(), len(labels)

    def loss(given: Floats) -> tuple[float, Floats]:
        weights, scores = given[:-1], matrix @ given[:-1] + given[-1]
        cost = (counts * (np.logaddexp(0, scores) - labels * scores)).sum() / size
        slope = counts * (1 / (1 + np.exp(-scores)) - labels) / size
        gradient = np.append(turned @ slope + penalty * weights, slope.sum())
        return cost + penalty * (weights @ weights) / 2, gradient

    found = _minimum(loss, matrix.shape[1] + 1, STEPS)
    return float(found[-1]), found[:-1]


def _listwise(matrix: Any, classes: Sequence[Sequence[int]], right: Sequence[NDArray[np.bool_]]) -> tuple[Floats, Any]:
    """Intercepts (classes,) and weights (words, classes)."""
    width, size, turned = len(CLASSES), len(classes), matrix.T.tocsr()
    sizes = [len(one) for one in classes]
    owner, starts = np.repeat(np.arange(size), sizes), np.cumsum([0, *sizes[:-1]])
    place = owner * width + np.concatenate([np.asarray(one) for one in classes])
    wanted = np.concatenate(list(right)).astype(float)

    def loss(given: Floats) -> tuple[float, Floats]:
        table = given.reshape(-1, width)
        scores = (matrix @ table[:-1] + table[-1]).ravel()[place]
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        total, good = np.add.reduceat(raised, starts), np.add.reduceat(raised * wanted, starts)
        slope = (raised / total[owner] - raised * wanted / good[owner]) / size
        by_class = np.bincount(place, slope, minlength=size * width).reshape(size, width)
        gradient = np.vstack([turned @ by_class + LISTWISE_PENALTY * table[:-1], by_class.sum(axis=0)])
        cost = np.log(total / good).sum() / size + LISTWISE_PENALTY * (table[:-1] ** 2).sum() / 2
        return cost, gradient.ravel()

    table = _minimum(loss, (matrix.shape[1] + 1) * width, LISTWISE_STEPS).reshape(-1, width)
    return table[-1], table[:-1]


def _minimum(loss: Callable[[Floats], tuple[float, Floats]], size: int, steps: int) -> Floats:
    """The point that L-BFGS reaches after some steps from 0."""
    options = {"maxiter": steps, "maxcor": 8}
    return np.asarray(minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options=options).x)
