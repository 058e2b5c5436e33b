"""The best tree over a sentence: every word has one head, one word hangs on the root, nothing goes round in a circle.

The best head of each word is nearly always a tree already; where it is not, Chu and Liu's algorithm (1965, and Edmonds
1967) finds the best one by shrinking a circle to a point.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np

Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"


def trees(scores: Array, lengths: Array) -> Array:
    """For each sentence (sentences, words, 1 + words), the column of each word's head: 0 the root, 1 + its index.

    Past a sentence's end the head is 0.
    """
    longest = scores.shape[1]
    heads = scores.argmax(axis=2)
    heads[np.arange(longest)[None, :] >= lengths[:, None]] = 0
    inside = np.arange(longest)[None, :] < lengths[:, None]
    one_root = ((heads == 0) & inside).sum(axis=1) == 1
    for sentence in np.flatnonzero(~(one_root & _rooted(heads))).tolist():
        size = int(lengths[sentence])
        heads[sentence, :size] = best_tree(scores[sentence, :size, : size + 1])
    return np.asarray(heads)


def _rooted(heads: Array) -> Array:
    """Whether every word of each sentence reaches the root: following heads twice as far each time."""
    ahead = np.concatenate([np.zeros((len(heads), 1), dtype=heads.dtype), heads], axis=1)
    for _ in range(max(1, int(heads.shape[1]).bit_length())):
        ahead = np.take_along_axis(ahead, ahead, axis=1)
    return np.asarray(~ahead.any(axis=1))


def best_tree(scores: Array) -> Array:
    """The best tree of one sentence, `scores` (words, 1 + words): the column of each word's head."""
    square = np.concatenate([np.full((1, scores.shape[1]), -np.inf), scores.astype(np.float64)])
    square[np.isneginf(square)] = -1e9
    best, best_total = None, -np.inf
    for root in _root_candidates(square):
        forced = square.copy()
        forced[1:, 0] = -1e9
        forced[root, 0] = square[root, 0]
        heads = _arborescence(forced)
        total = float(forced[np.arange(1, len(heads)), heads[1:]].sum())
        if total > best_total:
            best, best_total = heads, total
    assert best is not None  # a sentence has a word, and each may be the root
    return np.asarray(best[1:])


def _root_candidates(square: Array, most: int = 3) -> list[int]:
    """The words that are the likeliest roots, compared with their other heads."""
    margin = square[1:, 0] - square[1:, 1:].max(axis=1, initial=-1e9)
    return [int(word) + 1 for word in np.argsort(-margin, kind="stable")[:most]]


def _arborescence(square: Array) -> Array:
    """Chu, Liu and Edmonds: `square[word, head]`, 0 the root."""
    heads = square.argmax(axis=1)
    heads[0] = 0
    circle = _circle(heads)
    if circle is None:
        return np.asarray(heads)
    rest = np.setdiff1d(np.arange(len(square)), circle)
    kept = square[circle, heads[circle]]
    inward = square[np.ix_(circle, rest)] - kept[:, None]
    outward = square[np.ix_(rest, circle)]
    smaller = np.full((len(rest) + 1, len(rest) + 1), -1e9)
    smaller[:-1, :-1] = square[np.ix_(rest, rest)]
    smaller[-1, :-1] = inward.max(axis=0)
    smaller[:-1, -1] = outward.max(axis=1)
    return _opened(_arborescence(smaller), heads, circle, rest, inward.argmax(axis=0), outward.argmax(axis=1))


def _opened(found: Array, heads: Array, circle: Array, rest: Array, entry: Array, leaving: Array) -> Array:
    """The tree with the point made a circle again, cut where the tree enters it."""
    point = len(rest)
    whole = heads.copy()
    for index, word in enumerate(rest.tolist()):
        whole[word] = circle[leaving[index]] if found[index] == point else rest[found[index]]
    into = int(found[point])
    whole[circle[entry[into]]] = rest[into]
    whole[0] = 0
    return np.asarray(whole)


def _circle(heads: Array) -> Array | None:
    """The words of a circle, or None."""
    seen = np.zeros(len(heads), dtype=np.int64)
    for start in range(1, len(heads)):
        word, path = start, []
        while word and not seen[word]:
            seen[word] = start
            path.append(word)
            word = int(heads[word])
        if word and seen[word] == start:
            return np.array(sorted(path[path.index(word) :]))
    return None
