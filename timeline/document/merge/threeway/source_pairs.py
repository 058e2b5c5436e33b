"""Which sources of the file, of the lock and of the machine are the same."""

from __future__ import annotations

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

    Args:
        known: The fields of some sources.
        found: The fields of others.

    Returns:
        Indices of `found` by indices of `known`; each index at most once.
    """
    if list(known) == list(found):
        return {place: place for place in range(len(known))}
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    scored = []
    for place, one in enumerate(known):
        for other_place, other in enumerate(found):
            if score := _similarity_of_sources(one, other):
                scored.append((-score, abs(place - other_place), place, other_place))
    for _, _, place, other_place in sorted(scored):
        if place not in pairs and other_place not in taken:
            pairs[place] = other_place
            taken.add(other_place)
    return pairs


def _similarity_of_sources(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """The similarity of two sources: above 0 where both may be one source."""
    same_article = (one.get("article") or one.get("url")) == (other.get("article") or other.get("url"))
    quote, other_quote = one.get("quote", ""), other.get("quote", "")
    alike = _similarity_of_quotes(quote, other_quote)
    if same_article:
        return 1 + alike
    return alike if quote and alike >= 0.95 else 0.0


def _similarity_of_quotes(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if is_shortened(one, other) or is_shortened(other, one):
        return 0.99
    return similarity(folded(one), folded(other))
