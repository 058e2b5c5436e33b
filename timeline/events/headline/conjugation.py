"""The present tense in French headlines: third persons of an infinitive (`languages/<language>/present.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.languages import present
from timeline.languages.present import Forms, Present
from timeline.languages.tables import table_of


@dataclass(frozen=True, slots=True)
class Participles:
    """How past participles agree.

    `feminine` and `plural` are what a masculine singular takes. `endings` has the ends of infinitives ("" for all that
    no other has) with four ends of their participles: masculine and feminine in the singular, then in the plural. The
    verbs that end in one of `invariable` have the first plural end in the singular, too ("mis").
    """

    feminine: str
    plural: str
    endings: tuple[tuple[str, tuple[str, ...]], ...]
    invariable: tuple[str, ...]

    def of(self, masculine: str, *, feminine: bool, plural: bool) -> str:
        """The participle in agreement, from its masculine singular."""
        ending = self.plural if plural and not masculine.endswith(self.plural) else ""
        return f"{masculine}{self.feminine if feminine else ''}{ending}"

    def agree(self, participle: str, lemma: str, *, feminine: bool, plural: bool, stays: bool) -> str | None:
        """The participle in agreement, from any of its forms.

        Args:
            participle: The form in the text.
            lemma: The infinitive.
            feminine: The gender that it should have.
            plural: The number that it should have.
            stays: Whether a feminine form stays feminine.

        Returns:
            The form that agrees; None if the table does not have its ending, or if it may have either number.
        """
        named = {verbs for verbs, _ in self.endings if verbs and lemma.endswith(verbs)}
        for verbs, endings in self.endings:
            ending = next((one for one in sorted(endings, key=len, reverse=True) if participle.endswith(one)), None)
            if ending is None or (verbs not in named if verbs else bool(named)):
                continue
            if ending == endings[2] and lemma.endswith(self.invariable):
                return None
            changed = endings[(feminine or (stays and ending in endings[1::2])) + 2 * plural]
            return participle[: -len(ending)] + changed
        return None


@dataclass(frozen=True, slots=True)
class Conjugation:
    """The third persons of a language.

    `being` is the auxiliary of the passive; `futures` has the end of a future for that of a conditional. Before a word
    that begins with one of `vowels`, and with none of `aspirated`, a word is elided: `full_forms` has such words by
    what stands before their apostrophe, `elided_anew` those that lose their vowel where they had it.
    """

    present: Present
    participles: Participles
    being: str
    futures: tuple[Forms, Forms]
    vowels: str
    aspirated: tuple[str, ...]
    full_forms: Mapping[str, str]
    elided_anew: frozenset[str]

    def third_person(self, lemma: str, *, plural: bool) -> str | None:
        """ "démissionner" gives "démissionne" or "démissionnent"; None for a verb that is not covered by the tables."""
        forms = self.present.forms(lemma)
        return forms[plural] if forms else None

    def elides(self, word: str) -> bool:
        """Whether "se" becomes "s'" before the word."""
        return word[:1].lower() in self.vowels and not word.lower().startswith(self.aspirated)

    def elide(self, word: str, following: str) -> str:
        """The word as it stands before another one: "s'" before a consonant is "se", "se" before a vowel "s'"."""
        if word.endswith(("'", "’")) and word[:-1].lower() in self.full_forms and following:
            full = self.full_forms[word[:-1].lower()]
            return word if self.elides(following) else full if word[0].islower() else full.capitalize()
        if word.lower() in self.elided_anew and following and self.elides(following):
            return f"{word[0]}'"
        return word

    def shortened(self, word: str) -> str:
        """The elided form of a word that loses its vowel before another one: "d'" of "de"; "" for any other word."""
        return next((f"{short}'" for short, full in self.full_forms.items() if full == word), "")

    def future(self, conditional: str, *, plural: bool) -> str | None:
        """ "partirait" gives "partira"; None for another form."""
        ending, changed = self.futures[plural]
        return conditional.removesuffix(ending) + changed if ending and conditional.endswith(ending) else None


@cache
def load(language: str) -> Conjugation:
    """The conjugation of a language that is parsed, read once per process."""
    tables = table_of(language, "present")
    elision = tables["elision"]
    return Conjugation(
        present.load(language),
        _participles(tables["participle"]),
        tables["auxiliaries"]["being"],
        _futures(tables["sequence"]),
        elision["vowels"],
        tuple(elision["aspirated"]),
        elision["full"],
        frozenset(elision["anew"]),
    )


def _participles(table: Mapping[str, Any]) -> Participles:
    endings = tuple((row.get("verbs", ""), tuple(row["forms"])) for row in table["endings"])
    return Participles(table["feminine"], table["plural"], endings, tuple(table["is_in_the_singular"]))


def _futures(table: Mapping[str, Any]) -> tuple[Forms, Forms]:
    singular, plural = zip(table["conditional"], table["future"], strict=True)
    return singular, plural
