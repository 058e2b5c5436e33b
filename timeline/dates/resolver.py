"""Resolution in reading order: each expression against the article's date or the last date of the text."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.calendar import DAY, add, between, edtf, floor, from_, from_date, moment, unit, until, weekday
from timeline.dates.clause import Clauses, Tense
from timeline.dates.explain import explained
from timeline.dates.partial import Impossible, complete, following, moved
from timeline.dates.problems import impossible
from timeline.dates.values import date_value, duration_value, set_value, time_value, year_value
from timeline.model import (
    Between,
    Clock,
    Date,
    Direction,
    Expression,
    Fixed,
    Granularity,
    Lasting,
    Meaning,
    Moment,
    Nth,
    On,
    Origin,
    Partial,
    PartOfDay,
    Problem,
    Reference,
    Repeat,
    Sentence,
    Shift,
    Signal,
    Step,
    This,
    Timex,
    TimexType,
    Vague,
)

_HOURS = {
    PartOfDay.MORNING: (5, 12), PartOfDay.MIDDAY: (11, 14), PartOfDay.AFTERNOON: (12, 18), PartOfDay.EVENING: (18, 24),
    PartOfDay.NIGHT: (20, 30), PartOfDay.DAYTIME: (6, 20),
}  # fmt: skip
_FINE = (Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR)
_SEASONS = ("SP", "SU", "FA", "WI")
_NEAR_CHARACTERS = 600
_NEXT_CHARACTERS = 120
_NEAR_DAYS = 8
_RECENT_DAYS = 2


@dataclass(frozen=True, slots=True)
class Resolution:
    """The dated expressions, in text order, and what could not be a date (line and column in the text, no path)."""

    timexes: tuple[Timex, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """What an expression came to: value, interval, how it was found ("nearest", "shift", …), and from where."""

    value: str
    date: Date | None
    how: str = "absolute"
    anchor: Timex | datetime.date | None = None
    type: TimexType | None = None


def resolve(
    text: str,
    expressions: Sequence[Expression],
    published: datetime.date,
    sentences: Sequence[Sentence] = (),
    language: str = "fr",
) -> Resolution:
    """Dates every expression of `text` (in text order), counted from `published` (a datetime tells the hour too).

    `sentences` give the verbs' tenses; without them cues of the language do. Impossible dates ("31 février") become
    problems and no Timex.
    """
    return _Reading(text, published, Clauses(text, [expression.span for expression in expressions], sentences, language)).all(expressions)


class _Reading:
    """The state of reading one text: what was dated so far."""

    def __init__(self, text: str, published: datetime.date, clauses: Clauses) -> None:
        self._text = text
        self._published = published
        self._now = from_date(published)
        self._today = floor(self._now, Granularity.DAY)
        self._clauses = clauses
        self._last: Timex | None = None
        self._last_day: Timex | None = None
        self._last_point = self._today

    def all(self, expressions: Sequence[Expression]) -> Resolution:
        timexes: list[Timex] = []
        problems: list[Problem] = []
        for expression in expressions:
            if self._clauses.is_name(expression.span):
                continue
            try:
                timex = self._timex(expression)
            except (Impossible, OverflowError):
                problems.append(impossible(self._text, expression))
                continue
            timexes.append(timex)
            self._remember(timex)
        return Resolution(tuple(timexes), tuple(problems))

    def _timex(self, expression: Expression) -> Timex:
        read = self._read(expression.meaning, expression)
        date = _signalled(read.date, expression, self._today)
        if read.type is not None and read.type is not expression.type:
            expression = replace(expression, type=read.type)
        return Timex(expression, read.value, date, read.anchor, explained(expression, read.how, read.date, read.anchor))

    def _remember(self, timex: Timex) -> None:
        date = timex.date
        if date is None or timex.expression.type not in (TimexType.DATE, TimexType.TIME):
            return
        if isinstance(timex.expression.meaning, Shift) and timex.expression.meaning.count is None:
            return
        self._last = timex
        point = _point(timex)
        if point is not None:
            self._last_day, self._last_point = timex, point

    # --- the meanings -------------------------------------------------------------------------------------------------

    def _read(self, meaning: Meaning, expression: Expression) -> Read:
        match meaning:
            case Partial():
                return self._partial(meaning, expression)
            case This():
                return self._this(meaning, expression)
            case Shift():
                return self._shift(meaning, expression)
            case On():
                return self._on(meaning, expression)
            case Clock():
                return self._clock(meaning, expression)
            case Between():
                return self._between(meaning, expression)
            case Nth():
                return self._nth(meaning, expression)
            case Lasting():
                return self._lasting(meaning, expression)
            case Fixed():
                date = unit(moment(meaning.year), meaning.granularity)
                return Read(date_value(moment(meaning.year), meaning.granularity), date)
            case Repeat():
                return Read(_repeat_value(meaning), None, "repeat")
            case Vague():
                return Read(meaning.reference.value, None, "vague")

    def _partial(self, partial: Partial, expression: Expression) -> Read:
        anchor, base = self._origin(partial.origin, fine=partial.day is not None or partial.weekday is not None)
        needs_tense = partial.year is None and partial.direction is Direction.NONE
        tense = self._tense(expression) if needs_tense else Tense.NONE
        if partial.generic and tense in (Tense.PRESENT, Tense.NONE) and partial.season is not None:
            return Read(f"XXXX-{_SEASONS[partial.season]}", None, "generic")
        choice = complete(partial, base, tense)
        value = _value(choice.date)
        if partial.era == "BC" and choice.date.granularity is Granularity.YEAR:
            value = year_value(partial.year or 0)
        return Read(value, choice.date, choice.how, None if choice.how == "absolute" else anchor)

    def _this(self, this: This, expression: Expression) -> Read:
        if this.base is not None:
            told = self._read(this.base, expression)
            assert told.date is not None
            holding = unit(told.date.begin or 0, this.unit)
            return Read(_value(holding), holding, told.how, told.anchor)
        anchor, base = self._origin(this.origin, fine=this.unit is Granularity.DAY)
        offset = this.offset
        if this.unit is Granularity.WEEKEND and offset == 0 and this.origin is Origin.PUBLISHED:
            begins = floor(base, Granularity.WEEKEND)
            if begins > base and self._clauses.tense(expression.span) is Tense.PAST:
                offset = -1
        date = unit(add(floor(base, this.unit), offset, this.unit), this.unit)
        return Read(_value(date), date, "this" if not offset else "shift", anchor)

    def _shift(self, shift: Shift, expression: Expression) -> Read:
        if shift.base is not None:
            told = self._read(shift.base, expression)
            if told.date is None or told.date.begin is None:
                raise Impossible
            anchor, base = told.anchor, told.date.begin
            precise = told.date.granularity in _FINE
        else:
            anchor, base = self._origin(shift.origin, fine=shift.unit.rank <= Granularity.WEEK.rank)
            precise = isinstance(anchor, datetime.datetime)
            if isinstance(anchor, Timex) and anchor.date:
                precise = anchor.date.granularity in _FINE
        if shift.count is None:
            back = shift.direction is Direction.BACK
            open_date = until(unit(self._today, Granularity.DAY)) if back else from_(unit(self._today, Granularity.DAY))
            reference = Reference.PAST if back else Reference.FUTURE
            return Read(reference.value, open_date if shift.origin is Origin.PUBLISHED else None, "vague", anchor)
        at = moved(base, shift.count, shift.unit)
        for count, size in shift.rest:
            at = moved(at, count, size)
        granularity = min((_counted(replace(shift, unit=size), precise) for size in (shift.unit, *(s for _, s in shift.rest))), key=lambda g: g.rank)
        date = unit(at, granularity)
        how = "shift"
        if granularity in _FINE:
            clock = Clock(at // 3600 % 24, at // 60 % 60, at % 60 if shift.unit is Granularity.SECOND else None)
            return Read(time_value(at, clock), date, how, anchor, TimexType.TIME)
        return Read(_value(date), date, how, anchor)

    def _on(self, on: On, expression: Expression) -> Read:
        if on.time.part is PartOfDay.NIGHT and on.time.hour is None and on.day == This(Granularity.DAY):
            past = self._clauses.tense(expression.span) is Tense.PAST
            day = Read("", unit(self._today - (DAY if past else 0), Granularity.DAY), "this", self._published)
        else:
            day = self._read(on.day, expression)
        if day.date is None or day.date.begin is None:
            raise Impossible
        return replace(_timed(day.date.begin, on.time), how=day.how, anchor=day.anchor)

    def _clock(self, clock: Clock, expression: Expression) -> Read:
        last = self._last_day
        if last is not None and self._still(last, expression):
            base = self._last_point
            if _rolls_over(last, clock):
                base += DAY
            return replace(_timed(base, clock), how="clock", anchor=last)
        return replace(_timed(self._today, clock), how="clock", anchor=self._published)

    def _still(self, last: Timex, expression: Expression) -> bool:
        """Whether the day last mentioned still holds: in the same paragraph, or just before in a tale."""
        if expression.span.start - last.span.end > _NEAR_CHARACTERS:
            return False
        gap = self._text[last.span.end : expression.span.start]
        near = abs(self._last_point - self._today) <= _NEAR_DAYS * DAY
        if "\n" in gap:
            recent = 0 <= self._today - self._last_point <= _RECENT_DAYS * DAY
            return recent and self._clauses.tense(expression.span) is Tense.PAST
        return near or len(gap) < _NEXT_CHARACTERS

    def _between(self, both: Between, expression: Expression) -> Read:
        first = self._read(both.first, expression)
        if first.date is None or first.date.begin is None:
            raise Impossible
        last = self._last_end(both.last, first, expression)
        if last.date is None or last.date.end is None:
            raise Impossible
        if last.date.end <= first.date.begin:
            if isinstance(both.last, Clock):
                last = replace(_timed(floor(first.date.begin, Granularity.DAY) + DAY, both.last), anchor=first.anchor)
            else:
                return first if both.side == "first" else last
        assert last.date is not None
        whole = between(first.date, last.date)
        if both.side == "whole":
            return Read(f"{first.value}/{last.value}", whole, first.how, first.anchor)
        return replace(first if both.side == "first" else last, date=whole)

    def _last_end(self, meaning: Meaning, first: Read, expression: Expression) -> Read:
        assert first.date is not None
        assert first.date.begin is not None
        if isinstance(meaning, Clock):
            return replace(_timed(floor(first.date.begin, Granularity.DAY), meaning), how=first.how, anchor=first.anchor)
        if isinstance(meaning, Partial) and meaning.direction is Direction.NONE:
            date = following(meaning, first.date)
            return Read(_value(date), date, first.how, first.anchor)
        if isinstance(meaning, On) and isinstance(meaning.day, Partial) and meaning.day.direction is Direction.NONE:
            day = following(meaning.day, unit(first.date.begin, Granularity.DAY))
            return replace(_timed(day.begin or 0, meaning.time), how=first.how, anchor=first.anchor)
        return self._read(meaning, expression)

    def _nth(self, nth: Nth, expression: Expression) -> Read:
        within = self._read(nth.within, expression)
        if within.date is None or within.date.begin is None or within.date.end is None:
            raise Impossible
        begin, end = within.date.begin, within.date.end
        if nth.count != 1:
            return self._several(nth, begin, end, within)
        date = _nth_of(nth, begin, end)
        return Read(_value(date), date, "nth", within.anchor)

    def _several(self, nth: Nth, begin: Moment, end: Moment, within: Read) -> Read:
        value = duration_value(((nth.count, nth.unit),))
        if nth.count is None:
            return Read(value, None, "nth", within.anchor)
        if nth.number < 0:
            date = Date(add(end, -nth.count, nth.unit), end, nth.unit, is_range=True)
        else:
            date = Date(begin, add(begin, nth.count, nth.unit), nth.unit, is_range=True)
        return Read(value, date, "nth", within.anchor)

    def _lasting(self, lasting: Lasting, expression: Expression) -> Read:
        value = duration_value(lasting.amounts)
        side = lasting.direction
        if side is Direction.NONE and expression.signal is Signal.SINCE:
            side = Direction.BACK
        if side is Direction.NONE and expression.signal is Signal.BY:
            side = Direction.ON
        if side is Direction.NONE:
            return Read(value, None, "duration")
        return Read(value, self._reach(lasting, side, expression.signal), "reach", self._published)

    def _reach(self, lasting: Lasting, side: Direction, signal: Signal) -> Date:
        """The interval of a length of time that ends or begins at the article's date."""
        today = unit(self._today, Granularity.DAY)
        if any(count is None for count, _ in lasting.amounts):
            return until(today) if side is Direction.BACK else from_(today)
        at = self._now
        for count, size in lasting.amounts:
            at = moved(at, (count or 0) * (-1 if side is Direction.BACK else 1), size)
        granularity = _rough(lasting.amounts[0][1])
        if side is Direction.ON:
            return between(today, unit(at, Granularity.DAY))
        first = unit(at, granularity)
        return from_(first) if signal is Signal.SINCE else between(unit(at, Granularity.DAY), today)

    def _tense(self, expression: Expression) -> Tense:
        """What the signal says of the side, or the clause."""
        if expression.signal is Signal.SINCE:
            return Tense.PAST
        if expression.signal is Signal.BY:
            return Tense.FUTURE
        return self._clauses.tense(expression.span)

    # --- anchors ------------------------------------------------------------------------------------------------------

    def _origin(self, origin: Origin, *, fine: bool) -> tuple[Timex | datetime.date, Moment]:
        if origin is Origin.TEXT:
            last = self._last_day if fine else self._last
            if last is not None and last.date is not None:
                point = _point(last)
                begin = last.date.begin if last.date.begin is not None else last.date.end
                if last.date.granularity in _FINE and last.date.begin is not None:
                    point = last.date.begin
                return last, point if point is not None else begin or self._today
        return self._published, self._now


