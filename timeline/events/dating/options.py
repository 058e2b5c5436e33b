"""The possible datings of an event.

They are the choice of the rules, each expression in reach (its date, the time before it, the time from it on), and
the article's day. The list is short (about ten) and contains the right date of 96 events in a hundred; a model ranks it
(`ranking`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from timeline import calendar
from timeline.calendar import DAY
from timeline.events.context import Context
from timeline.events.dating.lengths import of_lengths
from timeline.events.dating.types import Dating, is_compared
from timeline.events.detection.mentions import Mention
from timeline.lines.rows import LEAST_ROWS, SECTION_CHARACTERS, heads_a_section, opens_a_row
from timeline.model import Date, Granularity, Modifier, Span, Timex
from timeline.model.timex import numbers_within

AT, UNTIL, FROM, FIRST, LAST, POINT, TO_NOW, SPAN = "at", "until", "from", "first", "last", "point", "to now", "span"
PUBLISHED, DAY_BEFORE, UNTIL_PUBLISHED, FROM_PUBLISHED, RULE = (
    "published",
    "day before",
    "until published",
    "from published",
    "rule",
)
DERIVATIONS = (
    *(AT, UNTIL, FROM, FIRST, LAST, POINT, TO_NOW, SPAN),
    *(PUBLISHED, DAY_BEFORE, UNTIL_PUBLISHED, FROM_PUBLISHED, RULE),
)
"""How an option can be derived: from an expression (the first eight), from the article's day, from the rules.

`TO_NOW` is the time between the expression and the article's day: "depuis mars", "avant la fin de l'année"."""

_BEFORE, _BEHIND, _OPENING = 7, 2, 2
_RECENT_DAYS = 400
_BETWEEN = 7
"""The most letters between two expressions of a run: " et le "."""

_APPOSED = 6
"""The most letters between two expressions that name one time: ", le ", " (le "."""

_MIDDLES = {Granularity.WEEK: 3, Granularity.MONTH: 14}
"""The days from the first one of a week or a month to its middle: Thursday, the 15th."""

Days = tuple[int | None, int | None]
"""The first and the last day of a date, counted from 0001-01-01; None for an open side."""


@dataclass(frozen=True, slots=True)
class Option:
    """A possible date of an event.

    `derivations` maps each way to derive it to the number of the nearest expression that gives it, or to None where
    no expression does.
    """

    days: Days
    date: Date
    derivations: Mapping[str, int | None]


def days(date: Date | None) -> Days | None:
    """The first and last day of a date.

    Args:
        date: The date, or None.

    Returns:
        Days since 0001-01-01, None for an open side; None where there is no date.
    """
    if date is None:
        return None
    first = None if date.begin is None else date.begin // DAY
    return first, None if date.end is None else (date.end - 1) // DAY


def in_reach(mention: Mention, timexes: Sequence[Timex]) -> tuple[int, ...]:
    """The expressions that may date a mention, nearest first.

    They are those of its sentence, of some sentences before, of a few after, and of the beginning of the article.

    Returns:
        Their indices in `timexes`, each once.
    """
    span = mention.tree.sentence.span
    inside, others = mention.tree.remembered("in reach", timexes, lambda: _around(span, timexes))
    if len(inside) > 1:
        inside = sorted(inside, key=lambda number: _distance(mention, timexes[number]))
    return tuple(dict.fromkeys((*inside, *others)))


def _around(span: Span, timexes: Sequence[Timex]) -> tuple[Sequence[int], Sequence[int]]:
    """The numbers of the expressions in a sentence, and of those around it that may date its events."""
    first, last = (bisect_left(timexes, at, key=lambda timex: timex.span.start) for at in (span.start, span.end))
    before = islice((number for number in range(first - 1, -1, -1) if timexes[number].span.end <= span.start), _BEFORE)
    behind = range(last, min(last + _BEHIND, len(timexes)))
    opening = range(min(_OPENING, len(timexes)))
    return numbers_within(timexes, span), (*before, *behind, *opening)


