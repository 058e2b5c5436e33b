"""The proleptic Gregorian calendar over integers: moments, days, months, weeks, and the beginnings of units.

A *moment* counts whole seconds since 0001-01-01T00:00 in the proleptic Gregorian calendar (`timeline.model.Moment`).
The algorithm from days to years is that of H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), so that
years before Christ, which `datetime` does not know, work like all others. Astronomical years: 0 is 1 BC.
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import NamedTuple

from timeline.model import Granularity, Moment

DAY = 86_400
"""Seconds in a day."""

YEAR = 366 * DAY
"""Seconds in the longest year: two moments nearer than this are about a year apart at most."""

REMEMBERED = 1 << 14
"""The number of values that a cache of this room keeps: a collection of articles repeats the same few days."""
_EPOCH_DAYS = 306  # from 0000-03-01 to 0001-01-01
MONTH_STEP = {Granularity.MONTH: 1, Granularity.QUARTER: 3, Granularity.SEASON: 3, Granularity.HALF: 6}
_YEAR_STEP = {Granularity.YEAR: 1, Granularity.DECADE: 10, Granularity.CENTURY: 100, Granularity.MILLENNIUM: 1000}
_SECOND_STEP = {
    Granularity.SECOND: 1,
    Granularity.MINUTE: 60,
    Granularity.HOUR: 3600,
    Granularity.PART_OF_DAY: 6 * 3600,
}


class CalendarDay(NamedTuple):
    """A day of the calendar: astronomical year, month 1 to 12, day 1 to 31."""

    year: int
    month: int
    day: int


def days_from_civil(year: int, month: int, day: int) -> int:
    """Days since 0001-01-01 of a calendar day that exists (see `exists`).

    Args:
        year: Astronomical: 0 is 1 BC, -43 is 44 BC.
        month: From 1.
        day: From 1.

    Returns:
        0 for 1 January of the year 1; negative before it.
    """
    shifted = year - (month <= 2)
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - _EPOCH_DAYS


@lru_cache(maxsize=REMEMBERED)
def civil_from_days(days: int) -> CalendarDay:
    """The inverse of `days_from_civil`.

    Args:
        days: The days since 0001-01-01; negative before it.

    Returns:
        The year (astronomical: 0 is 1 BC), the month and the day.
    """
    era, day_of_era = divmod(days + _EPOCH_DAYS, 146_097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    month = shifted_month + (3 if shifted_month < 10 else -9)
    return CalendarDay(era * 400 + year_of_era + (month <= 2), month, day_of_year - (153 * shifted_month + 2) // 5 + 1)


@lru_cache(maxsize=REMEMBERED)
def days_in_month(year: int, month: int) -> int:
    """The number of days in a month, 28 to 31.

    Args:
        year: The astronomical year: 0 is 1 BC.
        month: From 1 to 12.

    Returns:
        The number of days.
    """
    following = (year + month // 12, month % 12 + 1)
    return days_from_civil(*following, 1) - days_from_civil(year, month, 1)


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day; 31 February does not exist.

    Args:
        year: The astronomical year: 0 is 1 BC.
        month: Any number; only 1 to 12 exist.
        day: Any number.

    Returns:
        True for a day of the proleptic Gregorian calendar.
    """
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def moment(year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0) -> Moment:
    """The moment of a local date and time.

    Args:
        year: The astronomical year: 0 is 1 BC.
        month: From 1.
        day: From 1; it must exist (see `exists`).
        hour: From 0; 24 or more is the next day.
        minute: From 0.
        second: From 0.

    Returns:
        Seconds since 0001-01-01T00:00, local time; negative before it.
    """
    return days_from_civil(year, month, day) * DAY + hour * 3600 + minute * 60 + second


