"""The words and the rules of a language's headlines, from `languages/<language>/headlines.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the gate: its name, what it finds in a headline that is not to be printed, examples of both kinds."""

    name: str
    pattern: re.Pattern[str]
    breaks: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """Lists of words in lower case by name, the language's rules, what news sites write before a headline."""

    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    live: re.Pattern[str] | None = None

    def has(self, name: str, word: str) -> bool:
        """Whether the list has the word."""
        return word in self.lists.get(name, ())

    def get(self, name: str) -> frozenset[str]:
        """A list; empty where the language has none."""
        return self.lists.get(name, frozenset())


@cache
def load(language: str) -> HeadlineWords:
    """The words of a language, read once in a process."""
    path = files("timeline.languages").joinpath(language, "headlines.toml")
    if not path.is_file():
        return HeadlineWords()
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    rules = (
        Rule(table["name"], re.compile(table["pattern"]), tuple(table["breaks"]), tuple(table["passes"]))
        for table in tables["gate"]
    )
    lists = {name: frozenset(word.replace("_", " ") for word in text.split()) for name, text in tables["words"].items()}
    return HeadlineWords(lists, tuple(rules), re.compile(tables["title"]["live"]))
