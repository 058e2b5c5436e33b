"""A place behind a noun: where something happens ("au Burundi"), and what belongs to it ("du Burundi")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from timeline.events.geography.capitals import written_small
from timeline.events.geography.country_codes import PlaceKind, country_code, is_country
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.genders import gender_of_country
from timeline.events.headline.words import HeadlineWords
from timeline.lines.elisions import with_lead

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
                return with_lead(found[1].lower(), place)
            at = text.find(place, end)
    return ""


@cache
def _lead(words: HeadlineWords, name: str) -> re.Pattern[str]:
    """A pattern for one of some words at the end of a text, the longest first."""
    leads = sorted(words.get(name), key=lambda one: (-len(one), one))
    return re.compile(rf"(?i)(?<![\w'’-])({'|'.join(map(re.escape, leads))})(?:(?<=['’])|\s)$")


def article_of(context: HeadlineContext, name: str) -> str:
    """The definite article of a name, as the article has it, else as the names of countries have it.

    Args:
        context: The inputs of headline writing.
        name: The name of a place or a body.

    Returns:
        "la" of "la Drôme" and "la SNCF", "le" of "au Burundi", "l'" of "l'Irak"; "" of "Nice" and "Cuba".
    """
    if is_country(name):  # "de Turquie" is of "la Turquie"
        return _article(context, name, "") or _article_of_country(context, name)
    return _article(context, name, _found(context, "place_genitives", name))


def behind(context: HeadlineContext, preposition: str, article: str, name: str) -> str:
    """A name behind its article and a preposition ("" for none).

    Args:
        context: The inputs of headline writing.
        preposition: The preposition.
        article: The definite article of the name; "" if it has none.
        name: The name.

    Returns:
        "du Burundi", "de la Drôme", "d'Air Norvège", "à la SNCF", "le Burundi".
    """
    words = context.words
    if merged := words.merged(preposition, article):
        return f"{merged} {name}"
    if preposition == words.form("of").strip() and not article and elides(context, name):
        return f"{words.form('of_elided')}{name}"
    return f"{preposition} {with_lead(article, name)}".strip()


def _article(context: HeadlineContext, name: str, genitive: str) -> str:
    """The article that the text has before a name: "la" of "la Drôme", "le" of "du Burundi"; "" behind a bare "de"."""
    lead = (genitive or _found(context, "articles_of_names", name)).removesuffix(name).strip()
    return context.words.article_of(lead) or (lead.rpartition(" ")[2] if " " in lead or not genitive else "")


def _article_of_country(context: HeadlineContext, country: str) -> str:
    """The article of a country by its name: "le" of "Burundi", "la" of "Turquie", "les" of "Philippines".

    What the text has behind "en" is feminine: "en RDC".
    """
    words, lower = context.words, country.lower()
    if words.has("plural_places", lower):
        return words.definite(plural=True)
    if words.has("bare_places", lower):
        return ""
    feminine = gender_of_country(words, country) == "Fem" or _found(context, "place_locatives", country).startswith(
        f"{words.form('in_feminine')} "
    )
    return words.definite(elided=context.conjugation.elides(country), feminine=feminine)


def _locative(context: HeadlineContext, place: str, article: str) -> str:
    words, to = context.words, context.words.form("to")
    found = country_code(place)
    if found is not None and found.kind is PlaceKind.PART and not article:
        return ""
    if not is_country(place):
        return behind(context, words.form("inside") if article else to, article, place)
    of_country = _article_of_country(context, place)
    if of_country and not words.merged(to, of_country):
        return f"{words.form('in_feminine')} {place}"
    return behind(context, to, of_country, place)


def _genitive(context: HeadlineContext, place: str, article: str) -> str:
    of = context.words.form("of").strip()
    of_country = _article_of_country(context, place) if is_country(place) else ""
    merges = bool(context.words.merged(of, of_country))  # "du Burundi", but "de Turquie"
    return behind(context, of, article or (of_country if merges else ""), place)


def elides(context: HeadlineContext, name: str) -> bool:
    """Whether "de" is elided before a name: "d'Orlando", not "de YouTube"; of "h" the article has to say it."""
    whole = context.words.has("full_before_name", name[:2].lower())
    return context.conjugation.elides(name) and (
        not whole or f"{context.words.form('of_elided')}{name}" in context.context.article.text
    )
