"""The examples and refusals of the rules: in each rule and join, and in tables of the language's folder.

`examples.tsv` holds a text and the TIMEX3 values expected for it, separated by a tab (values by spaces), read on
Wednesday 2020-05-20 like those of the rules; a line that begins with `#` names the family of the lines below.
`refusals.txt` holds one text on each line, which contains no time expression.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from timeline import languages
from timeline.languages.grammar import Join, Rule

_FOLDER = Path(__file__).parent


class Example(NamedTuple):
    """A text and the values expected for it."""

    rule: str
    text: str
    values: tuple[str, ...]


def examples(code: str) -> Iterator[Example]:
    """Every example of a language."""
    language = languages.get(code)
    rules: tuple[Rule | Join, ...] = (*language.rules, *language.joins)
    for rule in rules:
        for text, value in rule.examples.items():
            yield Example(rule.name, text, (value,) if isinstance(value, str) else value)
    family = ""
    for line in _lines(code, "examples.tsv"):
        if line.startswith("#"):
            family = line[1:].strip()
        else:
            text, _, values = line.partition("\t")
            yield Example(family, text, tuple(values.split()))


def refusals(code: str) -> Iterator[str]:
    """Every text of a language that contains no time expression."""
    language = languages.get(code)
    rules: tuple[Rule | Join, ...] = (*language.rules, *language.joins)
    for rule in rules:
        yield from rule.refuses
    yield from (line for line in _lines(code, "refusals.txt") if not line.startswith("#"))


def _lines(code: str, name: str) -> list[str]:
    path = _FOLDER / code / "time" / name
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()] if path.exists() else []
