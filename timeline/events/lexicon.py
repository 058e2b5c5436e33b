"""The lexical classes of a language that event extraction uses.

Classes of verbs and nouns, read from `timeline/languages/<language>/events.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

Words = frozenset[str]
"""Lemmas in lower case."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language. Each table is by lemma; a language with no file has empty tables and poorer results.

    `verbs` and `nouns` map a class ("event", "state", "report", …) to its lemmas. `semi_auxiliaries` maps the effect of
    a verb on its infinitive ("future", "implicative", "intention", …) to the verbs. `verb_of` maps a noun to the verb
    for the same event. `phrases` holds the rest of the file unchanged: short lists of words and of sequences.
    """

    verbs: Mapping[str, Words] = field(default_factory=dict)
    nouns: Mapping[str, Words] = field(default_factory=dict)
    semi_auxiliaries: Mapping[str, Words] = field(default_factory=dict)
    phrases: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    verb_of: Mapping[str, str] = field(default_factory=dict)

    def is_verb(self, lemma: str, *classes: str) -> bool:
        """Whether `lemma` is in one of the classes of verbs."""
        return _is_of(self.verbs, lemma, classes)

    def is_noun(self, lemma: str, *classes: str) -> bool:
        """Whether `lemma` is in one of the classes of nouns."""
        return _is_of(self.nouns, lemma, classes)

    def is_semi(self, lemma: str, *classes: str) -> bool:
        """Whether `lemma` is a semi-auxiliary of one of the classes."""
        return _is_of(self.semi_auxiliaries, lemma, classes)

    def words(self, section: str, key: str) -> tuple[str, ...]:
        """A list of words or sequences of the file; empty where the language has none."""
        return self.phrases.get(section, {}).get(key, ())

    def same_event(self, lemma: str) -> str:
        """The verb that stands for the event of a verb or a noun: "arrestation" and "arrêter" give "arrêter"."""
        return self.verb_of.get(lemma, lemma)


def _is_of(table: Mapping[str, Words], lemma: str, classes: tuple[str, ...]) -> bool:
    for name in classes:  # noqa: SIM110 - called a thousand times per article: a generator takes twice as long
        if name in table and lemma in table[name]:
            return True
    return False


@cache
def load(language: str) -> Lexicon:
    """The lexicon of a language, read once per process."""
    path = files("timeline.languages").joinpath(language, "events.toml")
    if not path.is_file():
        return Lexicon()
    return parse(tomllib.loads(path.read_text(encoding="utf-8")))


def parse(tables: Mapping[str, Any]) -> Lexicon:
    """A lexicon from the tables of its file; a string is a list of words, "_" stands for a blank."""
    split = {
        section: {key: _words(value) for key, value in table.items()}
        for section, table in tables.items()
        if section != "verb_of"
    }
    sets = {name: {key: frozenset(words) for key, words in table.items()} for name, table in split.items()}
    return Lexicon(
        verbs=sets.get("verbs", {}),
        nouns=sets.get("nouns", {}),
        semi_auxiliaries=sets.get("semi_auxiliaries", {}),
        phrases=split,
        verb_of=dict(tables.get("verb_of", {})),
    )


def _words(value: str | list[str]) -> tuple[str, ...]:
    words = value.split() if isinstance(value, str) else value
    return tuple(word.replace("_", " ") for word in words)
