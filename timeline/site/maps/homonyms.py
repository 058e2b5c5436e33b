"""Which of several places with one name is meant: the one that lies near the other places of the same articles."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from timeline.site.maps.gazetteer import LatLon, homonyms_of, located

_NEAR = 1.5  # degrees of latitude: some 170 kilometres
_FEWEST = 2  # of the other places must lie near


def placed(articles: Iterable[Collection[str]]) -> dict[str, LatLon]:
    """Where each place lies that articles name.

    The place that French news most likely means by a name stays unless it lies far from all other places of the same
    articles, and two or more of these, most of the times that they are named, lie near another town of that name.

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
    """The likeliest place of a name or the one among its companions; each counts for the articles that name both."""
    times = Counter(other for article in named if name in article for other in sorted(article - {name}))
    around = {other: count for other, count in times.items() if other in possible}
    likeliest, *others = possible[name]
    if any(_is_near(likeliest, possible[other][:1]) for other in around):
        return likeliest
    near = {at: [count for other, count in around.items() if _is_near(at, possible[other])] for at in others}
    best = max(others, key=lambda at: sum(near[at]))
    is_meant = len(near[best]) >= _FEWEST and 2 * sum(near[best]) > sum(around.values())
    return best if is_meant else likeliest


def _is_near(at: LatLon, points: Iterable[LatLon]) -> bool:
    narrow = math.cos(math.radians(at.latitude))
    return any(
        math.hypot(one.latitude - at.latitude, (one.longitude - at.longitude) * narrow) < _NEAR for one in points
    )
