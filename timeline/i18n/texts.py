"""Texts of the interface, by key, from `<language>.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from timeline.calendar import parse_edtf
from timeline.model import Step

_FOLDER = Path(__file__).parent


def languages() -> tuple[str, ...]:
    """The languages of the interface, by their codes."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def texts(language: str) -> Mapping[str, Any]:
    """Every text of a language of the interface.

    Args:
        language: The code of the language; an unknown one gives English.

    Returns:
        The texts by their dotted keys (`pages.search`).
    """
    known = language if language in languages() else "en"
    with (_FOLDER / f"{known}.toml").open("rb") as file:
        return MappingProxyType(dict(_flatten(tomllib.load(file), "")))


def _flatten(table: Mapping[str, Any], prefix: str) -> list[tuple[str, Any]]:
    flat: list[tuple[str, Any]] = []
    for key, value in table.items():
        flat += _flatten(value, f"{prefix}{key}.") if isinstance(value, dict) else [(prefix + key, value)]
    return flat


def say(language: str, key: str, **arguments: object) -> str:
    """The text of `key`, with `{names}` filled in.

    Where no text has that key and there is a `count`, it selects `key.one` or `key.many`.

    Args:
        language: The code of the language of the interface.
        key: A dotted key of the interface's texts.
        **arguments: The values of its `{names}`.

    Returns:
        The text.

    Raises:
        KeyError: No file has that key; this is a bug in the program.
    """
    return template(language, key, arguments).format(**arguments)


def template(language: str, key: str, arguments: Mapping[str, object]) -> str:
    """The text of `key` with its `{names}`, in the number that a `count` among the arguments asks for.

    Args:
        language: The code of the language of the interface.
        key: A dotted key of the interface's texts.
        arguments: The values of its `{names}`.

    Returns:
        The text, not yet filled in.
    """
    known = texts(language)
    if key not in known and "count" in arguments:
        key += ".one" if arguments["count"] in ((0, 1) if language == "fr" else (1,)) else ".many"
    return str(known[key])


def explain(step: Step, language: str) -> str:
    """One step of an explanation as text.

    Arguments whose names end in `_date` hold EDTF and are rendered as readable dates; others are inserted unchanged.

    Args:
        step: The key of a text and its arguments.
        language: The code of the language of the interface.

    Returns:
        One sentence.
    """
    return say(language, step.key, **{name: _worded(name, value, language) for name, value in step.arguments.items()})


def _worded(name: str, value: str, language: str) -> str:
    from timeline.i18n.readable import readable

    date = parse_edtf(value) if name.endswith("_date") else None
    return readable(date, language, weekday=True) if date else value
