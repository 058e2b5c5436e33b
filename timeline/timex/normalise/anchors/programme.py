"""The days of a programme: "du vendredi 8 au dimanche 10 juillet. … Samedi, un bal" is of that Saturday, not the next.

A weekday to come is most often the next one; but not where the text has named a day to come by its number that falls on
it, with the weekday ("samedi 9 juillet") or beside its neighbours ("les 9 et 10 juillet").
"""

from __future__ import annotations

from typing import NamedTuple

from timeline.calendar import DAY, unit, weekday
from timeline.model import Between, Expression, Granularity, Moment, Partial, Timex
from timeline.model.timex import partial_of
from timeline.timex.normalise.clause_time.tense import ClauseTense
from timeline.timex.normalise.meanings import names_day
from timeline.timex.normalise.shapes import ResolvedValue

_LONGEST = 8
"""A programme has at most so many days; a longer range ("du 8 au 28 juillet") names no day of its own."""
_TO_COME = (ClauseTense.FUTURE, ClauseTense.PRESENT, ClauseTense.NONE, ClauseTense.ALONE)
_REACH = 2500
"""How many characters behind its days a programme goes on."""


class _Named(NamedTuple):
    """A day that a text names by its number; `surely` where its weekday or its neighbour is named with it."""

    day: Moment
    timex: Timex
    surely: bool


class Programme:
    """The days named by their numbers so far."""

    def __init__(self) -> None:
        self._named: list[_Named] = []

    def remember(self, timex: Timex) -> None:
        """Keeps the days of a Timex that names days of a month.

        Args:
            timex: The next Timex of the text.
        """
        date = timex.date
        if date is None or date.begin is None or date.end is None or date.granularity is not Granularity.DAY:
            return
        days = (date.end - date.begin) // DAY
        if not names_day(timex.expression) or days > _LONGEST:
            return
        meaning = timex.expression.meaning
        partial = partial_of(meaning.first if isinstance(meaning, Between) else meaning)
        surely = days > 1 or (partial is not None and partial.weekday is not None)
        beside = bool(self._named) and abs(self._named[-1].day - date.begin) == DAY
        if beside:
            self._named[-1] = self._named[-1]._replace(surely=True)
        named = (_Named(date.begin + count * DAY, timex, surely or beside) for count in range(days))
        self._named.extend(named)

    def again(self, words: Partial, expression: Expression, tense: ClauseTense, today: Moment) -> ResolvedValue | None:
        """The day to come that a bare weekday names again.

        Args:
            words: What the expression, or an end of it, means.
            expression: The expression.
            tense: The time of its clause.
            today: The first moment of the article's day.

        Returns:
            None for other words, in the past, and where the text has named no such day, or several.
        """
        if words.weekday is None or words != Partial(weekday=words.weekday) or tense not in _TO_COME:
            return None
        near = (one for one in self._named if expression.span.start - one.timex.span.end <= _REACH)
        found = [one for one in near if one.day > today and weekday(one.day) == words.weekday]
        if len({one.day for one in found}) != 1 or not any(one.surely for one in found):
            return None
        return ResolvedValue("", unit(found[-1].day, Granularity.DAY), "on", found[-1].timex).with_value()
