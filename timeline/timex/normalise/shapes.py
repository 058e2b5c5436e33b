"""Resolves single meanings on the calendar once their anchor is known: pure functions."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from timeline.calendar import DAY, begin_of, between, floor, from_, moment, unit, until
from timeline.model import (
    Clock,
    Date,
    Direction,
    Duration,
    Granularity,
    Moment,
    Origin,
    PartOfDay,
    Reference,
    Repeat,
    Shift,
    Signal,
    Timex,
    TimexType,
)
from timeline.timex.normalise.partial import ImpossibleDateError, moved
from timeline.timex.normalise.values import SEASONS, date_value, set_value, time_value

_HOURS = {
    PartOfDay.MORNING: (5, 12), PartOfDay.MIDDAY: (11, 14), PartOfDay.AFTERNOON: (12, 18), PartOfDay.EVENING: (18, 24),
    PartOfDay.NIGHT: (20, 30), PartOfDay.DAYTIME: (6, 20),
}  # fmt: skip
NOON = 12 * 3600
"""The hour to count hours from where the article's hour is not known."""
FINE = (Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR)
"""Granularities finer than a part of the day."""
_SIZES = {Granularity.DECADE: 10, Granularity.CENTURY: 100, Granularity.MILLENNIUM: 1000}
_ROUGH = {
    Granularity.QUARTER: Granularity.MONTH,
    Granularity.MILLENNIUM: Granularity.YEAR,
    Granularity.HALF: Granularity.MONTH,
    Granularity.SEASON: Granularity.MONTH,
    Granularity.DECADE: Granularity.YEAR,
    Granularity.CENTURY: Granularity.YEAR,
}
_EVENING = 17
"""The hour from which a clock time may be of the evening that a night just named began with."""


class ResolvedValue(NamedTuple):
    """The resolution of an expression: value, interval, how it was found ("nearest", "shift", …), and its anchor."""

    value: str
    date: Date | None
    how: str = "absolute"
    anchor: Timex | datetime.date | None = None
    type: TimexType | None = None

    def with_value(self) -> ResolvedValue:
        """A copy with the TIMEX3 value of its date."""
        return self if self.date is None else self._replace(value=unit_value(self.date))


def named_day(timex: Timex) -> Moment | None:
    """The day that a Timex names, if any: the day of its own words, not of its signal's interval.

    Returns:
        The first moment of the day; None where the words name no single day.
    """
    return _day_of(timex.value)


@lru_cache(maxsize=1 << 14)
def _day_of(value: str) -> Moment | None:
    if len(value) < 10 or value[4] != "-" or value[7] != "-" or not value[:4].isdigit() or not value[8:10].isdigit():
        return None
    return moment(int(value[:4]), int(value[5:7]), int(value[8:10])) if value[5:7].isdigit() else None


def unit_value(date: Date) -> str:
    """The TIMEX3 value of a date of one unit.

    Returns:
        "2020-05-20", "2020-W21", "2020-SU".
    """
    return date_value(begin_of(date), date.granularity)


def years_from(year: int, granularity: Granularity, share: tuple[int, int]) -> Date:
    """A decade, century or millennium from its first year on; before Christ it begins within one of the usual ones.

    Args:
        year: Its first year, astronomical.
        granularity: Its size.
        share: A part out of a number of equal parts: (1, 1) is all of it, (2, 4) the second quarter.

    Returns:
        The years from the first on; whole units where the calendar has them.
    """
    size = _SIZES.get(granularity, 1)
    nth, parts = share
    if parts > 1:
        first, last = year + round(size * (nth - 1) / parts), year + round(size * nth / parts)
        return Date(moment(first), moment(last), Granularity.YEAR, is_range=True)
    if year % size == 0:
        return unit(moment(year), granularity)
    return Date(moment(year), moment(year + size), Granularity.YEAR, is_range=True)


def counted(count: float, size: Granularity, *, precise: bool) -> Granularity:
    """The granularity of a shift: years give a year, months a month, weeks and days a day, hours a day or a minute.

    Args:
        count: The number of units; half a year gives a month.
        size: The unit that is counted.
        precise: Whether hours and minutes give a minute rather than a day.
    """
    if size in FINE:
        return Granularity.MINUTE if precise else Granularity.DAY
    if size in (Granularity.WEEK, Granularity.WEEKEND):
        return Granularity.DAY
    if count != int(count):
        return {Granularity.YEAR: Granularity.MONTH}.get(size, _ROUGH.get(size, Granularity.DAY))
    return _ROUGH.get(size, size)


