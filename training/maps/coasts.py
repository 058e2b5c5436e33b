"""Coastlines and borders of Natural Earth (public domain, 1:50 million), from the TopoJSON of `world-atlas`."""

from __future__ import annotations

import gzip
import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
TOLERANCE = 0.02
"""The largest error of a simplified line, in degrees: about two kilometres."""


class Atlas:
    """The arcs of a TopoJSON file and its countries."""

    def __init__(self, path: Path) -> None:
        value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        scale, shift = value["transform"]["scale"], value["transform"]["translate"]
        self.arcs = [_absolute(arc, scale, shift) for arc in value["arcs"]]
        self.land = value["objects"]["land"]["geometries"]
        self.countries = value["objects"]["countries"]["geometries"]

    def rings(self, geometry: dict[str, Any], arcs: Sequence[Sequence[Point]] | None = None) -> Iterator[list[Point]]:
        """The closed lines of a polygon or of a multipolygon."""
        for polygon in _polygons(geometry):
            for ring in polygon:
                points: list[Point] = []
                for number in ring:
                    arc = (arcs or self.arcs)[number if number >= 0 else ~number]
                    points += (arc if number >= 0 else arc[::-1])[1 if points else 0 :]
                yield points


def build(path: Path) -> bytes:
    """The file: `{land, borders}`, each a list of lines, a line a list of steps in hundredths of a degree."""
    atlas = Atlas(path)
    simple = [simplified(arc, TOLERANCE) for arc in atlas.arcs]
    used = Counter(
        number if number >= 0 else ~number
        for country in atlas.countries
        for polygon in _polygons(country)
        for ring in polygon
        for number in ring
    )
    rings = [ring for shape in atlas.land for ring in atlas.rings(shape, simple) if len(ring) > 3]
    land = [part for ring in rings for part in _within(_unrolled(ring))]
    borders = [simple[number] for number, count in sorted(used.items()) if count > 1]
    value = {"land": [_steps(line) for line in land], "borders": [_steps(line) for line in borders]}
    return gzip.compress(json.dumps(value, separators=(",", ":")).encode(), 9, mtime=0)


def _unrolled(ring: Sequence[Point]) -> list[Point]:
    """The ring without the jump from 180 to -180: longitudes continue. A ring around a pole is closed there."""
    turn, unrolled = 0, [ring[0]]
    for (before, _), (x, y) in pairwise(ring):
        turn += -360 if x - before > 180 else 360 if before - x > 180 else 0
        unrolled.append((x + turn, y))
    if turn:
        pole = math.copysign(90.0, ring[0][1])
        unrolled += [(unrolled[-1][0], pole), (unrolled[0][0], pole)]
    return unrolled


def _within(ring: list[Point]) -> Iterator[list[Point]]:
    """The ring, and a copy on the other side of the map for the part that crosses its edge."""
    least, most = min(x for x, _ in ring), max(x for x, _ in ring)
    for turn in (-360, 0, 360):
        if least + turn < 180 and most + turn > -180:
            yield [(x + turn, y) for x, y in ring]


def simplified(line: Sequence[Point], tolerance: float) -> list[Point]:
    """The line without the points that are within `tolerance` of the remaining line (Douglas and Peucker)."""
    if len(line) < 3:
        return list(line)
    kept = {0, len(line) - 1}
    parts = [(0, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        far, at = max(((_off(line[n], line[first], line[last]), n) for n in range(first + 1, last)), default=(0.0, 0))
        if far > tolerance:
            kept.add(at)
            parts += [(first, at), (at, last)]
    return [line[n] for n in sorted(kept)]


def _off(point: Point, first: Point, last: Point) -> float:
    """The distance of a point from the line through two others."""
    (x, y), (ax, ay), (bx, by) = point, first, last
    long = (bx - ax) ** 2 + (by - ay) ** 2
    along = 0.0 if not long else max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long))
    return math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))


def _absolute(arc: Sequence[Sequence[int]], scale: Sequence[float], shift: Sequence[float]) -> list[Point]:
    x = y = 0
    points = []
    for right, up in arc:
        x, y = x + right, y + up
        points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
    return points


def _polygons(geometry: dict[str, Any]) -> Sequence[Sequence[Sequence[int]]]:
    match geometry["type"]:
        case "Polygon":
            return [geometry["arcs"]]
        case "MultiPolygon":
            return list(geometry["arcs"])
    return []


def _steps(line: Sequence[Point]) -> list[int]:
    """`[x, y, right, up, right, up…]` in hundredths of a degree, without steps of length 0."""
    points = [(round(100 * x), round(100 * y)) for x, y in line]
    steps = list(points[0])
    for (x, y), (nx, ny) in pairwise(points):
        if (x, y) != (nx, ny):
            steps += (nx - x, ny - y)
    return steps
