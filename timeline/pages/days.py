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
from timeline.pages.words import Words

Item = TypeVar("Item")
_IN_IDS = str.maketrans({"/": "_", "~": "-about", "?": "-perhaps", "%": "-perhaps-about"})
_DAY_OR_FINER = (Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR, Granularity.PART_OF_DAY, Granularity.DAY)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands on the rail beside a group of events.

    `big` is the mark that the eye finds ("19", "déc.", "2022", "…20"); where it is `within` the date in words
    (`whole`), `before` and `after` are what stands round it there. `machine` is a valid `<time datetime>` or "".
    `shape` names how the rail is drawn: `exact`, `vague`, `open-begin`, `open-end`, `range`, `unknown`. `begin` is the
    first day known of it (`2022-12-19`), or "".
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


def machine(date: Date | None) -> str:
    """The date as HTML's `datetime` attribute takes it; "" where HTML has no such form (spans, seasons, before year
    1).
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
            return f"{year:04}-{month:02}-{day:02}T{date.begin // 3600 % 24:02}:{date.begin // 60 % 60:02}"
    return ""


def day_of(date: Date | None) -> Date | None:
    """The date that heads the rail: a clock time is filed under its day."""
    if date is None or date.is_range or date.granularity not in _DAY_OR_FINER:
        return date
    if date.begin is None or date.end is None:
        return date
    midnight = date.begin - date.begin % DAY
    return Date(midnight, midnight + DAY, Granularity.DAY, date.qualifier)


def position(date: Date | None) -> Moment | None:
    """Where a date stands on the page's axis: its beginning, or where that is open its end."""
    if date is None:
        return None
    return date.begin if date.begin is not None else (date.end - 1 if date.end is not None else None)


def iso_day(at: Moment | None) -> str:
    """`2022-12-19`, with as many digits and signs as the year needs; "" for None."""
    if at is None:
        return ""
    year, month, day = civil(at)
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"


@lru_cache(maxsize=1 << 16)
def heading(date: Date | None, words: Words) -> Heading:
    """The heading of a group of events that share `date`."""
    whole = words.date(date, weekday=True)
    if date is None:
        return Heading("d-undated", "?", whole, "", "unknown", "")
    key = "d-" + edtf(date).replace("..", "open").translate(_IN_IDS)
    given = (whole, machine(date), _shape(date), iso_day(position(date)))
    if date.granularity is Granularity.DAY and given[2] == "exact":
        before, big, after = _round(r"\d\S*", whole) or (whole, "", "")
        return Heading(key, big, *given, within=True, before=before, after=after)
    big = _big(date, words)
    if parted := _round(rf"{re.escape(big)}(?!\S)", whole):  # "mai" in "mai 2023": it is not said twice
        return Heading(key, big, *given, within=True, before=parted[0], after=parted[2])
    return Heading(key, big, *given)


def _round(pattern: str, whole: str) -> tuple[str, str, str] | None:
    """A date in words, parted at a word of it: ("lundi", "19", "décembre 2022")."""
    found = re.search(rf"(?<!\S){pattern}", whole)
    return (whole[: found.start()].strip(), found[0], whole[found.end() :].strip()) if found else None


def _shape(date: Date) -> str:
    if date.begin is None:
        return "open-begin"
    if date.end is None:
        return "open-end"
    if date.qualifier is not Qualifier.NONE:
        return "vague"
    return "range" if date.is_range or date.granularity not in _DAY_OR_FINER else "exact"


def _big(date: Date, words: Words) -> str:
    if date.begin is None or date.end is None:
        at = date.begin if date.begin is not None else (date.end or 1) - 1
        mark = _mark(at, date.granularity, words)
        return f"…{mark}" if date.begin is None else f"{mark}…"
    if date.is_range:
        return _big_range(date, words)
    mark = _mark(date.begin, date.granularity, words)
    return f"~{mark}" if date.qualifier is not Qualifier.NONE else mark


def _big_range(date: Date, words: Words) -> str:
    first = _mark(date.begin or 0, date.granularity, words)
    last = _mark((date.end or 1) - 1, date.end_granularity or date.granularity, words)
    return first if first == last else f"{first}–{last}"


def _mark(at: Moment, granularity: Granularity, words: Words) -> str:
    """The few letters that the eye finds: a day's number, a short month, a year."""
    year, month, day = civil(at)
    match granularity:
        case Granularity.MONTH:
            return words("months").split(" ")[month - 1]
        case Granularity.YEAR:
            return str(year) if year > 0 else f"−{1 - year}"
        case Granularity.DECADE:
            return f"{year // 10 * 10}"
        case Granularity.SEASON | Granularity.QUARTER | Granularity.HALF | Granularity.CENTURY | Granularity.MILLENNIUM:
            return str(year) if granularity.rank < Granularity.CENTURY.rank else "…"
    return str(day)


def groups(items: Iterable[tuple[Date | None, Item]]) -> Iterator[tuple[Date | None, list[Item]]]:
    """Neighbours with the same heading date, together."""
    for date, group in groupby(items, key=lambda pair: day_of(pair[0])):
        yield date, [item for _, item in group]