def timed(day: Moment, clock: Clock) -> ResolvedValue:
    """The resolution of a clock time on a day.

    Args:
        day: Any moment of the day, in seconds.
        clock: The clock time; without an hour, its part of the day gives the interval.

    Returns:
        A value of type TIME, without an anchor; 24:00 is midnight of the next day, and dates what the named day ends.

    Raises:
        ImpossibleDateError: The hour, the minute or the second is out of range.
    """
    day = floor(day, Granularity.DAY)
    if clock.hour is None:
        part = clock.part or PartOfDay.DAYTIME
        first, last = _HOURS[part]
        date = Date(day + first * 3600, day + last * 3600, Granularity.PART_OF_DAY)
        return ResolvedValue(time_value(day, clock), date, type=TimexType.TIME)
    if clock.hour > 24 or (clock.minute or 0) > 59 or (clock.second or 0) > 59:
        raise ImpossibleDateError
    if clock.hour == 24:  # the value is the next day's, the date the end of the named day
        end = Date(day + DAY - 60, day + DAY, Granularity.MINUTE)
        return ResolvedValue(time_value(day + DAY, replace(clock, hour=0)), end, type=TimexType.TIME)
    granularity = Granularity.HOUR if clock.minute is None else Granularity.MINUTE
    if clock.second is not None:
        granularity = Granularity.SECOND
    at = day + (clock.hour or 0) * 3600 + (clock.minute or 0) * 60 + (clock.second or 0)
    return ResolvedValue(time_value(day, clock), unit(at, granularity), type=TimexType.TIME)


def vague_shift(shift: Shift, day: Moment, same_day: Date | None) -> ResolvedValue:
    """ "il y a quelques jours": the interval that ends at a day, or begins there.

    Args:
        shift: The unit and the direction.
        day: The first moment of the article's day, or of the day that they are counted from.
        same_day: The day of the text that a few hours or minutes are counted from ("quelques heures plus tard").

    Returns:
        The TIMEX3 value, and the interval, which is open at its far end; no interval where another expression is the
        anchor.
    """
    if same_day is not None:
        return ResolvedValue(unit_value(same_day), same_day, "shift")
    back = shift.direction is Direction.BACK
    reference = Reference.PAST if back else Reference.FUTURE
    end = unit(day, Granularity.DAY)
    reach = (until(end) if back else from_(end)) if shift.origin is Origin.PUBLISHED else None
    return ResolvedValue(reference.value, reach, "vague")


def rolls_over(last: Timex, clock: Clock) -> bool:
    """Whether a clock time is on the day after the last one: a small hour after an evening, a morning after a night.

    Args:
        last: The last expression that has a date.
        clock: The clock time that follows it without a date of its own.

    Returns:
        True where the clock time is on the next day.
    """
    if last.value.endswith(f"T{PartOfDay.NIGHT}"):
        return clock.part is PartOfDay.MORNING if clock.hour is None else clock.hour < _EVENING
    if clock.hour is None or clock.hour > 5 or last.date is None or last.date.begin is None:
        return False
    return last.expression.type is TimexType.TIME and last.date.begin % DAY >= 12 * 3600


def duration_interval(duration: Duration, side: Direction, signal: Signal, now: Moment) -> Date:
    """The interval of a duration that ends or begins at a moment.

    Args:
        duration: The duration; a count of None ("des années") gives an interval with an open side.
        side: BACK where the duration ends at `now`, FORWARD where it begins there.
        signal: SINCE gives an interval without an end.
        now: The moment, in seconds.

    Returns:
        The interval; a known bound has the granularity of a day, except the beginning of a SINCE interval.
    """
    today = unit(now, Granularity.DAY)
    if any(count is None for count, _ in duration.amounts):
        return until(today) if side is Direction.BACK else from_(today)
    fine = all(size in FINE for _, size in duration.amounts)
    at = now + NOON if fine and now % DAY == 0 else now
    for count, size in duration.amounts:
        at = moved(at, (count or 0) * (-1 if side is Direction.BACK else 1), size)
    if side is Direction.FORWARD:
        return between(today, unit(at, Granularity.DAY))
    if signal is Signal.SINCE or duration.ongoing:
        return from_(unit(at, counted(1, duration.amounts[0][1], precise=False)))
    return between(unit(at, Granularity.DAY), today)


def repeat_value(repeat: Repeat) -> str:
    """The TIMEX3 value of a repeated time.

    Args:
        repeat: The unit, its number, and what it falls on.

    Returns:
        A TIMEX3 value of type SET: "P1W", "XXXX-WXX-1".
    """
    part = f"T{repeat.part}" if repeat.part else ""
    if repeat.time is not None and repeat.time.hour is not None:
        part = f"T{repeat.time.hour:02}:{repeat.time.minute or 0:02}"
    if repeat.weekday is not None:
        return f"XXXX-WXX-{repeat.weekday + 1}{part}"
    if repeat.month is not None:
        return f"XXXX-{repeat.month:02}" + ("" if repeat.day is None else f"-{repeat.day:02}")
    if repeat.season is not None:
        return f"XXXX-{SEASONS[repeat.season]}"
    return f"XXXX-XX-XX{part}" if part else set_value(repeat.unit, repeat.count)


def after_noon(first: Date, last: Clock) -> Clock | None:
    """The end of "entre midi et deux heures": a small hour after noon is in the afternoon.

    Args:
        first: The date of the range's beginning.
        last: The clock time of its end.

    Returns:
        The clock time twelve hours later; None where the range does not begin at noon or ends after six.
    """
    if first.begin is None or first.begin % DAY != 12 * 3600 or last.hour is None or last.hour > 6:
        return None
    return replace(last, hour=last.hour + 12)