def civil(at: Moment) -> CalendarDay:
    """The calendar day that `at` falls in.

    Args:
        at: Any moment of the day.

    Returns:
        The year (astronomical: 0 is 1 BC), the month and the day.
    """
    return civil_from_days(at // DAY)


def weekday(at: Moment) -> int:
    """The weekday of the day that `at` falls in, 0 for Monday to 6 for Sunday.

    Args:
        at: Any moment of the day.

    Returns:
        The number of the weekday.
    """
    return (at // DAY) % 7


def iso_week(at: Moment) -> tuple[int, int]:
    """The ISO 8601 year and week of the day that `at` falls in.

    Args:
        at: Any moment of the day.

    Returns:
        The year, which differs from the calendar's in the first and the last days of January and December, and the week
        from 1 to 53.
    """
    thursday = at // DAY - weekday(at) + 3
    year = civil_from_days(thursday).year
    return year, (thursday - days_from_civil(year, 1, 1)) // 7 + 1


def from_date(day: datetime.date) -> Moment:
    """The first moment of a `datetime.date`, or the moment of a (naive or local) `datetime.datetime`.

    Args:
        day: A date or a datetime; a time zone is ignored.

    Returns:
        Seconds since 0001-01-01T00:00, local time.
    """
    at = moment(day.year, day.month, day.day)
    if isinstance(day, datetime.datetime):
        return at + day.hour * 3600 + day.minute * 60 + day.second
    return at


def to_date(at: Moment) -> datetime.date | None:
    """The `datetime.date` that `at` falls in; None outside the years 1 to 9999.

    Args:
        at: Any moment of the day.

    Returns:
        The day, without a time.
    """
    year, month, day = civil(at)
    return datetime.date(year, month, day) if 1 <= year <= 9999 else None


def add_months(at: Moment, months: int) -> Moment:
    """`at` moved by calendar months; the day is clipped to the month's last (31 January + 1 month = 28 February).

    Args:
        at: A moment, in seconds since 0001-01-01.
        months: How many; negative ones go back.

    Returns:
        The moment, at the same time of the day.
    """
    year, month, day = civil(at)
    years, month0 = divmod(month - 1 + months, 12)
    return moment(year + years, month0 + 1, min(day, days_in_month(year + years, month0 + 1))) + at % DAY


@lru_cache(maxsize=REMEMBERED)
def floor(at: Moment, granularity: Granularity) -> Moment:
    """The beginning of the unit of `granularity` that `at` falls in.

    A season begins on the first of March, June, September or December (EDTF's 21 to 24); a week on Monday, a week-end
    on Saturday (that of the week of `at`); parts of day on multiples of six hours.

    Args:
        at: Any moment within the unit.
        granularity: The unit.

    Returns:
        The first moment of the unit, at most `at`.
    """
    if step := _SECOND_STEP.get(granularity):
        return at - at % step
    year, month, _ = civil(at)
    if years := _YEAR_STEP.get(granularity):
        return moment(year - year % years)
    if granularity is Granularity.SEASON:
        return add_months(moment(year, month), -(month % 3))
    if months := MONTH_STEP.get(granularity):
        return moment(year, month - (month - 1) % months)
    first_day = at // DAY - (0 if granularity is Granularity.DAY else weekday(at))
    return (first_day + (5 if granularity is Granularity.WEEKEND else 0)) * DAY


def add(at: Moment, count: int, granularity: Granularity) -> Moment:
    """A moment moved by a number of units; months and years are calendar ones (see `add_months`).

    Args:
        at: The moment to count from.
        count: How many units; negative moves back.
        granularity: The unit.

    Returns:
        The moment, moved; a day that the month lacks becomes the month's last.
    """
    if months := MONTH_STEP.get(granularity):
        return add_months(at, count * months)
    if years := _YEAR_STEP.get(granularity):
        return add_months(at, count * years * 12)
    if granularity in (Granularity.WEEK, Granularity.WEEKEND):
        return at + 7 * count * DAY
    return at + count * (DAY if granularity is Granularity.DAY else _SECOND_STEP[granularity])
