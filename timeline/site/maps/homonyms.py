"""Which of several places with one name is meant: the one that lies near the other places of the same articles."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from timeline.site.maps.gazetteer import LatLon, homonyms_of, located

_NONE: Mapping[str, Collection[str]] = MappingProxyType({})

_NEAR = 1.5  # degrees of latitude: some 170 kilometres
_BESIDE = 0.15  # some 17 kilometres
_FAR = 8.0  # of a region's capital: some 900 kilometres, more than any region reaches
_FEWEST = 2  # of the other places must lie near, or articles name the one beside it


def placed(articles: Iterable[Collection[str]], told: Mapping[str, Collection[str]] = _NONE) -> dict[str, LatLon]:
    """Where each place lies that articles name.

    Another town of the name is meant where it lies beside the place that the same articles name most often, and the
    place that French news most likely means does not; where an article names no other place, those of all articles
    count. Else the likeliest place stays unless it lies far from all other places of the same articles, and two or
    more of these, most of the times that they are named, lie near another town of that name.

    What a text tells in brackets comes first: "Rhodes (Moselle)" lies near Metz, or nowhere that the table knows.

    Args:
        articles: For each article the places that it names.
        told: By name, the regions that stand in brackets behind it.

    Returns:
        The positions of those that the gazetteer knows, by name.
    """
    named = [frozenset(article) for article in articles]
    likeliest = {name: at for name in sorted(frozenset().union(*named)) if (at := located(name))}
    possible = {name: (at, *homonyms_of(name)) for name, at in likeliest.items()}
    doubtful = (name for name, points in possible.items() if points[1:])
    found = likeliest | {name: _meant(name, named, possible) for name in doubtful}
    regions = {name: list(filter(None, map(located, told.get(name, ())))) for name in found}
    return {name: at for name in found if (at := _within(found[name], possible[name], regions[name]))}


def _within(at: LatLon, possible: Iterable[LatLon], regions: Sequence[LatLon]) -> LatLon | None:
    """The town of a name that lies in one of the regions told of it; None where the likeliest is far from all."""
    if not regions or _is_near(at, regions):
        return at
    near = (other for other in possible if _is_near(other, regions))
    return next(near, at if _is_near(at, regions, _FAR) else None)


def _meant(name: str, named: Iterable[frozenset[str]], possible: Mapping[str, Sequence[LatLon]]) -> LatLon:
    """The likeliest place of a name or the one among its companions; each counts for the articles that name both."""
    times = Counter(other for article in named if name in article for other in sorted(article - {name}))
    around = {other: count for other, count in times.items() if other in possible}
    likeliest, *others = possible[name]
    centres = [possible[other][:1] for other in _most_named(around, named, name) if other in possible]
    if beside := [at for at in others if any(_is_near(at, centre, _BESIDE) for centre in centres)]:
        return likeliest if any(_is_near(likeliest, centre, _BESIDE) for centre in centres) else beside[0]
    if any(_is_near(likeliest, possible[other][:1]) for other in around):
        return likeliest
    near = {at: [count for other, count in around.items() if _is_near(at, possible[other])] for at in others}
    best = max(others, key=lambda at: sum(near[at]))
    is_meant = len(near[best]) >= _FEWEST and 2 * sum(near[best]) > sum(around.values())
    return best if is_meant else likeliest


def _most_named(around: Mapping[str, int], named: Iterable[frozenset[str]], name: str) -> list[str]:
    """The companions that are named most often: in the articles that name a place, or where it stands alone in all."""
    times = around or Counter(other for article in named for other in sorted(article - {name}))
    return [other for other, count in times.items() if count == max(times.values()) and count >= _FEWEST]


def _is_near(at: LatLon, points: Iterable[LatLon], within: float = _NEAR) -> bool:
    narrow = math.cos(math.radians(at.latitude))
    return any(
        math.hypot(one.latitude - at.latitude, (one.longitude - at.longitude) * narrow) < within for one in points
    )
