"""The day of a clock time: that of the section or the live blog whose entry it opens, or the last day of the text.

"Mardi 4 août⏎18 h 07⏎Une explosion …⏎22 heures⏎Le ministre …": the hours are of the day that heads them. An hour that
opens an entry and has no such heading is of the day of the entry above, whatever the sentences between tell of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.calendar import DAY, begin_of
from timeline.lines.rows import SECTION_CHARACTERS, heads_a_section
from timeline.model import Clock, Expression, Granularity, Moment, Span, Timex
from timeline.timex.normalise.anchors import over
from timeline.timex.normalise.shapes import named_day, rolls_over

if TYPE_CHECKING:
    from timeline.timex.normalise.anchors.thread import Thread

_BULLETS = " \t\xa0\u202f-–—•·*►▶[("
_HEADS_ENTRY = re.compile(r"[\])]?[^\S\n]*(?:[.:–—|-]|\n)")
_LATE, _SMALL = 18, 5
"""The hours from which an evening begins and up to which a night goes on."""
_BESIDE = 4
"""How many characters from its day a "minuit" that ends this day may stand."""


class _Entry(NamedTuple):
    """A clock time that opens an entry, with its first moment, its day and its hour."""

    timex: Timex
    at: Moment
    day: Moment
    hour: int


class Hours:
    """The day that heads the section, and the entries that clock times open so far."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._heading: tuple[Timex, Moment] | None = None
        self._entries: list[_Entry] = []

    def remember(self, timex: Timex) -> None:
        """Keeps a day that heads a section, and a clock time that opens an entry."""
        day, clock = named_day(timex), timex.expression.meaning
        if isinstance(clock, Clock):
            if timex.date and day is not None and clock.hour is not None and self._opens_an_entry(timex.span):
                self._entries.append(_Entry(timex, begin_of(timex.date), day, clock.hour))
        elif timex.date is not None and heads_a_section(self._text, timex.span):
            is_day = day is not None and timex.date.granularity is Granularity.DAY
            self._heading = (timex, day) if is_day and day is not None else None
            self._entries = []

    def of_entry(self, clock: Clock, expression: Expression) -> tuple[Timex, Moment] | None:
        """The day of a clock time that opens an entry, and what it is taken from; None where nothing above gives it."""
        if clock.hour is None or not self._opens_an_entry(expression.span):
            return None
        if not self._entries:
            return self._heading
        last = self._entries[-1]
        return self._heading[0] if self._heading else last.timex, last.day + self._turn(last, clock.hour) * DAY

    def reaches(self, last: Timex, expression: Expression) -> bool:
        """Whether the last day of the text heads the section in which an expression stands."""
        heads = self._heading is not None and self._heading[0] is last
        return heads and expression.span.start - last.span.end <= SECTION_CHARACTERS

    def _turn(self, last: _Entry, hour: int) -> int:
        """1 where midnight is past since the entry above, -1 where entries that go back in time pass it."""
        falls = len(self._entries) > 1 and self._entries[-2].at > last.at
        if falls:
            return -1 if last.hour <= _SMALL and hour >= _LATE else 0
        return 1 if last.hour >= _LATE and hour <= _SMALL else 0

    def _opens_an_entry(self, span: Span) -> bool:
        opens = not self._text[: span.start].rpartition("\n")[2].strip(_BULLETS)
        return opens and _HEADS_ENTRY.match(self._text, span.end) is not None


def day_of_clock(thread: Thread, clock: Clock, expression: Expression) -> tuple[Clock, Moment, Timex | None]:
    """The day of a clock time or a part of a day.

    Args:
        thread: The dates of the text so far.
        clock: The clock time; a midnight that ends its day comes back as the hour 24.
        expression: Its expression.

    Returns:
        The clock time, the first moment of its day, and what gives the day, None where it is the article.
    """
    if (entry := thread.hours.of_entry(clock, expression)) is not None:
        return clock, entry[1], entry[0]
    last, base = thread.scene(expression)
    if last is None or not (thread.hours.reaches(last, expression) or thread.holds(last, base, expression)):
        return clock, thread.day_of(clock, expression), None
    base = thread.evening(clock, over.before_midnight(last, clock, base), expression)
    if clock.midnight and expression.span.start - last.span.end <= _BESIDE:
        clock = Clock(24, clock.minute, clock.second, clock.part, clock.zone, clock.midnight)
    return clock, thread.next_day(last, base, expression) if rolls_over(last, clock) else base, last
