"""The calendar beneath every stage: moments, dates and EDTF, in pure functions over integers.

A *moment* counts whole seconds since 0001-01-01T00:00 in the proleptic Gregorian calendar (`timeline.model.Moment`).
The algorithm from days to years is that of H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), so that
years before Christ, which `datetime` does not know, work like all others. Astronomical years: 0 is 1 BC.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import NamedTuple

from timeline.model import Date, Granularity, Moment, Qualifier

DAY = 86_400
"""Seconds of a day."""

_REMEMBERED = 1 << 14  # the same few days come again and again in a collection of articles
_EPOCH_DAYS = 306  # from 0000-03-01 to 0001-01-01
_MONTH_STEP = {Granularity.MONTH: 1, Granularity.QUARTER: 3, Granularity.SEASON: 3, Granularity.HALF: 6}
_YEAR_STEP = {Granularity.YEAR: 1, Granularity.DECADE: 10, Granularity.CENTURY: 100, Granularity.MILLENNIUM: 1000}
_DAY_STEP = {Granularity.DAY: 1, Granularity.WEEKEND: 2, Granularity.WEEK: 7}
_SECOND_STEP = {
    Granularity.SECOND: 1,
    Granularity.MINUTE: 60,
    Granularity.HOUR: 3600,
    Granularity.PART_OF_DAY: 6 * 3600,
}
_EDTF_DIVISIONS = {Granularity.SEASON: 21, Granularity.QUARTER: 33, Granularity.HALF: 40}


class CalendarDay(NamedTuple):
    """A day of the calendar: astronomical year, month 1 to 12, day 1 to 31."""

    year: int
    month: int
    day: int


def days_from_civil(year: int, month: int, day: int) -> int:
    """Days since 0001-01-01 of a calendar day that exists (see `exists`)."""
    shifted = year - (month <= 2)
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - _EPOCH_DAYS


@lru_cache(maxsize=_REMEMBERED)
def civil_from_days(days: int) -> CalendarDay:
    """The inverse of `days_from_civil`."""
    era, day_of_era = divmod(days + _EPOCH_DAYS, 146_097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    month = shifted_month + (3 if shifted_month < 10 else -9)
    return CalendarDay(era * 400 + year_of_era + (month <= 2), month, day_of_year - (153 * shifted_month + 2) // 5 + 1)


@lru_cache(maxsize=_REMEMBERED)
def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    following = (year + month // 12, month % 12 + 1)
    return days_from_civil(*following, 1) - days_from_civil(year, month, 1)


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day: 31 February has none."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def moment(year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0) -> Moment:
    """The moment of a local date and time; `hour` may be 24 or more (the next day)."""
    return days_from_civil(year, month, day) * DAY + hour * 3600 + minute * 60 + second


def civil(at: Moment) -> CalendarDay:
    """The calendar day that `at` falls in."""
    return civil_from_days(at // DAY)


def weekday(at: Moment) -> int:
    """0 for Monday to 6 for Sunday, of the day that `at` falls in."""
    return (at // DAY) % 7


def iso_week(at: Moment) -> tuple[int, int]:
    """The ISO 8601 year and week of the day that `at` falls in."""
    thursday = at // DAY - weekday(at) + 3
    year = civil_from_days(thursday).year
    return year, (thursday - days_from_civil(year, 1, 1)) // 7 + 1


def from_date(day: datetime.date) -> Moment:
    """The first moment of a `datetime.date`, or the moment of a (naive or local) `datetime.datetime`."""
    at = moment(day.year, day.month, day.day)
    if isinstance(day, datetime.datetime):
        return at + day.hour * 3600 + day.minute * 60 + day.second
    return at


def to_date(at: Moment) -> datetime.date | None:
    """The `datetime.date` that `at` falls in; None outside the years 1 to 9999."""
    year, month, day = civil(at)
    return datetime.date(year, month, day) if 1 <= year <= 9999 else None


def add_months(at: Moment, months: int) -> Moment:
    """`at` moved by calendar months; the day is clipped to the month's last (31 January + 1 month = 28 February)."""
    year, month, day = civil(at)
    years, month0 = divmod(month - 1 + months, 12)
    return moment(year + years, month0 + 1, min(day, days_in_month(year + years, month0 + 1))) + at % DAY


