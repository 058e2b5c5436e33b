"""Resolves expressions in reading order, each against the article's date or the last date of the text."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline.calendar import add, begin_of, floor, from_date, moment, unit
from timeline.model import (
    Between,
    Clock,
    Direction,
    Duration,
    Expression,
    Fixed,
    Granularity,
    Meaning,
    Moment,
    Nth,
    On,
    Origin,
    Partial,
    PartOfDay,
    Problem,
    Repeat,
    Sentence,
    Shift,
    Signal,
    This,
    Timex,
    TimexType,
    Vague,
)
from timeline.model.timex import partial_of
from timeline.timex.normalise.anchors import over, review
from timeline.timex.normalise.anchors.dispatch import Dispatch, dispatch
from timeline.timex.normalise.anchors.hours import day_of_clock
from timeline.timex.normalise.anchors.programme import Programme
from timeline.timex.normalise.anchors.thread import Thread
from timeline.timex.normalise.clause_time.clauses import Clauses
from timeline.timex.normalise.clause_time.governor import ClauseTime
from timeline.timex.normalise.clause_time.of_expression import expression_time
from timeline.timex.normalise.clause_time.tense import ClauseTense
from timeline.timex.normalise.explain import explained
from timeline.timex.normalise.meanings import (
    follows_the_thread,
    habit_of,
    is_bare_weekday,
    last_word,
)
from timeline.timex.normalise.nth import nth_within
from timeline.timex.normalise.partial import ImpossibleDateError, complete, following, kept_to_side, moved, slips
from timeline.timex.normalise.problems import impossible, wrong_weekday
from timeline.timex.normalise.ranges import Ranges
from timeline.timex.normalise.shapes import (
    FINE,
    NOON,
    ResolvedValue,
    counted,
    duration_interval,
    repeat_value,
    timed,
    unit_value,
    vague_shift,
    years_from,
)
from timeline.timex.normalise.signals import signalled, with_signal
from timeline.timex.normalise.values import SEASONS, date_value, duration_value, time_value, year_value

_SIDES = {Signal.SINCE: Direction.BACK, Signal.BY: Direction.FORWARD}
_THAT_DAY = This(Granularity.DAY, origin=Origin.TEXT)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The dated expressions, in text order, and the impossible dates (line and column in the text, no path)."""

    timexes: tuple[Timex, ...]
    problems: tuple[Problem, ...] = ()


def resolve(
    text: str,
    expressions: Sequence[Expression],
    published: datetime.date,
    sentences: Sequence[Sentence] = (),
    language: str = "fr",
) -> Resolution:
    """Dates every expression of a text; an impossible date ("31 février") gives a problem instead of a Timex.

    Args:
        text: The article's text.
        expressions: Its expressions in text order, with code points into `text`.
        published: The article's date (DCT), the anchor of deictic expressions; a datetime also gives the hour.
        sentences: The parse, which gives the tenses of verbs; without it, the cues of `language` give them.
        language: The code of the language.

    Returns:
        The dated expressions in text order, and the problems.
    """
    clauses = Clauses(text, [expression.span for expression in expressions], sentences, language)
    return _ResolverState(text, published, clauses, language).all(expressions)


