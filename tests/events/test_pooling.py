"""The pool of two opinions."""

from __future__ import annotations

import pytest

from timeline.events.pooling import pool, pooled
from timeline.events.ranking.rank import Ranked


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [(0.5, 0.5, 0.5), (0.8, 0.8, 0.8), (0.9, 0.1, 0.5), (0.2, 0.5, 0.3333), (0.0, 0.5, 0.0429), (1.0, 1.0, 0.998)],
)
def test_the_pool_is_the_mean_of_the_log_odds(one: float, other: float, expected: float) -> None:
    assert pool(one, other) == pytest.approx(expected, abs=2e-4)
    assert pool(one, other) == pool(other, one)


def test_confidence_is_never_more_than_weight() -> None:
    both = pooled(Ranked(3, (), (), 0.4, 0.4), {3: (0.4, 0.9)})
    assert both.right == both.keep == pytest.approx(0.4)


def test_what_the_rules_do_not_propose_needs_a_surer_forest() -> None:
    assert pooled(Ranked(1, (), (), 0.6, 0.5), {}).keep < 0.6
