"""The best tree over a sentence, beside the best of all that there are."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.nlp.arrays import Array
from timeline.nlp.parser import spanning_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """Whether one word hangs on the root (0) and every word reaches it; heads count words from 1."""
    if heads.count(0) != 1:
        return False
    return all(_reaches(word, heads) for word in range(1, len(heads) + 1))


def _reaches(word: int, heads: tuple[int, ...]) -> bool:
    seen = set[int]()
    at = word
    while at and at not in seen:
        seen.add(at)
        at = heads[at - 1]
    return not at


def best_of_all(scores: Array) -> float:
    size = len(scores)
    return max(
        float(scores[np.arange(size), list(heads)].sum())
        for heads in product(range(size + 1), repeat=size)
        if is_tree(heads)
    )


@st.composite
def sentences(draw: st.DrawFn) -> Array:
    size = draw(st.integers(1, 5))
    cells = st.floats(-9, 9, width=32)
    scores = np.array(draw(st.lists(cells, min_size=size * (size + 1), max_size=size * (size + 1))), dtype=np.float32)
    scores = scores.reshape(size, size + 1)
    scores[np.arange(size), np.arange(size) + 1] = -np.inf  # no word governs itself
    return scores


@given(sentences())
def test_no_tree_is_better(scores: Array) -> None:
    heads = spanning_tree.best_tree(scores)
    assert is_tree(tuple(heads.tolist()))
    found = float(scores[np.arange(len(scores)), heads].sum())
    assert found == pytest.approx(best_of_all(scores), abs=1e-3)


@settings(deadline=None)  # all trees of four sentences are tried
@given(st.lists(sentences(), min_size=1, max_size=4))
def test_many_sentences_are_read_as_one_by_one(some: list[Array]) -> None:
    longest = max(map(len, some))
    scores = np.full((len(some), longest, longest + 1), -np.inf, dtype=np.float32)
    for index, one in enumerate(some):
        scores[index, : len(one), : len(one) + 1] = one
    found = spanning_tree.trees(scores, np.array([len(one) for one in some]))
    for index, one in enumerate(some):
        heads = found[index, : len(one)]
        assert is_tree(tuple(heads.tolist()))
        assert one[np.arange(len(one)), heads].sum() == pytest.approx(best_of_all(one), abs=1e-3)
        assert not found[index, len(one) :].any()