def _point(timex: Timex) -> Moment | None:
    """The day that a Timex names, where it names one: that of its own words, not of its signal's interval."""
    value = timex.value
    if len(value) < 10 or value[4] != "-" or value[7] != "-" or not value[:4].isdigit() or not value[8:10].isdigit():
        return None
    return moment(int(value[:4]), int(value[5:7]), int(value[8:10])) if value[5:7].isdigit() else None


def _value(date: Date) -> str:
    return date_value(date.begin or 0, date.granularity)


def _counted(shift: Shift, precise: bool) -> Granularity:
    """How fine a shifted date is: years give a year, months a month, weeks and days a day, hours the hour if it is known."""
    if shift.unit in (Granularity.WEEK, Granularity.WEEKEND):
        return Granularity.DAY
    if shift.unit in _FINE:
        return Granularity.MINUTE if precise else Granularity.DAY
    if shift.unit in (Granularity.QUARTER, Granularity.HALF, Granularity.SEASON):
        return Granularity.MONTH
    if shift.unit in (Granularity.DECADE, Granularity.CENTURY):
        return Granularity.YEAR
    if shift.count is not None and shift.count != int(shift.count):
        return Granularity.MONTH if shift.unit is Granularity.YEAR else Granularity.DAY
    return shift.unit


