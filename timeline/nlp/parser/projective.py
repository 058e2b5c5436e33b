"""Trees whose arcs do not cross.

In French fewer than two words in a thousand hang across others, and where the network says so it is wrong three times
in four.

Heads are columns as in `tree`: 0 the root, 1 + a word's index.
"""

from __future__ import annotations

import numpy as np

from timeline.nlp.arrays import Array

REPAIRS = 12
"""Arcs that are moved in a sentence at most."""


def projective(heads: Array, scores: Array, lengths: Array) -> Array:
    """The trees of some sentences (sentences, words), with crossing arcs moved.

    By `scores` (sentences, words, 1 + words). Past a sentence's end the head is 0.
    """
    found = heads.copy()
    for sentence in np.flatnonzero(crossed(heads, lengths)).tolist():
        size = int(lengths[sentence])
        found[sentence, :size] = uncrossed(heads[sentence, :size], scores[sentence, :size, : size + 1])
    return found


def crossed(heads: Array, lengths: Array) -> Array:
    """Which sentences (sentences, words) have arcs that cross; past a sentence's end the head is 0."""
    words = np.arange(1, heads.shape[1] + 1)[None, :]
    inside = words <= lengths[:, None]
    low, high = np.where(inside, np.minimum(heads, words), 0), np.where(inside, np.maximum(heads, words), 0)
    return np.asarray(_cross(low[:, :, None], high[:, :, None], low[:, None, :], high[:, None, :]).any(axis=(1, 2)))


def _cross(low: Array, high: Array, other_low: Array, other_high: Array) -> Array:
    """Whether an arc begins before another one, and ends within it."""
    return np.asarray((low < other_low) & (other_low < high) & (high < other_high))


def uncrossed(heads: Array, scores: Array) -> Array:
    """The tree of one sentence, with crossing arcs moved where no arc crosses them.

    By the least loss in `scores` (words, 1 + words); a crossing that no single move undoes stays.
    """
    found = heads.copy()
    for _ in range(REPAIRS):
        moves = [move for word in _crossing(found) if (move := _move(found, scores, word)) is not None]
        if not moves:
            break
        _, word, head = min(moves)
        found[word] = head
    return found


def _arcs(heads: Array) -> tuple[Array, Array]:
    words = np.arange(1, len(heads) + 1)
    return np.minimum(heads, words), np.maximum(heads, words)


def _crossing(heads: Array) -> list[int]:
    """The words whose arcs cross others."""
    low, high = _arcs(heads)
    pairs = _cross(low[:, None], high[:, None], low[None, :], high[None, :])
    words: list[int] = np.flatnonzero(pairs.any(axis=0) | pairs.any(axis=1)).tolist()
    return words


def _move(heads: Array, scores: Array, word: int) -> tuple[float, int, int] | None:
    """The loss of the best other head that a word can have without crossing, the word, and that head.

    The root's word stays.
    """
    if not heads[word]:
        return None
    free = np.flatnonzero(~_below(heads, word)) + 1
    low, high = (np.delete(ends, word) for ends in _arcs(heads))
    begin, end = np.minimum(free, word + 1)[:, None], np.maximum(free, word + 1)[:, None]
    free = free[~(_cross(begin, end, low, high) | _cross(low, high, begin, end)).any(axis=1)]
    if not len(free):
        return None
    best = int(free[scores[word, free].argmax()])
    return float(scores[word, heads[word]] - scores[word, best]), word, best


def _below(heads: Array, word: int) -> Array:
    """Which words hang on a word, itself included."""
    found = np.zeros(len(heads) + 1, dtype=bool)
    found[word + 1] = True
    while True:
        more = found[1:] | found[heads]
        if (more == found[1:]).all():
            return more
        found[1:] = more
