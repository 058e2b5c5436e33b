"""The lexical classes of a language that event extraction uses.

Classes of verbs and nouns, read from `timeline/languages/<language>/events.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from timeline.languages.tables import table_of

Words = frozenset[str]
"""Lemmas in lower case."""

_Class = TypeVar("_Class", bound=StrEnum)
_CLASSES = frozenset({"verbs", "nouns", "semi_auxiliaries", "demonyms", "verb_of"})
"""The sections of the file that are not lists."""


class VerbClass(StrEnum):
    """The classes of verbs; the value is the key of `[verbs]` in the file."""

    EVENT = "event"
    STATE = "state"
    FIGURE = "figure"
    OPINION = "opinion"
    REPORT = "report"
    ANNOUNCE = "announce"
    DENY = "deny"
    LIGHT = "light"
    HAPPEN = "happen"
    WITH_OBJECT = "with_object"
    WITH_SUBJECT = "with_subject"
    UNACCUSATIVE = "unaccusative"
    MOTION = "motion"
    STOP = "stop"
    EXCLUDE = "exclude"
    THREATEN = "threaten"
    PREVENT = "prevent"
    AVOID = "avoid"
    MANAGE = "manage"
    CALL_OFF = "call_off"
    ACCUSE = "accuse"
    CLAIM = "claim"


class NounClass(StrEnum):
    """The classes of nouns; the value is the key of `[nouns]`."""

    TRIGGER = "trigger"
    EVENT = "event"
    VISIT = "visit"
    COLLECTIVE = "collective"
    INSTITUTION = "institution"
    STRETCH = "stretch"
    TOWN = "town"
    COMMON = "common"
    PERSON = "person"
    AUTHORITY = "authority"
    COMPANY = "company"
    FIRM = "firm"
    ORIGIN = "origin"
    SHARE = "share"
    CRAFT = "craft"
    ANY_CRAFT = "any_craft"
    BEARER = "bearer"
    MANNER = "manner"
    SPOT = "spot"
    OFFICE = "office"
    SITE = "site"
    BODY = "body"


class SemiClass(StrEnum):
    """The classes of semi-auxiliaries; the value is the key of `[semi_auxiliaries]`."""

    FUTURE = "future"
    RECENT = "recent"
    IMPLICATIVE = "implicative"
    INTENTION = "intention"
    POSSIBILITY = "possibility"
    OBLIGATION = "obligation"
    ATTEMPT = "attempt"


class WordList(StrEnum):
    """The short lists of words and of sequences; the value is the section and the key of the file."""

    PLANNED_PARTICIPLES = "planned.participles"
    PLANNED_NOUNS = "planned.nouns"
    PLANNED_POINTS = "planned.points"
    REPORTED_PREPOSITIONS = "reported.prepositions"
    REPORTED_ADVERBS = "reported.adverbs"
    REPORTED_LEARNED = "reported.learned"
    REPORTED_NEWSROOMS = "reported.newsrooms"
    CONDITIONAL_ADVERBS = "conditional.adverbs"
    CONDITIONAL_PHRASES = "conditional.phrases"
    DENIED_PREPOSITIONS = "denied.prepositions"
    BACKGROUND_GENERIC = "background.generic"
    BACKGROUND_OF_LATE = "background.of_late"
    BACKGROUND_AT_ONCE = "background.at_once"
    BACKGROUND_BEFORE = "background.before"
    BACKGROUND_AFTER = "background.after"
    NAMES_SEATS = "names.seats"
    NAMES_PLACES = "names.places"
    NAMES_EVENTS = "names.events"
    NAMES_REGIONS = "names.regions"
    NAMES_ROADS = "names.roads"
    NAMES_TIMES = "names.times"
    NAMES_FEASTS = "names.feasts"
    CASES_PLACE = "cases.place"
    CASES_INTO = "cases.into"
    CASES_AT = "cases.at"
    CASES_INSIDE = "cases.inside"
    CASES_OF = "cases.of"
    CASES_BY = "cases.by"
    CASES_WITH = "cases.with"
    CASES_AGAINST = "cases.against"
    CASES_FOR = "cases.for"
    CASES_SOURCE = "cases.source"
    MARKS_PURPOSE = "marks.purpose"
    MARKS_OF = "marks.of"
    MARKS_THAT = "marks.that"
    MARKS_AFTER = "marks.after"
    MARKS_BEFORE = "marks.before"
    MARKS_RANK = "marks.rank"
    MARKS_SOURCE = "marks.source"
    HEADLINE_QUANTITIES = "headline.quantities"
    HEADLINE_CONNECTIVES = "headline.connectives"


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words of one language. Each table is by lemma; they are empty for a language that no parser reads.

    Compared by identity: a language has one (`load`).

    `verbs`, `nouns` and `semi_auxiliaries` map a class to its lemmas, `lists` a list's name to its words in the order
    of the file, `demonyms` a country to the names of its people, and `verb_of` a noun to the verb for the same event.
    """

    verbs: Mapping[VerbClass, Words] = field(default_factory=dict)
    nouns: Mapping[NounClass, Words] = field(default_factory=dict)
    semi_auxiliaries: Mapping[SemiClass, Words] = field(default_factory=dict)
    lists: Mapping[WordList, tuple[str, ...]] = field(default_factory=dict)
    demonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    verb_of: Mapping[str, str] = field(default_factory=dict)
    _verb_classes: Mapping[str, frozenset[VerbClass]] = field(init=False, repr=False)
    _noun_classes: Mapping[str, frozenset[NounClass]] = field(init=False, repr=False)
    _semi_classes: Mapping[str, frozenset[SemiClass]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_verb_classes", _by_lemma(self.verbs))
        object.__setattr__(self, "_noun_classes", _by_lemma(self.nouns))
        object.__setattr__(self, "_semi_classes", _by_lemma(self.semi_auxiliaries))

    def is_verb(self, lemma: str, *classes: VerbClass) -> bool:
        """Whether `lemma` is in one of the classes of verbs."""
        return lemma in self._verb_classes and not self._verb_classes[lemma].isdisjoint(classes)

    def is_noun(self, lemma: str, *classes: NounClass) -> bool:
        """Whether `lemma` is in one of the classes of nouns."""
        return lemma in self._noun_classes and not self._noun_classes[lemma].isdisjoint(classes)

    def is_semi(self, lemma: str, *classes: SemiClass) -> bool:
        """Whether `lemma` is a semi-auxiliary of one of the classes."""
        return lemma in self._semi_classes and not self._semi_classes[lemma].isdisjoint(classes)

    def words(self, which: WordList) -> tuple[str, ...]:
        """A list of words or sequences; empty where the language has none."""
        return self.lists.get(which, ())

    def same_event(self, lemma: str) -> str:
        """The verb that stands for the event of a verb or a noun: "arrestation" and "arrêter" give "arrêter"."""
        return self.verb_of.get(lemma, lemma)


def _by_lemma(table: Mapping[_Class, Words]) -> Mapping[str, frozenset[_Class]]:
    """The classes of each lemma."""
    found: dict[str, set[_Class]] = {}
    for name, lemmas in table.items():
        for lemma in lemmas:
            found.setdefault(lemma, set()).add(name)
    return {lemma: frozenset(classes) for lemma, classes in found.items()}


@cache
def load(language: str) -> Lexicon:
    """The lexicon of a language, read once per process.

    Raises:
        FileNotFoundError: The language has no table of events: no model reads its parses.
    """
    return parse(table_of(language, "events"))


def parse(tables: Mapping[str, Any]) -> Lexicon:
    """A lexicon from the tables of its file; a string is a list of words, "_" stands for a blank.

    Raises:
        ValueError: A section or a key has no class or list of its name.
    """
    lists = {
        WordList(f"{section}.{key}"): _words(value)
        for section, table in tables.items()
        if section not in _CLASSES
        for key, value in table.items()
    }
    return Lexicon(
        verbs={VerbClass(key): frozenset(_words(value)) for key, value in tables.get("verbs", {}).items()},
        nouns={NounClass(key): frozenset(_words(value)) for key, value in tables.get("nouns", {}).items()},
        semi_auxiliaries={
            SemiClass(key): frozenset(_words(value)) for key, value in tables.get("semi_auxiliaries", {}).items()
        },
        lists=lists,
        demonyms={country: _words(value) for country, value in tables.get("demonyms", {}).items()},
        verb_of=dict(tables.get("verb_of", {})),
    )


def _words(value: str | list[str]) -> tuple[str, ...]:
    words = value.split() if isinstance(value, str) else value
    return tuple(word.replace("_", " ") for word in words)
