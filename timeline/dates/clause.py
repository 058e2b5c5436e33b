"""The time of the clause around an expression: from the pipeline's reading, or from cues where there is none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from functools import cache, cached_property
from typing import Any, NamedTuple

import re2

from timeline import languages
from timeline.languages.folding import fold
from timeline.languages.grammar import Cues, Plans
from timeline.languages.patterns import compile_pattern, spaced
from timeline.model import Sentence, Span, Token

_WIDTH = 240
_DEEPEST = 12
_NEAREST = 4
_ALONE = 16


class Tense(StrEnum):
    """Where a clause lies, seen from the article's date; ALONE where a text is little more than its date."""

    NONE = ""
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    ALONE = "alone"


class _Patterns(NamedTuple):
    past: Any
    future: Any
    plan: Any
    end: Any
    opening: Any


@cache
def _patterns(code: str) -> _Patterns:
    cues: Cues = languages.get(code).cues
    return _Patterns(
        compile_pattern(spaced(cues.past)),
        compile_pattern(spaced(cues.future)),
        compile_pattern(spaced(cues.plan)),
        compile_pattern(cues.sentence_end),
        re2.compile(cues.opening),
    )


class Clauses:
    """The clauses of one text: its sentences, and its folded letters for cues."""

    def __init__(self, text: str, spans: Sequence[Span], sentences: Sequence[Sentence], code: str) -> None:
        self._text = text
        self._folded = fold(text)
        self._openings: dict[int, bool] = {}
        self._alone = len(text) - sum(span.end - span.start for span in spans) <= _ALONE
        self._sentences = [sentence for sentence in sentences if any(token.pos for token in sentence.tokens)]
        self._starts = [sentence.span.start for sentence in self._sentences]
        self._code = code
        self._plans: Plans = languages.get(code).plans

    def tense(self, span: Span) -> Tense:
        """The time of the clause that the expression at `span` stands in."""
        sentence = self._sentence(span)
        told = _read(sentence, span, self._plans) if sentence is not None else Tense.NONE
        told = told or self._cued(span)
        return Tense.ALONE if told is Tense.NONE and self._alone else told

    def is_name(self, span: Span) -> bool:
        """Whether the expression lies within a person's name that is longer than it ("Bernard Noël")."""
        sentence = self._sentence(span)
        people = (entity.span for entity in sentence.entities if entity.label == "PER") if sentence else ()
        return any(person.contains(span) and person != span for person in people)

    def _sentence(self, span: Span) -> Sentence | None:
        index = bisect_right(self._starts, span.start) - 1
        if index < 0 or self._sentences[index].span.end <= span.start:
            return None
        return self._sentences[index]

    def _cued(self, span: Span) -> Tense:
        """The cue nearest to the expression, of its clause."""
        ends, cues = self._read_cues
        clause = bisect_right(ends, span.start)
        told = [cue for cue in _around(cues, span) if clause == bisect_right(ends, cue.start)]
        nearest = min(told, key=lambda cue: (max(span.start - cue.end, cue.start - span.end), cue.tense), default=None)
        if nearest is not None:
            return nearest.tense
        return Tense.PAST if not self._alone and self._opens_in_the_past(clause) else Tense.NONE

    def _opens_in_the_past(self, clause: int) -> bool:
        if clause not in self._openings:
            ends = self._read_cues[0]
            begin = ends[clause - 1] if clause else 0
            end = ends[clause] if clause < len(ends) else len(self._text)
            opening = _patterns(self._code).opening.search(self._text[begin : min(end, begin + _WIDTH)])
            self._openings[clause] = opening is not None
        return self._openings[clause]

    @cached_property
    def _read_cues(self) -> tuple[list[int], list[_Cue]]:
        """The ends of all clauses, and all cues of the text in order."""
        patterns = _patterns(self._code)
        ends = [found.end() for found in patterns.end.finditer(self._folded)]
        cues = [
            _Cue(found.start(), found.end(), tense)
            for tense, pattern in (
                (Tense.FUTURE, patterns.future),
                (Tense.FUTURE, patterns.plan),
                (Tense.PAST, patterns.past),
            )
            for found in pattern.finditer(self._folded)
        ]
        return ends, sorted(cues, key=lambda cue: cue.start)


