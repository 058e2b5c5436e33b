"""Places by the names that a map has: "Le Havre" of "au Havre", "Paris" of the dateline "PARIS"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from timeline.events.geography.capitals import written_small
from timeline.events.geography.country_codes import PlaceKind, country_code
from timeline.events.headline.words import HeadlineWords
from timeline.languages.occurrences import PART, occurrences, word_before
from timeline.model import Name

_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.PART})
_WORDS = re.compile(r"[^\W\d]+|\d+")
_BLANK = re.compile(" ")
_LONG = 4
"""The letters of an abbreviation at most: "URSS" is no town, unless the gazetteer has it ("NICE")."""


def as_on_a_map(places: Iterable[Name], text: str, words: HeadlineWords) -> tuple[Name, ...]:
    """The places by the names that a map has: "Le Mans" for "du Mans", "Nice" for "NICE", but "Mali" for "au Mali".

    Args:
        places: The places of an event; one that its sentence does not name has an empty surface.
        text: The article's text.
        words: The contractions of its language.

    Returns:
        The places, each once, in their order.
    """
    found = (_in_small_letters(_with_article(place, text, words)) for place in places)
    return tuple({place.canonical: place for place in found}.values())


def _with_article(place: Name, text: str, words: HeadlineWords) -> Name:
    article = words.article_of(_word_before(place, text).lower())
    if not article:
        return place
    whole = f"{article.capitalize()} {place.canonical}"
    known, bare = country_code(whole), country_code(place.canonical)
    is_wide = bare is not None and bare.kind in _WIDE
    is_town = known is not None and known.kind is PlaceKind.TOWN
    return replace(place, canonical=whole) if is_town and not is_wide else place


def _word_before(place: Name, text: str) -> str:
    """The word before a place, or before its first mention where the event's sentence does not name it."""
    if place.surface:
        return next(iter(text[: place.span.start].split()[-1:]), "")
    places = occurrences(text, f" {place.canonical}", _BLANK, PART)
    return next(filter(None, (word_before(text, at, "'’") for at in places)), "")


def _in_small_letters(place: Name) -> Name:
    name, words = place.canonical, _WORDS.findall(place.canonical)
    if not name.isupper() or any(word.isdigit() for word in words):  # "RN 165"
        return place
    small = written_small(name)
    is_town = country_code(small) is not None or max(map(len, words)) > _LONG
    return replace(place, canonical=small) if is_town else place
