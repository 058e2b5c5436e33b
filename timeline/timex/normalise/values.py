"""TIMEX3 values of dates, times and durations."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from timeline.calendar import civil, floor, iso_week
from timeline.model import Clock, Granularity, Moment

_LETTERS = {
    Granularity.SECOND: "S", Granularity.MINUTE: "M", Granularity.HOUR: "H", Granularity.PART_OF_DAY: "D",
    Granularity.DAY: "D", Granularity.WEEKEND: "WE", Granularity.WEEK: "W", Granularity.MONTH: "M",
    Granularity.SEASON: "S", Granularity.QUARTER: "Q", Granularity.HALF: "H", Granularity.YEAR: "Y",
    Granularity.DECADE: "DE", Granularity.CENTURY: "CE", Granularity.MILLENNIUM: "ML",
}  # fmt: skip
_TIMED = (Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR)
SEASONS = ("SP", "SU", "FA", "WI")
_MONTHS_OF = {Granularity.QUARTER: 3, Granularity.HALF: 6}
_FRACTIONS = {Granularity.CENTURY: (100, Granularity.YEAR), Granularity.DECADE: (10, Granularity.YEAR),
              Granularity.HOUR: (60, Granularity.MINUTE)}  # fmt: skip


def year_value(year: int) -> str:
    """`2019`, `BC0052`, from an astronomical year.

    Args:
        year: The astronomical year: 0 is 1 BC.

    Returns:
        Four digits; "BC" and the year before Christ for a year below 1.
    """
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


@lru_cache(maxsize=1 << 14)
def date_value(at: Moment, granularity: Granularity) -> str:
    """The TIMEX3 value of the unit that a moment falls in.

    Args:
        at: A moment of the unit, in seconds.
        granularity: The unit; hours and finer give the day.

    Returns:
        "2020-05-20", "2020-05", "2020-W21-WE", "2020-Q2".
    """
    year, month, day = civil(at)
    if granularity.rank >= Granularity.YEAR.rank:
        return _years_value(year, granularity)
    match granularity:
        case Granularity.SEASON:
            first = civil(floor(at, Granularity.SEASON))
            return f"{year_value(first.year)}-{SEASONS[(first.month - 3) // 3]}"
        case Granularity.HALF | Granularity.QUARTER:
            return f"{year_value(year)}-{_LETTERS[granularity]}{(month - 1) // _MONTHS_OF[granularity] + 1}"
        case Granularity.MONTH:
            return f"{year_value(year)}-{month:02}"
        case Granularity.WEEK | Granularity.WEEKEND:
            week_year, week = iso_week(at)
            return f"{week_year:04}-W{week:02}" + ("-WE" if granularity is Granularity.WEEKEND else "")
    return f"{year_value(year)}-{month:02}-{day:02}"


def _years_value(year: int, granularity: Granularity) -> str:
    match granularity:
        case Granularity.MILLENNIUM:
            return f"{year // 1000}" if year >= 0 else f"BC{-year // 1000}"
        case Granularity.CENTURY:
            return f"{year // 100:02}" if year >= 0 else f"BC{(-year - 1) // 100:02}"
        case Granularity.DECADE:
            return f"{year // 10:03}"
    return year_value(year)


def time_value(day: Moment, clock: Clock) -> str:
    """The value of a time of the day: `2020-05-20T20:45`, `2020-05-20TEV`.

    Args:
        day: The first moment of the day.
        clock: A clock time, or a part of the day.

    Returns:
        A TIMEX3 value of type TIME.
    """
    date = date_value(day, Granularity.DAY)
    if clock.hour is None:
        return f"{date}T{clock.part}" if clock.part else date
    second = f":{clock.second:02}" if clock.second is not None else ""
    return f"{date}T{clock.hour % 24:02}:{clock.minute or 0:02}{second}{clock.zone}"


def duration_value(amounts: Sequence[tuple[float | None, Granularity]]) -> str:
    """`P3M`, `PT1.5H`, `PXW`, `P2Y6M`.

    Args:
        amounts: Numbers with their units, the largest unit first; None is an unknown number.

    Returns:
        A TIMEX3 value of type DURATION.
    """
    days, times = "", ""
    for count, unit in map(_whole, amounts):
        number = "X" if count is None else f"{count:g}" if count != int(count) else str(int(count))
        text = number + _LETTERS[unit]
        if unit in _TIMED:
            times += text
        else:
            days += text
    return f"P{days}" + (f"T{times}" if times else "")


def _whole(amount: tuple[float | None, Granularity]) -> tuple[float | None, Granularity]:
    """Converts half a century to 50 years, half an hour to 30 minutes."""
    count, unit = amount
    if unit in _MONTHS_OF:
        return None if count is None else count * _MONTHS_OF[unit], Granularity.MONTH
    if count is None or unit not in _FRACTIONS or count == int(count) or (unit is Granularity.HOUR and count > 1):
        return amount
    size, finer = _FRACTIONS[unit]
    return count * size, finer


def set_value(unit: Granularity, count: float) -> str:
    """The TIMEX3 value of a repetition ("chaque jour", "toutes les deux semaines"): `P1D`, `P2W`, `PT1H`.

    Returns:
        A TIMEX3 value of type SET.
    """
    return duration_value(((count, unit),))
