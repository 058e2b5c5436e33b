"""What rivals of one sentence and date do to each other."""

from __future__ import annotations

import pytest

from timeline.events.rivals import ENTRIES, GAIN, LOSS, beside_rivals

MONDAY, TUESDAY = (10, 10), (11, 11)


def test_a_candidate_alone_in_its_sentence_keeps_its_chance() -> None:
    (only,) = beside_rivals([0.3], [0], [MONDAY])
    assert only.weight == pytest.approx(0.3**ENTRIES, abs=1e-4)
    assert only.confidence == 0.3


@pytest.mark.parametrize(
    ("sentences", "dates", "rivals"),
    [([0, 0], [MONDAY, MONDAY], True), ([0, 1], [MONDAY, MONDAY], False), ([0, 0], [MONDAY, TUESDAY], False)],
)
def test_words_of_one_sentence_and_date_tell_one_event(
    sentences: list[int], dates: list[tuple[int, int]], rivals: bool
) -> None:
    first, second = beside_rivals([0.4, 0.5], sentences, dates)
    gained = 1 - 0.5 * (1 - GAIN * 0.4) if rivals else 0.5
    lost = LOSS * 0.4 if rivals else 0.4
    assert second.weight == pytest.approx(gained**ENTRIES, abs=1e-4)
    assert first.weight == pytest.approx(lost**ENTRIES, abs=1e-4)


def test_of_three_equals_the_first_told_is_the_entry() -> None:
    weights = [one.weight for one in beside_rivals([0.4, 0.4, 0.4], [2, 2, 2], [MONDAY] * 3)]
    assert weights[0] > weights[1] == weights[2]


def test_confidence_is_never_more_than_weight_and_weights_stay_chances() -> None:
    for one in beside_rivals([0.0, 0.9, 1.0, 0.998], [0, 0, 0, 0], [MONDAY] * 4):
        assert 0 <= one.confidence <= one.weight <= 1
