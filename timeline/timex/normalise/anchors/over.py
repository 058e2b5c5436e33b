"""Nights and lengths of time in past clauses: a date that would come after the article's day is counted anew."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.calendar import DAY, add, unit
from timeline.model import Clock, Date, Granularity, Meaning, Moment, Origin, PartOfDay, Shift, Timex

_EVENING = 17 * 3600
"""From this second of a day on, the night that follows is the day's own."""


def evening(clock: Clock, day: Moment, today: Moment, last: Timex | None) -> Moment:
    """The day on whose evening a night that is over began: not the article's own, unless the text is at that evening.

    Args:
        clock: A clock time or a part of a day; any but a night keeps its day.
        day: The day that it refers to.
        today: The article's day.
        last: The last expression that has a date ("interrompu jeudi soir à 21 h 33", in an article of that night).

    Returns:
        The day, or the one before.
    """
    is_night = clock.part is PartOfDay.NIGHT and clock.hour is None
    told = None if last is None or last.date is None else last.date.begin
    at_evening = told is not None and day + _EVENING <= told < day + DAY
    return day - DAY if is_night and day == today and not at_evening else day


def reached(shift: Shift, days: Iterable[Moment], today: Moment) -> Date | None:
    """A length of time that is over, counted from the latest day from which it does not end after the article.

    "Trois jours plus tard, la route a été fermée" counts from an earlier day of the story than the last one.

    Args:
        shift: The length.
        days: The days of the story, the latest first.
        today: The article's day.

    Returns:
        The day or the month; None where no day is early enough.
    """
    ends = (add(day, int(shift.count or 0), shift.unit) for day in days)
    end = next((end for end in ends if end < today + DAY), None)
    size = Granularity.MONTH if shift.unit is Granularity.MONTH else Granularity.DAY
    return None if end is None else unit(end, size)


def counts_back(meaning: Meaning) -> bool:
    """Whether an expression goes back from the day of the story, which goes on: "la veille, … Dans la soirée, …".

    Args:
        meaning: What the words of an expression say.

    Returns:
        False for what is counted from the article's day ("hier").
    """
    return isinstance(meaning, Shift) and meaning.origin is Origin.TEXT and (meaning.count or 0) < 0