def _distance(mention: Mention, timex: Timex) -> int:
    return min(abs(timex.span.end - mention.trigger.start), abs(timex.span.start - mention.trigger.end))


def options(context: Context, mention: Mention, timexes: Sequence[Timex], ruled: Dating) -> tuple[Option, ...]:
    """The possible datings of a mention.

    Args:
        context: The article's context.
        mention: The mention to date.
        timexes: The time expressions of the article, in text order.
        ruled: The dating that the rules chose, which is one of the options.

    Returns:
        The options, each date once.
    """
    found = _OptionsByDay()
    text = context.article.text
    span = mention.tree.sentence.span
    row = mention.tree.remembered("row", timexes, lambda: _day_of_its_row(text, span, timexes))
    if row is not None:
        found.add(timexes[row].date, AT, row)
        return found.options()
    near = [
        number
        for number in in_reach(mention, timexes)
        if not (is_compared(text, timexes[number]) or _is_explained(text, timexes, number))
    ]
    for number in near:
        _add_timex(found, timexes[number], number, context.published)
    in_sentence = sorted(number for number in near if span.contains(timexes[number].span))
    for first, last in pairwise(in_sentence):
        _of_two(found, timexes[first].date, timexes[last].date, last)
    for first, last in _runs(timexes, sorted(near)):
        _of_two(found, timexes[first].date, timexes[last].date, last)
    for one, number in of_lengths(mention, timexes, in_sentence, context):
        found.add(one, SPAN, number)
    for one, way in _of_the_day(context.published):
        found.add(one, way)
    found.add(ruled.date, RULE)
    return found.options()


def _add_timex(found: _OptionsByDay, timex: Timex, number: int, published: Date) -> None:
    if timex.date is not None:
        for one, way in _of_expression(timex.date, published):
            found.add(one, way, number)
    if (edge := _edge(timex)) is not None:
        found.add(*edge, number)


def _day_of_its_row(text: str, span: Span, timexes: Sequence[Timex]) -> int | None:
    """The number of the day that opens the row of a chronology, for a later sentence of the row that names no time.

    "15 mars 2024 : il est condamné. Ses avocats font appel." Else it is the date that heads its section.
    Fewer such lines than `LEAST_ROWS` may be datelines.
    """
    line = text.rfind("\n", 0, span.start) + 1
    row, own = (bisect_left(timexes, at, key=lambda timex: timex.span.start) for at in (line, span.start))
    date = timexes[row].date if row < own else None
    if numbers_within(timexes, span):
        return None
    if date is None or date.begin is None or date.end is None or date.end - date.begin < DAY:
        return _head_of_its_section(text, span, timexes, own)
    if not opens_a_row(text, timexes[row].span):
        return None
    return row if sum(opens_a_row(text, one.span) for one in timexes) >= LEAST_ROWS else None


def _head_of_its_section(text: str, span: Span, timexes: Sequence[Timex], own: int) -> int | None:
    """The number of the date that heads the section: "1. Mai 2004 : la signature⏎Le contrat est signé à Oslo."."""
    near = reversed(timexes[max(0, own - _BEFORE) : own])
    head = next((one for one in near if heads_a_section(text, one.span)), None)
    if head is None or head.date is None or span.start - head.span.end > SECTION_CHARACTERS:
        return None
    heads = [one for one in timexes if heads_a_section(text, one.span)]
    return timexes.index(head) if len(heads) >= LEAST_ROWS else None


def _is_explained(text: str, timexes: Sequence[Timex], number: int) -> bool:
    """Whether the words beside it name a day within an expression: "la semaine dernière, le jeudi 9 mars"."""
    first, last = days(timexes[number].date) or (None, None)
    if first is None or last is None or first == last:
        return False
    for at in (number - 1, number):
        if 0 <= at < len(timexes) - 1:
            gap = text[timexes[at].span.end : timexes[at + 1].span.start]
            begin, end = days(timexes[at if at < number else at + 1].date) or (None, None)
            beside = len(gap) <= _APPOSED and gap.lstrip().startswith((",", "("))
            if beside and begin is not None and begin == end and first <= begin <= last:
                return True
    return False


