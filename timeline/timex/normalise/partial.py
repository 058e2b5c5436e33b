"""Partial dates: completes the missing year, month or day from the anchor and the direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from timeline.calendar import (
    DAY,
    YEAR,
    add,
    begin_of,
    civil,
    days_in_month,
    end_of,
    exists,
    floor,
    moment,
    unit,
    weekday,
)
from timeline.calendar.holidays import holiday
from timeline.model import Date, Direction, Granularity, Moment, Partial, Signal
from timeline.timex.normalise.clause_time.tense import ClauseTense

_REMEMBERED = 1 << 12  # an article often repeats "mardi" with the same anchor
_FAR = 120 * DAY
_SOON = 95 * DAY
"""A month so near is as likely to be ahead as the one eleven months ago; measured."""
_REPORTED = 45 * DAY
"""Figures of a quarter come out within so many days of its end: "a dévoilé le PIB pour le deuxième trimestre"."""
_FINER = {
    Granularity.MILLENNIUM: (1000, Granularity.YEAR),
    Granularity.CENTURY: (100, Granularity.YEAR),
    Granularity.DECADE: (10, Granularity.YEAR),
    Granularity.YEAR: (12, Granularity.MONTH),
    Granularity.HALF: (6, Granularity.MONTH),
    Granularity.QUARTER: (3, Granularity.MONTH),
    Granularity.SEASON: (3, Granularity.MONTH),
    Granularity.MONTH: (30, Granularity.DAY),
    Granularity.WEEK: (7, Granularity.DAY),
    Granularity.WEEKEND: (7, Granularity.DAY),
    Granularity.DAY: (24, Granularity.HOUR),
    Granularity.HOUR: (60, Granularity.MINUTE),
    Granularity.MINUTE: (60, Granularity.SECOND),
}
_YEARS = (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6)  # 29 February needs them
_TOLD_AHEAD = 5
"""From so many days ahead on, a weekday in the present tense is most often the last one; measured."""
_SLIP = 60 * DAY  # below this distance, a weekday that does not match is a slip


class ImpossibleDateError(ValueError):
    """A date that does not exist in any calendar."""


class Choice(NamedTuple):
    """A date chosen among candidates, and how: "absolute", "nearest", "back", "on", "past", "future"."""

    date: Date
    how: str


@lru_cache(maxsize=_REMEMBERED)
def complete(partial: Partial, anchor: Moment, tense: ClauseTense, firm: bool = False) -> Choice:
    """The date that a partial date means, relative to the day `anchor`.

    Args:
        partial: What the words say.
        anchor: The moment to count from.
        tense: The time of the clause.
        firm: Whether the verb's time outweighs nearness: then a near date on the other side is not taken.

    Returns:
        The date, and how it was chosen.

    Raises:
        ImpossibleDateError: No calendar has such a day.
    """
    _check(partial)
    if partial.year is not None:
        return Choice(_in_year(partial, partial.year, anchor), "absolute")
    today = floor(anchor, Granularity.DAY)
    if partial.weekday is not None and partial.day is None and not partial.month:
        return _weekday(partial, today, tense)
    candidates = list(_candidates(partial, today))
    if not candidates:
        raise ImpossibleDateError
    return _choose(candidates, partial, today, tense, firm)


def kept_to_side(choice: Choice, partial: Partial, anchor: Moment, signal: Signal) -> Choice:
    """The date on the side that the signal gives: "depuis le 3 mars" is before the article, "d'ici Noël" after it.

    Args:
        choice: The date chosen without the signal; it has a begin.
        partial: The fields that the words name.
        anchor: The moment to count from.
        signal: The signal before the words.

    Returns:
        `choice`, or the nearest such date on the side of the signal.
    """
    today = floor(anchor, Granularity.DAY)
    if signal is Signal.SINCE and begin_of(choice.date) > today:
        return complete(replace(partial, direction=Direction.BACK), anchor, ClauseTense.PAST)
    if signal is Signal.BY and begin_of(choice.date) < today:
        return complete(replace(partial, direction=Direction.FORWARD), anchor, ClauseTense.FUTURE)
    return choice


def _check(partial: Partial) -> None:
    if partial.month is not None and not 1 <= partial.month <= 12:
        raise ImpossibleDateError
    if partial.day is None:
        return
    month = partial.month or 1
    if not exists(partial.year if partial.year is not None else 2000, month, partial.day):
        raise ImpossibleDateError


def _in_year(partial: Partial, year: int, anchor: Moment) -> Date:
    """The date in a given year."""
    if partial.holiday:
        day = holiday(partial.holiday, year)
        if day is None:
            raise ImpossibleDateError
        return unit(day, Granularity.DAY)
    if partial.day is not None:
        month = partial.month or civil(anchor).month
        if not exists(year, month, partial.day):
            raise ImpossibleDateError
        return unit(moment(year, month, partial.day), Granularity.DAY)
    if partial.weekday is not None and partial.month is None:
        return unit(moment(year), Granularity.YEAR)
    return _division(partial, year)


def _division(partial: Partial, year: int) -> Date:
    if partial.month is not None:
        return unit(moment(year, partial.month), Granularity.MONTH)
    if partial.quarter is not None:
        return unit(moment(year, 3 * partial.quarter - 2), Granularity.QUARTER)
    if partial.half is not None:
        return unit(moment(year, 6 * partial.half - 5), Granularity.HALF)
    if partial.season is not None:
        return unit(moment(year, 3 + 3 * partial.season), Granularity.SEASON)
    if partial.week is not None:
        return unit(moment(year, 1, 4) + (partial.week - 1) * 7 * DAY, Granularity.WEEK)
    return unit(moment(year), Granularity.YEAR)


def _candidates(partial: Partial, today: Moment) -> Iterator[Date]:
    """The dates in the years, or months, around today."""
    year, month, _ = civil(today)
    if partial.day is not None and partial.month is None:
        for offset in range(-14, 15):
            years, month0 = divmod(month - 1 + offset, 12)
            if partial.day <= days_in_month(year + years, month0 + 1):
                yield unit(moment(year + years, month0 + 1, partial.day), Granularity.DAY)
        return
    for offset in _YEARS if (partial.month, partial.day) == (2, 29) else (-1, 0, 1, -2, 2):
        try:
            yield _in_year(partial, year + offset, today)
        except ImpossibleDateError:
            continue


def _choose(candidates: Iterable[Date], partial: Partial, today: Moment, tense: ClauseTense, firm: bool) -> Choice:
    ordered = sorted(candidates, key=lambda date: _distance(date, today))
    choice = _on_side(ordered, partial, today, tense, firm)
    if partial.weekday is None or _fits(choice.date, partial):
        return choice
    near = [date for date in ordered if _fits(date, partial) and _distance(date, today) <= YEAR]
    close, on_side = _distance(choice.date, today) <= _SLIP, _is_on_side(choice.date, today, tense)
    same_side = [date for date in near if partial.direction is Direction.NONE and _side(date, today) is tense]
    if same_side and not (close and on_side):
        return Choice(same_side[0], tense.value)
    reach = _FAR if close else _distance(choice.date, today) if firm and on_side else YEAR
    fitting = [date for date in near if _distance(date, today) <= reach]
    return Choice(fitting[0], "nearest") if fitting and partial.direction is Direction.NONE else choice


def _fits(date: Date, partial: Partial) -> bool:
    """Whether a date falls on the weekday that the words name with the day; after a writer's slip it does not."""
    return partial.weekday is None or date.begin is None or weekday(date.begin) == partial.weekday


