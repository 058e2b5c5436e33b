"""Which of several places with one name is meant: the one that lies near the other places of the same articles."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, groupby
from operator import itemgetter
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
    doubtful = [name for name, points in possible.items() if points[1:]]
    beside = _companions(named, doubtful)
    most = Counter(chain.from_iterable(named)).most_common()
    found = likeliest | {name: _meant(name, beside[name], most, possible) for name in doubtful}
    regions = {name: list(filter(None, map(located, told.get(name, ())))) for name in found}
    return {name: at for name in found if (at := _within(found[name], possible[name], regions[name]))}


def _within(at: LatLon, possible: Iterable[LatLon], regions: Sequence[LatLon]) -> LatLon | None:
    """The town of a name that lies in one of the regions told of it; None where the likeliest is far from all."""
    if not regions or _is_near(at, regions):
        return at
    near = (other for other in possible if _is_near(other, regions))
    return next(near, at if _is_near(at, regions, _FAR) else None)


def _companions(named: Iterable[frozenset[str]], names: Iterable[str]) -> Mapping[str, Counter[str]]:
    """For each of some names the other names of its articles, each with the number of the articles that name both."""
    found: dict[str, Counter[str]] = {name: Counter() for name in names}
    for article in named:
        for name in article & found.keys():
            found[name].update(article - {name})
    return found


def _meant(
    name: str,
    beside: Mapping[str, int],
    most: Sequence[tuple[str, int]],
    possible: Mapping[str, Sequence[LatLon]],
) -> LatLon:
    """The likeliest place of a name or the one among its companions; each counts for the articles that name both."""
    around = {other: count for other, count in beside.items() if other in possible}
    likeliest, *others = possible[name]
    centres = [possible[other][:1] for other in _most_named(around, most, name) if other in possible]
    if touching := [at for at in others if any(_is_near(at, centre, _BESIDE) for centre in centres)]:
        return likeliest if any(_is_near(likeliest, centre, _BESIDE) for centre in centres) else touching[0]
    if any(_is_near(likeliest, possible[other][:1]) for other in around):
        return likeliest
    near = {at: [count for other, count in around.items() if _is_near(at, possible[other])] for at in others}
    best = max(others, key=lambda at: sum(near[at]))
    is_meant = len(near[best]) >= _FEWEST and 2 * sum(near[best]) > sum(around.values())
    return best if is_meant else likeliest


def _most_named(around: Mapping[str, int], most: Sequence[tuple[str, int]], name: str) -> list[str]:
    """The companions that are named most often: in the articles that name a place, or where it stands alone in all."""
    others = (each for each in (Counter(around).most_common() if around else most) if each[0] != name)
    _, often = next(groupby(others, key=itemgetter(1)), (0, ()))
    return [other for other, count in often if count >= _FEWEST]


def _is_near(at: LatLon, points: Iterable[LatLon], within: float = _NEAR) -> bool:
    narrow = math.cos(math.radians(at.latitude))
    return any(
        math.hypot(one.latitude - at.latitude, (one.longitude - at.longitude) * narrow) < within for one in points
    )
