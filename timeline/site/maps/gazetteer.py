"""The coordinates of a place, by its name."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_STRAIGHT = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})


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
    key = f"{name.translate(_STRAIGHT)}\t"
    rows = _rows()
    row = bisect_left(rows, key)
    if row == len(rows) or not rows[row].startswith(key):
        return None
    _, north, east = rows[row].split("\t")
    return LatLon(int(north) / 100, int(east) / 100)


def is_country(name: str) -> bool:
    """Whether a name is a country's, in French or in English, as the press writes it.

    Args:
        name: A place as an event names it.

    Returns:
        Whether the table has it; "RDC" and "Royaume de Belgique" are countries, too.
    """
    return name.translate(_STRAIGHT) in _countries()


def is_capital(name: str) -> bool:
    """Whether a name is a capital's, by which the press means its government: "Moscou", "Ankara".

    Capitals that are first names, too, are left out ("Sofia", "Victoria").

    Args:
        name: A place as an event names it.

    Returns:
        Whether it may stand for a government.
    """
    return name.translate(_STRAIGHT) in _capitals()


@cache
def _capitals() -> frozenset[str]:
    text = (files("timeline.site.maps") / "data" / "capitals.txt").read_text(encoding="utf-8")
    return frozenset(text.split("\n")) - {""}


@cache
def _countries() -> frozenset[str]:
    text = (files("timeline.site.maps") / "data" / "countries.txt").read_text(encoding="utf-8")
    return frozenset(text.split("\n"))


@cache
def _rows() -> tuple[str, ...]:
    """`name, latitude, longitude` in hundredths of a degree, sorted by name; names have straight apostrophes."""
    packed = (files("timeline.site.maps") / "data" / "places.tsv.gz").read_bytes()
    return tuple(gzip.decompress(packed).decode("utf-8").split("\n"))