def slips(partial: Partial, date: Date) -> bool:
    """Whether the words name a day and a weekday that the chosen date does not fall on.

    Args:
        partial: The date as the words give it.
        date: The date that was chosen for it.

    Returns:
        False where the words name no weekday.
    """
    return partial.day is not None and date.granularity.rank <= Granularity.DAY.rank and not _fits(date, partial)


def _is_on_side(date: Date, today: Moment, tense: ClauseTense) -> bool:
    """Whether a date is where the verb puts it; the article's own day can be past or future."""
    return tense in (ClauseTense.PAST, ClauseTense.FUTURE) and (begin_of(date) == today or _side(date, today) is tense)


def _side(date: Date, today: Moment) -> ClauseTense:
    return ClauseTense.FUTURE if begin_of(date) > today else ClauseTense.PAST


def _on_side(ordered: list[Date], partial: Partial, today: Moment, tense: ClauseTense, firm: bool) -> Choice:
    if partial.direction is Direction.BACK:
        past = [date for date in ordered if end_of(date) <= today]
        return Choice(past[0], "back") if past else Choice(ordered[0], "nearest")
    if partial.direction is Direction.FORWARD:
        coming = [date for date in ordered if begin_of(date) > today]
        return Choice(coming[0], "on") if coming else Choice(ordered[0], "nearest")
    return _by_tense(ordered, partial, today, tense, firm)


