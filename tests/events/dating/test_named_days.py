"""The days that an article names, seen from a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.events.dating.named_days import named_days
from timeline.events.dating.options import Days

TODAY = 100
GIVEN: list[Days | None] = [(98, 98), (90, 90), None, (90, 94), (110, 110), (98, 98)]
SENTENCES = [0, 1, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("sentence", "days", "values"),
    [
        (0, (98, 98), [True, False, 0, 4, False]),
        (1, (98, 98), [True, False, 1, 3, True]),
        (3, (98, 98), [True, False, 3, 1, False]),
        (1, (90, 90), [False, False, 0, 99, True]),
        (0, (90, 94), [False, False, 99, 2, False]),
        (4, (110, 110), [False, False, 1, 99, False]),
        (2, (5, 5), [False, False, 99, 99, False]),
        (2, (None, None), [False, False, 99, 99, False]),
    ],
)
def test_days_seen_from_a_sentence(sentence: int, days: Days, values: list[float]) -> None:
    assert named_days(GIVEN, SENTENCES, [1], TODAY).seen_from(sentence, days) == values


DAYS = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(lambda pair: (min(pair), max(pair)))


@given(st.lists(st.tuples(DAYS, st.integers(-1, 4)), max_size=8), st.integers(0, 4), DAYS)
def test_the_index_says_what_a_scan_says(named: list[tuple[tuple[int, int], int]], sentence: int, days: Days) -> None:
    within = [(its, at) for its, at in named if at >= 0]
    single = {first for (first, last), _ in within if first == last and first <= 3}
    so_far = [first for (first, _), at in within if at <= sentence and first in single]
    at = [at for its, at in within if its == days]
    is_day = days[0] == days[1]
    assert named_days([its for its, _ in named], [at for _, at in named], (), 3).seen_from(sentence, days) == [
        is_day and days[0] == max(so_far, default=None),
        is_day and single == {days[0]},
        min((sentence - one for one in at if one <= sentence), default=99),
        min((one - sentence for one in at if one > sentence), default=99),
        False,
    ]
