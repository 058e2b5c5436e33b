"""Feasts, fixed and movable."""

from __future__ import annotations

import datetime

import pytest

from timeline.calendar import to_date
from timeline.calendar.holidays import holiday


@pytest.mark.parametrize(
    ("key", "year", "day"),
    [
        ("christmas", 2020, "2020-12-25"), ("easter", 2020, "2020-04-12"), ("easter", 2024, "2024-03-31"),
        ("ascension", 2021, "2021-05-13"), ("whit_monday", 2020, "2020-06-01"), ("shrove_tuesday", 2020, "2020-02-25"),
        ("mothers_day", 2020, "2020-06-07"), ("mothers_day", 2022, "2022-05-29"), ("fathers_day", 2020, "2020-06-21"),
        ("thanksgiving", 2020, "2020-11-26"), ("eid_al_fitr", 2020, "2020-05-24"), ("eid_al_adha", 2020, "2020-07-31"),
        ("orthodox_easter", 2021, "2021-05-02"), ("grandmothers_day", 2020, "2020-03-01"),
        ("cyber_monday", 2020, "2020-11-30"), ("rosh_hashanah", 2019, "2019-09-30"),
        ("rosh_hashanah", 2024, "2024-10-03"),
        ("yom_kippur", 2017, "2017-09-30"), ("hanukkah", 2016, "2016-12-25"), ("hanukkah", 2022, "2022-12-19"),
        ("passover", 2023, "2023-04-06"), ("purim", 2022, "2022-03-17"),
    ],
)  # fmt: skip
def test_holiday(key: str, year: int, day: str) -> None:
    at = holiday(key, year)
    assert at is not None
    assert to_date(at) == datetime.date.fromisoformat(day)


def test_what_cannot_be_told_is_none() -> None:
    assert holiday("eid_al_fitr", 1500) is None
    assert holiday("no such feast", 2020) is None
