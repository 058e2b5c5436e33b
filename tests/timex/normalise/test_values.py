"""TIMEX3 values."""

from __future__ import annotations

import pytest

from timeline.calendar import moment
from timeline.model import Clock, Granularity, PartOfDay
from timeline.timex.normalise.values import date_value, duration_value, time_value


@pytest.mark.parametrize(
    ("granularity", "value"),
    [
        (Granularity.DAY, "2020-12-28"), (Granularity.WEEK, "2020-W53"), (Granularity.WEEKEND, "2020-W53-WE"),
        (Granularity.MONTH, "2020-12"), (Granularity.SEASON, "2020-WI"), (Granularity.QUARTER, "2020-Q4"),
        (Granularity.HALF, "2020-H2"), (Granularity.YEAR, "2020"), (Granularity.DECADE, "202"),
        (Granularity.CENTURY, "20"), (Granularity.MILLENNIUM, "2"),
    ],
)  # fmt: skip
def test_date(granularity: Granularity, value: str) -> None:
    assert date_value(moment(2020, 12, 28), granularity) == value


def test_years_before_christ() -> None:
    assert date_value(moment(-51), Granularity.YEAR) == "BC0052"


@pytest.mark.parametrize(
    ("clock", "value"),
    [
        (Clock(20, 45), "2020-05-20T20:45"), (Clock(20), "2020-05-20T20:00"),
        (Clock(7, 44, zone="Z"), "2020-05-20T07:44Z"),
        (Clock(15, 30, 45), "2020-05-20T15:30:45"), (Clock(part=PartOfDay.EVENING), "2020-05-20TEV"),
    ],
)  # fmt: skip
def test_time(clock: Clock, value: str) -> None:
    assert time_value(moment(2020, 5, 20), clock) == value


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (3, Granularity.DAY, "P3D"), (None, Granularity.WEEK, "PXW"), (2.5, Granularity.YEAR, "P2.5Y"),
        (0.5, Granularity.CENTURY, "P50Y"), (0.5, Granularity.HOUR, "PT30M"), (1.5, Granularity.HOUR, "PT1.5H"),
        (2, Granularity.DECADE, "P2DE"), (1, Granularity.HALF, "P6M"), (None, Granularity.MINUTE, "PTXM"),
    ],
)  # fmt: skip
def test_duration(count: float | None, unit: Granularity, value: str) -> None:
    assert duration_value(((count, unit),)) == value
