"""Writes and reads EDTF (Library of Congress, 2019; ISO 8601-2)."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.calendar.civil import MONTH_STEP, REMEMBERED, add_months, civil, exists, floor, moment
from timeline.calendar.intervals import between, from_, unit, until
from timeline.model import Date, Granularity, Moment, Qualifier

_TIMED = (Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR)
_YEARS_OF = (Granularity.DECADE, Granularity.CENTURY, Granularity.MILLENNIUM)
_YEAR_ZERO = moment(0)
_EDTF_DIVISIONS = {Granularity.SEASON: 21, Granularity.QUARTER: 33, Granularity.HALF: 40}


@lru_cache(maxsize=REMEMBERED)
def edtf(date: Date) -> str:
    """The EDTF string of a date, never more precise than the date.

    It writes days, months, seasons, quarters, halves, years, decades (`196X`), centuries (`19XX`), intervals with open
    ends (`..`), and the qualifiers `~ ? %`. EDTF has no weeks and no times of day within an interval: a week is written
    as the interval of its days, a part of a day as its day. A decade or century before Christ, for which EDTF's `X`
    would count backwards, is written as the interval of its years.

    Returns:
        The string, which `parse_edtf` reads.
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
        last_granularity = date.last_granularity
        last = ".." if date.end is None else _edtf_point(date.end - 1, last_granularity, date.qualifier)
        return first if first == last and first != ".." else f"{first}/{last}"
    if date.begin < _YEAR_ZERO and date.granularity in _YEARS_OF:
        return f"{_edtf_year(civil(date.begin).year)}/{_edtf_year(civil(date.end - 1).year)}{date.qualifier}"
    return _edtf_point(date.begin, date.granularity, date.qualifier)


def edtf_timed(date: Date) -> str:
    """The EDTF string of a date with its time of day, where it has one: `2022-12-21T20:30:00`.

    For callers that need the time; events use the day only.

    Args:
        date: An interval.

    Returns:
        The string; that of `edtf` where the date has no time of day.
    """
    if date.begin is None or date.end is None or date.granularity not in _TIMED or date.is_range:
        return edtf(date)
    hour, minute, second = date.begin // 3600 % 24, date.begin // 60 % 60, date.begin % 60
    return f"{_edtf_bare(date.begin, Granularity.DAY)}T{hour:02}:{minute:02}:{second:02}"


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
            size = MONTH_STEP[granularity]
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


@lru_cache(maxsize=REMEMBERED)
def parse_edtf(text: str) -> Date | None:
    """Reads EDTF as `edtf` writes it, and times of day; None for invalid EDTF and for a day that does not exist.

    The result is also None for an interval that ends before it begins, and for `../..`.

    Args:
        text: A date, a date with its time of day, or an interval of two.

    Returns:
        The interval, or None.
    """
    first_text, slash, last_text = text.strip().partition("/")
    if not slash:
        return _parse_point(first_text)
    first = None if first_text in ("", "..") else _parse_point(first_text)
    last = None if last_text in ("", "..") else _parse_point(last_text)
    if (first is None) != (first_text in ("", "..")) or (last is None) != (last_text in ("", "..")):
        return None
    return _interval(first, last)


def zone_of(text: str) -> int | None:
    """The time zone of a date with its time of day, which the `Date` read from it does not keep.

    Args:
        text: EDTF of one date: "2022-12-20T18:30+01:00".

    Returns:
        Seconds east of UTC; None where the text has no zone.
    """
    found = re.search(r"T[\d:]+(Z|([+-])(\d\d):?(\d\d)?)$", text)
    if not found:
        return None
    seconds = int(found[3] or 0) * 3600 + int(found[4] or 0) * 60
    return -seconds if found[2] == "-" else seconds


def _interval(first: Date | None, last: Date | None) -> Date | None:
    if first is None:
        return until(last) if last else None
    if last is None:
        return from_(first)
    backwards = first.begin is None or last.end is None or last.end <= first.begin
    return None if backwards else between(first, last)


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
        step = MONTH_STEP[granularity]
        if first <= code < first + 12 // step:
            offset = 2 if granularity is Granularity.SEASON else 0
            return unit(add_months(moment(year), (code - first) * step + offset), granularity)
    return None
