"""The quantities in a text: « 237,5 kilomètres », « 62 % », « 73 ans »."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from timeline.coref.features.vocabulary import LANGUAGES
from timeline.languages.folding import fold

_DIGIT = re.compile(r"\d")
_NEAR = 0.1  # share by which two numbers may differ and still be one, rounded or updated


@cache
def _units(language: str) -> Mapping[str, re.Pattern[str]]:
    path = LANGUAGES / language / "coref" / "series.toml"
    if not path.exists():
        return {}
    units = tomllib.loads(path.read_text(encoding="utf-8")).get("measures", {})
    number = r"(?<![\d.,])(?P<number>\d{1,3}(?: \d{3})+|\d+(?:[.,]\d+)?) ?"
    return {unit: re.compile(rf"{number}(?:{'|'.join(words)})(?!\w)") for unit, words in units.items()}


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
    plain = " ".join(fold(text).split())
    found = {unit: frozenset(map(_value, pattern.finditer(plain))) for unit, pattern in _units(language).items()}
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
