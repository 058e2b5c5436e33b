"""A place behind a noun: where something happens ("au Burundi"), and what belongs to it ("du Burundi")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from timeline.events.geography.capitals import written_small
from timeline.events.geography.country_codes import PlaceKind, country_code
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.words import HeadlineWords

_LONGEST_LEAD = 12
"""The characters before a place in which its preposition is looked for."""

_SHOUTED = 4
"""The largest number of letters of an abbreviation."""


@dataclass(frozen=True, slots=True)
class PlaceForms:
    """A place with its preposition as a locative and as a genitive, and whether the article itself has each.

    The locative of a region is "" where nothing in the article tells its article: "en Normandie", "dans les Landes".
    """

    locative: str
    genitive: str
    has_locative: bool = False
    has_genitive: bool = False


def place_forms(context: HeadlineContext, place: str) -> PlaceForms:
    """What a place looks like behind a noun, as the article has it, else by its article and kind.

    Args:
        context: The inputs of headline writing.
        place: The name of a place.

    Returns:
        "dans la Drôme" and "de la Drôme"; "au Burundi" and "du Burundi"; "à Nice" and "de Nice".
    """
    words, (first, _, rest) = context.words, place.partition(" ")
    to, of = words.form("to"), words.form("of").strip()
    if rest and words.merged(to, first.lower()):  # "Le Havre"
        return PlaceForms(f"{words.merged(to, first.lower())} {rest}", f"{words.merged(of, first.lower())} {rest}")
    locative, genitive = _found(context, "place_locatives", place), _found(context, "place_genitives", place)
    article = _article(context, place, genitive)
    found = PlaceForms(
        locative or _locative(context, place, article),
        genitive or _genitive(context, place, article),
        bool(locative),
        bool(genitive),
    )
    if not place.isupper() or len(place) <= _SHOUTED:
        return found
    small = written_small(place)
    return replace(found, locative=found.locative.replace(place, small), genitive=found.genitive.replace(place, small))


def is_country(place: str) -> bool:
    """Whether a place is a country."""
    found = country_code(place)
    return found is not None and found.kind is PlaceKind.COUNTRY


def _found(context: HeadlineContext, leads: str, place: str) -> str:
    """The place behind the first of some words, as the article or its headline has it: "dans la Drôme"; or ""."""
    article, before = context.context.article, _lead(context.words, leads)
    for text in (article.title, article.text):
        at = text.find(place)
        while at >= 0:
            end = at + len(place)
            whole = end == len(text) or not (text[end].isalnum() or text[end] == "-")
            found = before.search(text, max(0, at - _LONGEST_LEAD), at) if whole else None
            if found is not None:
                return _joined(found[1].lower(), place)
            at = text.find(place, end)
    return ""


@cache
def _lead(words: HeadlineWords, name: str) -> re.Pattern[str]:
    """A pattern for one of some words at the end of a text, the longest first."""
    leads = sorted(words.get(name), key=lambda one: (-len(one), one))
    return re.compile(rf"(?i)(?<![\w'’-])({'|'.join(map(re.escape, leads))})(?:(?<=['’])|\s)$")


def _article(context: HeadlineContext, place: str, genitive: str) -> str:
    """The definite article of a place that has one: "la" of "la Drôme", "le" of "du Burundi"; else ""."""
    lead = genitive.removesuffix(place).strip()
    inside = context.words.article_of(lead)
    behind = lead.rpartition(" ")[2] if " " in lead else ""
    alone = "" if genitive else _found(context, "topic_definite", place).removesuffix(place).strip()
    return inside or behind or alone


def _country_article(context: HeadlineContext, country: str) -> str:
    """The article that a country's name shows behind "à" and "de": "le" of "au Burundi", "les"; else ""."""
    words, lower = context.words, country.lower()
    if words.has("plural_places", lower):
        return words.definite(plural=True)
    feminine = lower.endswith(tuple(words.get("feminine_place_endings"))) and not words.has("masculine_places", lower)
    shown = not (feminine or words.has("bare_places", lower) or context.conjugation.elides(country))
    return words.definite() if shown else ""


def _locative(context: HeadlineContext, place: str, article: str) -> str:
    words, to = context.words, context.words.form("to")
    found = country_code(place)
    if found is not None and found.kind is PlaceKind.PART and not article:
        return ""
    if not is_country(place):
        return f"{words.form('inside')} {_joined(article, place)}" if article else f"{to} {place}"
    shown = _country_article(context, place)
    inside = to if words.has("bare_places", place.lower()) else words.form("in_feminine")
    return f"{words.merged(to, shown) if shown else inside} {place}"


def _genitive(context: HeadlineContext, place: str, article: str) -> str:
    words, of = context.words, context.words.form("of").strip()
    own = article or (_country_article(context, place) if is_country(place) else "")
    if own:
        merged = words.merged(of, own)
        return f"{merged} {place}" if merged else f"{of} {_joined(own, place)}"
    return f"{words.form('of_elided')}{place}" if elides(context, place) else f"{of} {place}"


def elides(context: HeadlineContext, name: str) -> bool:
    """Whether "de" is elided before a name: "d'Orlando", not "de YouTube"; of "h" the article has to say it."""
    whole = context.words.has("full_before_name", name[:2].lower())
    return context.conjugation.elides(name) and (
        not whole or f"{context.words.form('of_elided')}{name}" in context.context.article.text
    )


def _joined(lead: str, place: str) -> str:
    """A word before a place; there is no space behind an elided one."""
    return f"{lead}{place}" if lead.endswith(("'", "’")) else f"{lead} {place}"
