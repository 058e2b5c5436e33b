"""The best tree over a sentence: every word has one head, one word hangs on the root, nothing goes round in a circle.

The best head of each word is nearly always a tree already; where it is not, Chu and Liu's algorithm (1965, and Edmonds
1967) finds the best one by shrinking a circle to a point.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from timeline.nlp.arrays import Array

NEVER, LEFT, DEAR = -1e9, -1e18, 1e6
"""The score of what is impossible, of what is no more, and what the root costs: more than all scores together."""


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
    """The best tree of one sentence, `scores` (words, 1 + words): the column of each word's head.

    The root is made so dear that the best tree uses it once (Stanojević and Cohen, 2021).
    """
    square = np.concatenate([np.full((1, scores.shape[1]), NEVER), scores.astype(np.float64)])
    square[~np.isfinite(square)] = NEVER
    square[:, 0] -= DEAR
    return np.array(_arborescence(square)[1:])


@dataclass(frozen=True, slots=True)
class _Circle:
    """Words shrunk to the first of them, the point.

    `members`; the point's `head` in the circle; by each head outside, the member that it enters (`entry`); by each
    word outside, the member that governs it (`exit`); the words `outside`.
    """

    members: list[int]
    head: int
    entry: list[int]
    exit: list[int]
    outside: list[int]


def _arborescence(square: Array) -> list[int]:
    """Chu, Liu and Edmonds: the best heads by `square[word, head]`, 0 the root; `square` is used up."""
    heads: list[int] = square.argmax(axis=1).tolist()
    heads[0] = 0
    alive = list(range(len(heads)))
    shrunk: list[_Circle] = []
    while (members := _circle(heads, alive)) is not None:
        shrunk.append(_shrink(square, heads, members, alive))
        alive = [members[0], *shrunk[-1].outside]
    for circle in reversed(shrunk):
        _open(circle, heads)
    return heads


def _shrink(square: Array, heads: list[int], members: list[int], alive: list[int]) -> _Circle:
    """Makes a circle a point: entering it costs what the member entered loses by leaving its own head."""
    point, inside = members[0], set(members)
    inward = square[members]
    inward -= inward[np.arange(len(members)), [heads[member] for member in members]][:, None]
    outward = square[:, members]
    entry, leaving = inward.argmax(axis=0).tolist(), outward.argmax(axis=1).tolist()
    circle = _Circle(
        members,
        heads[point],
        [members[index] for index in entry],
        [members[index] for index in leaving],
        [word for word in alive if word not in inside],
    )
    square[point], square[:, point] = inward.max(axis=0), outward.max(axis=1)
    square[point, members] = LEFT
    square[:, members[1:]] = LEFT
    for word in circle.outside:
        if heads[word] in inside:
            heads[word] = point
    heads[point] = int(square[point].argmax())
    return circle


def _open(circle: _Circle, heads: list[int]) -> None:
    """Makes a point a circle again, cut where the tree enters it."""
    point = circle.members[0]
    head = heads[point]
    heads[point] = circle.head
    heads[circle.entry[head]] = head
    for word in circle.outside:
        if heads[word] == point:
            heads[word] = circle.exit[word]


def _circle(heads: list[int], alive: list[int]) -> list[int] | None:
    """The words of a circle among those `alive`, or None."""
    seen = {0: 0}
    for start in alive:
        word = start
        while word not in seen:
            seen[word] = start
            word = heads[word]
        if word and seen[word] == start:
            return _around(heads, word)
    return None


def _around(heads: list[int], word: int) -> list[int]:
    found = [word]
    while (ahead := heads[found[-1]]) != word:
        found.append(ahead)
    return found
