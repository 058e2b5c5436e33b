"""The part of the world that a drawing shows, and the position of a point on it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.site.maps.gazetteer import LatLon

WIDTH = 1600
_LEAST_SPAN = 1.6  # degrees of latitude that the smallest map shows
_ROOM = 0.14  # of the span on each side, so that dots and their names have room
_SOUTH_NORTH, _WEST_EAST = (-78.0, 84.0), (-180.0, 180.0)  # the world as drawn, in degrees
_FLATTEST, _TALLEST = 0.5, 0.75  # height by width
_NEAR = (0.95, 0.9, 0.8, 0.7, 0.6)  # of the events lie in the close-up: as many as leave it much smaller than the whole
_WORTH = 2.5  # the whole is so many times wider than the close-up, where both are drawn


@dataclass(frozen=True, slots=True)
class BoundingBox:
    """A rectangle of longitudes and latitudes, drawn `WIDTH` units wide with the proportions of its middle."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        """The width in units."""
        return WIDTH

    @property
    def height(self) -> float:
        """The height in units."""
        return round((self.north - self.south) * self._scale)

    def wider(self, times: float) -> BoundingBox:
        """The frame so many times as wide and as high round the same middle, within the world."""
        across, down = (self.west + self.east) / 2, (self.south + self.north) / 2
        wide, high = (self.east - self.west) * times / 2, (self.north - self.south) * times / 2
        west, east = _slid(across - wide, across + wide, *_WEST_EAST)
        south, north = _slid(down - high, down + high, *_SOUTH_NORTH)
        return BoundingBox(west, south, east, north)

    @property
    def _scale(self) -> float:
        """Units that a degree of latitude has."""
        return WIDTH / ((self.east - self.west) * _narrow(self.south, self.north))

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        """Where a point (longitude, latitude) is drawn: units from the left and from the top."""
        across = (point[0] - self.west) / (self.east - self.west) * WIDTH
        return across, (self.north - point[1]) * self._scale


def _narrow(south: float, north: float) -> float:
    """How much shorter a degree of longitude is than one of latitude, in the middle of the map."""
    return max(0.35, math.cos(math.radians((south + north) / 2)))


def frames(points: Sequence[tuple[LatLon, int]]) -> tuple[BoundingBox, ...]:
    """The frames to draw for places.

    Args:
        points: Where each place is (degrees), and its number of events.

    Returns:
        One frame that holds them all; before it a close-up of where most events lie, where that is much smaller.
        Nothing where there is no place.
    """
    if not points:
        return ()
    whole = _around([at for at, _ in points])
    by_distance = _outwards(points)
    for share in _NEAR:
        near = _around(_most(by_distance, share))
        if (whole.east - whole.west) > _WORTH * (near.east - near.west):
            return near, whole
    return (whole,)


def _outwards(points: Sequence[tuple[LatLon, int]]) -> list[tuple[LatLon, int]]:
    """The places by their distance from the middle event."""
    middle = LatLon(_median([(at.latitude, n) for at, n in points]), _median([(at.longitude, n) for at, n in points]))
    narrow = _narrow(middle.latitude, middle.latitude)

    def far(at: LatLon) -> float:
        return math.hypot(at.latitude - middle.latitude, (at.longitude - middle.longitude) * narrow)

    return sorted(points, key=lambda point: (far(point[0]), point[0]))


def _most(by_distance: Sequence[tuple[LatLon, int]], share: float) -> list[LatLon]:
    """The first places that hold a share of the events."""
    held: list[LatLon] = []
    left = share * sum(n for _, n in by_distance)
    for at, n in by_distance:
        if left <= 0:
            break
        held.append(at)
        left -= n
    return held


def _median(values: Sequence[tuple[float, int]]) -> float:
    half = sum(n for _, n in values) / 2
    for value, n in sorted(values):
        half -= n
        if half <= 0:
            return value
    return values[-1][0]


def _around(points: Sequence[LatLon]) -> BoundingBox:
    """The frame of some points, with room, in a pleasing shape, within the world."""
    south, north = min(at.latitude for at in points), max(at.latitude for at in points)
    west, east = min(at.longitude for at in points), max(at.longitude for at in points)
    narrow = _narrow(south, north)
    high = max(_LEAST_SPAN, (north - south) * (1 + 2 * _ROOM))
    wide = max(_LEAST_SPAN, (east - west) * narrow * (1 + 2 * _ROOM))
    high = max(high, wide * _FLATTEST)
    wide = max(wide, high / _TALLEST)
    down, across = (south + north) / 2, (west + east) / 2
    south, north = _slid(down - high / 2, down + high / 2, *_SOUTH_NORTH)
    west, east = _slid(across - wide / narrow / 2, across + wide / narrow / 2, *_WEST_EAST)
    return BoundingBox(west, south, east, north)


def _slid(first: float, last: float, least: float, most: float) -> tuple[float, float]:
    """A stretch moved, and cut where necessary, to lie within bounds."""
    if last - first >= most - least:
        return least, most
    move = max(0.0, least - first) - max(0.0, last - most)
    return first + move, last + move
