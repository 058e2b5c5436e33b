"""Resolves ranges, whose end depends on their beginning: "du 3 au 5 mai", "de 14 h à 16 h"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline.calendar import DAY, begin_of, between, floor, unit
from timeline.model import Between, Clock, Direction, Expression, Granularity, Meaning, On, Partial, Side
from timeline.timex.normalise.meanings import direction_of
from timeline.timex.normalise.partial import ImpossibleDateError, following
from timeline.timex.normalise.shapes import ResolvedValue, after_noon, timed, unit_value


class Ranges:
    """The ranges of one text, in reading order; `read` resolves the meaning of an end."""

    def __init__(self, read: Callable[[Meaning, Expression], ResolvedValue]) -> None:
        self._read = read
        self._begun: tuple[Meaning, ResolvedValue] | None = None

    def resolve(self, both: Between, expression: Expression) -> ResolvedValue:
        """The date of one end of a range, or of the whole.

        Args:
            both: The range, with the part of it that the expression covers.
            expression: The expression.

        Returns:
            The value of that part, with the interval of the whole range. A range that would end before it begins is one
            end alone.

        Raises:
            ImpossibleDateError: An end has no date.
        """
        first = self._first_end(both, expression)
        if first.date is None or first.date.begin is None:
            raise ImpossibleDateError
        last = self._last_end(both, first, expression)
        if last.date is None or last.date.end is None:
            raise ImpossibleDateError
        if last.date.end <= first.date.begin:
            if isinstance(both.last, Clock):
                afternoon = after_noon(first.date, both.last)
                if afternoon is not None:
                    return self.resolve(replace(both, last=afternoon), expression)
                last = timed(floor(first.date.begin, Granularity.DAY) + DAY, both.last)._replace(anchor=first.anchor)
            else:
                return first if both.side is Side.FIRST else last
        assert last.date is not None
        whole = between(first.date, last.date)
        if both.side is Side.WHOLE:
            return ResolvedValue(f"{first.value}/{last.value}", whole, first.how, first.anchor)
        return (first if both.side is Side.FIRST else last)._replace(date=whole)

    def _first_end(self, both: Between, expression: Expression) -> ResolvedValue:
        """The range's beginning, resolved once: its end depends on it, regardless of the words around the end."""
        if both.side is Side.LAST and self._begun is not None and self._begun[0] is both.first:
            return self._begun[1]
        first = self._read(both.first, expression)
        self._begun = (both.first, first)
        return first

    def _last_end(self, both: Between, first: ResolvedValue, expression: Expression) -> ResolvedValue:
        assert first.date is not None
        assert first.date.begin is not None
        meaning = both.last
        if isinstance(meaning, Clock):
            return timed(first.date.begin, meaning)._replace(how=first.how, anchor=first.anchor)
        if isinstance(meaning, Partial) and meaning.direction in (Direction.NONE, direction_of(both.first)):
            date = following(meaning, first.date)
            return ResolvedValue(unit_value(date), date, first.how, first.anchor)
        if isinstance(meaning, On) and isinstance(meaning.day, Partial) and meaning.day.direction is Direction.NONE:
            day = following(meaning.day, unit(first.date.begin, Granularity.DAY))
            return timed(begin_of(day), meaning.time)._replace(how=first.how, anchor=first.anchor)
        return self._read(meaning, expression)
