"""The meaning of two neighbouring French expressions together: the functions of the joins."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import (
    Between,
    Clock,
    Direction,
    Granularity,
    Meaning,
    Nth,
    On,
    Partial,
    PartOfDay,
    Repeat,
    Shift,
    This,
)


def on(day: Meaning, time: Clock) -> Meaning:
    """ "lundi soir", "hier à 10 h".

    Args:
        day: The day.
        time: The clock time or the part of the day.

    Returns:
        The time on that day.
    """
    return On(day, _of_day(time))


def _of_day(time: Clock) -> Clock:
    """A clock time on a day that the text names: its midnight is the one at the end of that day."""
    return replace(time, hour=24, midnight=False) if time.midnight else time


def time_then_day(time: Clock, day: Meaning) -> Meaning:
    """ "9 heures mardi".

    Args:
        time: The clock time or the part of the day.
        day: The day.

    Returns:
        The time on that day.
    """
    return On(day, _of_day(time))


def hours_then_day(time: Between, day: Meaning) -> Meaning:
    """ "entre 9 h et 11 h jeudi": both ends are on the day.

    Returns:
        The range on that day.
    """
    return Between(On(day, time.first), On(day, time.last), time.side)  # type: ignore[arg-type]  # ends of hours are clocks


def clock_in_part(day: On, time: Clock) -> Meaning | None:
    """ "ce matin à 5 h", "mardi soir à 8 heures".

    Args:
        day: The day with a part of it.
        time: The clock time.

    Returns:
        The clock time on that day; None where `day` has a clock time already.
    """
    if day.time.hour is not None or day.time.part is None:
        return None
    return On(day.day, clock_with_part(time, day.time.part))


def clock_with_part(time: Clock, part: PartOfDay) -> Clock:
    """A clock time that a part of day disambiguates: 8 in the evening is 20."""
    if time.hour is not None and time.hour < 12 and part in (PartOfDay.AFTERNOON, PartOfDay.EVENING):
        return replace(time, hour=time.hour + (12 if time.hour else 24), part=part)
    return replace(time, part=part)


def clock_then_part(time: Clock, part: On) -> Meaning | None:
    """ "9 heures ce matin".

    Args:
        time: The clock time.
        part: The day with a part of it.

    Returns:
        The clock time on that day; None where `part` has a clock time already.
    """
    return clock_in_part(part, time)


def keep_right(_: object, right: Meaning) -> Meaning:
    """The right expression; the left words only name the part of it that is meant (its modifier).

    Args:
        _: The left meaning, which is not used.
        right: The right meaning.
    """
    return right


def from_base(offset: Shift, base: Meaning) -> Meaning:
    """ "Il est mort trois jours après Noël"; "à trois jours de Noël" counts down to the next one.

    Args:
        offset: The number of units.
        base: What they are counted from.

    Returns:
        The offset with its base.
    """
    if offset.direction is Direction.FORWARD and (offset.count or 0) < 0 and isinstance(base, Partial):
        base = base if base.year is not None or base.direction else replace(base, direction=Direction.FORWARD)
    return replace(offset, base=base)


def weekday_in_week(weekday: Partial, week: Meaning) -> Meaning | None:
    """ "le lundi de la semaine prochaine", "le lundi de la semaine 12".

    Returns:
        The weekday of that week; None where the two are something else.
    """
    if weekday.weekday is None or weekday.day:
        return None
    if isinstance(week, This) and week.unit in (Granularity.WEEK, Granularity.WEEKEND):
        return Nth(weekday.weekday + 1, Granularity.DAY, replace(week, unit=Granularity.WEEK))
    numbered = isinstance(week, Partial) and week.week is not None
    return Nth(weekday.weekday + 1, Granularity.DAY, week) if numbered else None


def week_then_weekday(week: Meaning, weekday: Partial) -> Meaning | None:
    """ "la semaine prochaine, vendredi".

    Returns:
        As `weekday_in_week`.
    """
    return weekday_in_week(weekday, week)


def night_of(_: object, day: Meaning) -> Meaning:
    """ "la nuit de mardi".

    Args:
        _: The left meaning, which is not used.
        day: The day.

    Returns:
        The night of that day.
    """
    return On(day, Clock(part=PartOfDay.NIGHT))


def nth_within(nth: Nth, within: Meaning) -> Meaning:
    """ "premier lundi de mai".

    Args:
        nth: The unit or weekday, with its number.
        within: The period that contains it.

    Returns:
        The n-th unit of that period.
    """
    return replace(nth, within=within)


def unit_of(unit: This, day: Meaning) -> Meaning:
    """ "la semaine du 6 mars".

    Returns:
        The unit that contains the day.
    """
    return replace(unit, base=day)


def repeat_at(repeat: Repeat, time: Clock) -> Meaning | None:
    """ "tous les lundis à 16 h".

    Returns:
        The repetition at that time; None for a part of the day, or for a number of times ("trois fois par semaine").
    """
    return replace(repeat, time=time) if time.hour is not None and repeat.times is None else None
