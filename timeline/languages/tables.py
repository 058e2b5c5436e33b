"""The tables that the components of one language read: `timeline/languages/<language>/<table>.toml`.

The French tokenizer, for example, reads the words of French. `function_words` has the words that are used in all
languages at once. Large tables are packed, and searched by name: rows of a name and its fields, tabs between, sorted.
"""

from __future__ import annotations

import gzip
import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

_LANGUAGES = Path(__file__).parent
_STRAIGHT = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})


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


def table_of(language: str, table: str) -> dict[str, Any]:
    """A language's table, read anew.

    Args:
        language: The language's code, a folder of `timeline/languages`.
        table: The path of the file there, without ".toml".

    Returns:
        What the file holds.

    Raises:
        FileNotFoundError: The language has no such table.
    """
    return tomllib.loads((_LANGUAGES / language / f"{table}.toml").read_text(encoding="utf-8"))


@cache
def tables_of_all(table: str) -> tuple[Mapping[str, Any], ...]:
    """The tables of a name of all languages.

    Args:
        table: The name of the file, without ".toml".

    Returns:
        What each language has, by the order of their codes; read once per process.
    """
    return tuple(table_of(path.parent.name, table) for path in sorted(_LANGUAGES.glob(f"*/{table}.toml")))


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
    return Section(table_of(language, table)[name])


def straight(name: str) -> str:
    """A name as packed tables write it.

    Args:
        name: A name as a text has it.

    Returns:
        The name with straight apostrophes and plain hyphens.
    """
    return name.translate(_STRAIGHT)


def row_of(package: str, path: str, name: str) -> list[str] | None:
    """The fields of a name in a packed table.

    Args:
        package: The package that holds the table.
        path: The table's path in it: a text, compressed by gzip.
        name: The name, straight.

    Returns:
        What stands after the name; None where the table has no such name.
    """
    rows = _rows(package, path)
    at = bisect_left(rows, f"{name}\t")
    found, *fields = rows[at].split("\t") if at < len(rows) else [""]
    return fields if name and found == name else None


@cache
def _rows(package: str, path: str) -> tuple[str, ...]:
    return tuple(gzip.decompress(files(package).joinpath(path).read_bytes()).decode("utf-8").split("\n"))
