"""Boosted trees over named features."""

from __future__ import annotations

import pytest

from timeline.coref.trees import Node, Trees

TREES = Trees(
    ("size", "age"),
    (
        (
            Node(0, 0.5, 1, 2, 0.1),
            Node(-1, 0.0, -1, -1, -1.0),
            Node(1, 2.0, 3, 4, 0.6),
            Node(-1, 0.0, -1, -1, 0.5),
            Node(-1, 0.0, -1, -1, 2.0),
        ),
        (Node(1, 0.0, 1, 2, 0.2), Node(-1, 0.0, -1, -1, 0.25), Node(-1, 0.0, -1, -1, -0.25)),
    ),
)


@pytest.mark.parametrize(
    ("values", "log_odds"),
    [
        ({}, -0.75),
        ({"size": 0.5}, -0.75),
        ({"size": 1.0}, 0.75),
        ({"size": 1.0, "age": 3.0}, 1.75),
        ({"age": 1}, -1.25),
    ],
)
def test_the_leaves_that_a_row_reaches_add_up(values: dict[str, float], log_odds: float) -> None:
    assert TREES.log_odds(values) == log_odds
    assert TREES.base + sum(TREES.contributions(values).values()) == pytest.approx(log_odds)


def test_trees_of_a_file_are_the_trees_written() -> None:
    assert Trees.of(TREES.as_data()) == TREES