@lru_cache(maxsize=_REMEMBERED)
def floor(at: Moment, granularity: Granularity) -> Moment:
    """The beginning of the unit of `granularity` that `at` falls in.

    A season begins on the first of March, June, September or December (EDTF's 21 to 24); a week on Monday, a week-end
    on Saturday (that of the week of `at`); parts of day on multiples of six hours.
    """
    if step := _SECOND_STEP.get(granularity):
        return at - at % step
    year, month, _ = civil(at)
    if years := _YEAR_STEP.get(granularity):
        return moment(year - year % years)
    if granularity is Granularity.SEASON:
        return add_months(moment(year, month), -(month % 3))
    if months := _MONTH_STEP.get(granularity):
        return moment(year, month - (month - 1) % months)
    first_day = at // DAY - (0 if granularity is Granularity.DAY else weekday(at))
    return (first_day + (5 if granularity is Granularity.WEEKEND else 0)) * DAY


def add(at: Moment, count: int, granularity: Granularity) -> Moment:
    """`at` moved by `count` units; months and years are calendar ones (see `add_months`)."""
    if months := _MONTH_STEP.get(granularity):
        return add_months(at, count * months)
    if years := _YEAR_STEP.get(granularity):
        return add_months(at, count * years * 12)
    if granularity in (Granularity.WEEK, Granularity.WEEKEND):
        return at + 7 * count * DAY
    return at + count * (DAY if granularity is Granularity.DAY else _SECOND_STEP[granularity])


@lru_cache(maxsize=_REMEMBERED)
def unit(at: Moment, granularity: Granularity) -> Date:
    """The whole unit that `at` falls in, as a date: `unit(m, MONTH)` is its month."""
    begin = floor(at, granularity)
    end = begin + 2 * DAY if granularity is Granularity.WEEKEND else add(begin, 1, granularity)
    return Date(begin, end, granularity)


def between(first: Date, last: Date) -> Date:
    """The range from the beginning of `first` to the end of `last`, each end as fine as it was."""
    qualifier = first.qualifier or last.qualifier
    ends_finer = last.granularity if last.granularity != first.granularity else None
    return Date(first.begin, last.end, first.granularity, qualifier, ends_finer, is_range=True)


def from_(first: Date) -> Date:
    """From `first` on: `2022-12-19/..`."""
    return Date(first.begin, None, first.granularity, first.qualifier, is_range=True)


def until(last: Date) -> Date:
    """Up to and including `last`: `../2022-12-20`."""
    return Date(None, last.end, last.granularity, last.qualifier, is_range=True)


# ---------------------------------------------------------------------------------------------------------------------
# EDTF (Library of Congress, 2019; ISO 8601-2)
# ---------------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=_REMEMBERED)
def edtf(date: Date) -> str:
    """The EDTF string of a date, no finer than the date is.

    Days, months, seasons, quarters, halves, years, decades (`196X`), centuries (`19XX`), intervals with open ends
    (`..`), and the qualifiers `~ ? %`. EDTF knows no weeks nor times of day within an interval: a week is written as
    the interval of its days, a part of a day as its day.
    """
    if (
        date.begin is None
        or date.end is None
        or date.is_range
        or date.granularity
        in (
            Granularity.WEEK,
            Granularity.WEEKEND,
        )
    ):
        first = ".." if date.begin is None else _edtf_point(date.begin, date.granularity, date.qualifier)
        last_granularity = date.end_granularity or date.granularity
        last = ".." if date.end is None else _edtf_point(date.end - 1, last_granularity, date.qualifier)
        return first if first == last and first != ".." else f"{first}/{last}"
    return _edtf_point(date.begin, date.granularity, date.qualifier)


def _edtf_point(at: Moment, granularity: Granularity, qualifier: Qualifier) -> str:
    return _edtf_bare(at, granularity) + qualifier


