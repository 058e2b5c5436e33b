"""Probabilities from scores: chances of a group, log odds."""

from __future__ import annotations

import numpy as np
import pytest

from timeline.events.ranking.probabilities import sigmoid, softmax


def test_chances_of_a_group_sum_to_one() -> None:
    first, second = softmax(np.array([1.0, 1.0, 5.0]), [2, 1])
    assert first.tolist() == [0.5, 0.5]
    assert second.tolist() == [1.0]


@pytest.mark.parametrize(("score", "chance"), [(0.0, 0.5), (1000.0, 1.0), (-1000.0, 0.0)])
def test_log_odds(score: float, chance: float) -> None:
    assert sigmoid(np.array([score]))[0] == pytest.approx(chance)
