"""Resolves the n-th unit or several units of a period: "le premier lundi de mai", "les cinq premiers jours de mars"."""

from __future__ import annotations

from timeline.calendar import DAY, add, floor, unit, weekday
from timeline.model import Date, Granularity, Moment, Nth
from timeline.timex.normalise.partial import ImpossibleDateError
from timeline.timex.normalise.shapes import ResolvedValue, unit_value
from timeline.timex.normalise.values import duration_value


def nth_within(nth: Nth, within: ResolvedValue) -> ResolvedValue:
    """Reads the n-th unit or several units of a period that has been read.

    Args:
        nth: The unit or weekday and its number.
        within: What its period says.

    Returns:
        Its value and date, with the anchor of the period.

    Raises:
        ImpossibleDateError: The period has no date, or no such unit.
    """
    if within.date is None or within.date.begin is None or within.date.end is None:
        raise ImpossibleDateError
    begin, end = within.date.begin, within.date.end
    if nth.count != 1:
        return several(nth, begin, end, within)
    date = nth_of(nth, begin, end)
    return ResolvedValue(unit_value(date), date, "nth", within.anchor)


def nth_of(nth: Nth, begin: Moment, end: Moment) -> Date:
    """The n-th unit or weekday of an interval.

    Args:
        nth: The unit or weekday and its number; a negative number counts from the end.
        begin: The first moment of the interval, in seconds.
        end: The moment after the interval.

    Returns:
        The interval of that unit.

    Raises:
        ImpossibleDateError: The interval has no such unit.
    """
    if nth.weekday is not None:
        first = begin + (nth.weekday - weekday(begin)) % 7 * DAY
        last = end - DAY - (weekday(end - DAY) - nth.weekday) % 7 * DAY
        at = first + 7 * (nth.number - 1) * DAY if nth.number > 0 else last + 7 * (nth.number + 1) * DAY
        granularity = Granularity.DAY
    elif nth.unit in (Granularity.WEEK, Granularity.WEEKEND):
        begins = 0 if nth.unit is Granularity.WEEK else 5
        first = begin + (begins - weekday(begin)) % 7 * DAY
        last = end - DAY - (weekday(end - DAY) - begins) % 7 * DAY
        if nth.unit is Granularity.WEEK and last + 7 * DAY > end:
            last -= 7 * DAY
        at = first + 7 * (nth.number - 1) * DAY if nth.number > 0 else last + 7 * (nth.number + 1) * DAY
        granularity = nth.unit
    else:
        granularity = nth.unit
        at = (
            add(floor(begin, granularity), nth.number - 1, granularity)
            if nth.number > 0
            else add(end, nth.number, granularity)
        )
    if not begin <= at < end:
        raise ImpossibleDateError
    return unit(at, granularity)


def several(nth: Nth, begin: Moment, end: Moment, within: ResolvedValue) -> ResolvedValue:
    """Several units at the beginning or the end of an interval: "les cinq premiers jours de mars".

    Args:
        nth: The unit and how many of them; a negative number counts from the end.
        begin: The first moment of the interval, in seconds.
        end: The moment after the interval.
        within: The resolution of the interval, which gives the anchor.

    Returns:
        The resolution; it has no date where the count is unknown ("les premiers jours").
    """
    value = duration_value(((nth.count, nth.unit),))
    if nth.count is None:
        return ResolvedValue(value, None, "nth", within.anchor)
    if nth.number < 0:
        date = Date(add(end, -nth.count, nth.unit), end, nth.unit, is_range=True)
    else:
        date = Date(begin, add(begin, nth.count, nth.unit), nth.unit, is_range=True)
    return ResolvedValue(value, date, "nth", within.anchor)