class _Cue(NamedTuple):
    start: int
    end: int
    tense: Tense


def _around(cues: Sequence[_Cue], span: Span) -> list[_Cue]:
    """The few cues on either side of a span that it does not touch."""
    at = bisect_right(cues, span.start, key=lambda cue: cue.start)
    return [
        cue for cue in cues[max(0, at - _NEAREST) : at + _NEAREST] if cue.end <= span.start or cue.start >= span.end
    ]


def _read(sentence: Sentence, span: Span, plans: Plans) -> Tense:
    """Climbs from the expression to the verb that governs it; in a cleft ("c'est lundi qu'il part") goes down to it."""
    inside = [token for token in sentence.tokens if token.start < span.end and span.start < token.end]
    outside = (t for t in inside if not span.start <= sentence.tokens[t.head].start < span.end)
    token = next(outside, None)
    for _ in range(_DEEPEST):
        if token is None or token.head == token.index:
            break
        token = sentence.tokens[token.head]
        if not span.start <= token.start < span.end and _is_clause(sentence, token):
            told = _verb(sentence, token, plans)
            if told is not Tense.NONE:
                return told
    below = (child for token in inside for child in sentence.dependents(token) if child.pos == "VERB")
    tenses = (_verb(sentence, child, plans) for child in below if not span.start <= child.start < span.end)
    return next((tense for tense in tenses if tense is not Tense.NONE), Tense.NONE)


def _is_clause(sentence: Sentence, token: Token) -> bool:
    """Whether a token is the head of a clause; a finite "xcomp" is a slip of the reading."""
    if token.pos in ("VERB", "AUX"):
        return not (token.dep == "xcomp" and token.verb_form == "Fin")
    return any(child.dep == "cop" for child in sentence.dependents(token))


def _verb(sentence: Sentence, verb: Token, plans: Plans) -> Tense:
    """The time of one verb with its auxiliaries; NONE where its governor must tell."""
    helpers = [token for token in sentence.dependents(verb) if token.dep.startswith(("aux", "cop"))]
    finite = [token for token in helpers if token.verb_form == "Fin"] or ([verb] if verb.verb_form == "Fin" else [])
    if not finite:
        return _without_finite(verb, helpers, plans)
    first = finite[0]
    if first.tense == "Fut":
        return Tense.FUTURE
    if first.lemma in plans.lemmas or (
        first.lemma in plans.near_future and first is not verb and first.tense == "Pres"
    ):
        return Tense.FUTURE
    perfect = verb.verb_form == "Part" and verb.tense == "Past"
    if verb.lemma in plans.lemmas and (
        (perfect and len(helpers) == 1 and first.tense == "Pres") or (first is verb and verb.tense == "Pres")
    ):
        return Tense.FUTURE
    if first.mood == "Cnd":
        return Tense.PAST if perfect and first.lemma in ("avoir", "être") and len(helpers) <= 2 else Tense.FUTURE
    if perfect and first is not verb and not _present_passive(sentence, verb, helpers):
        return Tense.PAST
    if first.tense in ("Past", "Imp"):
        return Tense.PAST
    return Tense.PRESENT


def _is_near_future(sentence: Sentence, verb: Token, first: Token, plans: Plans) -> bool:
    """ "va rouvrir": the auxiliary of the near future in the present, over or beside an infinitive."""
    if first.lemma not in plans.near_future or first.tense != "Pres":
        return False
    return first is not verb or any(token.verb_form == "Inf" for token in sentence.dependents(verb))


def _present_passive(sentence: Sentence, verb: Token, helpers: Sequence[Token]) -> bool:
    """ "est annulé": one auxiliary, of the passive, in the present, and no reflexive ("s'est percuté")."""
    if len(helpers) != 1 or helpers[0].dep != "aux:pass" or helpers[0].tense != "Pres":
        return False
    return not any(token.features.get("Reflex") == "Yes" for token in sentence.dependents(verb))


def _without_finite(verb: Token, helpers: Sequence[Token], plans: Plans) -> Tense:
    if verb.verb_form == "Part" and verb.tense == "Past":
        return Tense.FUTURE if verb.lemma in plans.lemmas else Tense.PAST
    if verb.verb_form == "Inf" and any(token.dep.startswith("aux") for token in helpers):
        return Tense.PAST
    return Tense.NONE
