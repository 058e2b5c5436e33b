"""A date that is carried from another sentence."""

from __future__ import annotations

import pytest

from timeline.calendar import edtf_timed, parse_edtf
from timeline.events.dating.types import DatingRule, carry


@pytest.mark.parametrize(
    ("date", "rule", "carried"),
    [
        ("2023-08-19T04:12:00", DatingRule.LEAD, "2023-08-19"),
        ("2023-08-19T04:12:00", DatingRule.CARRIED, "2023-08-19"),
        ("2023-08-19T04:12:00", DatingRule.CLAUSE, "2023-08-19T04:12:00"),
        ("2023-08-19", DatingRule.LEAD, "2023-08-19"),
        ("2023-08", DatingRule.CARRIED, "2023-08"),
        ("../2023-08-19", DatingRule.CARRIED, "../2023-08-19"),
    ],
)
def test_the_hour_of_another_sentence_is_not_carried(date: str, rule: DatingRule, carried: str) -> None:
    of_the_other = parse_edtf(date)
    assert of_the_other is not None
    its = carry(of_the_other, None, rule).date
    assert its is not None
    assert edtf_timed(its) == carried