def _rough(granularity: Granularity) -> Granularity:
    return _counted(Shift(1, granularity), precise=False)


def _timed(day: Moment, clock: Clock) -> Read:
    """A time of a day."""
    day = floor(day, Granularity.DAY)
    if clock.hour is None:
        part = clock.part or PartOfDay.DAYTIME
        first, last = _HOURS[part]
        date = Date(day + first * 3600, day + last * 3600, Granularity.PART_OF_DAY)
        return Read(time_value(day, clock), date, type=TimexType.TIME)
    if clock.hour > 24 or (clock.minute or 0) > 59 or (clock.second or 0) > 59:
        raise Impossible
    if clock.hour == 24:
        day += DAY
        clock = replace(clock, hour=0)
    granularity = Granularity.HOUR if clock.minute is None else Granularity.MINUTE
    at = day + (clock.hour or 0) * 3600 + (clock.minute or 0) * 60
    return Read(time_value(day, clock), unit(at, granularity), type=TimexType.TIME)


def _rolls_over(last: Timex, clock: Clock) -> bool:
    """Whether a small hour told after an afternoon or evening is the next day's."""
    if clock.hour is None or clock.hour > 5 or last.date is None or last.date.begin is None:
        return False
    return last.expression.type is TimexType.TIME and last.date.begin % DAY >= 12 * 3600


