"""The present tense in French headlines: third persons of an infinitive (`languages/<language>/present.toml`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

Forms = tuple[str, str]
"""Singular and plural."""


@dataclass(frozen=True, slots=True)
class Stems:
    """The verbs that open their vowel before a mute ending: "lever" is "lèv-", "céder" "cèd-"."""

    closed: re.Pattern[str]
    opened_as: str
    never: tuple[str, ...] = ()

    def opened(self, lemma: str) -> str:
        """The infinitive with the vowel that its present has."""
        return lemma if lemma.endswith(self.never) else self.closed.sub(self.opened_as, lemma)


@dataclass(frozen=True, slots=True)
class Conjugation:
    """The third persons of a language. Without a table it is empty, and the tenses of verbs stay as they are.

    `being` is the auxiliary of the passive. Before a word that begins with one of `vowels`, and with none of
    `aspirated`, a word is elided.
    """

    verbs: Mapping[str, Forms] = field(default_factory=dict)
    endings: Mapping[str, Forms] = field(default_factory=dict)
    stems: Stems | None = None
    being: str = ""
    vowels: str = ""
    aspirated: tuple[str, ...] = ()

    def third_person(self, lemma: str, *, plural: bool) -> str | None:
        """ "démissionner" gives "démissionne" or "démissionnent"; None for a verb that is not covered by the tables."""
        forms = self.verbs.get(lemma) or self._by_ending(lemma)
        return forms[plural] if forms else None

    def _by_ending(self, lemma: str) -> Forms | None:
        for length in range(len(lemma), 1, -1):
            ending = lemma[-length:]
            if ending in self.endings:
                stem = self._stem(lemma)[:-length]
                singular, plural = self.endings[ending]
                return stem + singular, stem + plural
        return None

    def _stem(self, lemma: str) -> str:
        return self.stems.opened(lemma) if self.stems is not None else lemma

    def elides(self, word: str) -> bool:
        """Whether "se" becomes "s'" before the word."""
        return word[:1].lower() in self.vowels and not word.lower().startswith(self.aspirated)


@cache
def load(language: str) -> Conjugation:
    """The conjugation of a language, read once per process."""
    path = files("timeline.languages").joinpath(language, "present.toml")
    if not path.is_file():
        return Conjugation()
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    stems = tables.get("stems")
    elision = tables.get("elision", {})
    return Conjugation(
        {lemma: (forms[0], forms[1]) for lemma, forms in tables.get("verbs", {}).items()},
        {ending: (forms[0], forms[1]) for ending, forms in tables.get("endings", {}).items()},
        Stems(re.compile(stems["closed"]), stems["opened"], tuple(stems["never"])) if stems else None,
        tables.get("auxiliaries", {}).get("being", ""),
        elision.get("vowels", ""),
        tuple(elision.get("aspirated", ())),
    )
