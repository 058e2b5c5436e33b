"""The country of an adjective of origin: "biélorusse" belongs to Biélorussie."""

from __future__ import annotations

from functools import cache

from timeline.events.entities.names import countries
from timeline.events.lexicon import load
from timeline.languages.folding import fold
from timeline.languages.function_words import pattern

_ADJECTIVE = pattern("demonym_ending")
_STEM, _ENDING = 4, 3
"""The smallest common beginning of a country and its adjective, and the longest rest of the country's name."""


@cache
def country_of(adjective: str, language: str) -> str:
    """The country of an adjective; "" where there is none or several are possible ("coréen").

    Args:
        adjective: Its lemma.
        language: The language of the word and of the country's name (CLDR).

    Returns:
        The country in the language's list of irregular adjectives, else the country with a similar beginning if the
        word ends as adjectives of origin do ("armé" is no "arménien").
    """
    listed = load(language).demonyms
    for country, words in listed.items():
        if adjective.lower() in words:
            return country.replace("_", " ")
    if not _ADJECTIVE.search(adjective.lower()):
        return ""
    word = fold(adjective)
    shared = {name: _alike(word, plain) for name, plain in _beginning(language).get(word[:_STEM], ())}
    longest = max(shared.values(), default=0)
    alike = [name for name, count in shared.items() if count == longest and _is_enough(name, count)]
    return alike[0] if len(alike) == 1 else ""


@cache
def _beginning(language: str) -> dict[str, list[tuple[str, str]]]:
    """The countries with names of one word, by their first letters; each also in lower case without accents.

    A country with other first letters than an adjective's is never similar enough.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for name in countries(language):
        if " " not in name:
            plain = fold(name)
            found.setdefault(plain[:_STEM], []).append((name, plain))
    return found


def _alike(one: str, other: str) -> int:
    """The length of the common beginning of two words."""
    return next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _is_enough(name: str, shared: int) -> bool:
    return shared >= max(_STEM, len(name) - _ENDING)
