"""The third persons of the present, in which headlines are written (`<language>/present.toml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.languages.tables import table_of

Forms = tuple[str, str]
"""Singular and plural."""


@dataclass(frozen=True, slots=True)
class Stems:
    """The verbs that open their vowel before a mute ending: "lever" is "lèv-", "céder" "cèd-"."""

    closed: re.Pattern[str]
    opened_as: str
    never: tuple[str, ...]

    def opened(self, lemma: str) -> str:
        """The infinitive with the vowel that its present has."""
        return lemma if lemma.endswith(self.never) else self.closed.sub(self.opened_as, lemma)


@dataclass(frozen=True, slots=True)
class Present:
    """The forms of irregular verbs by lemma, those of the others by the end of the infinitive, and open stems."""

    verbs: Mapping[str, Forms]
    endings: Mapping[str, Forms]
    stems: Stems

    def forms(self, lemma: str) -> Forms | None:
        """ "démissionner" gives "démissionne" and "démissionnent"; None for a verb that the tables do not cover."""
        return self.verbs.get(lemma) or self._by_ending(lemma)

    def _by_ending(self, lemma: str) -> Forms | None:
        for length in range(len(lemma), 1, -1):
            ending = lemma[-length:]
            if ending in self.endings:
                stem = self.stems.opened(lemma)[:-length]
                singular, plural = self.endings[ending]
                return stem + singular, stem + plural
        return None


@cache
def load(language: str) -> Present:
    """The forms of a language, read once per process.

    Args:
        language: The code of the language.

    Returns:
        Its tables; empty ones for a language that has none.
    """
    try:
        tables = table_of(language, "present")
    except FileNotFoundError:
        return Present({}, {}, Stems(re.compile("(?!)"), "", ()))
    stems = tables["stems"]
    return Present(
        {lemma: (forms[0], forms[1]) for lemma, forms in tables["verbs"].items()},
        {ending: (forms[0], forms[1]) for ending, forms in tables["endings"].items()},
        Stems(re.compile(stems["closed"]), stems["opened"], tuple(stems["never"])),
    )
