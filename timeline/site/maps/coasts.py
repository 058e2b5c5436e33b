"""Land and borders within a frame, as the paths of a drawing."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from timeline.site.maps.frame import BoundingBox

Point = tuple[float, float]
_SMALLEST = 3.0  # units of the drawing: smaller islands are left out


@cache
def _lines() -> dict[str, tuple[tuple[Point, ...], ...]]:
    """The lines of the file by kind, as longitudes and latitudes."""
    packed = (files("timeline.site.maps") / "data" / "coasts.json.gz").read_bytes()
    value = json.loads(gzip.decompress(packed))
    return {kind: tuple(tuple(_points(steps)) for steps in value[kind]) for kind in ("land", "borders")}


def _points(steps: Sequence[int]) -> Iterator[Point]:
    x = y = 0
    for right, up in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + right, y + up
        yield x / 100, y / 100


def land(frame: BoundingBox) -> str:
    """The land in the frame, to be filled, without islands too small to see.

    Returns:
        The `d` of a path of closed rings in the frame's units; "" in the open sea.
    """
    rings = (_clipped([frame.at(point) for point in ring], frame) for ring in _near("land", frame))
    return "".join(_path(ring, "z") for ring in rings if _extent(ring) >= _SMALLEST)


def borders(frame: BoundingBox) -> str:
    """The borders between countries, to be stroked.

    Returns:
        The `d` of a path in the frame's units; "" where there is no border.
    """
    runs = (run for line in _near("borders", frame) for run in _runs([frame.at(point) for point in line], frame))
    return "".join(_path(run, "") for run in runs)


def shows_shapes(frame: BoundingBox) -> bool:
    """Whether a reader can tell where the frame is.

    Returns:
        Whether a point of a coast or a border lies within it.
    """
    within = (frame.at(point) for kind in ("land", "borders") for line in _near(kind, frame) for point in line)
    return any(0 <= x <= frame.width and 0 <= y <= frame.height for x, y in within)


def _near(kind: str, frame: BoundingBox) -> Iterator[tuple[Point, ...]]:
    """The lines whose box meets the frame's."""
    west, south, east, north = frame.west, frame.south, frame.east, frame.north
    for line in _lines()[kind]:
        across, up = [x for x, _ in line], [y for _, y in line]
        if min(across) <= east and max(across) >= west and min(up) <= north and max(up) >= south:
            yield line


def _extent(points: Sequence[Point]) -> float:
    if not points:
        return 0.0
    across, down = [x for x, _ in points], [y for _, y in points]
    return max(max(across) - min(across), max(down) - min(down))


def _path(points: Iterable[Point], end: str) -> str:
    """`M1 2l3 4…` in whole units, without steps of length zero."""
    text, before = "", None
    for point in points:
        x, y = round(point[0]), round(point[1])
        if before is None:
            text = f"M{x} {y}l"
        elif (x, y) != before:
            text += f"{x - before[0]} {y - before[1]} "
        before = (x, y)
    return text.rstrip() + end if text[-1:] == " " else ""


def _clipped(ring: list[Point], frame: BoundingBox) -> list[Point]:
    """The ring within the frame and a margin (Sutherland and Hodgman)."""
    margin = 20.0
    sides: list[tuple[int, float, Callable[[float, float], bool]]] = [
        (0, -margin, lambda a, b: a >= b),
        (0, frame.width + margin, lambda a, b: a <= b),
        (1, -margin, lambda a, b: a >= b),
        (1, frame.height + margin, lambda a, b: a <= b),
    ]
    for axis, edge, inside in sides:
        ring = list(_cut(ring, axis, edge, inside))
    return ring


def _cut(ring: list[Point], axis: int, edge: float, inside: Callable[[float, float], bool]) -> Iterator[Point]:
    for before, point in zip(ring[-1:] + ring[:-1], ring, strict=True):
        was, now = inside(before[axis], edge), inside(point[axis], edge)
        if was != now:
            part = (edge - before[axis]) / (point[axis] - before[axis])
            yield before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])
        if now:
            yield point


def _runs(line: list[Point], frame: BoundingBox) -> Iterator[list[Point]]:
    """The visible parts of a line, each with the points just before and after."""
    seen = [0 <= x <= frame.width and 0 <= y <= frame.height for x, y in line]
    run: list[Point] = []
    for n, point in enumerate(line):
        if any(seen[max(0, n - 1) : n + 2]):
            run.append(point)
        elif run:
            yield run
            run = []
    if run:
        yield run
