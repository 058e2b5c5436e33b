"""The pool of two opinions, and what rivals of one sentence and date do to each other."""

from __future__ import annotations

import pytest

from timeline.events.pooling import ENTRIES, GAIN, LOSS, beside_rivals, pool, pooled
from timeline.events.ranking.rank import Ranked

MONDAY, TUESDAY = (10, 10), (11, 11)


@pytest.mark.parametrize(
    ("forest", "linear", "expected"),
    [(0.5, 0.5, 0.5), (0.8, 0.8, 0.8), (0.9, 0.1, 0.608), (0.1, 0.9, 0.392), (1.0, 1.0, 0.998), (0.0, 0.0, 0.002)],
)
def test_the_pool_is_a_weighted_mean_of_the_log_odds(forest: float, linear: float, expected: float) -> None:
    assert pool(forest, linear) == pytest.approx(expected, abs=2e-4)


def test_what_the_rules_do_not_propose_needs_a_surer_forest() -> None:
    assert pooled(Ranked(1, (), (), 0.6), {}).right < 0.6
    assert pooled(Ranked(1, (), (), 0.6), {1: 0.6}).right == pytest.approx(0.6, abs=1e-4)


def test_a_candidate_alone_in_its_sentence_keeps_its_chance() -> None:
    (only,) = beside_rivals([0.3], [0], [MONDAY], [0.3])
    assert only.weight == pytest.approx(0.3**ENTRIES, abs=1e-4)
    assert only.confidence == 0.3


@pytest.mark.parametrize(
    ("sentences", "dates", "rivals"),
    [([0, 0], [MONDAY, MONDAY], True), ([0, 1], [MONDAY, MONDAY], False), ([0, 0], [MONDAY, TUESDAY], False)],
)
def test_words_of_one_sentence_and_date_tell_one_event(
    sentences: list[int], dates: list[tuple[int, int]], rivals: bool
) -> None:
    first, second = beside_rivals([0.4, 0.5], sentences, dates, [0.4, 0.5])
    gained = 1 - 0.5 * (1 - GAIN * 0.4) if rivals else 0.5
    lost = LOSS * 0.4 if rivals else 0.4
    assert second.weight == pytest.approx(gained**ENTRIES, abs=1e-4)
    assert first.weight == pytest.approx(lost**ENTRIES, abs=1e-4)


def test_of_three_equals_the_first_told_is_the_entry() -> None:
    weights = [one.weight for one in beside_rivals([0.4, 0.4, 0.4], [2, 2, 2], [MONDAY] * 3, [0.4, 0.4, 0.4])]
    assert weights[0] > weights[1] == weights[2]


def test_confidence_is_never_more_than_weight_and_weights_stay_chances() -> None:
    for one in beside_rivals([0.0, 0.9, 1.0, 0.998], [0, 0, 0, 0], [MONDAY] * 4, [0.0, 0.9, 1.0, 0.998]):
        assert 0 <= one.confidence <= one.weight <= 1


@pytest.mark.parametrize(("dates", "moves"), [([MONDAY, MONDAY], True), ([MONDAY, TUESDAY], False)])
def test_the_word_that_the_forest_prefers_gets_the_opinion_of_its_group(
    dates: list[tuple[int, int]], moves: bool
) -> None:
    as_pooled = beside_rivals([0.4, 0.5], [0, 0], dates, [0.4, 0.5])
    preferred = beside_rivals([0.4, 0.5], [0, 0], dates, [0.6, 0.5])
    assert preferred == (as_pooled[::-1] if moves else as_pooled)
