"""Nights and lengths of time in past clauses: a date that would come after the article's day is counted anew."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from timeline.calendar import DAY, YEAR, add, unit
from timeline.languages.function_words import source
from timeline.model import (
    Clock,
    Date,
    Direction,
    Expression,
    Granularity,
    Meaning,
    Moment,
    Origin,
    PartOfDay,
    Shift,
    Timex,
    TimexType,
)
from timeline.timex.normalise.clause_time.tense import ClauseTense

_EVENING = 17 * 3600
"""From this second of a day on, the night that follows is the day's own."""
_NEAR = 200
"""The most letters between a month and the words that point at a day of it."""
_OPENS_NEXT = re.compile(r"[^.!?\n]*[.!?] " + source("opens_with_a_day"))
_OPENS_LATER = re.compile(r"[.!?»] " + source("opens_with_a_day") + "$")
_PARAGRAPH = 350
"""The most letters between a day and the day number that opens a later sentence about its month."""
_MONTH = 31 * DAY
_LATE = 18
"""From this hour of a day on, a clock time is of its evening."""


class ToldDay(NamedTuple):
    """A day of the story, with its expression; `had_happened` where a pluperfect tells it."""

    timex: Timex
    day: Moment
    had_happened: bool


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
    begin = None if last is None or last.date is None else last.date.begin
    at_evening = begin is not None and day + _EVENING <= begin < day + DAY
    return day - DAY if is_night and day == today and not at_evening else day


def month_told(last: Timex | None, day: Timex | None, text: str, start: int, today: Moment) -> Timex | None:
    """The month that the text has just named without a day: "vécu en novembre 2008. Cette nuit-là, …".

    Args:
        last: The last expression that has a date.
        day: The last one that names a day.
        text: The article's text.
        start: Where the words begin that point at the day.
        today: The article's day.

    Returns:
        None where a day was named since, or the article is of that month.
    """
    date = None if last is None else last.date
    if last is None or date is None or date.granularity is not Granularity.MONTH or date.is_range:
        return None
    holds_today = date.begin is None or date.end is None or date.begin <= today < date.end
    since = day is not None and day.span.start > last.span.start
    near = start - last.span.end <= _NEAR and "\n" not in text[last.span.end : start]
    return last if near and not since and not holds_today else None


def from_tonight(clock: Clock, tense: ClauseTense) -> Moment:
    """How far the day of "cette nuit", or of an hour of it, is from the article's: the night before where it is over.

    Args:
        clock: The night, perhaps with an hour.
        tense: The time of its clause.

    Returns:
        Seconds: a day back for an evening that is over, a day on for a small hour to come.
    """
    small = clock.hour is not None and clock.hour < _LATE
    if tense is ClauseTense.PAST:
        return 0 if small else -DAY
    return DAY if small and tense is ClauseTense.FUTURE else 0


def before_midnight(last: Timex, clock: Clock, day: Moment) -> Moment:
    """The day of an evening that the midnight just named ends: "samedi à minuit. Le dernier arriva à 23 h 40".

    Args:
        last: The last expression that has a date.
        clock: The clock time that follows it without a date of its own.
        day: The first moment of the day that it refers to.

    Returns:
        The day before where `last` is a midnight named by the day that it ends and the clock time is of an evening.
    """
    late = clock.part is PartOfDay.EVENING if clock.hour is None else clock.hour >= _LATE
    ended = last.expression.type is TimexType.TIME and last.date is not None and last.date.end == day
    return day - DAY if ended and late else day


def can_count_back(last: Timex, size: Granularity, end: Moment | None) -> bool:
    """Whether units before a date can be counted: weeks not from a year, what is over not from a date to come.

    Args:
        last: A date of the text.
        size: The unit.
        end: The moment before which the date must begin; None for any.

    Returns:
        False also for what has no date.
    """
    date = last.date
    if date is None or date.begin is None or date.granularity.rank > max(size.rank, Granularity.DAY.rank):
        return False
    return end is None or date.begin < end


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


def unit_reached(shift: Shift) -> Granularity | None:
    """The unit in which a length of time that is counted from an undated point ends: "trente ans plus tard" in a year.

    Returns:
        The day for days and weeks; None for hours, and for what is counted back.
    """
    size = shift.unit
    if shift.direction is not Direction.FORWARD or size.rank < Granularity.DAY.rank:
        return None
    long = min(size, Granularity.YEAR, key=lambda unit: unit.rank)
    return long if size.rank >= Granularity.MONTH.rank else Granularity.DAY


def counts_back(meaning: Meaning) -> bool:
    """Whether an expression goes back from the day of the story, which goes on: "la veille, … Dans la soirée, …".

    Returns:
        False for what is counted from the article's day ("hier").
    """
    return isinstance(meaning, Shift) and meaning.origin is Origin.TEXT and (meaning.count or 0) < 0


def is_dated_nearby(last: Timex, expression: Expression, reach: int) -> bool:
    """Whether the last mention, or the day that its hour refers to, names a day nearby.

    Args:
        last: The last expression that has a date.
        expression: The expression that refers to it.
        reach: How many characters before the expression it may end.

    Returns:
        False for an hour without a day of its own.
    """
    if isinstance(last.expression.meaning, Clock) and isinstance(last.anchor, Timex):
        last = last.anchor
    names_day = not isinstance(last.expression.meaning, Clock)
    return names_day and expression.span.start - last.span.end <= reach


def is_earlier_year(date: Date, today: Moment) -> bool:
    """Whether a date is a year that was over a year before the article's day."""
    return date.granularity is Granularity.YEAR and date.end is not None and date.end <= today - YEAR


def opens_the_next_sentence(gap: str) -> bool:
    """Whether a day number opens the sentence after a month's: "Tout commence en avril. | Le 4, il achète".

    Args:
        gap: What stands between the month and the number.
    """
    return _OPENS_NEXT.fullmatch(gap) is not None


def opens_a_later_sentence(gap: str) -> bool:
    """Whether a day number opens a later sentence of the paragraph that names a day: "Le 5 mars, … | Le 17, …"."""
    return is_of_paragraph(gap) and _OPENS_LATER.search(gap) is not None


def is_long_told(day: Moment, gap: str, today: Moment) -> bool:
    """Whether a day of the paragraph was over a month before the article's day: its story goes on in the present."""
    return day <= today - _MONTH and is_of_paragraph(gap)


def is_of_paragraph(gap: str) -> bool:
    """Whether two expressions stand near each other in a paragraph.

    Args:
        gap: What stands between them.
    """
    return len(gap) <= _PARAGRAPH and "\n" not in gap
