"""The rows of a chronology: lines that open with their day, and the year of a row that names none."""

from __future__ import annotations

from typing import NamedTuple

from timeline.calendar import civil, exists, moment
from timeline.lines.rows import opens_a_row
from timeline.model import Moment, Span, Timex
from timeline.timex.normalise.meanings import partial_of
from timeline.timex.normalise.shapes import named_day

_ROW_CHARACTERS = 600
"""How far the row before may begin."""
_SEASON_BEGINS = 7
"""The month in which a season over two years begins: July."""


class Row(NamedTuple):
    """A line's first date, and its day."""

    timex: Timex
    day: Moment


class Rows:
    """The rows read so far."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._rows: list[Row] = []

    def remember(self, timex: Timex) -> None:
        """Keeps a Timex that opens a row and names a day."""
        words, day = partial_of(timex.expression.meaning), named_day(timex)
        names_day = words is not None and words.day is not None and words.month is not None
        if names_day and day is not None and opens_a_row(self._text, timex.span):
            self._rows.append(Row(timex, day))

    def year(self, span: Span, month: int, day: int, today: Moment) -> tuple[Timex, int] | None:
        """The year of a row's day, and the row that it goes on from: rows stand in the order of their days.

        Two rows in the other order say that the latest stands first.

        Args:
            span: Where the day stands.
            month: The month that the words name, from 1 to 12.
            day: The day that they name.
            today: The first moment of the article's day. A row that would come after it is one to come; it may as
                well be out of order.

        Returns:
            None where the words open no row, or no row stands just above.
        """
        if not self._rows or not opens_a_row(self._text, span):
            return None
        last = self._rows[-1]
        if span.start - last.timex.span.end > _ROW_CHARACTERS:
            return None
        falls = len(self._rows) > 1 and self._rows[-2].day > last.day
        first = civil(last.day).year
        years = [year for year in (first, first - 1 if falls else first + 1) if exists(year, month, day)]
        days = ((year, moment(year, month, day)) for year in years)
        fitting = [year for year, at in days if (at <= last.day if falls else last.day <= at <= today)]
        return (last.timex, fitting[0]) if fitting else None


def year_in(heading: Timex, month: int) -> int:
    """The year of a heading for a month; a season over two years ("2023-2024") has the first one up to December.

    Args:
        heading: The heading's year, or its two years.
        month: A month, from 1.
    """
    first, _, last = heading.value.partition("/")
    return int(last) if last and month < _SEASON_BEGINS else int(first)
