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

_MUTE = re.compile(r"^(?P<start>.*)(?P<vowel>[eé])(?P<consonants>[bcdfgjklmnprstvxz]|[bcdfgptv][lr]|gn|gu|qu)er$")


@dataclass(frozen=True, slots=True)
class Conjugation:
    """The third persons of a language. Without a table it is empty, and the tenses of verbs stay as they are."""

    verbs: Mapping[str, Forms] = field(default_factory=dict)
    endings: Mapping[str, Forms] = field(default_factory=dict)
    aspirated: tuple[str, ...] = ()

    def third_person(self, lemma: str, *, plural: bool) -> str | None:
        """ "démissionner" gives "démissionne" or "démissionnent"; None for a verb that is not covered by the tables."""
        forms = self.verbs.get(lemma) or self._by_ending(lemma)
        return forms[plural] if forms else None

    def _by_ending(self, lemma: str) -> Forms | None:
        for length in range(len(lemma), 1, -1):
            ending = lemma[-length:]
            if ending in self.endings:
                stem = _open_vowel(lemma)[:-length]
                singular, plural = self.endings[ending]
                return stem + singular, stem + plural
        return None

    def elides(self, word: str) -> bool:
        """Whether "se" becomes "s'" before the word."""
        first = word[:1].lower()
        return first in "aeiouyâêîôûéèëïœh" and not word.lower().startswith(self.aspirated)


def _open_vowel(lemma: str) -> str:
    """ "lever" and "céder" open their vowel before a mute ending: "lèv-", "cèd-"."""
    if lemma.endswith(("jeter", "oyer", "uyer", "ayer")):
        return lemma
    found = _MUTE.match(lemma)
    return f"{found['start']}è{found['consonants']}er" if found else lemma


@cache
def load(language: str) -> Conjugation:
    """The conjugation of a language, read once per process."""
    path = files("timeline.languages").joinpath(language, "present.toml")
    if not path.is_file():
        return Conjugation()
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return Conjugation(
        {lemma: (forms[0], forms[1]) for lemma, forms in tables["verbs"].items()},
        {ending: (forms[0], forms[1]) for ending, forms in tables["endings"].items()},
        tuple(tables["aspirated"]["beginnings"]),
    )