class _ResolverState:
    """The state of reading one text: what has been dated so far."""

    def __init__(self, text: str, published: datetime.date, clauses: Clauses, language: str) -> None:
        self._text = text
        self._published = published
        self._published_day = floor(from_date(published), Granularity.DAY)
        self._source: Timex | datetime.date = published
        self._now = from_date(published)
        self._today = self._published_day
        self._dispatches: list[Dispatch] = []
        self._clauses = clauses
        self._language = language
        self._thread = Thread(text, self._today, clauses)
        self._programme = Programme()
        self._ranges = Ranges(self._read)
        self._problems: list[Problem] = []
        self._following: Expression | None = None

    def all(self, expressions: Sequence[Expression]) -> Resolution:
        timexes: list[Timex] = []
        self._of_review: Mapping[int, Partial] = review.completed(self._text, expressions, self._clauses, self._today)
        for expression, self._following in zip(expressions, [*expressions, None][1:], strict=True):
            if self._clauses.is_name(expression.span):
                continue
            self._leave_dispatches(expression.span.start)
            try:
                timex = self._timex(expression)
            except (ImpossibleDateError, OverflowError):
                self._problems.append(impossible(self._text, expression))
                continue
            opened = dispatch(self._text, timex, self._following, self._published_day)
            timexes.append(timex if opened is None else opened.dateline)
            if self._dispatches and timex.span.start < self._dispatches[-1].begin:
                continue
            self._thread.remember(timexes[-1])
            self._programme.remember(timexes[-1])
            if opened is not None:
                self._dispatches.append(opened)
                self._count_from(opened.dateline, opened.day)
        return Resolution(tuple(timexes), tuple(self._problems))

    def _leave_dispatches(self, start: int) -> None:
        """Count again from what is around the dispatches that end before `start`."""
        while self._dispatches and start >= self._dispatches[-1].end:
            self._dispatches.pop()
            around = self._dispatches[-1:]
            of_article = (self._published, from_date(self._published))
            self._count_from(*((around[0].dateline, around[0].day) if around else of_article))

    def _count_from(self, source: Timex | datetime.date, now: Moment) -> None:
        """Count deictic expressions from this moment on."""
        self._source, self._now = source, now
        self._today = floor(now, Granularity.DAY)
        self._thread.count_from(self._today)

    def _timex(self, expression: Expression) -> Timex:
        expression = with_signal(expression, self._text, self._language)
        read = self._read(expression.meaning, expression)
        date = signalled(read.date, expression, self._today)
        if read.type is not None and read.type is not expression.type:
            expression = replace(expression, type=read.type)
        day = partial_of(expression.meaning)
        slipped = day is not None and read.date is not None and not read.date.is_range and slips(day, read.date)
        if slipped:
            self._problems.append(wrong_weekday(self._text, expression))
        steps = explained(expression, read.how, read.date, read.anchor, slipped=slipped)
        return Timex(expression, read.value, date, read.anchor, steps)

    def _read(self, meaning: Meaning, expression: Expression) -> ResolvedValue:
        return _READERS[type(meaning)](self, meaning, expression)

    def _fixed(self, fixed: Fixed, _: Expression) -> ResolvedValue:
        date = years_from(fixed.year, fixed.granularity, fixed.share)
        return ResolvedValue(date_value(moment(fixed.year), fixed.granularity), date)

    def _repeat(self, repeat: Repeat, _: Expression) -> ResolvedValue:
        return ResolvedValue(repeat_value(repeat), None, "repeat")

    def _vague(self, vague: Vague, _: Expression) -> ResolvedValue:
        return ResolvedValue(vague.reference.value, None, "vague")

    def _partial(self, partial: Partial, expression: Expression) -> ResolvedValue:
        partial = self._of_review.get(expression.span.start, partial)
        anchor, base = self._origin(partial.origin, None, fine=partial.day is not None or partial.weekday is not None)
        needs_tense = partial.year is None and partial.direction is Direction.NONE
        tense, firm = expression_time(self._clauses, expression) if needs_tense else ClauseTime(ClauseTense.NONE)
        continues = needs_tense and follows_the_thread(partial, expression)
        last = self._thread.continued_story(expression) if continues else None
        if last is not None and not slips(partial, date := following(partial, last)):
            return ResolvedValue(unit_value(date), date, "on", self._thread.last)
        from_text = self._from_the_text(partial, expression) or self._programme.again(
            partial, expression, tense, self._today
        )
        if from_text is not None:
            return from_text
        if partial.generic and tense in (ClauseTense.PRESENT, ClauseTense.NONE) and partial.season is not None:
            return ResolvedValue(f"XXXX-{SEASONS[partial.season]}", None, "generic")
        choice = complete(partial, base, tense, firm)
        if needs_tense and (partial.holiday or partial.day is not None):
            choice = kept_to_side(choice, partial, base, expression.signal)
        value = unit_value(choice.date)
        if partial.era == "BC" and choice.date.granularity is Granularity.YEAR:
            value = year_value(partial.year or 0)
        return ResolvedValue(value, choice.date, choice.how, None if choice.how == "absolute" else anchor)

    def _from_the_text(self, partial: Partial, expression: Expression) -> ResolvedValue | None:
        """A day completed by the year of a heading, or by the month of an earlier day in the sentence."""
        if partial.year is not None or partial.day is None or partial.direction is not Direction.NONE:
            return None
        if (named := self._thread.year_of_list(expression, partial)) is not None:
            of_year = replace(partial, year=named[1])
            return ResolvedValue("", complete(of_year, self._now, ClauseTense.NONE).date, "on", named[0]).with_value()
        month = self._thread.month_named(expression) if partial.month is None and partial.weekday is None else None
        if month is not None:
            day = replace(partial, month=month.month, year=month.year)
            date = complete(day, self._now, ClauseTense.NONE).date
            return ResolvedValue("", date, "on", self._thread.last).with_value()
        first = self._thread.month_of(expression) if partial.month is None and partial.weekday is None else None
        if first is None or self._thread.day is None:
            return None
        return ResolvedValue("", following(partial, first), "on", self._thread.day).with_value()

    def _this(self, this: This, expression: Expression) -> ResolvedValue:
        if this.base is not None:
            base_read = self._read(this.base, expression)
            if base_read.date is None or base_read.date.begin is None:
                return base_read
            holding = unit(base_read.date.begin, this.unit)
            return ResolvedValue(unit_value(holding), holding, base_read.how, base_read.anchor)
        last, day, start = self._thread.last, self._thread.day, expression.span.start
        if this == _THAT_DAY and (month := over.month_told(last, day, self._text, start, self._today)) is not None:
            return ResolvedValue("", month.date, "this", month).with_value()
        back = this.unit if this.offset < 0 else None
        anchor, base = self._origin(this.origin, expression, fine=this.unit is Granularity.DAY, back=back)
        offset = this.offset
        ahead = this.unit is Granularity.WEEKEND and this.origin is Origin.PUBLISHED and floor(base, this.unit) > base
        over_by_now = expression.signal is Signal.SINCE or self._clauses.tense(expression.span) is ClauseTense.PAST
        if ahead and offset == 0 and over_by_now:
            offset = -1
        date = unit(add(floor(base, this.unit), offset, this.unit), this.unit)
        return ResolvedValue(unit_value(date), date, "shift" if offset else "this", anchor)

    def _shift(self, shift: Shift, expression: Expression) -> ResolvedValue:
        if shift.origin is Origin.TEXT and (size := self._thread.reached_now(shift, expression)) is not None:
            return self._this(This(size), expression)
        anchor, base, precise = self._shift_origin(shift, expression)
        if shift.count is None:
            same_day = unit(base, Granularity.DAY) if isinstance(anchor, Timex) and shift.unit in FINE else None
            day = self._today if shift.base is None else base
            return vague_shift(shift, day, same_day)._replace(anchor=anchor)
        amounts = ((shift.count, shift.unit), *shift.rest)
        at = base if precise or shift.unit not in FINE else base + NOON
        for count, size in amounts:
            at = moved(at, count, size)
        if shift.origin is Origin.TEXT and (reached := self._thread.reached(shift, base, at, expression)) is not None:
            return ResolvedValue("", reached, "this", anchor).with_value()
        sizes = (counted(count, size, precise=precise) for count, size in amounts)
        granularity = min(sizes, key=lambda size: size.rank)
        date = unit(at, Granularity.DAY if shift.exact else granularity)
        if granularity in FINE:
            clock = Clock(at // 3600 % 24, at // 60 % 60, at % 60 if shift.unit is Granularity.SECOND else None)
            return ResolvedValue(time_value(at, clock), date, "shift", anchor, TimexType.TIME)
        return ResolvedValue(unit_value(date), date, "shift", anchor)

    def _shift_origin(self, shift: Shift, expression: Expression) -> tuple[Timex | datetime.date | None, Moment, bool]:
        """The anchor of a shift, its moment, and whether its time of day is known."""
        if shift.base is not None:
            base_read = self._read(shift.base, last_word(expression) if is_bare_weekday(shift.base) else expression)
            if base_read.date is None or base_read.date.begin is None:
                raise ImpossibleDateError
            return base_read.anchor, base_read.date.begin, base_read.date.granularity in FINE
        if self._following is not None and self._thread.refers_ahead(shift, expression, self._following):
            day = self._timex(self._following)
            return day, begin_of(day.date) if day.date else self._today, False
        back = shift.unit if (shift.count or 0) < 0 else None
        anchor, base = self._origin(shift.origin, expression, fine=shift.unit.rank <= Granularity.WEEK.rank, back=back)
        if isinstance(anchor, Timex) and shift.count in (-1, -2) and self._thread.has_left(anchor, base, expression):
            anchor, base = self._source, self._now
        if isinstance(anchor, Timex):
            return anchor, base, anchor.date is not None and anchor.date.granularity in FINE
        return anchor, base, isinstance(anchor, datetime.datetime)

    def _on(self, on: On, expression: Expression) -> ResolvedValue:
        if (habit := habit_of(on)) is not None and self._clauses.tense(expression.span) is ClauseTense.PRESENT:
            return ResolvedValue(repeat_value(habit), None, "repeat", type=TimexType.SET)
        if on.time.part is PartOfDay.NIGHT and on.day == This(Granularity.DAY):
            begins = self._today + over.from_tonight(on.time, self._clauses.tense(expression.span))
            day = ResolvedValue("", unit(begins, Granularity.DAY), "this", self._source)
        else:
            day = self._read(on.day, expression)
        if day.date is None or day.date.begin is None:
            raise ImpossibleDateError
        if day.date.granularity is Granularity.MONTH:
            return day
        return timed(day.date.begin, on.time)._replace(how=day.how, anchor=day.anchor)

    def _clock(self, clock: Clock, expression: Expression) -> ResolvedValue:
        clock, day, last = day_of_clock(self._thread, clock, expression)
        return timed(day, clock)._replace(how="clock", anchor=last or self._source)

    def _between(self, between: Between, expression: Expression) -> ResolvedValue:
        return self._ranges.resolve(between, expression)

    def _nth(self, nth: Nth, expression: Expression) -> ResolvedValue:
        return nth_within(nth, self._read(nth.within, expression))

    def _duration(self, duration: Duration, expression: Expression) -> ResolvedValue:
        value = duration_value(duration.amounts)
        side = duration.direction or _SIDES.get(expression.signal, Direction.NONE)
        if side is Direction.NONE:
            return ResolvedValue(value, None, "duration")
        interval = duration_interval(duration, side, expression.signal, self._now)
        return ResolvedValue(value, interval, "reach", self._source)

    def _origin(
        self, origin: Origin, expression: Expression | None, *, fine: bool, back: Granularity | None = None
    ) -> tuple[Timex | datetime.date, Moment]:
        anchor = self._thread.anchor(expression, fine=fine, back=back) if origin is Origin.TEXT else None
        return anchor or (self._source, self._now)


_READERS: Mapping[type, Callable[[_ResolverState, Any, Expression], ResolvedValue]] = {
    Partial: _ResolverState._partial,
    This: _ResolverState._this,
    Shift: _ResolverState._shift,
    On: _ResolverState._on,
    Clock: _ResolverState._clock,
    Between: _ResolverState._between,
    Nth: _ResolverState._nth,
    Duration: _ResolverState._duration,
    Fixed: _ResolverState._fixed,
    Repeat: _ResolverState._repeat,
    Vague: _ResolverState._vague,
}
