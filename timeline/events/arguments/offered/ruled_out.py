"""What the words around a name settle: that it is no place of an event, that it takes part in it or does not.

"l'équipe de Suisse" may play anywhere, and nobody takes part after whom a prize is called. The rules and their examples
are in `languages/<code>/ruled_out.toml`. An organisation that is known is no place, either, but behind a preposition of
place ("au Sénat"), nor is what stands in brackets behind a person's name. Of the names of the training articles for
which a rule holds, at least nine of ten are not what it rules out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from timeline.events.arguments.candidates import NameCandidate, Occurrence
from timeline.events.context import Context
from timeline.languages.organisations import known as organisations
from timeline.languages.tables import table_of
from timeline.model import Span

_REACH = 60
_BLANK = re.compile(r"\s")


class Part(StrEnum):
    """The role of a name in an event."""

    PERSON = "person"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class RulingOut:
    """A rule: the words `before` a name say that it is not `no`.

    `yes` is what the name is instead, None where that is open. An `inherited` rule holds only for names that the
    event's sentence does not have, one for `things` for no person's, one that is its `own` also where its words are the
    event itself; one that holds `everywhere` holds for a name where it does for one of its occurrences.
    """

    name: str
    no: Part
    yes: Part | None
    before: re.Pattern[str]
    inherited: bool
    things: bool
    own: bool
    everywhere: bool

    def words(self, text: str, name: Span, start: int = 0) -> Span | None:
        """The words by which the rule holds for a name.

        Args:
            text: The article's text.
            name: The extent of the name.
            start: Where its sentence begins.

        Returns:
            Their extent; None where the rule does not hold.
        """
        start = max(start, name.start - _REACH)
        found = self.before.search(_BLANK.sub(" ", text[start : name.start]))
        return Span(start + found.start(), name.start) if found else None


@cache
def rules(language: str) -> tuple[RulingOut, ...]:
    """The rules of a language that is parsed."""
    tables = table_of(language, "ruled_out")
    fragments = tables.pop("fragments")
    return tuple(_rule(name, table, fragments) for name, table in tables.items())


def _rule(name: str, table: Mapping[str, Any], fragments: Mapping[str, str]) -> RulingOut:
    before = _filled(table["before"], fragments)
    flags = (table.get(flag, False) for flag in ("inherited", "things", "own", "everywhere"))
    yes = Part(table["yes"]) if "yes" in table else None
    return RulingOut(name, Part(table["no"]), yes, re.compile(f"(?:{before})$"), *flags)


def _filled(pattern: str, fragments: Mapping[str, str]) -> str:
    for name, fragment in fragments.items():
        pattern = pattern.replace(f"<{name}>", fragment)
    return pattern


class RuledOut:
    """The names of an article that the rules decide by the words before them; each name is looked at once.

    Args:
        context: The article.
        candidates: Its names.
    """

    def __init__(self, context: Context, candidates: Sequence[NameCandidate]) -> None:
        self._context, self._candidates = context, candidates
        self._rules = rules(context.article.language)
        self._of_sentence: dict[int, list[int]] = {}
        for number, one in enumerate(candidates):
            for sentence in one.by_sentence:
                self._of_sentence.setdefault(sentence, []).append(number)
        self._inherited: dict[tuple[Part, int], bool] = {}
        self._everywhere: dict[tuple[Part, int], bool] = {}
        self._found: dict[tuple[str, Span], Span | None] = {}

    def settled(self, part: Part, taken: Sequence[bool], sentence: int, trigger: Span) -> list[bool]:
        """The chosen names of an event without those that are ruled out, and with those that the words make sure.

        A name is ruled out where each of its occurrences in the event's sentence is, otherwise each one in the article.
        Words that are the event itself rule nothing out: "Parti de Cholet", unless the rule says so.

        Args:
            part: What the names are chosen for.
            taken: For each candidate whether it is chosen.
            sentence: The number of the event's sentence.
            trigger: The extent of its word.

        Returns:
            For each candidate whether it is chosen.
        """
        settled = [chosen and not self._is_out(part, number, sentence, trigger) for number, chosen in enumerate(taken)]
        sure = tuple(rule for rule in self._rules if rule.yes is part)
        for number in self._of_sentence.get(sentence, ()) if sure else ():
            if not taken[number]:
                occurrences = self._candidates[number].by_sentence[sentence]
                settled[number] = any(self._words(rule, its) is not None for its in occurrences for rule in sure)
        return settled

    def _is_out(self, part: Part, number: int, sentence: int, trigger: Span) -> bool:
        one = self._candidates[number]
        if self._is_out_everywhere(part, number):
            return True
        occurrences = one.by_sentence.get(sentence)
        if occurrences:
            return all(self._says(part, one, its, trigger) for its in occurrences)
        key = part, number
        if key not in self._inherited:
            at = one.occurrences
            self._inherited[key] = bool(at) and all(self._says(part, one, its, None) for its in at)
        return self._inherited[key]

    def _is_out_everywhere(self, part: Part, number: int) -> bool:
        key = part, number
        if key not in self._everywhere:
            some = [rule for rule in self._rules if rule.no is part and rule.everywhere]
            its = self._candidates[number].occurrences if some else ()
            self._everywhere[key] = any(self._words(rule, one) is not None for rule in some for one in its)
        return self._everywhere[key]

    def _says(self, part: Part, one: NameCandidate, its: Occurrence, trigger: Span | None) -> bool:
        """Whether an occurrence rules its name out; `trigger` is the event's word where its sentence has the name."""
        is_body = not its.is_locative and one.name in organisations()
        if part is Part.PLACE and (is_body or self._is_of_person(its)):
            return True
        for rule in self._rules:
            if rule.no is not part or (trigger and rule.inherited) or (rule.things and one.label == "PER"):
                continue
            found = self._words(rule, its)
            if found is not None and (rule.own or not (trigger and found.overlaps(trigger))):
                return True
        return False

    def _is_of_person(self, its: Occurrence) -> bool:
        """Whether brackets right behind a person's name have the name: the party of "Rachid Amrani (Nupes)"."""
        if not its.is_bracketed:
            return False
        before = self._context.article.text[: its.span.start].rstrip("( ")
        people = (one for one in self._candidates if one.label == "PER")
        return any(other.span.end == len(before) for one in people for other in one.occurrences)

    def _words(self, rule: RulingOut, its: Occurrence) -> Span | None:
        key = rule.name, its.span
        if key not in self._found:
            sentence = self._context.sentences[its.sentence]
            self._found[key] = rule.words(self._context.article.text, its.span, sentence.start)
        return self._found[key]
