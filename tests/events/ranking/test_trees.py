"""Forests: the way down, whole numbers, chances."""

from __future__ import annotations

import numpy as np
import pytest

from timeline.events.ranking.trees import SCALE, Forest, sigmoid, softmax


def stump(feature: int, threshold: float, below: float, above: float) -> Forest:
    """A tree of one question."""
    return Forest(
        features=np.array([feature, 0, 0], dtype=np.int32),
        thresholds=np.array([threshold, 0, 0], dtype=np.float32),
        left=np.array([1, 1, 2], dtype=np.int32),
        right=np.array([2, 1, 2], dtype=np.int32),
        values=np.array([0, round(below * SCALE), round(above * SCALE)], dtype=np.int32),
        roots=np.array([0], dtype=np.int32),
        depth=1,
    )


def test_a_row_goes_left_up_to_the_threshold() -> None:
    rows = np.array([[9, 0.4], [9, 0.5], [9, 0.6]], dtype=np.float32)
    assert stump(1, 0.5, -1.0, 2.0).scores(rows).tolist() == [-1.0, -1.0, 2.0]


def test_leaves_stay_where_they_are_and_trees_add_up() -> None:
    one = stump(0, 0.0, 1.0, 2.0)
    two = Forest(
        **_doubled(one),
        left=np.concatenate([one.left, one.left + 3]),
        right=np.concatenate([one.right, one.right + 3]),
        depth=5,
    )
    two.roots[1] = 3
    assert two.scores(np.array([[1.0]], dtype=np.float32)).tolist() == [4.0]


def _doubled(forest: Forest) -> dict[str, np.ndarray]:
    names = ("features", "thresholds", "values", "roots")
    return {name: np.concatenate([getattr(forest, name)] * 2) for name in names}


def test_no_rows_no_scores() -> None:
    assert stump(0, 0.0, 1.0, 2.0).scores(np.zeros((0, 1), dtype=np.float32)).tolist() == []


def test_more_rows_than_a_block_score_alike() -> None:
    rows = np.linspace(-1, 1, 1000, dtype=np.float32)[:, None]
    forest = stump(0, 0.0, 1.0, 2.0)
    assert forest.scores(rows).tolist() == [float(forest.scores(row[None])[0]) for row in rows]


def test_chances_of_a_group_sum_to_one() -> None:
    first, second = softmax(np.array([1.0, 1.0, 5.0]), [2, 1])
    assert first.tolist() == [0.5, 0.5]
    assert second.tolist() == [1.0]


@pytest.mark.parametrize(("score", "chance"), [(0.0, 0.5), (1000.0, 1.0), (-1000.0, 0.0)])
def test_log_odds(score: float, chance: float) -> None:
    assert sigmoid(np.array([score]))[0] == pytest.approx(chance)
