"""Which sources of the file, of the lock and of the machine are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from timeline.document.lock import SourceRecord
from timeline.document.lock.quotes import is_shortened
from timeline.document.merge.matching import folded, similarity


def said_source(record: SourceRecord) -> Mapping[str, str]:
    """A source as the machine last gave it."""
    return record.said or record.ours


def seen_source(record: SourceRecord) -> Mapping[str, str]:
    """A source as it last stood in the file."""
    seen = dict(record.ours)
    for name, value in record.theirs.items():
        if value is None:
            seen.pop(name, None)
        else:
            seen[name] = value
    return seen


def pair(known: Sequence[Mapping[str, str]], found: Sequence[Mapping[str, str]]) -> dict[int, int]:
    """Matches two lists of sources by the same article and quote, else by similarity.

    Returns:
        Indices of `found` by indices of `known`; each index at most once.
    """
    if list(known) == list(found):
        return {place: place for place in range(len(known))}
    pairs = _same(known, found)
    left = [place for place in range(len(known)) if place not in pairs]
    taken = set(pairs.values())
    free = [place for place in range(len(found)) if place not in taken]
    scored = []
    for place in left:
        for other_place in free:
            if score := _similarity_of_sources(known[place], found[other_place]):
                scored.append((-score, abs(place - other_place), place, other_place))
    for _, _, place, other_place in sorted(scored):
        if place not in pairs and other_place not in taken:
            pairs[place] = other_place
            taken.add(other_place)
    return pairs


def _same(known: Sequence[Mapping[str, str]], found: Sequence[Mapping[str, str]]) -> dict[int, int]:
    """The pairs of one article and one quote, the nearest first: an event may have hundreds of sources."""
    places: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for place, source in enumerate(found):
        places[_named(source)].append(place)
    near = sorted(
        (abs(place - other), place, other) for place, one in enumerate(known) for other in places.get(_named(one), ())
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, place, other in near:
        if place not in pairs and other not in taken:
            pairs[place] = other
            taken.add(other)
    return pairs


def _named(source: Mapping[str, str]) -> tuple[str | None, str]:
    return source.get("article") or source.get("url"), source.get("quote", "")


def _similarity_of_sources(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """The similarity of two sources: above 0 where both may be one source."""
    (article, quote), (other_article, other_quote) = _named(one), _named(other)
    alike = _similarity_of_quotes(quote, other_quote)
    if article == other_article:
        return 1 + alike
    return alike if quote and alike >= 0.95 else 0.0


def _similarity_of_quotes(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if is_shortened(one, other) or is_shortened(other, one):
        return 0.99
    return similarity(folded(one), folded(other))
