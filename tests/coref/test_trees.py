"""Boosted trees over named features."""

from __future__ import annotations

import random

import pytest

from timeline.coref.similarity import model
from timeline.coref.trees import Node, Trees

TREES = Trees(
    ("size", "age"),
    (
        (
            Node(0, 0.5, 1, 2, 0.0),
            Node(-1, 0.0, -1, -1, -1.0),
            Node(1, 2.0, 3, 4, 0.0),
            Node(-1, 0.0, -1, -1, 0.5),
            Node(-1, 0.0, -1, -1, 2.0),
        ),
        (Node(1, 0.0, 1, 2, 0.0), Node(-1, 0.0, -1, -1, 0.25), Node(-1, 0.0, -1, -1, -0.25)),
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


def test_trees_of_a_file_are_the_trees_written() -> None:
    assert Trees.of(TREES.as_data()) == TREES


def walked(trees: Trees, values: dict[str, float]) -> float:
    """The sum of the leaves, node after node."""
    total = 0.0
    for tree in trees.trees:
        node = tree[0]
        while node.feature >= 0:
            node = tree[node.left if values.get(trees.features[node.feature], 0.0) <= node.cut else node.right]
        total += node.value
    return total


def test_all_trees_at_once_give_the_bits_of_one_after_the_other() -> None:
    trees = model().trees
    chance = random.Random(1)
    for _ in range(200):
        row = {name: chance.choice((1.0, chance.random())) for name in chance.sample(trees.features, 30)}
        assert trees.log_odds(row) == walked(trees, row)


def test_a_tree_has_at_most_as_many_leaves_as_a_number_has_bits() -> None:
    def chain(leaves: int) -> tuple[Node, ...]:
        asking = [Node(0, float(place), 2 * place + 1, 2 * place + 2, 0.0) for place in range(leaves - 1)]
        pairs = [(node, Node(-1, 0.0, -1, -1, float(place))) for place, node in enumerate(asking)]
        return (*(node for pair in pairs for node in pair), Node(-1, 0.0, -1, -1, float(leaves - 1)))

    longest = Trees(("size",), (chain(64),))
    assert [longest.log_odds({"size": size}) for size in (0.0, 31.5, 62.0, 62.5)] == [0.0, 32.0, 62.0, 63.0]
    with pytest.raises(ValueError, match="64"):
        Trees(("size",), (chain(65),)).log_odds({})
