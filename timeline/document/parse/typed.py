"""What people type in place of what a file wants, in any language: the tables `typed.toml` of `timeline/languages`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from timeline.i18n.nearest import nearest
from timeline.languages.tables import tables_of_all


def nearest_key(key: str, known: Iterable[str]) -> str:
    """The key that was probably meant, or ""."""
    return _nearest(key, tuple(known), "keys")


def nearest_length(text: str) -> str:
    """The length that was meant, or ""."""
    return _nearest(text, _known("lengths"), "lengths")


def nearest_status(text: str) -> str:
    """The status that was probably meant, or ""."""
    return _nearest(text, _known("statuses"), "statuses")


def _nearest(text: str, known: tuple[str, ...], kind: str) -> str:
    folded = text.strip().casefold()
    if folded in known:
        return folded
    spelled = {word: key for key in known for word in _instead(kind, key)}
    if folded in spelled:
        return spelled[folded]
    if close := nearest(folded, known, 0.7):
        return close
    return spelled.get(nearest(folded, spelled, 0.85), "")


@cache
def flags(value: str) -> frozenset[str]:
    """The words that mean "true", or "false"."""
    return frozenset(_instead("flags", value))


@cache
def unknown_dates() -> frozenset[str]:
    """What people write where the date is not known, in small letters."""
    unknown = (word for words in _each("dates", "unknown") for word in words.split())
    return frozenset({"?", "??", *(word.replace("_", " ") for word in unknown)})


def typed_pattern(template: str) -> re.Pattern[str]:
    """A pattern of a date as it is typed.

    Args:
        template: The pattern; "{from}" in it stands for the alternatives of that kind in all languages.
    """
    return re.compile(re.sub(r"\{([a-z_]+)\}", lambda kind: "|".join(_each("dates", kind[1])), template))


def _known(kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for table in tables_of_all("typed") for key in table.get(kind, {})))


def _instead(kind: str, key: str) -> tuple[str, ...]:
    return tuple(word for words in _each(kind, key) for word in words)


def _each(kind: str, key: str) -> Iterator[Any]:
    return (table[kind][key] for table in tables_of_all("typed") if key in table.get(kind, {}))
