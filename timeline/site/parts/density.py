"""The density strip: how many events each day, month or year has, drawn once without a script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.calendar import add, floor
from timeline.model import Granularity, Moment

UNITS = (Granularity.DAY, Granularity.MONTH, Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)
_MOST_BARS = 120
HEIGHT = 56


@dataclass(frozen=True, slots=True)
class Bar:
    """One unit of the strip: where it begins, how many events, the group that it leads to, and its height in the
    drawing.
    """

    at: Moment
    count: int
    href: str
    height: int


@dataclass(frozen=True, slots=True)
class Strip:
    """The bars in order, with no gaps in time, at one granularity."""

    unit: Granularity
    bars: tuple[Bar, ...]


def strip(dated: Sequence[tuple[Moment, str]]) -> Strip | None:
    """The strip of events at moments, each with the address that its bar leads to (a bar leads to its first event's).

    None where there are fewer than two moments to compare.
    """
    if len({at for at, _ in dated}) < 2:
        return None
    first, last = min(at for at, _ in dated), max(at for at, _ in dated)
    unit = next((u for u in UNITS if _length(first, last, u) <= _MOST_BARS), UNITS[-1])
    counts = Counter(floor(at, unit) for at, _ in dated)
    ways: dict[Moment, str] = {}
    for at, href in sorted(dated, key=lambda pair: pair[0]):
        ways.setdefault(floor(at, unit), href)
    most = max(counts.values())
    begin = floor(first, unit)
    ats = [add(begin, n, unit) for n in range(_length(first, last, unit))]
    bars = [Bar(at, counts[at], ways.get(at, ""), round(HEIGHT * counts[at] / most) if counts[at] else 0) for at in ats]
    return Strip(unit, tuple(bars))


def _length(first: Moment, last: Moment, unit: Granularity) -> int:
    """How many units there are from that of `first` to that of `last`."""
    begin, end = floor(first, unit), floor(last, unit)
    guess = (end - begin) // {"day": 86_400, "month": 2_678_400, "year": 31_622_400}.get(unit.value, 315_360_000)
    if guess > 4 * _MOST_BARS:
        return guess
    count, at = 1, begin
    while at < end and count <= 5000:
        at, count = add(at, 1, unit), count + 1
    return count
