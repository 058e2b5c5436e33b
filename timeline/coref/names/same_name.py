"""Whether two names can belong to the same person or place, from the names alone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TypeAlias

from babel import Locale, UnknownLocaleError

from timeline.languages.folding import fold

Tokens: TypeAlias = tuple[str, ...]

_WORDS = tomllib.loads(Path(__file__).with_name("name_words.toml").read_text(encoding="utf-8"))
_PARTICLES = frozenset[str](_WORDS["particles"])
_GENERATION = frozenset[str](_WORDS["generations"])
COMMON_IN_PLACES = frozenset[str](_WORDS["common_in_places"])
"""Words that many place names begin with, and that are no place's name alone."""

_APART = "≠"
_SPLIT = re.compile(r"[^\w]+")


@cache
def tokens(name: str) -> Tokens:
    """The significant words of a name, folded: « Bertrand de Broc » is (bertrand, broc).

    Returns:
        The words, folded, in order; remembered per process.
    """
    return name_words(name)


def name_words(text: str) -> Tokens:
    """The same as `tokens` for a text that is not asked for again, such as a title that contains names.

    Returns:
        The words, folded, in order.
    """
    parts = [part for part in _SPLIT.split(fold(text)) if part]
    return tuple(part for part in parts if part not in _PARTICLES) or tuple(parts)


def set_apart(name: Tokens, mark: str) -> Tokens:
    """A name that a person keeps apart: never similar to one with another mark, even with the same words.

    Args:
        name: The tokens of the name.
        mark: The mark that the names file gives this bearer of the name.

    Returns:
        The tokens with the mark.
    """
    return (*name, f"{_APART}{mark}")


@cache
def countries(language: str) -> frozenset[Tokens]:
    """The names of countries and continents in a language, from CLDR.

    Returns:
        The tokens of each name.
    """
    try:
        names = Locale.parse(language).territories.values()
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(tokens(name) for name in names)


def family_name(name: Tokens) -> str:
    """The last word that is not a mark of generation.

    Returns:
        One token; "" for an empty name.
    """
    plain = [part for part in name if part not in _GENERATION and part[0] != _APART]
    return plain[-1] if plain else ""


def alike(first: Tokens, second: Tokens) -> bool:
    """Whether the two can name one person: same family name, and given names that do not contradict.

    « V. Poutine » and « Poutine » are like « Vladimir Poutine »; « Ivanka Trump » is not like « Donald Trump », nor the
    father like the son where one of them is marked.

    Returns:
        True also for equal names.
    """
    if first == second:
        return True
    if first and second and _APART in (first[-1][0], second[-1][0]):
        return _mark(first) in ("", _mark(second) or _mark(first)) and alike(_unmarked(first), _unmarked(second))
    if family_name(first) != family_name(second) or not family_name(first):
        return False
    if {*first} & _GENERATION != {*second} & _GENERATION:
        return False
    return _agree(
        [part for part in first if part not in _GENERATION][:-1], [p for p in second if p not in _GENERATION][:-1]
    )


def kept_apart(one: Sequence[Tokens], other: Sequence[Tokens]) -> bool:
    """Whether both name people or places that a person ordered to keep apart, and have none of these in common.

    Returns:
        False where a person ordered nothing about them.
    """
    if not (one and other):
        return False
    marked, others = ([name for name in names if name and _mark(name)] for names in (one, other))
    if not marked or not others or {*marked} & {*others}:
        return False
    return any(alike(_unmarked(name), _unmarked(its)) for name in marked for its in others)


def _mark(name: Tokens) -> str:
    return name[-1] if name[-1][0] == _APART else ""


def _unmarked(name: Tokens) -> Tokens:
    return name[:-1] if _mark(name) else name


def _agree(first: list[str], second: list[str]) -> bool:
    if not first or not second:
        return True
    shorter, longer = sorted((first, second), key=len)
    return all(any(_same_given(one, other) for other in longer) for one in shorter)


def _same_given(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])
