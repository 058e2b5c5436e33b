"""The rail: how dates head their groups of events, and the machine's dates for HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TypeVar

from timeline.calendar import DAY, civil, edtf, iso_week
from timeline.model import Date, Granularity, Moment, Qualifier
from timeline.site.parts.labels import Words

Item = TypeVar("Item")
_IN_IDS = str.maketrans({"/": "_", "~": "-about", "?": "-perhaps", "%": "-perhaps-about"})
_LONGEST = 10  # letters of a mark that stands on one line of the rail
_TWO_MONTHS = 30  # letters of "septembre 2021 à décembre 2022"; what is longer is mostly two whole days
_DAY_OR_FINER = (Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR, Granularity.PART_OF_DAY, Granularity.DAY)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands on the rail beside a group of events.

    `big` is the mark that the eye finds ("19", "décembre", "2022", "19 au 20"), or "" where the words have none; where
    it is `within` the date in words (`whole`), `before` and `after` are what stands round it there. `machine` is a
    valid `<time datetime>` or "". `shape` names how the rail is drawn: `exact`, `vague`, `open-begin`, `open-end`,
    `range`, `unknown`. `begin` is the first day known of it (`2022-12-19`), or "".
    """

    key: str
    big: str
    whole: str
    machine: str
    shape: str
    begin: str
    within: bool = False
    before: str = ""
    after: str = ""

    @property
    def is_wide(self) -> bool:
        """Whether the mark is more than a few figures, and is drawn smaller."""
        return len(self.big) > 5 or self.big.isalpha()

    @property
    def is_long(self) -> bool:
        """Whether the mark is two whole days, "28 juillet 1914 au 11 novembre 1918", and is drawn smaller still."""
        return len(self.big) > _TWO_MONTHS


def machine(date: Date | None) -> str:
    """The date as HTML's `datetime` attribute takes it.

    "" where HTML has no such form (spans, seasons, before year 1).

    Args:
        date: Any date; None where there is none.

    Returns:
        `2022-12-19`, `2022-W51`, `2022-12`, `2022`, or a day with hours and minutes, and seconds where they are told.
    """
    if date is None or date.is_range or date.begin is None or date.end is None:
        return ""
    year, month, day = civil(date.begin)
    if not 1 <= year <= 9999:
        return ""
    match date.granularity:
        case Granularity.YEAR:
            return f"{year:04}"
        case Granularity.MONTH:
            return f"{year:04}-{month:02}"
        case Granularity.WEEK:
            week_year, week = iso_week(date.begin)
            return f"{week_year:04}-W{week:02}"
        case Granularity.DAY | Granularity.PART_OF_DAY:
            return f"{year:04}-{month:02}-{day:02}"
        case Granularity.HOUR | Granularity.MINUTE | Granularity.SECOND:
            second = f":{date.begin % 60:02}" if date.granularity is Granularity.SECOND else ""
            return f"{year:04}-{month:02}-{day:02}T{date.begin // 3600 % 24:02}:{date.begin // 60 % 60:02}{second}"
    return ""


@lru_cache(maxsize=1 << 16)
def day_of(date: Date | None) -> Date | None:
    """The date that heads the rail: a clock time is filed under its day.

    Returns:
        The day of a clock time; any other date as it is.
    """
    if date is None or date.is_range or date.granularity not in _DAY_OR_FINER:
        return date
    if date.begin is None or date.end is None:
        return date
    midnight = date.begin - date.begin % DAY
    return Date(midnight, midnight + DAY, Granularity.DAY, date.qualifier)


def position(date: Date | None) -> Moment | None:
    """Where a date stands on the page's axis: its beginning, or where that is open its last second.

    Returns:
        Seconds since 0001-01-01; None where there is no date.
    """
    if date is None:
        return None
    return date.begin if date.begin is not None else (date.end - 1 if date.end is not None else None)


def iso_day(at: Moment | None) -> str:
    """A moment's day in figures.

    Args:
        at: Seconds since 0001-01-01.

    Returns:
        "2022-12-19", "-0043-03-15" (44 BC); "" for None.
    """
    if at is None:
        return ""
    year, month, day = civil(at)
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"


@lru_cache(maxsize=1 << 16)
def heading(date: Date | None, words: Words) -> Heading:
    """The heading of a group of events that share a date.

    Args:
        date: Their date, from `day_of`; None where nobody knows it.
        words: Those of the timeline's language.

    Returns:
        What stands on the rail, and what HTML needs.
    """
    whole = words.date(date, weekday=True)
    if date is None:
        return Heading("d-undated", "?", whole, "", "unknown", "")
    key = "d-" + edtf(date).replace("..", "open").translate(_IN_IDS)
    given = (whole, machine(date), _shape(date), iso_day(position(date)))
    found = _mark(date, whole, words)
    if found is None:
        return Heading(key, "", *given)
    return Heading(key, found[1], *given, within=True, before=found[0], after=found[2])


def _shape(date: Date) -> str:
    if date.begin is None:
        return "open-begin"
    if date.end is None:
        return "open-end"
    if date.qualifier is not Qualifier.NONE:
        return "vague"
    return "range" if date.is_range or date.granularity not in _DAY_OR_FINER else "exact"


def _mark(date: Date, whole: str, words: Words) -> tuple[str, str, str] | None:
    """What the eye finds of a date in words, and what stands round it there.

    ("lundi", "19", "décembre 2022"), ("du", "19 au 20", "décembre 2022"). Nothing is said twice, and nothing that the
    words do not say.
    """
    begin = date.begin if date.begin is not None else (date.end or 1) - 1
    first = _find(begin, date.granularity, words, whole)
    if first is None:
        return None
    if date.begin is None or date.end is None or not date.is_range:
        return whole[: first[0]].strip(), whole[first[0] : first[1]], whole[first[1] :].strip()
    last = _find(date.end - 1, date.last_granularity, words, whole, first[1])
    end = last[1] if last else first[1]
    end = end if end - first[0] <= _LONGEST else len(whole)
    return whole[: first[0]].strip(), whole[first[0] : end], whole[end:].strip()


def _find(at: Moment, granularity: Granularity, words: Words, whole: str, after: int = 0) -> tuple[int, int] | None:
    """Where the words name a moment: the number of its day, its month, its year or its century."""
    year, month, day = civil(at)
    match granularity:
        case Granularity.MONTH:
            stem = words("months").split(" ")[month - 1].rstrip(".")
            pattern = rf"{re.escape(stem)}\w*"
        case Granularity.YEAR | Granularity.SEASON | Granularity.QUARTER | Granularity.HALF:
            pattern = rf"{year if year > 0 else 1 - year}(?:[-–/]\d+)?"
        case Granularity.DECADE | Granularity.CENTURY | Granularity.MILLENNIUM:
            pattern = r"(?:\d+|[IVXLCM]+)(?:e|er|s|st|nd|rd|th)?"
        case _:
            pattern = rf"{day}(?:er|st|nd|rd|th)?"
    found = re.compile(rf"(?<!\S){pattern}(?![^\s,])").search(whole, after)
    return found.span() if found else None


def groups(items: Iterable[tuple[Date | None, Item]]) -> Iterator[tuple[Date | None, list[Item]]]:
    """Neighbours with the same date, together.

    Args:
        items: Pairs of a heading's date (from `day_of`) and what stands below it, in order.

    Yields:
        Each date with what stands below it.
    """
    for date, group in groupby(items, key=lambda pair: pair[0]):
        yield date, [item for _, item in group]
