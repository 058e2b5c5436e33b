"""Arcs that cross are moved; what does not cross stays."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.nlp.parser import spanning_tree
from timeline.nlp.parser.projective import crossed, projective, uncrossed

Array = Any


@pytest.mark.parametrize(
    ("heads", "crosses"),
    [
        ([2, 0, 2], False),
        ([0, 1, 2, 3], False),
        ([3, 4, 0, 3], True),  # 1←3 and 2←4
        ([2, 0, 1], True),  # 3←1 passes over the root's word
        ([0], False),
    ],
)
def test_what_crosses(heads: list[int], crosses: bool) -> None:
    assert crossed(np.array([heads]), np.array([len(heads)])).tolist() == [crosses]


def test_past_the_end_nothing_crosses() -> None:
    heads = np.array([[2, 0, 1, 0], [2, 0, 0, 0]])
    assert crossed(heads, np.array([3, 2])).tolist() == [True, False]


def test_the_cheapest_arc_is_moved_to_the_best_head_that_is_free() -> None:
    """« texte qui entrera, interdit l'entrée aux ressortissants »: the last word leaves the clause before."""
    heads = np.array([3, 1, 0, 3, 2])
    scores = np.zeros((5, 6))
    scores[4, [2, 4, 3]] = 3.0, 2.5, 1.0
    scores[1, 1], scores[0, 3] = 9.0, 9.0
    assert uncrossed(heads, scores).tolist() == [3, 1, 0, 3, 4]


@st.composite
def scored(draw: st.DrawFn) -> Array:
    size = draw(st.integers(1, 9))
    return np.random.default_rng(draw(st.integers(0, 10_000))).normal(size=(size, size + 1)) * 3


@given(scored())
def test_a_tree_stays_a_tree_with_one_root(scores: Array) -> None:
    size = len(scores)
    scores[np.arange(size), np.arange(size) + 1] = -np.inf
    lengths = np.array([size])
    heads = projective(spanning_tree.trees(scores[None], lengths), scores[None], lengths)[0]
    assert (heads == 0).sum() == 1
    ahead = np.concatenate([[0], heads])
    for _ in range(size):
        ahead = ahead[ahead]
    assert not ahead.any()


@given(scored())
def test_a_tree_without_crossings_is_the_best_one(scores: Array) -> None:
    size = len(scores)
    scores[np.arange(size), np.arange(size) + 1] = -np.inf
    best = spanning_tree.best_tree(scores)
    if not crossed(best[None], np.array([size])).any():
        assert uncrossed(best, scores).tolist() == best.tolist()