class _OptionsByDay:
    """The options found so far, by their days: an option with several derivations is stored once."""

    def __init__(self) -> None:
        self.by_days: dict[Days, tuple[Date, dict[str, int | None]]] = {}

    def add(self, date: Date | None, way: str, timex: int | None = None) -> None:
        key = days(date)
        if date is None or key is None or key == (None, None):
            return
        self.by_days.setdefault(key, (date, {}))[1].setdefault(way, timex)

    def options(self) -> tuple[Option, ...]:
        """The options, in the order in which they were found."""
        return tuple(Option(key, date, ways) for key, (date, ways) in self.by_days.items())


@lru_cache(maxsize=1 << 10)
def _of_the_day(published: Date) -> tuple[tuple[Date, str], ...]:
    """The article's day, the day before, and the time up to and from the day."""
    assert published.begin is not None
    return (
        (published, PUBLISHED),
        (calendar.unit(published.begin - DAY, Granularity.DAY), DAY_BEFORE),
        (calendar.until(published), UNTIL_PUBLISHED),
        (calendar.from_(published), FROM_PUBLISHED),
    )


@lru_cache(maxsize=1 << 10)
def _of_expression(date: Date, published: Date) -> tuple[tuple[Date, str], ...]:
    """An expression's date, the time before it, the time from it on, and the ends of an interval.

    All events around an expression have it among their options.
    """
    return tuple(_derived(date, published))


def _edge(timex: Timex) -> tuple[Date, str] | None:
    """The day that the edge of a week or a month most often means: "en début de semaine", "à la mi-septembre"."""
    date, modifier = timex.date, timex.expression.modifier
    if date is None or date.begin is None or date.end is None or date.granularity not in _MIDDLES:
        return None
    match modifier:
        case Modifier.START:
            return calendar.unit(date.begin, Granularity.DAY), FIRST
        case Modifier.MID:
            return calendar.unit(date.begin + _MIDDLES[date.granularity] * DAY, Granularity.DAY), POINT
        case Modifier.END if date.granularity is Granularity.WEEK:
            return calendar.unit(date.begin, Granularity.WEEKEND), LAST
    return None


def _derived(date: Date, published: Date) -> Iterator[tuple[Date, str]]:
    assert published.begin is not None
    yield date, AT
    last = date.last_granularity
    if date.begin is not None and date.end is not None:
        yield calendar.until(date), UNTIL
        if date.begin >= published.begin - _RECENT_DAYS * DAY:
            yield calendar.from_(date), FROM
        if date.end - date.begin > DAY and date.is_range:
            yield calendar.unit(date.begin, date.granularity), FIRST
            yield calendar.unit(date.end - 1, last), LAST
    elif date.begin is not None:
        point = calendar.unit(date.begin, date.granularity)
        yield point, POINT
        if date.begin < published.begin:
            yield calendar.between(point, published), TO_NOW
    elif date.end is not None:
        point = calendar.unit(date.end - 1, last)
        yield point, POINT
        if published.end is not None and date.end > published.end:
            yield calendar.between(published, point), TO_NOW


def _runs(timexes: Sequence[Timex], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of expressions that follow each other with a word between: "les 8, 10 et 12 mai"."""
    run: list[int] = []
    for number in numbers:
        if run and not 0 <= timexes[number].span.start - timexes[run[-1]].span.end <= _BETWEEN:
            run = []
        run.append(number)
        if len(run) > 1:
            yield run[0], number


def _of_two(found: _OptionsByDay, first: Date | None, last: Date | None, number: int) -> None:
    """Add the period from one expression to the next one of the sentence: "depuis hier et jusqu'à demain", too."""
    if first is None or last is None or first.begin is None or last.end is None:
        return
    begins = last.begin
    if begins is None:
        begins = calendar.unit(last.end - 1, last.last_granularity).begin
    if begins is not None and first.begin < begins:
        found.add(calendar.between(first, last), SPAN, number)
