"""The words that newspapers put around their articles, per language: `timeline/languages/<language>/press.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_LANGUAGES = Path(__file__).parent


@cache
def phrases(kind: str) -> tuple[str, ...]:
    """All languages' folded phrases of a kind (`published`, `updated`, `truncated`, `consent`), longest first.

    Args:
        kind: A key of the languages' `press.toml`.

    Returns:
        The phrases, each once; none where no language has that kind.
    """
    found: set[str] = set()
    for path in sorted(_LANGUAGES.glob("*/press.toml")):
        with path.open("rb") as file:
            found.update(tomllib.load(file).get(kind, ()))
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))