def _edtf_bare(at: Moment, granularity: Granularity) -> str:
    year, month, day = civil(at)
    match granularity:
        case Granularity.MILLENNIUM if year >= 0:
            return f"{year // 1000}XXX"
        case Granularity.CENTURY if year >= 0:
            return f"{year // 100:02}XX"
        case Granularity.DECADE if year >= 0:
            return f"{year // 10:03}X"
        case Granularity.YEAR | Granularity.DECADE | Granularity.CENTURY | Granularity.MILLENNIUM:
            return _edtf_year(year)
        case Granularity.SEASON:
            start_year, start_month, _ = civil(floor(at, Granularity.SEASON))
            return f"{_edtf_year(start_year)}-{21 + (start_month - 3) // 3}"
        case Granularity.QUARTER | Granularity.HALF:
            size = _MONTH_STEP[granularity]
            return f"{_edtf_year(year)}-{_EDTF_DIVISIONS[granularity] + (month - 1) // size}"
        case Granularity.MONTH:
            return f"{_edtf_year(year)}-{month:02}"
    return f"{_edtf_year(year)}-{month:02}-{day:02}"


def _edtf_year(year: int) -> str:
    return f"Y{year}" if abs(year) > 9999 else f"{'-' if year < 0 else ''}{abs(year):04}"


_POINT = re.compile(
    r"""(?P<year>Y-?\d{5,7}|-?\d{4}|\d{3}X|\d\dXX|\dXXX)
        (?:-(?P<month>\d\d)(?:-(?P<day>\d\d)
            (?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?
        (?P<qualifier>[~?%]?)""",
    re.VERBOSE,
)
_UNSPECIFIED = {1: Granularity.DECADE, 2: Granularity.CENTURY, 3: Granularity.MILLENNIUM}


def parse_edtf(text: str) -> Date | None:
    """Reads EDTF as `edtf` writes it, and times of day; None where it is none or names a day that does not exist.

    An interval that ends before it begins is None too; so is `../..`.
    """
    first_text, slash, last_text = text.strip().partition("/")
    if not slash:
        return _parse_point(first_text)
    first = None if first_text in ("", "..") else _parse_point(first_text)
    last = None if last_text in ("", "..") else _parse_point(last_text)
    if (first is None) != (first_text in ("", "..")) or (last is None) != (last_text in ("", "..")):
        return None
    return _interval(first, last)


def _interval(first: Date | None, last: Date | None) -> Date | None:
    if first is None:
        return until(last) if last else None
    if last is None:
        return from_(first)
    both = between(first, last)
    return both if both.begin is not None and both.end is not None and both.begin < both.end else None


def _parse_point(text: str) -> Date | None:
    found = _POINT.fullmatch(text)
    if not found:
        return None
    qualifier = Qualifier(found["qualifier"])
    unspecified = found["year"].count("X")
    if unspecified:
        year = int(found["year"].replace("X", "0"))
        plain = None if found["month"] else unit(moment(year), _UNSPECIFIED[unspecified])
    else:
        plain = _parse_plain(found)
    return plain and Date(plain.begin, plain.end, plain.granularity, qualifier)


def _parse_plain(found: re.Match[str]) -> Date | None:
    year = int(found["year"].lstrip("Y"))
    if found["month"] is None:
        return unit(moment(year), Granularity.YEAR)
    month = int(found["month"])
    if found["day"] is None:
        return _parse_division(year, month)
    day = int(found["day"])
    if not exists(year, month, day):
        return None
    if found["hour"] is None:
        return unit(moment(year, month, day), Granularity.DAY)
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    granularity = Granularity.SECOND if found["second"] else Granularity.MINUTE
    return unit(moment(year, month, day, hour, minute, second), granularity)


def _parse_division(year: int, code: int) -> Date | None:
    if 1 <= code <= 12:
        return unit(moment(year, code), Granularity.MONTH)
    for granularity, first in _EDTF_DIVISIONS.items():
        step = _MONTH_STEP[granularity]
        if first <= code < first + 12 // step:
            offset = 2 if granularity is Granularity.SEASON else 0
            return unit(add_months(moment(year), (code - first) * step + offset), granularity)
    return None
