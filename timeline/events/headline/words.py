"""The words and the rules of a language's headlines, from `languages/<language>/headlines.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from timeline.languages.patterns import search_set, wider
from timeline.languages.tables import table_of


@dataclass(frozen=True, slots=True)
class GateRule:
    """A rule of the gate: its name, its pattern for headlines that must not be printed, examples of both kinds.

    `lowered` is the pattern for the headline in lower case, where upper case makes no difference: it is nearly twice as
    fast, since the engine tries an alternative only where its first letter stands.
    """

    name: str
    pattern: re.Pattern[str]
    breaks: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()
    lowered: re.Pattern[str] | None = None

    def forbids(self, line: str, lower: str) -> bool:
        """Whether the headline breaks the rule; `lower` is the headline in lower case."""
        return bool(self.lowered.search(lower) if self.lowered is not None else self.pattern.search(line))


@dataclass(frozen=True, slots=True)
class Usual:
    """What editors write `instead` of what a pattern finds, with examples of lines that it changes and that stay.

    Each line that it changes has one of `parts`, which is found in a tenth of the time.
    """

    pattern: re.Pattern[str]
    instead: str
    parts: tuple[str, ...]
    changes: tuple[tuple[str, str], ...] = ()
    stays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class HeadlineWords:
    """Lists of lower-case words by name, the language's rules, what news sites put before a headline (`live`).

    `opening` finds what only introduces a sentence ("Rappelons que"); `forms` are the words that headlines add, by
    name. `measure` finds a number with what limits it, `range` one from `low` to `high`, `listing` a headline that
    lists results, `spoken` the first person. `hypernyms` has what a noun may stand for, of the same gender; `usual`
    what editors write instead.
    Compared by identity: a language has one (`load`).
    """

    lists: Mapping[str, frozenset[str]]
    rules: tuple[GateRule, ...]
    live: re.Pattern[str]
    opening: re.Pattern[str]
    measure: re.Pattern[str]
    listing: re.Pattern[str]
    contractions: Mapping[str, str]
    actives: Mapping[str, str]
    passives: Mapping[str, str]
    forms: Mapping[str, str]
    hypernyms: Mapping[str, frozenset[str]]
    spoken: re.Pattern[str]
    range: re.Pattern[str]
    usual: tuple[Usual, ...]

    _possible: Callable[[str, str], list[int]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_possible", _search(self.rules))

    def first_broken(self, line: str) -> str:
        """The name of the first rule that the line breaks; "" for none."""
        lower = line.lower()
        possible = (self.rules[number] for number in self._possible(line, lower))
        return next((rule.name for rule in possible if rule.forbids(line, lower)), "")

    def as_usual(self, line: str) -> str:
        """The line in the words that editors use: "à 92 ans" for "à l'âge de 92 ans"; none with a quotation changes."""
        if any(mark in line for mark in "«»“”"):
            return line
        for usual in self.usual:
            if any(part in line for part in usual.parts):
                line = usual.pattern.sub(usual.instead, line)
        return line

    def has(self, name: str, word: str) -> bool:
        """Whether the list has the word."""
        return word in self.lists[name]

    def is_plural_form(self, verb: str) -> bool:
        """Whether a finite verb is third person plural by its ending alone ("seront")."""
        return verb.endswith(tuple(self.lists["plural_endings"]))

    def merged(self, preposition: str, article: str) -> str:
        """The contraction of a preposition and an article ("de" and "le" are "du"), or "" if both stay."""
        return self.contractions.get(f"{preposition} {article}", "")

    def article_of(self, contraction: str) -> str:
        """The article that a contraction has in it ("le" for "du"), or ""."""
        pairs = (pair for pair, merged in self.contractions.items() if merged == contraction)
        return next(pairs, "").rpartition(" ")[2]

    def preposition_of(self, contraction: str) -> str:
        """The preposition of a contraction ("de" for "du"), or ""."""
        pairs = (pair for pair, merged in self.contractions.items() if merged == contraction)
        return next(pairs, "").partition(" ")[0]

    def form(self, name: str) -> str:
        """A word that headlines add: "and", "to", "of"."""
        return self.forms[name]

    def definite(self, *, elided: bool = False, feminine: bool = False, plural: bool = False) -> str:
        """The definite article; a plural one has no gender and is not elided."""
        kind = "plural" if plural else "elided" if elided else "feminine" if feminine else "masculine"
        return self.form(f"definite_{kind}")

    def verb_of(self, noun: str, *, passive: bool) -> str:
        """The verb of the event that the noun names: an infinitive, or a participle for the passive; "" for none."""
        return (self.passives if passive else self.actives).get(noun, "")

    def get(self, name: str) -> frozenset[str]:
        """A list."""
        return self.lists[name]


def _lowered(pattern: str) -> re.Pattern[str] | None:
    """The pattern without its flag "(?i)", for text in lower case; None where it has none or asks for upper case."""
    plain = pattern.removeprefix("(?i)")
    letters = re.sub(r"\\.", "", plain)
    return re.compile(plain) if plain != pattern and "(?-i" not in plain and letters == letters.lower() else None


def _search(rules: Sequence[GateRule]) -> Callable[[str, str], list[int]]:
    """A search for the rules that a line may break, ascending: all patterns in a tenth of the time of one by one."""
    of_lower = [number for number, rule in enumerate(rules) if rule.lowered is not None]
    of_line = [number for number, rule in enumerate(rules) if rule.lowered is None]
    in_lower = search_set((wider(rules[number].lowered or rules[number].pattern) for number in of_lower), accents=True)
    in_line = search_set((wider(rules[number].pattern) for number in of_line), accents=True)

    def possible(line: str, lower: str) -> list[int]:
        found = [of_lower[number] for number in in_lower(lower.encode("utf-8", "replace"))]
        return sorted(found + [of_line[number] for number in in_line(line.encode("utf-8", "replace"))])

    return possible


@cache
def load(language: str) -> HeadlineWords:
    """The words of a language that is parsed, read once per process."""
    tables = table_of(language, "headlines")
    nouns, sentence, title = tables["nouns"], tables["sentence"], tables["title"]
    lists = {name: frozenset(word.replace("_", " ") for word in text.split()) for name, text in tables["words"].items()}
    return HeadlineWords(
        lists=lists,
        rules=tuple(map(_gate_rule, tables["gate"])),
        live=re.compile(title["live"]),
        opening=re.compile(sentence["opening"]),
        measure=re.compile(sentence["measure"]),
        listing=re.compile(title["listing"]),
        contractions=tables["contractions"],
        actives=nouns["active"],
        passives=nouns["passive"],
        forms=tables["forms"],
        hypernyms={noun: frozenset(text.split()) for noun, text in tables["hypernyms"].items()},
        spoken=re.compile(sentence["spoken"]),
        range=re.compile(sentence["range"]),
        usual=tuple(map(_usual, tables["usual"])),
    )


def _gate_rule(table: Mapping[str, Any]) -> GateRule:
    pattern, breaks, passes = table["pattern"], tuple(table["breaks"]), tuple(table["passes"])
    return GateRule(table["name"], re.compile(pattern), breaks, passes, _lowered(pattern))


def _usual(table: Mapping[str, Any]) -> Usual:
    changes = tuple(map(tuple, table["changes"]))
    return Usual(re.compile(table["pattern"]), table["instead"], tuple(table["parts"]), changes, tuple(table["stays"]))
