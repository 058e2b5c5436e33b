"""A map ready for the page: its land, its borders, its dots, and which of them have their names beside them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.site.maps.coasts import borders, land, shows_shapes
from timeline.site.maps.frame import BoundingBox, frames
from timeline.site.maps.gazetteer import LatLon

_LETTER, _LINE = 15, 34  # units of a letter's width and a line's height
_NAMED, _FIRST = 14, 5  # dots that have a name; those that have one on a phone, too
_WIDENED = 12  # times at most
_ON_A_PHONE = 2  # times as large in units of the drawing, as the style sheet has it


@dataclass(frozen=True, slots=True)
class Place:
    """A place to draw.

    Attributes:
        at: Its coordinates.
        names: Its names, the most frequent first.
        href: The address that its dot links to.
        count: How many events it has.
    """

    at: LatLon
    names: tuple[str, ...]
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class Dot:
    """A place as drawn, in units of the drawing.

    `label` is its name where there is room, on the left where `left`; `first`: it is named on a phone, too.
    """

    x: int
    y: int
    r: int
    place: Place
    label: str = ""
    left: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """A drawing `width` by `height` units."""

    width: int
    height: int
    land: str
    borders: str
    dots: tuple[Dot, ...]


def maps(places: Sequence[Place]) -> tuple[Map, ...]:
    """The maps of some places.

    Args:
        places: The places with their number of events.

    Returns:
        A close-up of most places and a map of all, or only the latter; nothing without places.
    """
    return tuple(_map(_known(frame), places) for frame in frames([(place.at, place.count) for place in places]))


def _known(frame: BoundingBox) -> BoundingBox:
    """The frame, wider where it lies inland: without a coast or a border nobody knows what is drawn."""
    for _ in range(_WIDENED):
        if shows_shapes(frame):
            break
        frame = frame.wider(1.4)
    return frame


def _map(frame: BoundingBox, places: Sequence[Place]) -> Map:
    dots = []
    for place in sorted(places, key=lambda place: (-place.count, place.names)):
        x, y = frame.at((place.at.longitude, place.at.latitude))
        if 0 <= x <= frame.width and 0 <= y <= frame.height:
            dots.append(Dot(round(x), round(y), round(min(44, 9 + 5 * math.sqrt(place.count))), place))
    return Map(round(frame.width), round(frame.height), land(frame), borders(frame), tuple(_named(dots, frame)))


def _named(dots: Sequence[Dot], frame: BoundingBox) -> list[Dot]:
    """The dots, largest first; names go to the largest that have room for one, on a phone to fewer."""
    wide = _labelled(dots, frame, _NAMED, 1)
    small = _labelled([dot for dot in dots if dot.place in wide], frame, _FIRST, _ON_A_PHONE, wide)
    return [
        replace(dot, label=dot.place.names[0], left=wide[dot.place], first=dot.place in small)
        if dot.place in wide
        else dot
        for dot in dots
    ]


def _labelled(
    dots: Sequence[Dot], frame: BoundingBox, most: int, scale: int, sides: Mapping[Place, bool] | None = None
) -> dict[Place, bool]:
    """The places that have room for their names, each with whether the name stands to the left.

    Letters are `scale` times as large; where `sides` are given, they are decided already.
    """
    taken = {dot.place: [(dot.x - dot.r, dot.y - dot.r, dot.x + dot.r, dot.y + dot.r)] for dot in dots}
    found: dict[Place, bool] = {}
    for dot in dots:
        long, high = len(dot.place.names[0]) * _LETTER * scale, _LINE * scale // 2
        for left in (False, True) if sides is None else (sides[dot.place],):
            start = dot.x - dot.r - 8 - long if left else dot.x + dot.r + 8
            box = (start, dot.y - high, start + long, dot.y + high)
            others = (other for place, boxes in taken.items() if place != dot.place for other in boxes)
            if len(found) < most and start >= 0 and box[2] <= frame.width and not any(_meet(box, o) for o in others):
                taken[dot.place].append(box)
                found[dot.place] = left
                break
    return found


def _meet(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