def _nth_of(nth: Nth, begin: Moment, end: Moment) -> Date:
    if nth.weekday is not None:
        first = begin + (nth.weekday - weekday(begin)) % 7 * DAY
        last = end - DAY - (weekday(end - DAY) - nth.weekday) % 7 * DAY
        at = first + 7 * (nth.number - 1) * DAY if nth.number > 0 else last + 7 * (nth.number + 1) * DAY
        granularity = Granularity.DAY
    elif nth.unit is Granularity.WEEK:
        first = begin + -weekday(begin) % 7 * DAY
        last = floor(end, Granularity.WEEK) - 7 * DAY
        at = first + 7 * (nth.number - 1) * DAY if nth.number > 0 else last + 7 * (nth.number + 1) * DAY
        granularity = Granularity.WEEK
    else:
        granularity = nth.unit
        at = add(floor(begin, granularity), nth.number - 1, granularity) if nth.number > 0 else add(end, nth.number, granularity)
    if not begin <= at < end:
        raise Impossible
    return unit(at, granularity)


def _repeat_value(repeat: Repeat) -> str:
    part = f"T{repeat.part}" if repeat.part else ""
    if repeat.time is not None and repeat.time.hour is not None:
        part = f"T{repeat.time.hour:02}:{repeat.time.minute or 0:02}"
    if repeat.weekday is not None:
        return f"XXXX-WXX-{repeat.weekday + 1}{part}"
    if repeat.month is not None:
        return f"XXXX-{repeat.month:02}"
    return f"XXXX-XX-XX{part}" if part else set_value(repeat.unit, repeat.count)


def _signalled(date: Date | None, expression: Expression, today: Moment) -> Date | None:
    """The interval with its signal: since, until, before, after."""
    if date is None or date.begin is None or date.end is None or isinstance(expression.meaning, Lasting | Between):
        return date
    match expression.signal:
        case Signal.SINCE | Signal.FROM:
            return from_(date)
        case Signal.UNTIL:
            return until(date)
        case Signal.BY:
            return between(unit(today, Granularity.DAY), date) if date.end > today + DAY else until(date)
        case Signal.BEFORE:
            return Date(None, date.begin, date.granularity, is_range=True)
        case Signal.AFTER:
            return Date(date.end, None, date.granularity, is_range=True)
    return date
