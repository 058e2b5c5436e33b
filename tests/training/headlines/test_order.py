"""The order of an event's drafts: which lines are compared, and which pairs are in order."""

from __future__ import annotations

import numpy as np
import pytest

from training.headlines import order


@pytest.mark.parametrize(
    ("events", "verdicts", "expected"),
    [
        ("aab", (0, 2, 1), [[0, 1]]),
        ("aabb", (0, 2, 1, 1), [[0, 1]]),
        ("abbb", (2, 0, 1, 0), [[1, 2, 3]]),
        ("abc", (0, 1, 2), []),
    ],
)
def test_lines_of_one_event_with_different_verdicts_are_compared(
    events: str, verdicts: tuple[int, ...], expected: list[list[int]]
) -> None:
    assert order.compared(events, verdicts) == expected


@pytest.mark.parametrize(
    ("scores", "share"), [((0.1, 0.2, 0.3), 1.0), ((0.3, 0.2, 0.1), 0.0), ((0.2, 0.1, 0.3), 2 / 3)]
)
def test_pairs_are_in_order_if_the_better_one_has_the_higher_score(scores: tuple[float, ...], share: float) -> None:
    found = order.share_in_order(np.array(scores), np.array([0, 1, 2]), [[0, 1, 2]])
    assert found == pytest.approx(share)


def test_the_rank_of_another_event_is_not_compared() -> None:
    scores, verdicts = np.array([0.9, 1.0, 0.1, 0.2]), np.array([0, 2, 0, 1])
    assert order.share_in_order(scores, verdicts, [[0, 1], [2, 3]]) == 1.0
