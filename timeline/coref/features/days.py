"""Dates of events on a scale of days, and whether two of them can be the date of one event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from timeline.calendar import DAY
from timeline.model import Basis, Date

STATED = frozenset({Basis.STATED, Basis.ANAPHORIC})
_SLACK = {Basis.PUBLISHED: 2, Basis.LEAD: 1, Basis.TITLE: 1, Basis.CARRIED: 1}
_FINE = 2
_SHORT = 31


class DateAgreement(Enum):
    """How well two dates agree, best first."""

    SAME_DAY = "same day"
    SAME_DAY_INFERRED = "same day, one of them inferred"
    OVERLAP = "overlap"
    BOTH_INFERRED = "same day, both inferred"
    SAME_UNIT = "same month or week"
    WITHIN = "one lies within the other, or both are long"
    SLACK = "off by the slack of an inferred date"
    OPEN = "one is only a bound"
    UNKNOWN = "one has no date"
    APART = "they contradict each other"


@dataclass(frozen=True, slots=True)
class Days:
    """An event's date in days since 0001-01-01, both ends included; an open end is None."""

    first: int | None
    last: int | None
    basis: Basis

    @property
    def bounded(self) -> bool:
        """Whether one end is open, or both."""
        return self.first is None or self.last is None or self.basis is Basis.BOUNDED

    @property
    def length(self) -> int:
        """Days from first to last; 0 where open."""
        return 0 if self.first is None or self.last is None else self.last - self.first + 1

    @property
    def fine(self) -> bool:
        """Whether the date is a day, or a night across two days."""
        return not self.bounded and self.length <= _FINE

    @property
    def stated(self) -> bool:
        """Whether the text itself gives the event this date."""
        return self.basis in STATED


def days(date: Date | None, basis: Basis) -> Days:
    """The days that a date covers, at least in part.

    Args:
        date: The date; None gives days that are open on both sides.
        basis: How the date was found: `stated` is true of a stated one only.

    Returns:
        The first and the last day, counted from 0001-01-01.
    """
    if date is None:
        return Days(None, None, basis)
    first = None if date.begin is None else date.begin // DAY
    last = None if date.end is None else (date.end - 1) // DAY
    return Days(first, last, basis)


def agreement(one: Days, other: Days) -> DateAgreement:
    """How well the two dates agree; a day or two of slack only where a date was inferred.

    Args:
        one: The days of a date.
        other: The days of another.

    Returns:
        The kind of agreement; UNKNOWN where one date is not known.
    """
    if (one.first is None and one.last is None) or (other.first is None and other.last is None):
        return DateAgreement.UNKNOWN
    between = gap(one, other)
    if between > 0:
        slack = max(_SLACK.get(one.basis, 0), _SLACK.get(other.basis, 0))
        return DateAgreement.SLACK if between <= slack and _inferred_earlier(one, other) else DateAgreement.APART
    if one.bounded or other.bounded:
        return DateAgreement.OPEN
    return _overlapping(one, other)


def _overlapping(one: Days, other: Days) -> DateAgreement:
    if one.fine and other.fine:
        if (one.first, one.last) == (other.first, other.last):
            stated = one.stated + other.stated
            return (DateAgreement.BOTH_INFERRED, DateAgreement.SAME_DAY_INFERRED, DateAgreement.SAME_DAY)[stated]
        return DateAgreement.OVERLAP
    same_unit = (one.first, one.last) == (other.first, other.last) and one.length <= _SHORT
    return DateAgreement.SAME_UNIT if same_unit else DateAgreement.WITHIN


def gap(one: Days, other: Days) -> int:
    """Days between the two dates; 0 where they touch or overlap, or where one of them is unknown.

    Args:
        one: The days of a date.
        other: The days of another.

    Returns:
        A number of days, 0 or more.
    """
    earlier, later = (one, other) if _ends_first(one, other) else (other, one)
    if earlier.last is None or later.first is None:
        return 0
    return max(0, later.first - earlier.last)


def _ends_first(one: Days, other: Days) -> bool:
    return other.last is None or (one.last is not None and one.last <= other.last)


def _inferred_earlier(one: Days, other: Days) -> bool:
    """Whether an inferred day errs towards the article's day: the stated day is before it or one after (time zones)."""
    if not one.stated and not other.stated:
        return True
    stated, inferred = (one, other) if one.stated else (other, one)
    if stated.first is None or inferred.first is None:
        return True
    return stated.first <= inferred.first + (0 if inferred.basis is Basis.PUBLISHED else 1)
