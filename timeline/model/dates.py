"""Dates: half-open intervals of the calendar, never more precise than the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Moment: TypeAlias = int
"""Whole seconds since 0001-01-01T00:00, proleptic Gregorian, local time; negative before Christ."""


class Granularity(StrEnum):
    """The granularity of a date; `finer < coarser`, compared by `rank` and not alphabetically."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    @property
    def rank(self) -> int:
        """0 for the finest."""
        return _RANKS[self]

    def __lt__(self, other: str) -> bool:
        """Whether this granularity is finer than another.

        Raises:
            ValueError: `other` is not the name of a granularity.
        """
        return self.rank < Granularity(other).rank

    def __le__(self, other: str) -> bool:
        """Whether this granularity is as fine as another, or finer."""
        return self.rank <= Granularity(other).rank

    def __gt__(self, other: str) -> bool:
        """Whether this granularity is coarser than another."""
        return self.rank > Granularity(other).rank

    def __ge__(self, other: str) -> bool:
        """Whether this granularity is as coarse as another, or coarser."""
        return self.rank >= Granularity(other).rank


_RANKS = {granularity: rank for rank, granularity in enumerate(Granularity)}


class Qualifier(StrEnum):
    """EDTF qualifiers of a whole date."""

    NONE = ""
    APPROXIMATE = "~"
    UNCERTAIN = "?"
    BOTH = "%"


@dataclass(frozen=True, slots=True)
class Date:
    """A half-open interval `[begin, end)` of the calendar, never more precise than the text.

    `timeline.calendar` writes and reads EDTF.

    Attributes:
        begin: The first moment; None where that side is open.
        end: The first moment after it; None where that side is open.
        granularity: The granularity of the first bound, of the second where the first is open.
        qualifier: Whether the whole date is approximate or uncertain.
        end_granularity: The granularity of the second bound where it differs ("de 2019 au 3 mars 2020"), else None.
        is_range: Whether the text gives two bounds (`2022-12-19/2022-12-20`), not one date of its granularity.
    """

    begin: Moment | None
    end: Moment | None
    granularity: Granularity
    qualifier: Qualifier = Qualifier.NONE
    end_granularity: Granularity | None = None
    is_range: bool = False

    @property
    def last_granularity(self) -> Granularity:
        """The granularity of the second bound."""
        return self.end_granularity or self.granularity
