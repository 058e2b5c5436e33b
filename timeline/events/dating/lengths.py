"""The options that a length of time gives: "en trois jours", "dix ans de travaux", "deux semaines après l'accord"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline import calendar
from timeline.calendar import DAY
from timeline.events.context import Context
from timeline.events.dating.measured import COUNTED, measured_from, measuring
from timeline.events.detection.mentions import Mention
from timeline.languages.function_words import pattern
from timeline.model import Date, Direction, Duration, Granularity, Signal, Timex, TimexType

_BORN, _AT_AGE = pattern("born"), pattern("at_age")
_WORDS = 60
"""How many characters before a date or an age tell what it is."""
_BOUNDS = frozenset({Signal.SINCE, Signal.UNTIL, Signal.BY})
_LONGEST = 200
"""No event of an article lasts longer than so many units."""
_SHORTEST = 2
"""From so many days on, "trois jours de grève" may count both of its ends."""
_ENDS = {Granularity.YEAR: Granularity.YEAR, Granularity.MONTH: Granularity.DAY}
"""How exact the other end of a period of years or months is: "en cinq mois" ends on the article's day."""

Given = Iterator[tuple[Date, int]]
"""Dates, each with the number of the expression that gives it."""


def of_lengths(mention: Mention, timexes: Sequence[Timex], numbers: Sequence[int], context: Context) -> Given:
    """The dates that the lengths of time in a mention's sentence give.

    Args:
        mention: The mention to date.
        timexes: The time expressions of the article, in text order.
        numbers: The numbers of those of its sentence, in text order.
        context: The article's context, for its day and its text.

    Yields:
        Each date with the number of its expression: the time that the length fills before or after the article's day,
        or the nearest day of the sentence; the time of what comes so long after, or before, the event; the year in
        which somebody whose birth the text dates had that age.
    """
    lengths = [number for number in numbers if _amount(timexes[number]) is not None]
    if not lengths:
        return
    published = context.published
    days = _days(timexes, numbers, published)
    measure = measuring(mention, timexes)
    for number in lengths:
        if measure is not None and measure.timex is timexes[number]:
            for day in (*days, _before(published)):
                yield from ((date, number) for date in measured_from(measure, day))
        else:
            amount = _amount(timexes[number])
            assert amount is not None
            for day in days[:2]:
                yield from ((date, number) for date in _filled(day, *amount))
            if (aged := _aged(context.article.text, timexes, number, *amount)) is not None:
                yield aged, number


def _aged(text: str, timexes: Sequence[Timex], number: int, count: int, unit: Granularity) -> Date | None:
    """The year of an age: "Née le 21 avril 1926, elle devient l'héritière à dix ans"."""
    if unit is not Granularity.YEAR or not _AT_AGE.search(text[: timexes[number].span.start][-_WORDS:]):
        return None
    for timex in timexes[:number]:
        date = timex.date
        if date is None or date.begin is None or timex.expression.type is not TimexType.DATE:
            continue
        if _BORN.search(text[: timex.span.start][-_WORDS:]):
            return calendar.unit(calendar.add(date.begin, count, unit), Granularity.YEAR)
    return None


def _amount(timex: Timex) -> tuple[int, Granularity] | None:
    """The whole number of units of a length of time that has no date of its own; None for anything else."""
    meaning, signal = timex.expression.meaning, timex.expression.signal
    if not isinstance(meaning, Duration) or meaning.direction is not Direction.NONE or len(meaning.amounts) != 1:
        return None
    ((count, unit),) = meaning.amounts
    if count is None or timex.date is not None or signal in _BOUNDS or not 1 <= count <= _LONGEST:
        return None
    if unit is Granularity.HOUR and count >= 24 and count % 24 == 0:
        count, unit = count // 24, Granularity.DAY
    return (int(count), unit) if count == int(count) and unit in COUNTED else None


def _days(timexes: Sequence[Timex], numbers: Sequence[int], published: Date) -> list[Date]:
    """The article's day and the single days that the sentence names, each once."""
    found = [published]
    for number in numbers:
        date = timexes[number].date
        if date is not None and date.begin is not None and date.end is not None and date.end - date.begin <= DAY:
            day = calendar.unit(date.begin, Granularity.DAY)
            if all(day.begin != other.begin for other in found):
                found.append(day)
    return found


def _before(published: Date) -> Date:
    """The day before the article's, of which a paper tells: "le succès survient quatre jours après la perte"."""
    assert published.begin is not None
    return calendar.unit(published.begin - DAY, Granularity.DAY)


def _filled(day: Date, count: int, unit: Granularity) -> Iterator[Date]:
    """The time that a length fills before a day, and after it."""
    assert day.begin is not None
    size = COUNTED[unit]
    for sign in (-1, 1):
        other = calendar.unit(calendar.add(day.begin, sign * count, unit), size)
        end = calendar.unit(day.begin, _ENDS.get(size, Granularity.DAY))
        yield calendar.between(other, end) if sign < 0 else calendar.between(end, other)
    if unit is Granularity.DAY and count >= _SHORTEST:
        yield calendar.between(calendar.unit(day.begin - (count - 1) * DAY, Granularity.DAY), day)
