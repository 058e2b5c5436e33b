"""Decode one label per word into names: `B-`egin, `I-`nside, `E-`nd, `S-`ingle, `O`utside, only in valid orders."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from timeline.nlp.arrays import Array

BEGINS, INSIDE, OUTSIDE = 3, 1, 2
"""spaCy's `ENT_IOB`."""


def labels(scores: Array, lengths: Array, names: tuple[str, ...]) -> Array:
    """The best valid sequence of labels for each sentence.

    Viterbi's algorithm is used only where the best labels of the single words do not form a valid sequence.

    Args:
        scores: Scores of the words of consecutive sentences (words, labels).
        lengths: The number of words of each sentence (sentences,).
        names: The names of the labels.

    Returns:
        The number of each word's label (words,).
    """
    best = scores.argmax(axis=1)
    allowed, first, last = _orders(names)
    ends = np.cumsum(lengths)
    begins = ends - lengths
    fits = np.ones(len(best), dtype=bool)  # whether a word's label may follow the one before it
    fits[1:] = allowed[best[:-1], best[1:]]
    fits[begins] = first[best[begins]]
    wrong = np.add.reduceat(~fits, begins).astype(bool) | ~last[best[ends - 1]]
    for sentence in np.flatnonzero(wrong).tolist():
        inside = slice(begins[sentence], ends[sentence])
        best[inside] = _viterbi(scores[inside], allowed, first, last)
    return np.asarray(best)


def _viterbi(scores: Array, allowed: Array, first: Array, last: Array) -> list[int]:
    barred = np.where(allowed, 0.0, -1e9)
    total = scores[0] + np.where(first, 0.0, -1e9)
    came = []
    for row in scores[1:]:
        ways = total[:, None] + barred
        came.append(ways.argmax(axis=0))
        total = ways.max(axis=0) + row
    path = [int((total + np.where(last, 0.0, -1e9)).argmax())]
    for back in reversed(came):
        path.append(int(back[path[-1]]))
    return path[::-1]


@lru_cache(maxsize=8)
def _orders(names: tuple[str, ...]) -> tuple[Array, Array, Array]:
    """Which label may follow which, which may begin a sentence, and which may end it."""
    parts = [(name[:1], name[2:]) for name in names]
    opening, closing = ("B", "S", "O"), ("E", "S", "O")
    follows = [
        [
            (one in closing and two in opening) or (one in ("B", "I") and two in ("I", "E") and label == other)
            for two, other in parts
        ]
        for one, label in parts
    ]
    return (
        np.array(follows),
        np.array([part in opening for part, _ in parts]),
        np.array([part in closing for part, _ in parts]),
    )


def mark(label: str) -> tuple[int, str]:
    """The values that spaCy stores for a label.

    Args:
        label: "B-PER", "I-PER", "E-PER", "S-PER" or "O".

    Returns:
        The value of `ENT_IOB`, and the entity type, "" for "O".
    """
    return {"O": OUTSIDE, "B": BEGINS, "S": BEGINS, "I": INSIDE, "E": INSIDE}[label[:1]], label[2:]