def _by_tense(ordered: list[Date], partial: Partial, today: Moment, tense: ClauseTense, firm: bool) -> Choice:
    """The nearest date, unless the verb's time contradicts it and the date depends on the verb or is not close."""
    nearest = ordered[0]
    if tense is ClauseTense.SOON:
        tense = ClauseTense.NEAREST if 0 < begin_of(nearest) - today <= _SOON else ClauseTense.PAST
    named = partial.day is not None or bool(partial.holiday)
    close = named and not firm and _distance(nearest, today) <= _FAR
    is_part = partial.quarter is not None or partial.half is not None
    reported = not firm or _distance(nearest, today) <= _REPORTED
    if partial.near or (tense is ClauseTense.FUTURE and is_part and reported):
        close = _is_plainly_nearest(ordered, today)
    if tense is ClauseTense.ALONE and partial.weekday is None and end_of(nearest) <= today:
        return _first((date for date in ordered if end_of(date) > today), nearest, "coming")
    if tense is ClauseTense.PAST and not close and begin_of(nearest) > today:
        return _first((date for date in ordered if begin_of(date) <= today), nearest, "past")
    if tense is ClauseTense.FUTURE and not close and end_of(nearest) <= today:
        return _first((date for date in ordered if end_of(date) > today), nearest, "future")
    return Choice(nearest, "nearest")


def _first(dates: Iterator[Date], nearest: Date, how: str) -> Choice:
    """The first of the dates on the side that the verb gives; the nearest where that side has none (a rare weekday)."""
    found = next(dates, None)
    return Choice(nearest, "nearest") if found is None else Choice(found, how)


def _is_plainly_nearest(ordered: list[Date], today: Moment) -> bool:
    """Whether the nearest date is less than half as far as the next: "cet été", "au deuxième trimestre" mean it."""
    return len(ordered) == 1 or 2 * _distance(ordered[0], today) < _distance(ordered[1], today)


def _distance(date: Date, today: Moment) -> int:
    """Seconds from today to the nearest day of the date; 0 within it. A tie goes to the past."""
    if begin_of(date) > today:
        return begin_of(date) - today + 1
    return max(0, today - end_of(date) + DAY)


def _weekday(partial: Partial, today: Moment, tense: ClauseTense) -> Choice:
    """The date of a bare weekday: the last one in the past, otherwise the next one; today's weekday can mean today.

    A present that is told ("Jeudi, un sanglier traverse la route") looks like a plan; a plan is not so far ahead.
    """
    assert partial.weekday is not None
    ahead = (partial.weekday - weekday(today)) % 7
    if partial.direction is Direction.BACK:
        return _day(today + ((ahead or 7) - 7 - (7 if ahead == 0 else 0)) * DAY, "back")
    if partial.direction is Direction.FORWARD:
        return _day(today + ((ahead or 7) + 7 * partial.skip) * DAY, "on")
    if tense is ClauseTense.PAST:
        return _day(today + (ahead - 7 if ahead else 0) * DAY, "past")
    if (partial.near and tense in (ClauseTense.PRESENT, ClauseTense.NONE)) or tense is ClauseTense.NEAREST:
        return _day(today + (ahead if ahead <= 3 else ahead - 7) * DAY, "nearest")
    if tense is ClauseTense.PRESENT and ahead >= _TOLD_AHEAD:
        return _day(today + (ahead - 7) * DAY, "nearest")
    if tense is ClauseTense.ALONE:
        return _day(today + (ahead or 7) * DAY, "coming")
    return _day(today + ahead * DAY, "future" if tense is ClauseTense.FUTURE else "coming")


def _day(at: Moment, how: str) -> Choice:
    return Choice(unit(at, Granularity.DAY), how)


def following(partial: Partial, first: Date) -> Date:
    """The end of a range ("du 3 au 5 mai"): the first date that fits on or after the range's beginning.

    Args:
        partial: The fields that the words of the end name; a year or an origin of its own is kept.
        first: The date of the beginning; it has a begin.

    Returns:
        The date of the end.

    Raises:
        ImpossibleDateError: No date fits the words.
    """
    begin = begin_of(first)
    if partial.year is not None or partial.origin is not Partial().origin:
        return complete(partial, begin, ClauseTense.NONE).date
    if partial.weekday is not None and partial.day is None and partial.month is None:
        return unit(begin + (partial.weekday - weekday(begin)) % 7 * DAY, Granularity.DAY)
    later = [date for date in _candidates(partial, begin) if begin_of(date) >= begin]
    if not later:
        raise ImpossibleDateError
    soonest = min(later, key=begin_of)
    fitting = [date for date in later if _fits(date, partial) and begin_of(date) <= begin + YEAR]
    return min(fitting, key=begin_of) if fitting and partial.month is None else soonest


def moved(at: Moment, count: float, granularity: Granularity) -> Moment:
    """A moment moved by a count that can be a fraction: half a year is six months, half a month fifteen days.

    Args:
        at: The moment to count from, in seconds.
        count: The number of units; a negative one moves back.
        granularity: The unit. A fraction of a unit without a finer one is dropped.

    Returns:
        The moment, in seconds.
    """
    whole = int(count)
    result = add(at, whole, granularity) if whole else at
    rest = count - whole
    if not rest:
        return result
    finer = _FINER.get(granularity)
    return add(result, round(rest * finer[0]), finer[1]) if finer else result
