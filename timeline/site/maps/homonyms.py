"""Which of several places with one name is meant: the one that lies near the other places of the same articles."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

from timeline.site.maps.gazetteer import LatLon, homonyms_of, located

_NEAR = 1.5  # degrees of latitude: some 170 kilometres
_FEWEST = 2  # of the other places must lie near


def placed(articles: Iterable[Collection[str]]) -> dict[str, LatLon]:
    """Where each place lies that articles name.

    The place that French news most likely means by a name stays unless it lies far from all other places of the same
    articles, and more than half of these, two or more, lie near another town of that name.

    Args:
        articles: For each article the places that it names.

    Returns:
        The positions of those that the gazetteer knows, by name.
    """
    named = [frozenset(article) for article in articles]
    likeliest = {name: at for name in sorted(frozenset().union(*named)) if (at := located(name))}
    possible = {name: (at, *homonyms_of(name)) for name, at in likeliest.items()}
    doubtful = (name for name, points in possible.items() if points[1:])
    return likeliest | {name: _meant(name, named, possible) for name in doubtful}


def _meant(name: str, named: Iterable[frozenset[str]], possible: Mapping[str, Sequence[LatLon]]) -> LatLon:
    around = frozenset().union(*(article for article in named if name in article)) - {name}
    towns = [possible[other] for other in sorted(around) if other in possible]
    likeliest, *others = possible[name]
    if _near(likeliest, [points[:1] for points in towns]):
        return likeliest
    best = max(others, key=lambda at: _near(at, towns))
    return best if _near(best, towns) >= max(_FEWEST, len(towns) // 2 + 1) else likeliest


def _near(at: LatLon, towns: Iterable[Sequence[LatLon]]) -> int:
    """How many of the towns may lie near a point."""
    narrow = math.cos(math.radians(at.latitude))
    return sum(
        any(math.hypot(one.latitude - at.latitude, (one.longitude - at.longitude) * narrow) < _NEAR for one in points)
        for points in towns
    )
