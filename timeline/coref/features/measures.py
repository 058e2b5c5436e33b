"""The quantities in a text: « 237,5 kilomètres », « 62 % », « 73 ans »."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

from timeline.coref.features.vocabulary import LANGUAGES
from timeline.languages.folding import fold

_DIGIT = re.compile(r"\d")
_NEAR = 0.1  # share by which two numbers may differ and still be one, rounded or updated


_Units: TypeAlias = tuple[re.Pattern[str], Mapping[str, re.Pattern[str]]]
"""What stands where a text has any quantity at all, and what each unit's quantities look like."""


@cache
def _units(language: str) -> _Units | None:
    path = LANGUAGES / language / "coref" / "series.toml"
    if not path.exists():
        return None
    units = tomllib.loads(path.read_text(encoding="utf-8")).get("measures", {})
    number = r"(?<![\d.,])(?P<number>\d{1,3}(?: \d{3})+|\d+(?:[.,]\d+)?) ?"
    by_unit = {unit: re.compile(rf"{number}(?:{'|'.join(words)})(?!\w)") for unit, words in units.items()}
    any_word = "|".join(word for words in units.values() for word in words)
    return re.compile(rf"\d ?(?:{any_word})(?!\w)"), by_unit


def measures(language: str, text: str) -> Mapping[str, frozenset[float]]:
    """The numbers of each unit in a text: {"percent": {62.0}}.

    Args:
        language: The code of the language, which names the units.
        text: The text, unfolded.

    Returns:
        The numbers by unit; units without a number are missing.
    """
    if not _DIGIT.search(text):
        return {}
    plain, units = fold(text), _units(language)
    if units is None or not units[0].search(plain):
        return {}
    found = {unit: frozenset(map(_value, pattern.finditer(plain))) for unit, pattern in units[1].items()}
    return {unit: numbers for unit, numbers in found.items() if numbers}


def _value(match: re.Match[str]) -> float:
    return float(match["number"].replace(" ", "").replace(",", "."))


def differ(one: Mapping[str, frozenset[float]], other: Mapping[str, frozenset[float]]) -> bool:
    """Whether both give numbers of one unit, and none of them are nearly equal.

    Args:
        one: The numbers of a text, by unit.
        other: The numbers of another.

    Returns:
        False where they share no unit.
    """
    return any(
        unit in other and not any(abs(a - b) <= _NEAR * max(a, b) for a in numbers for b in other[unit])
        for unit, numbers in one.items()
    )
