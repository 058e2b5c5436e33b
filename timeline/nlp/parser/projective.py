"""Trees without crossing arcs.

In French fewer than two words in a thousand have a crossing arc, and where the network predicts one, it is wrong three
times in four.

Heads are columns as in `tree`: 0 is the root, 1 + the index of a word.
"""

from __future__ import annotations

import numpy as np

from timeline.nlp.arrays import Array

REPAIRS = 12
"""The largest number of arcs that are moved in a sentence."""


def projective(heads: Array, scores: Array, lengths: Array) -> Array:
    """Move the crossing arcs of some trees.

    Args:
        heads: The trees (sentences, words); 0 past a sentence's end.
        scores: The scores of heads (sentences, words, 1 + words).
        lengths: The number of words of each sentence (sentences,).

    Returns:
        The trees (sentences, words).
    """
    found = heads.copy()
    for sentence in np.flatnonzero(crossed(heads, lengths)).tolist():
        size = int(lengths[sentence])
        found[sentence, :size] = uncrossed(heads[sentence, :size], scores[sentence, :size, : size + 1])
    return found


def crossed(heads: Array, lengths: Array) -> Array:
    """Which sentences have crossing arcs.

    Args:
        heads: The head of each word, from 1; 0 is the root: (sentences, longest). Past a sentence's end it is 0.
        lengths: The number of words of each sentence.

    Returns:
        A boolean for each sentence.
    """
    words = np.arange(1, heads.shape[1] + 1)[None, :]
    inside = words <= lengths[:, None]
    low, high = np.where(inside, np.minimum(heads, words), 0), np.where(inside, np.maximum(heads, words), 0)
    return np.asarray(_cross(low[:, :, None], high[:, :, None], low[:, None, :], high[:, None, :]).any(axis=(1, 2)))


def _cross(low: Array, high: Array, other_low: Array, other_high: Array) -> Array:
    """Whether an arc begins before another one and ends within it."""
    return np.asarray((low < other_low) & (other_low < high) & (high < other_high))


def uncrossed(heads: Array, scores: Array) -> Array:
    """The tree of one sentence, with crossing arcs moved to heads where no arc crosses them.

    The move with the least loss is chosen; a crossing that no single move removes stays.

    Args:
        heads: The head of each word, from 1; 0 is the root.
        scores: The scores of heads: (words, 1 + words).

    Returns:
        The new heads; `heads` is not changed.
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
    """The best other head of a word without a crossing: the loss, the word, and that head.

    The word that depends on the root is not moved.
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
    """Which words are below a word, including the word itself."""
    found = np.zeros(len(heads) + 1, dtype=bool)
    found[word + 1] = True
    while True:
        more = found[1:] | found[heads]
        if (more == found[1:]).all():
            return more
        found[1:] = more
