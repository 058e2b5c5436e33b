"""The density strip: how many events each day, month or year has, drawn once without a script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.calendar import add, civil, floor
from timeline.model import Granularity, Moment
from timeline.site.parts.labels import Words

UNITS = (Granularity.DAY, Granularity.MONTH, Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)
_COARSER = {
    Granularity.DAY: Granularity.MONTH,
    Granularity.MONTH: Granularity.YEAR,
    Granularity.YEAR: Granularity.DECADE,
}
_MOST_SLOTS = 120
_MOST_BREAKS = 6
_LONG_GAP = 8  # so many empty units in a row are left out
_BREAK = 2  # slots of the mark that stands for them
_TICK_ROOM = 0.13  # of the width that a tick's text takes
_MONTHS_WITHIN = 1  # years: over a longer time, ticks name years alone
HEIGHT = 56


@dataclass(frozen=True, slots=True)
class Bar:
    """One unit of the strip.

    Its slot, where it begins, how many events, the event that it leads to, and its height in the drawing.
    """

    slot: int
    at: Moment
    count: int
    href: str
    height: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis: its position in hundredths of the width, and the day that it names."""

    place: float
    at: Moment
    is_year: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """The bars in order at one granularity, `slots` wide; a break stands where a long empty time is left out."""

    unit: Granularity
    slots: int
    bars: tuple[Bar, ...]
    breaks: tuple[int, ...]
    ticks: tuple[Tick, ...]


def strip(dated: Sequence[tuple[Moment, str]]) -> Strip | None:
    """The strip of events at moments, each with the address that its bar leads to (a bar leads to its first event's).

    None where there are fewer than two moments to compare.

    Args:
        dated: The moment of each event, and where its bar leads.

    Returns:
        The strip, at the finest unit that has room.
    """
    first: dict[Moment, str] = {}
    for at, href in dated:
        first.setdefault(at, href)
    if len(first) < 2:
        return None
    ats = sorted(first)
    unit = next((u for u in UNITS if _fits(ats, u)), UNITS[-1])
    units = {at: floor(at, unit) for at in ats}
    counts = Counter(units[at] for at, _ in dated)
    ways: dict[Moment, str] = {}
    for at in ats:
        ways.setdefault(units[at], first[at])
    most = max(counts.values())
    placed, breaks = _placed(sorted(counts), unit)
    bars = [Bar(slot, at, counts[at], ways[at], max(3, round(HEIGHT * counts[at] / most))) for slot, at in placed]
    slots = placed[-1][0] + 1
    named = _with_room(placed, breaks, slots) if unit is Granularity.DAY else placed
    return Strip(unit, slots, tuple(bars), tuple(breaks), tuple(_ticks(named, slots, unit)))


def _fits(ats: Sequence[Moment], unit: Granularity) -> bool:
    placed, breaks = _placed(sorted({floor(at, unit) for at in ats}), unit)
    return placed[-1][0] < _MOST_SLOTS and len(breaks) <= _MOST_BREAKS


def _placed(units: Sequence[Moment], unit: Granularity) -> tuple[list[tuple[int, Moment]], list[int]]:
    """The slot of each unit that has events, and the slots where empty time is left out."""
    placed, breaks = [(0, units[0])], []
    for before, at in pairwise(units):
        gap = _steps(before, at, unit)
        slot = placed[-1][0] + gap
        if gap > _LONG_GAP:
            breaks.append(placed[-1][0] + 1)
            slot = placed[-1][0] + 1 + _BREAK
        placed.append((slot, at))
    return placed, breaks


def _steps(begin: Moment, end: Moment, unit: Granularity) -> int:
    """How many units lie from one to another, counted no further than a long gap."""
    count, at = 0, begin
    while at < end and count <= _LONG_GAP:
        at, count = add(at, 1, unit), count + 1
    return count


def _with_room(placed: Sequence[tuple[int, Moment]], breaks: Sequence[int], slots: int) -> list[tuple[int, Moment]]:
    """The slots without the few days left of a break whose tick would take the place of the next."""
    begin = max((slot for slot in breaks if slot / slots < _TICK_ROOM), default=0)
    return [(slot, at) for slot, at in placed if slot >= begin]


def _ticks(placed: Sequence[tuple[int, Moment]], slots: int, unit: Granularity) -> Iterator[Tick]:
    """Where a coarser unit (the month of days, the year of months) begins, as many as there is room for."""
    wide = civil(placed[-1][1]).year - civil(placed[0][1]).year > _MONTHS_WITHIN
    coarser = Granularity.YEAR if wide and unit is Granularity.DAY else _COARSER.get(unit, unit)
    firsts: dict[Moment, tuple[float, Moment]] = {}
    for slot, at in placed:
        firsts.setdefault(floor(at, coarser), (slot / slots, at))
    begins = list(firsts.values())
    if len(begins) > 1 and begins[1][0] - begins[0][0] < _TICK_ROOM and begins[0][1] not in firsts:
        del begins[0]  # the end of a year, whose tick would take the place of the next year's
    free = 0.0
    for place, at in begins:
        if place >= free and place < 1 - _TICK_ROOM / 2:
            free = place + _TICK_ROOM
            yield Tick(round(100 * place, 2), at, wide or unit is not Granularity.DAY)


def tick_text(tick: Tick, words: Words) -> str:
    """ "mars 2017" over days, "2017" over months and years.

    Returns:
        What stands under the axis.
    """
    year, month, _ = civil(tick.at)
    shown = words.year(year)
    return shown if tick.is_year else f"{words('months').split(' ')[month - 1]} {shown}"
