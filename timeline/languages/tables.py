"""The tables that the components of one language read: `timeline/languages/<language>/<table>.toml`.

The French tokenizer, for example, reads the words of French. `function_words` has the words that are used in all
languages at once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_LANGUAGES = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a table: lists of words separated by blanks, pairs, patterns."""

    entries: Mapping[str, Any]

    def words(self, *kinds: str) -> tuple[str, ...]:
        """The words of one or several kinds, in the table's order; "_" stands for a blank."""
        return tuple(word.replace("_", " ") for kind in kinds for word in self.entries[kind].split())

    def pairs(self, kind: str) -> tuple[tuple[str, str], ...]:
        """The pairs of a kind, in the table's order."""
        return tuple((first, second) for first, second in self.entries[kind])

    def pattern(self, kind: str) -> re.Pattern[str]:
        """The compiled pattern of a kind; upper case makes a difference."""
        return re.compile(self.entries[kind])


def section_if_any(language: str, table: str, name: str) -> Section | None:
    """A section of a language's table, if there is such a table.

    Args:
        language: The code of the language.
        table: The name of the language's TOML file, without its ending.
        name: The name of the section in it.

    Returns:
        The section; None where the language has no such table.

    Raises:
        KeyError: The table has no such section.
    """
    try:
        return section(language, table, name)
    except FileNotFoundError:
        return None


@cache
def section(language: str, table: str, name: str) -> Section:
    """A section of a language's table.

    Args:
        language: The language's code, a folder of `timeline/languages`.
        table: The name of the file, without ".toml".
        name: The name of the section.

    Returns:
        The section, read once per process.

    Raises:
        FileNotFoundError: The language has no such table.
        KeyError: The table has no such section.
    """
    return Section(tomllib.loads((_LANGUAGES / language / f"{table}.toml").read_text(encoding="utf-8"))[name])
