"""Dates as half-open intervals: whole units, ranges, and intervals with an open end."""

from __future__ import annotations

from functools import lru_cache
from math import inf

from timeline.calendar.civil import DAY, REMEMBERED, add, floor
from timeline.model import Date, Granularity, Moment

_CLOCK_SECONDS = {Granularity.HOUR: 3600, Granularity.MINUTE: 60, Granularity.SECOND: 1}


@lru_cache(maxsize=REMEMBERED)
def unit(at: Moment, granularity: Granularity) -> Date:
    """The whole unit that `at` falls in, as a date: `unit(m, MONTH)` is its month.

    Args:
        at: A moment, in seconds since 0001-01-01.
        granularity: The size of the unit.

    Returns:
        The half-open interval of the unit.
    """
    begin = floor(at, granularity)
    end = begin + 2 * DAY if granularity is Granularity.WEEKEND else add(begin, 1, granularity)
    return Date(begin, end, granularity)


def between(first: Date, last: Date) -> Date:
    """The range from the beginning of `first` to the end of `last`; each end keeps its granularity.

    A range never ends before it begins: where `last` ends before `first` begins, the range is `first` alone.

    Args:
        first: A date whose beginning is known.
        last: A date whose end is known.

    Returns:
        The range.
    """
    if first.begin is not None and last.end is not None and last.end <= first.begin:
        return first
    qualifier = first.qualifier or last.qualifier
    ends_finer = last.granularity if last.granularity != first.granularity else None
    return Date(first.begin, last.end, first.granularity, qualifier, ends_finer, is_range=True)


def from_(first: Date) -> Date:
    """From `first` on: `2022-12-19/..`.

    Args:
        first: The date on which the range begins.

    Returns:
        A range that is open at its end.
    """
    return Date(first.begin, None, first.granularity, first.qualifier, is_range=True)


def until(last: Date) -> Date:
    """Up to and including `last`: `../2022-12-20`.

    Args:
        last: The last date of the range.

    Returns:
        A range that is open at its beginning.
    """
    return Date(None, last.end, last.granularity, last.qualifier, is_range=True)


def length(date: Date) -> float:
    """The length of an interval in seconds; infinity where a side is open.

    Args:
        date: Any interval.

    Returns:
        Seconds, 0 or more.
    """
    return date.end - date.begin if date.begin is not None and date.end is not None else inf


def begin_of(date: Date) -> Moment:
    """The first moment of a date whose beginning is known.

    Args:
        date: A date that is not open at its beginning.

    Returns:
        Seconds since 0001-01-01T00:00, local time.

    Raises:
        ValueError: The date is open at its beginning; a default of year 1 would give wrong comparisons.
    """
    if date.begin is None:
        raise ValueError("an interval open at its beginning has no first moment")
    return date.begin


def end_of(date: Date) -> Moment:
    """The first moment after a date whose end is known.

    Args:
        date: A date that is not open at its end.

    Returns:
        Seconds since 0001-01-01T00:00, local time; the date itself ends before this moment.

    Raises:
        ValueError: The date is open at its end.
    """
    if date.end is None:
        raise ValueError("an interval open at its end has no last moment")
    return date.end


def last_clock(date: Date) -> Moment:
    """The beginning of the last hour, minute or second of a range of clock times: 16:00 of "14 h-16 h".

    Args:
        date: A range of clock times.

    Returns:
        Seconds since 0001-01-01T00:00, local time.

    Raises:
        ValueError: The date is open at its end.
    """
    return end_of(date) - _CLOCK_SECONDS.get(date.last_granularity, 60)
