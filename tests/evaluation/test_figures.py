"""chrF and the interval of the bootstrap."""

from __future__ import annotations

import pytest

from timeline.evaluation.bootstrap import interval
from timeline.evaluation.chrf import chrf


@pytest.mark.parametrize(
    ("hypothesis", "reference", "least", "most"),
    [
        ("Le pont rouvre", "Le pont rouvre", 1.0, 1.0),
        ("le PONT  rouvre", "Le pont rouvre", 1.0, 1.0),
        ("Le pont rouvre", "Un train déraille", 0.0, 0.2),
        ("Le pont rouvre", "Le pont rouvre au public", 0.5, 0.9),
        ("", "Le pont rouvre", 0.0, 0.0),
        ("Le pont rouvre", "Réouverture du pont", 0.1, 0.6),
    ],
)
def test_chrf(hypothesis: str, reference: str, least: float, most: float) -> None:
    assert least <= chrf(hypothesis, reference) <= most


def test_the_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    def mean(values: object) -> float:
        assert isinstance(values, list)
        return sum(values) / len(values)

    values = [number % 2 for number in range(100)]
    low, high = interval(values, mean)
    assert low < 0.5 < high
    assert (low, high) == interval(values, mean)


def test_no_articles_no_interval() -> None:
    assert interval([], len) == (0.0, 0.0)
