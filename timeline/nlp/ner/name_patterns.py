"""Names whose form determines their label, over any label of the network: people, streets, roads, ministries.

« Mme Haddad » is a person; « avenue de Friedland », « l'A9 », « le golfe d'Aden » are places; « le ministère de
l'Intérieur » is an organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Span

from timeline.languages.tables import section

_WORDS = section("fr", "pipeline", "names")
ODONYMS = frozenset(_WORDS.words("streets", "nature"))
"""Words that, before a capitalised name, make it the name of a place."""

_SITES = frozenset(_WORDS.words("sites"))
"""Words that do so only in small letters."""

_BUILDINGS = frozenset(_WORDS.words("buildings"))
"""Words that, right before a person's name, make it that of a building: « le lycée Jules Ferry »."""

CIVILITIES = frozenset(_WORDS.words("civilities"))
"""Words that are only followed by a person's name."""

_OF_STATE = frozenset(_WORDS.words("of_state"))
_OFFICES = frozenset(_WORDS.words("offices"))
_LINKS = frozenset(_WORDS.words("links"))
_ROAD = re.compile(r"(?:A\d{1,2}|A[14-9]\d\d|[NE]\d{1,3}|D\d{1,4}|RN\d{1,3}|RD\d{1,4})")
_MARK = re.compile(r"[A-Z][a-z]+\d")
_SURE_ROAD = re.compile(r"(?:A\d\d|A[14-9]\d\d|[NE]\d{2,3}|D\d{2,4}|RN\d{1,3}|RD\d{1,4})")
"""Road numbers that are recognised without a word before them: « A89 : la voie est rouverte », but not « en D1 »."""
_ROAD_LETTERS = frozenset({"A", "D", "E", "N", "RD", "RN"})
"""Letters that are written apart from the number: « la RN 79 »."""
_ROAD_NUMBER = re.compile(r"\d{1,4}")
_BETWEEN_ROADS = frozenset({",", "/", "-", *_WORDS.words("between_roads")})
_BEFORE_ROAD = frozenset(_WORDS.words("before_road"))
_BEFORE_SURE_ROAD = frozenset({":", ",", "(", "-", "–", "—", "•", "\n", *_WORDS.words("before_sure_road")})
"""Words before a road number without "route"; a maker or a thing is not one: « Airbus A320 », « le char A80 »."""


def _straight(text: str) -> str:
    return text.replace("’", "'").lower()


def shaped(doc: Doc, words: Sequence[str]) -> Iterator[Span]:
    """Spans whose form alone determines their label, in text order, without overlaps.

    Args:
        doc: The Doc, with the names that a network found.
        words: Its words.

    Yields:
        Labelled spans of whole tokens.
    """
    done = 0
    people = {entity.start: entity for entity in doc.ents if entity.label_ == "PER"}
    first_roads: dict[int, int] = {}
    for index, word in enumerate(words):
        if index < done or not _may_begin(word):
            continue
        place = _street(doc, index) or _building(doc, index, people) or _road(doc, index, first_roads)
        span = _person(doc, index) or _of_state(doc, index, people) or place or _ministry(doc, index)
        if span is not None:
            done = span.end
            yield span


@lru_cache(maxsize=1 << 15)
def _may_begin(word: str) -> bool:
    """Whether a word can be the first word of a span of `shaped`: most words cannot."""
    return (
        word in CIVILITIES | _ROAD_LETTERS
        or word in _SITES | _OF_STATE
        or word.lower() in ODONYMS | _BUILDINGS | _OFFICES
        or _ROAD.fullmatch(word) is not None
    )


def _person(doc: Doc, index: int) -> Span | None:
    """The name after a civility: « M. Haddad », « Mme de Staël »."""
    if doc[index].text not in CIVILITIES:
        return None
    end = _name_end(doc, index + 1)
    return Span(doc, index + 1, end, label="PER") if end > index + 1 else None


def _of_state(doc: Doc, index: int, people: Mapping[int, Span]) -> Span | None:
    """The full name that the network takes for something else, after an office: « la reine danoise Ida Holm »."""
    start = index + 2
    if doc[index].text not in _OF_STATE or start in people or start >= len(doc) or not _capitalised(doc[start].text):
        return None
    if doc[index + 1].pos_ not in ("ADJ", "NOUN") or not doc[index + 1].text.islower():
        return None
    end = _name_end(doc, start)
    return Span(doc, start, end, label="PER") if end > start + 1 else None


def _street(doc: Doc, index: int) -> Span | None:
    word = doc[index].text
    if (word.lower() not in ODONYMS and word not in _SITES) or doc[index].pos_ in ("VERB", "AUX"):
        return None
    end = _name_end(doc, index + 1)
    return Span(doc, index, end, label="LOC") if end > index + 1 else None


def _building(doc: Doc, index: int, people: Mapping[int, Span]) -> Span | None:
    """A building that bears a name which the network takes for a person's: « le lycée Alexis de Tocqueville »."""
    if doc[index].text.lower() not in _BUILDINGS:
        return None
    name = people.get(index + 1)
    return Span(doc, index, name.end, label="LOC") if name is not None else None


def is_code(name: str) -> bool:
    """Whether a name is a road number or a mark: a vitamin, a sheet of paper, a rating, but no person and no place.

    A road is found by the words before it.

    Returns:
        True for "A7", "N118", "D3", "Baa2"; False for "K2".
    """
    return _ROAD.fullmatch(name) is not None or _MARK.fullmatch(name) is not None


def _road(doc: Doc, index: int, first_roads: dict[int, int]) -> Span | None:
    """A motorway or a trunk road, also in a list of them; an Airbus (« l'A380 ») is not one.

    `first_roads` has the first road of the list of each one before.
    """
    end = _road_end(doc, index)
    if end == index:
        return None
    first = index
    while first > 1 and doc[first - 1].text in _BETWEEN_ROADS and _ROAD.fullmatch(doc[first - 2].text):
        first = first_roads.get(first - 2, first - 2)
    first_roads[index] = first
    before = _straight(doc[first - 1].text) if first else ""
    sure = any(_SURE_ROAD.fullmatch(doc[place].text) for place in (first, index)) and (
        not before.strip() or before in _BEFORE_SURE_ROAD or bool(doc[first].is_sent_start)
    )
    return Span(doc, index, end, label="LOC") if sure or before in _BEFORE_ROAD else None


def _road_end(doc: Doc, index: int) -> int:
    """The end of a road number of one or two words; `index` itself where none begins."""
    if _ROAD.fullmatch(doc[index].text):
        return index + 1
    apart = doc[index].text in _ROAD_LETTERS and index + 1 < len(doc) and _ROAD_NUMBER.fullmatch(doc[index + 1].text)
    return index + 2 if apart else index


def _ministry(doc: Doc, index: int) -> Span | None:
    if doc[index].text.lower() not in _OFFICES:
        return None
    end = _name_end(doc, index + 1)
    return Span(doc, index, end, label="ORG") if end > index + 1 else None


def _name_end(doc: Doc, start: int) -> int:
    """The end of a capitalised name after « de la » or a similar word; `start` itself where none follows."""
    first = start
    while first < min(start + 2, len(doc)) and _straight(doc[first].text) in _LINKS:
        first += 1
    end = first
    while end < len(doc) and _capitalised(doc[end].text):
        end += 1
    return end if end > first else start


def _capitalised(word: str) -> bool:
    return word[:1].isupper() and word[-1:] not in (".", "'", "’")
