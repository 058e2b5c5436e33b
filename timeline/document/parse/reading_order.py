"""The reading order of events."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from timeline.calendar import DAY, floor, parse_edtf
from timeline.model import Date, Entry, Granularity, Moment

Key = tuple[int, Moment, int, int]


def reading_key(entry: Entry) -> Key:
    """By beginning (an open beginning just before what it ends in), then by `order`; unknown dates last.

    The events of a day stand together: what is of several days follows those of the first, a month precedes its first.

    Returns:
        A key for `sorted`.
    """
    return _key(entry.interval, entry.order or 0)


def _key(date: Date | None, order: int) -> Key:
    when = _when(date)
    return (1, 0, 0, order) if when is None else (0, *when, order)


def _when(date: Date | None) -> tuple[Moment, int] | None:
    if date is None:
        return None
    if date.begin is not None:
        is_wide = date.granularity > Granularity.DAY
        of_days = date.granularity is Granularity.DAY and date.end is not None and date.end - date.begin > DAY
        return (date.begin + DAY - 1, 2) if of_days else (date.begin, 1 if is_wide else 2)
    return None if date.end is None else (floor(date.end - 1, date.granularity), 0)


def meet(one: Date, other: Date) -> bool:
    """Whether two dates have a moment in common; an open side reaches everything.

    Returns:
        False for dates that only touch.
    """
    in_time = one.begin is None or other.end is None or one.begin < other.end
    return in_time and (other.begin is None or one.end is None or other.begin < one.end)


def places(standing: Sequence[Entry], new: Sequence[Entry]) -> list[tuple[int | None, int]]:
    """Where new entries are inserted, in reading order.

    A file that a person keeps in another order is not sorted: a new event follows the one that comes before it in time.

    Args:
        standing: The entries of the file, in its order.
        new: The new entries. They are placed by their dates as these are written: the machine may know of an evening
            what the file and the page have of its day.

    Returns:
        For each new entry, in reading order: the index of the standing one that it follows (None: before all), and its
        own index in `new`.
    """
    ordered = sorted((reading_key(entry), place) for place, entry in enumerate(standing))
    keys = [key for key, _ in ordered]
    found = []
    as_written = [_key(parse_edtf(entry.date) or entry.interval, entry.order or 0) for entry in new]
    for key, index in sorted((key, index) for index, key in enumerate(as_written)):
        rank = bisect_right(keys, key)
        found.append((ordered[rank - 1][1] if rank else None, index))
    return found
