"""The thread of a text: the last date told, and whether a clock time or an "eve" still hangs on it."""

from __future__ import annotations

import datetime

from timeline.calendar import DAY
from timeline.model import Clock, Date, Expression, Granularity, Moment, Shift, Signal, Timex, TimexType
from timeline.timex.normalise.clause import Clauses
from timeline.timex.normalise.shapes import named_day
from timeline.timex.normalise.tense import Tense

_NEAR_CHARACTERS = 600
_NEXT_CHARACTERS = 120
_NEAR_DAYS = 8
_RECENT_DAYS = 2
_OLD = 10 * 365 * DAY
_TALE_CHARACTERS = 200


class Thread:
    """What was told so far: `last` of any granularity, `day` that names a day, and `point`, that day."""

    def __init__(self, text: str, today: Moment, clauses: Clauses) -> None:
        self._text = text
        self._today = today
        self._clauses = clauses
        self.last: Timex | None = None
        self.day: Timex | None = None
        self.point = today

    def remember(self, timex: Timex) -> None:
        """Keeps a Timex in mind, if it names a date."""
        date = timex.date
        if date is None or timex.expression.type not in (TimexType.DATE, TimexType.TIME):
            return
        if isinstance(timex.expression.meaning, Shift) and timex.expression.meaning.count is None:
            return
        self.last = timex
        day = named_day(timex)
        if day is not None and timex.expression.signal is not Signal.UNTIL:
            self.day, self.point = timex, day

    def tale(self, expression: Expression) -> Date | None:
        """The date of a tale of long ago that goes on: a day or month of old, told just before in the paragraph."""
        last = self.last
        if last is None or last.date is None or last.date.begin is None or isinstance(last.anchor, datetime.date):
            return None
        gap = self._text[last.span.end : expression.span.start]
        old = self._today - last.date.begin > _OLD and last.date.granularity in (Granularity.DAY, Granularity.MONTH)
        return last.date if old and len(gap) <= _TALE_CHARACTERS and "\n" not in gap else None

    def holds(self, last: Timex, expression: Expression) -> bool:
        """Whether the day last mentioned still holds: in the same paragraph, or just before in a tale."""
        if expression.span.start - last.span.end > _NEAR_CHARACTERS:
            return False
        gap = self._text[last.span.end : expression.span.start]
        if self._turned(gap, expression):
            return False
        near = abs(self.point - self._today) <= _NEAR_DAYS * DAY
        if "\n" in gap:
            recent = 0 <= self._today - self.point <= _RECENT_DAYS * DAY
            return recent and _told_nearby(last, expression) and self._clauses.tense(expression.span) is Tense.PAST
        return near or len(gap) < _NEXT_CHARACTERS

    def _turned(self, gap: str, expression: Expression) -> bool:
        """Whether a new sentence speaks of the other side of the article's day than the day last mentioned."""
        if self.point == self._today or not any(mark in gap for mark in ".!?"):
            return False
        other = Tense.PAST if self.point > self._today else Tense.FUTURE
        return self._clauses.tense(expression.span) is other

    def has_left(self, last: Timex, expression: Expression) -> bool:
        """Whether the day last mentioned is background: another paragraph's, and far from the article's day."""
        far = abs(self.point - self._today) > _NEAR_DAYS * DAY
        return far and "\n" in self._text[last.span.end : expression.span.start]


def _told_nearby(last: Timex, expression: Expression) -> bool:
    """Whether the words of the last day, or of the one that its hour hangs on, tell a day, and close by."""
    if isinstance(last.expression.meaning, Clock) and isinstance(last.anchor, Timex):
        last = last.anchor
    told = not isinstance(last.expression.meaning, Clock)
    return told and expression.span.start - last.span.end <= _NEAR_CHARACTERS
