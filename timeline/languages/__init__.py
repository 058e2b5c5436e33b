"""Languages as data: one folder for each, with words, rules, joins and cues. Adding a folder adds a language."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from timeline.languages.grammar import Language

__all__ = ["Language", "available", "get"]


@cache
def available() -> tuple[str, ...]:
    """The codes of the available languages."""
    return tuple(sorted(found.parent.name for folder in __path__ for found in Path(folder).glob("*/__init__.py")))


@cache
def get(code: str) -> Language:
    """A language by its code ("fr"; for "fr-CA", its first part).

    Args:
        code: The code of a language, with or without a region.

    Returns:
        The language's words, rules, joins and cues, loaded once per process.

    Raises:
        LookupError: There is no such language.
    """
    name = code.lower().replace("_", "-").split("-")[0]
    if name not in available():
        raise LookupError(f"no language {code!r}: there are {', '.join(available())}")
    language: Language = import_module(f"timeline.languages.{name}").LANGUAGE
    return language
