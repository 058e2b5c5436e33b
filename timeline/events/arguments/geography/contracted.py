"""A place whose article is part of the preposition before it: "Le Havre" of "au Havre"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline.events.geography.country_codes import PlaceKind, country_code
from timeline.events.headline.words import HeadlineWords
from timeline.model import Name

_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.PART})


def with_articles(places: Iterable[Name], text: str, words: HeadlineWords) -> tuple[Name, ...]:
    """The places by the names that a map has: "Le Mans" for "du Mans", but "Mali" for "au Mali".

    Returns:
        The places, each once, in their order.
    """
    found = (_with_article(place, text, words) for place in places)
    return tuple({place.canonical: place for place in found}.values())


def _with_article(place: Name, text: str, words: HeadlineWords) -> Name:
    before = text[: place.span.start].rpartition(" ")[0].rpartition(" ")[2] if place.span.start else ""
    article = words.article_of(before.lower()) if before else ""
    if not article:
        return place
    whole = f"{article.capitalize()} {place.canonical}"
    known, bare = country_code(whole), country_code(place.canonical)
    is_wide = bare is not None and bare.kind in _WIDE
    is_town = known is not None and known.kind is PlaceKind.TOWN
    return replace(place, canonical=whole) if is_town and not is_wide else place
