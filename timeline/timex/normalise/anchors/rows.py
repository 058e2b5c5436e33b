"""The rows of a chronology and the sections that a date heads, and the year of a day that names none there."""

from __future__ import annotations

from typing import NamedTuple

from timeline.calendar import DAY, CalendarDay, begin_of, civil, exists, moment
from timeline.lines.rows import SECTION_CHARACTERS, heads_a_section, opens_a_row
from timeline.model import Granularity, Moment, Span, Timex
from timeline.model.timex import partial_of
from timeline.timex.normalise.shapes import named_day

_ROW_CHARACTERS = 600
"""How far the row before may begin."""
_SECTION_OVER, _AROUND_SECTION = 45 * DAY, 200 * DAY
"""How long ago the day of a section must be, which a dateline is not, and how far its days may be from its date."""
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
        self._section: Timex | None = None
        self._month: Timex | None = None

    def remember(self, timex: Timex, today: Moment) -> None:
        """Keeps a Timex that opens a row and names a day, or that heads a section of what is over."""
        if self._heads_a_section(timex):
            date = timex.date
            fine = date is not None and date.granularity.rank <= Granularity.DAY.rank
            latest = today - _SECTION_OVER if fine else today
            self._section = timex if date is not None and begin_of(date) < latest else None
        if timex.date is not None and timex.date.granularity is Granularity.MONTH:
            self._month = timex if opens_a_row(self._text, timex.span) else None
        words, day = partial_of(timex.expression.meaning), named_day(timex)
        names_day = words is not None and words.day is not None and words.month is not None
        if names_day and day is not None and opens_a_row(self._text, timex.span):
            self._rows.append(Row(timex, day))

    def year(self, span: Span, month: int, day: int, today: Moment) -> tuple[Timex, int] | None:
        """The year of a row's day, and the row that it goes on from: rows stand in the order of their days.

        In a section that a date heads, it is the year nearest to that date.
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
        if (section := self._section_of(span)) is not None:
            at = begin_of(section.date) if section.date is not None else today
            near = [year for year in range(civil(at).year - 1, civil(at).year + 2) if exists(year, month, day)]
            fits = [year for year in near if moment(year, month, day) <= min(today, at + _AROUND_SECTION)]
            return (section, min(fits, key=lambda year: abs(moment(year, month, day) - at))) if fits else None
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

    def month_above(self, span: Span) -> CalendarDay | None:
        """The month of the row or the section of a bare day number: "Janvier 2021 : le procès⏎Il s'ouvre le 11"."""
        heading = self._section_of(span)
        if heading is None or heading.date is None or heading.date.granularity is not Granularity.MONTH:
            heading = self._month
            if heading is None or "\n" in self._text[heading.span.end : span.start]:
                return None
        return civil(begin_of(heading.date)) if heading.date is not None else None

    def _section_of(self, span: Span) -> Timex | None:
        section = self._section
        return section if section is not None and span.start - section.span.end <= SECTION_CHARACTERS else None

    def _heads_a_section(self, timex: Timex) -> bool:
        """Whether a date with its year opens a line of its own, above a paragraph: "2. Février 2009 : les carnets⏎"."""
        words, date = partial_of(timex.expression.meaning), timex.date
        if words is None or words.year is None or date is None or date.begin is None or date.end is None:
            return False
        return heads_a_section(self._text, timex.span)


def year_in(heading: Timex, month: int) -> int:
    """The year of a heading for a month; a season over two years ("2023-2024") has the first one up to December.

    Args:
        heading: The heading's year, or its two years.
        month: A month, from 1.
    """
    first, _, last = heading.value.partition("/")
    return int(last) if last and month < _SEASON_BEGINS else int(first)


def names_another_year(timex: Timex, heading: Timex) -> bool:
    """Whether words name a year of their own that is none of a heading's.

    Args:
        timex: The date below the heading.
        heading: The heading's year, or its two years.
    """
    words = partial_of(timex.expression.meaning)
    return words is not None and words.year is not None and str(words.year) not in heading.value.split("/")
