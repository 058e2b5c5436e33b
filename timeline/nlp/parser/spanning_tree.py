"""The best tree of a sentence: each word has one head, one word depends on the root, and there are no cycles.

The best heads of the single words nearly always form a tree. If they do not, the algorithm of Chu and Liu (1965;
Edmonds 1967) finds the best tree by contracting cycles.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from timeline.nlp.arrays import Array

NEVER, LEFT, DEAR = -1e9, -1e18, 1e6
"""The scores of impossible arcs and of removed arcs, and the cost of the root: more than all scores together."""


def trees(scores: Array, lengths: Array) -> Array:
    """The best tree of each sentence.

    Args:
        scores: The scores of heads (sentences, words, 1 + words).
        lengths: The number of words of each sentence (sentences,).

    Returns:
        The column of each word's head (sentences, words): 0 is the root, else 1 + the head's index; 0 past the end.
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
    """Whether each word of a sentence reaches the root; each step doubles the number of heads followed."""
    ahead = np.concatenate([np.zeros((len(heads), 1), dtype=heads.dtype), heads], axis=1)
    for _ in range(max(1, int(heads.shape[1]).bit_length())):
        ahead = np.take_along_axis(ahead, ahead, axis=1)
    return np.asarray(~ahead.any(axis=1))


def best_tree(scores: Array) -> Array:
    """The best tree of one sentence, from `scores` (words, 1 + words): the column of each word's head.

    The root is made so expensive that the best tree uses it once (Stanojević and Cohen, 2021).
    """
    square = np.concatenate([np.full((1, scores.shape[1]), NEVER), scores.astype(np.float64)])
    square[~np.isfinite(square)] = NEVER
    square[:, 0] -= DEAR
    return np.array(_arborescence(square)[1:])


@dataclass(frozen=True, slots=True)
class _Circle:
    """A cycle contracted to its first word, the point.

    `members` are its words. `head` is the head of the point within the cycle. `entry` maps each head outside to the
    member that it enters; `exit` maps each word outside to the member that governs it. `outside` are the other words.
    """

    members: list[int]
    head: int
    entry: list[int]
    exit: list[int]
    outside: list[int]


def _arborescence(square: Array) -> list[int]:
    """Chu, Liu and Edmonds: the best heads by `square[word, head]`, 0 is the root; `square` is overwritten."""
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
    """Contract a cycle to a point: entering it costs what the entered member loses by giving up its own head."""
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
    """Expand a point to its cycle again, cut where the tree enters it."""
    point = circle.members[0]
    head = heads[point]
    heads[point] = circle.head
    heads[circle.entry[head]] = head
    for word in circle.outside:
        if heads[word] == point:
            heads[word] = circle.exit[word]


def _circle(heads: list[int], alive: list[int]) -> list[int] | None:
    """The words of a cycle among those `alive`, or None."""
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
