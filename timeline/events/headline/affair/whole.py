"""Whether a phrase that may name an affair is cut where it may not be: "imprimeur mis", "général Petit profanée"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.events.headline.context import HeadlineContext
from timeline.languages.function_words import function_words, pattern
from timeline.model import Token

_WORD = re.compile(r"[\w-]+")
_HONORIFICS = pattern("honorifics")
_PARTICLES = function_words("name_preposition")
_QUOTES = (("«", "»"), ("“", "”"))
_ENDINGS = [one.split(":") for one in sorted(function_words("agreement_by_ending"), key=lambda one: (-len(one), one))]
"""The ends of a participle, the longest first, with the gender and the number that each shows."""


def is_cut(context: HeadlineContext, text: str) -> bool:
    """Whether a phrase lacks a word that it needs.

    Args:
        context: The inputs of headline writing.
        text: A phrase without its article.

    Returns:
        True where it ends with what needs a complement ("maire mis") or with a title ("chalet de M"), where it begins
        inside a name ("Gaulle à Moscou") or with an amount ("grande partie de la France"), where it has half of a pair
        of quotation marks, and where its participle describes a noun that it has not: "général de Gaulle profanée" of
        "la tombe du général de Gaulle profanée".
    """
    words = _WORD.findall(text)
    if not words or any((first in text) != (second in text) for first, second in _QUOTES):
        return True
    last = words[-1].lower()
    if context.words.has("topic_open_ends", last) or _HONORIFICS.match(f"{words[-1]} "):
        return True
    return _is_an_amount(context, words) or _begins_inside_a_name(context, words) or _describes_another(context, words)


def _is_an_amount(context: HeadlineContext, words: list[str]) -> bool:
    """Whether the noun is an amount: "grande partie", "nombreuses personnalités"."""
    first = words[0].lower()
    behind = words[1].lower() if len(words) > 1 else ""
    sized = context.words.has("topic_ordinals", first) and context.words.has("topic_amounts", behind)
    return sized or context.words.has("topic_amounts", first)


def _begins_inside_a_name(context: HeadlineContext, words: list[str]) -> bool:
    """Whether the first word is what a name has behind "de": "Gaulle" of "Charles de Gaulle"."""
    trees = context.trees
    ends = trees[0].remembered("ends of names", trees, lambda: frozenset(_behind_particles(context)))
    return words[0] in ends and words[0] not in context.entities.labels


def _behind_particles(context: HeadlineContext) -> Iterator[str]:
    for name, label in context.entities.labels.items():
        before, _, last = name.rpartition(" ")
        if label == "PER" and before.rpartition(" ")[2].lower() in _PARTICLES:
            yield last


def _describes_another(context: HeadlineContext, words: list[str]) -> bool:
    """Whether the participle at the end agrees with no noun of the phrase, as the article has them."""
    shown = next(((gender, number) for end, gender, number in _ENDINGS if words[-1].endswith(end)), None)
    own = _seen(context, words[-1].lower())
    if shown is None or not own or any(token.pos in ("NOUN", "PROPN") for token in own):
        return False
    nouns = [noun for word in words[:-1] if (noun := _noun(context, word.lower())) is not None]
    return bool(nouns) and not any(_agrees(noun, *shown) for noun in nouns)


def _noun(context: HeadlineContext, word: str) -> Token | None:
    return next((one for one in _seen(context, word) if one.pos == "NOUN" and one.gender), None)


def _agrees(noun: Token, gender: str, number: str) -> bool:
    return noun.gender == gender and noun.number in ("", None, number)


def _seen(context: HeadlineContext, word: str) -> tuple[Token, ...]:
    """The tokens of the article with a form, in lower case."""
    trees = context.trees
    found: dict[str, tuple[Token, ...]] = trees[0].remembered("tokens by form", trees, lambda: _by_form(context))
    return found.get(word, ())


def _by_form(context: HeadlineContext) -> dict[str, tuple[Token, ...]]:
    found: dict[str, list[Token]] = {}
    for tree in context.trees:
        for token in tree.tokens:
            found.setdefault(token.text.lower(), []).append(token)
    return {form: tuple(tokens) for form, tokens in found.items()}
