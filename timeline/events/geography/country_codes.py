"""The country of a place by its name (`training.maps.country_codes` writes the table; GeoNames, CC BY 4.0)."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from timeline.languages.tables import row_of, straight

_REMEMBERED = 4096


class PlaceKind(IntEnum):
    """What a name stands for; SITE is a name that ends with that of a town: "aéroport de Nice"."""

    COUNTRY = 0
    PART = 1
    TOWN = 2
    SITE = 3


class CountryCode(NamedTuple):
    """The code (ISO 3166) of a place's country, and what kind of place it is."""

    code: str
    kind: PlaceKind


@lru_cache(maxsize=_REMEMBERED)
def country_code(name: str) -> CountryCode | None:
    """The country of the place that French news most likely means by a name.

    Args:
        name: A place as the article names it ("Kaboul", "Afghanistan", "aéroport de Nice").

    Returns:
        Its country's code; None for a name that neither is in the table nor ends with one that is.
    """
    plain = straight(name)
    return _listed(plain) or _at_its_end(plain)


def is_country(name: str) -> bool:
    """Whether French news most likely means a country by a name.

    Args:
        name: A place as the article names it.
    """
    found = country_code(name)
    return found is not None and found.kind is PlaceKind.COUNTRY


def _at_its_end(name: str) -> CountryCode | None:
    """The country of the last word: "15e arrondissement de Paris", "bassin d'Arcachon"."""
    if " " not in name:
        return None
    ends = (name.rpartition(" ")[2], name.rpartition("'")[2])
    found = next(filter(None, map(_listed, ends)), None)
    return CountryCode(found.code, PlaceKind.SITE) if found else None


def _listed(name: str) -> CountryCode | None:
    found = row_of("timeline.events.geography", "country_codes.txt.gz", name)
    return CountryCode(found[0], PlaceKind(int(found[1]))) if found else None
