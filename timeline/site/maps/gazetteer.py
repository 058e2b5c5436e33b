"""The coordinates of a place, by its name."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from timeline.languages.tables import row_of, straight


class LatLon(NamedTuple):
    """A point on the globe, in degrees; north and east are positive."""

    latitude: float
    longitude: float


def located(name: str) -> LatLon | None:
    """The place that French news most likely means by a name.

    Args:
        name: A place as an event names it ("Vannes", "Morbihan", "Kremlin").

    Returns:
        Its coordinates, to a hundredth of a degree; None where the table has no such name. A country is in its
        middle, or where it is very large at its capital; a department at its prefecture.
    """
    found = row_of("timeline.site.maps", "data/places.tsv.gz", straight(name))
    return _points(found)[0] if found else None


def homonyms_of(name: str) -> tuple[LatLon, ...]:
    """The other towns of a name, far from the place that French news most likely means by it.

    Returns:
        Their coordinates, the largest town first.
    """
    return _points(row_of("timeline.site.maps", "data/homonyms.tsv.gz", straight(name)) or [])


def _points(row: list[str]) -> tuple[LatLon, ...]:
    degrees = [int(part) / 100 for part in row]  # they stand in hundredths of a degree
    return tuple(map(LatLon, degrees[::2], degrees[1::2]))


def is_country(name: str) -> bool:
    """Whether a name is a country's, in French or in English, as the press writes it.

    Returns:
        Whether the table has it; "RDC" and "Royaume de Belgique" are countries, too.
    """
    return straight(name) in _countries()


def is_capital(name: str) -> bool:
    """Whether a name is a capital's, by which the press means its government: "Moscou", "Ankara".

    Capitals that are first names, too, are left out ("Sofia", "Victoria").

    Returns:
        Whether it may stand for a government.
    """
    return straight(name) in _capitals()


@cache
def _capitals() -> frozenset[str]:
    text = (files("timeline.site.maps") / "data" / "capitals.txt").read_text(encoding="utf-8")
    return frozenset(text.split("\n")) - {""}


@cache
def _countries() -> frozenset[str]:
    text = (files("timeline.site.maps") / "data" / "countries.txt").read_text(encoding="utf-8")
    return frozenset(text.split("\n"))
