"""The words that newspapers put around their articles, per language: `timeline/languages/<language>/press.toml`."""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from timeline.languages.tables import tables_of_all


@cache
def phrases(kind: str) -> tuple[str, ...]:
    """All languages' folded phrases of a kind (`published`, `updated`, `truncated`, `consent`), longest first.

    Args:
        kind: A key of the languages' `press.toml`.

    Returns:
        The phrases, each once; none where no language has that kind.
    """
    found = {phrase for table in tables_of_all("press") for phrase in table.get(kind, ())}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


def keeps_hyphen(first: str, second: str, known: Container[str]) -> bool:
    """Whether a word that a line's end divides has its hyphen within a line, too: "peut-être", "est-il".

    Args:
        first: The part before the hyphen, in small letters.
        second: The part on the next line, in small letters.
        known: Words with a hyphen that the text has elsewhere.

    Returns:
        False where the hyphen is the printer's.
    """
    return f"{first}-{second}" in known or first in phrases("before_hyphen") or second in phrases("after_hyphen")
