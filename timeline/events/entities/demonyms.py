"""The country that an adjective of origin tells: "biélorusse" is of Biélorussie."""

from __future__ import annotations

from functools import cache

from timeline.events.entities.names import countries
from timeline.events.lexicon import load
from timeline.languages.folding import fold

_STEM, _ENDING = 4, 3
"""The fewest letters that a country and its adjective share, and the most that the country has behind them."""


@cache
def country_of(adjective: str, language: str) -> str:
    """The country of an adjective, "" where none or several are meant ("coréen").

    Args:
        adjective: its lemma.
        language: of the word, and of the country's name, as CLDR has it.

    Returns:
        What the language's list of irregular adjectives says, else the country whose name begins alike.
    """
    listed = load(language).phrases.get("demonyms", {})
    for country, words in listed.items():
        if adjective.lower() in words:
            return country.replace("_", " ")
    word = fold(adjective)
    shared = {name: _alike(word, plain) for name, plain in _beginning(language).get(word[:_STEM], ())}
    longest = max(shared.values(), default=0)
    alike = [name for name, count in shared.items() if count == longest and _is_enough(name, count)]
    return alike[0] if len(alike) == 1 else ""


@cache
def _beginning(language: str) -> dict[str, list[tuple[str, str]]]:
    """The countries whose name is one word, each also in lower case and without accents, by their first letters.

    Of those that begin otherwise than an adjective none is alike enough.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for name in countries(language):
        if " " not in name:
            plain = fold(name)
            found.setdefault(plain[:_STEM], []).append((name, plain))
    return found


def _alike(one: str, other: str) -> int:
    """How many letters two words begin with in common."""
    return next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _is_enough(name: str, shared: int) -> bool:
    return shared >= max(_STEM, len(name) - _ENDING)
