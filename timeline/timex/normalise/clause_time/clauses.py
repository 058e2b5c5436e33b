"""The time of the clause around an expression: from the parse, or from cues where there is no parse."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import cache, cached_property
from typing import Any, NamedTuple

import re2

from timeline import languages
from timeline.languages.folding import fold_bytes
from timeline.languages.grammar import ClauseLexicon, Cues
from timeline.languages.patterns import Spans, search_set, spaced
from timeline.model import Sentence, Span
from timeline.timex.normalise.clause_time.background import Ground, ground
from timeline.timex.normalise.clause_time.governor import ClauseTime, governing_time
from timeline.timex.normalise.clause_time.phrases import is_agenda_line
from timeline.timex.normalise.clause_time.tense import ClauseTense, has_simple_past, main_tense, reads_as_present
from timeline.timex.normalise.clause_time.verb_above import (
    governing_lemma,
    governing_verb,
    hangs_on_adjective,
    is_pluperfect,
    precedes_verb,
)

_WIDTH = 240
_NEAREST = 4
_BESIDE = 40
_ALONE = 16
_PARTED = 16
"""The number of characters that a comma or a conjunction between a cue and an expression counts as."""


class _CuePatterns(NamedTuple):
    """A language's compiled cues: those of running text, of the words after a date, and of the words before it.

    `before` returns the numbers of the patterns of `_CueBefore` that match a text.
    """

    past: Spans
    future: Spans
    plan: Spans
    end: re.Pattern[bytes]
    opening: Any
    changed: Any
    parting: Any
    before: Callable[[bytes], list[int]]


class _CueBefore(IntEnum):
    """The cues that are searched in the words just before a date, all at once."""

    DONE = 0
    PLANNED = 1
    PASSIVE = 2
    OF_NOUN = 3
    AIMED = 4
    TIMELESS = 5
    WAKE = 6
    DEFERRED = 7
    FORMERLY = 8
    CHRONOLOGY = 9
    TOWARD = 10
    STARTING = 11


@cache
def _patterns(code: str) -> _CuePatterns:
    cues: Cues = languages.get(code).cues
    past, future, plan = (Spans(spaced(pattern)) for pattern in (cues.past, cues.future, cues.plan))
    return _CuePatterns(
        past,
        future,
        plan,
        re.compile(cues.sentence_end.encode()),
        re2.compile(cues.opening),
        re2.compile(cues.changed),
        re.compile(cues.parting),
        search_set((getattr(cues, cue.name.lower()) for cue in _CueBefore), accents=True),
    )


class Clauses:
    """The clauses of one text: its sentences, and its cues where the sentences give no time."""

    def __init__(self, text: str, spans: Sequence[Span], sentences: Sequence[Sentence], code: str) -> None:
        self._text = text
        self._openings: dict[int, bool] = {}
        self._times: dict[tuple[int, int, bool], ClauseTime] = {}
        self._cues_of: dict[int, list[_Cue]] = {}
        self._cues_before: dict[int, Sequence[int]] = {}
        self._spans = spans
        self._ends = [span.end for span in spans]
        self._alone = len(text) - sum(span.end - span.start for span in spans) <= _ALONE
        self.sentences = [sentence for sentence in sentences if _is_read(sentence)]
        self._starts = [sentence.span.start for sentence in self.sentences]
        self._code = code
        self.lexicon: ClauseLexicon = languages.get(code).lexicon
        self._trusts_cues = languages.get(code).cues.firm

    def tense(self, span: Span) -> ClauseTense:
        """The time of the clause around an expression.

        Args:
            span: The expression's code points in the text, end exclusive. It is no bare weekday: see `time`.

        Returns:
            The tense; NONE where neither a verb nor a cue gives one.
        """
        return self.time(span, weekday=False).tense

    def time(self, span: Span, *, weekday: bool) -> ClauseTime:
        """The time of the clause around an expression, and whether the date depends on the verb itself.

        Args:
            span: The expression's code points in the text, end exclusive.
            weekday: Whether the expression is a bare weekday, which words beside it can move to the future or the past.

        Returns:
            The clause's time, computed once for each pair of arguments.
        """
        asked = (span.start, span.end, weekday)
        time = self._times.get(asked)
        if time is None:
            time = self._times[asked] = self._read_time(span, weekday=weekday)
        return time

    def _read_time(self, span: Span, *, weekday: bool) -> ClauseTime:
        before = self._before(span)
        if (weekday and _CueBefore.AIMED in before) or _CueBefore.DEFERRED in before:
            return ClauseTime(ClauseTense.FUTURE, firm=True)
        if _CueBefore.CHRONOLOGY in before:
            return ClauseTime(ClauseTense.PAST, firm=True)
        if _CueBefore.FORMERLY in before:
            return ClauseTime(ClauseTense.NEAREST)
        index = self._index(span)
        read = ClauseTime(ClauseTense.NONE)
        if index is not None:
            read = governing_time(self.sentences[index], span, self.lexicon, self._spans, weekday=weekday)
        if weekday and read.tense is ClauseTense.PAST and index is not None and self._is_rather_present(index, span):
            scheduled = self.governing_lemma(span) in self.lexicon.plans.scheduled
            read = ClauseTime(ClauseTense.FUTURE if scheduled else ClauseTense.PRESENT)
        if read.tense in (ClauseTense.NONE, ClauseTense.PRESENT):
            read = ClauseTime(self._beside(span, read.tense, weekday=weekday) or read.tense)
        elif read.tense is ClauseTense.FUTURE and self.is_done(span) and self._is_apart(read, span):
            read = ClauseTime(ClauseTense.PAST)
        if read.tense is ClauseTense.NONE:
            read = ClauseTime(self._cued(span), firm=index is None and self._trusts_cues)
        if read.tense is ClauseTense.NONE and index is not None and self._has_past_around(index):
            return ClauseTime(self._of_line(index, span))
        return ClauseTime(ClauseTense.ALONE) if read.tense is ClauseTense.NONE and self._alone else read

    def _of_line(self, index: int, span: Span) -> ClauseTense:
        """The time of a sentence without a verb beside one in the past: "Réponse à l'automne." announces."""
        is_agenda = is_agenda_line(self.sentences[index], span, self.lexicon)
        return ClauseTense.FUTURE if is_agenda else ClauseTense.PAST

    def governing_lemma(self, span: Span) -> str:
        """The lemma of the verb that governs the expression, "" where the parse has none."""
        index = self._index(span)
        return "" if index is None else governing_lemma(self.sentences[index], span)

    def is_pluperfect(self, span: Span) -> bool:
        """Whether the verb that governs the expression is a pluperfect."""
        index = self._index(span)
        return index is not None and is_pluperfect(self.sentences[index], span)

    def is_of_state(self, span: Span) -> bool:
        """Whether an expression depends on an adjective: "visible jusqu'à dimanche"."""
        index = self._index(span)
        return index is not None and hangs_on_adjective(self.sentences[index], span)

    def leads_toward(self, span: Span) -> bool:
        """Whether a day is one that something is set for: "un préavis pour le 26 juin", "supprimée au 1er juillet"."""
        return _CueBefore.TOWARD in self._before(span)

    def ground(self, span: Span) -> Ground:
        """Whether an expression names a day that its sentence tells of, or one of the background."""
        index = self._index(span)
        return Ground.TOLD if index is None else ground(self.sentences[index], span, self.lexicon)

    def are_together(self, one: Span, other: Span, *, apart: int = 0) -> bool:
        """Whether two expressions are in one sentence, or the second is that many sentences behind the first."""
        index = self._index(one)
        return index is not None and index + apart == self._index(other)

    def _is_rather_present(self, index: int, span: Span) -> bool:
        """Whether the verb has one form for present and simple past, and the text no other simple past."""
        ambiguous = reads_as_present(governing_verb(self.sentences[index], span), self.lexicon)
        return ambiguous and not self._has_simple_past

    @cached_property
    def _has_simple_past(self) -> bool:
        return any(has_simple_past(sentence, self.lexicon) for sentence in self.sentences)

    def _has_past_around(self, index: int) -> bool:
        """Whether the sentence before is in the past, or, where it is no plan, the next one on the same line."""
        before = main_tense(self.sentences[index - 1], self.lexicon) if index else ClauseTense.NONE
        if before in (ClauseTense.PAST, ClauseTense.FUTURE):
            return before is ClauseTense.PAST
        if index + 1 == len(self.sentences):
            return False
        following = self.sentences[index + 1]
        gap = self._text[self.sentences[index].span.start : following.span.start]
        return "\n" not in gap and main_tense(following, self.lexicon) is ClauseTense.PAST

    def _before(self, span: Span) -> Sequence[int]:
        """The cues (`_CueBefore`) in the words just before an expression."""
        start = span.start
        if start not in self._cues_before:
            words = self._text[max(0, start - _BESIDE) : start]
            self._cues_before[start] = _patterns(self._code).before(words.encode())
        return self._cues_before[start]

    def _beside(self, span: Span, tense: ClauseTense, *, weekday: bool) -> ClauseTense:
        """The tense from the words beside it: a participle ("publiée jeudi"), a noun ("l'attaque de mardi")."""
        before, after = self._before(span), self._text[span.end : span.end + 2 * _BESIDE]
        if _CueBefore.PLANNED in before or _patterns(self._code).changed.search(after):
            return ClauseTense.FUTURE
        if self.is_done(span) or _CueBefore.WAKE in before:
            return ClauseTense.PAST
        of_noun = _CueBefore.OF_NOUN in before and _CueBefore.STARTING not in before
        of_noun = of_noun and weekday and tense is ClauseTense.PRESENT
        return ClauseTense.PAST if of_noun else ClauseTense.NONE

    def _is_apart(self, read: ClauseTime, span: Span) -> bool:
        """Whether a participle before a date can hold it against the verb: "l'homme tué lundi sera inhumé jeudi"."""
        index = self._index(span)
        if not read.firm or index is None:
            return not read.firm
        sentence = self.sentences[index]
        return precedes_verb(sentence, span) or ":" in self._text[sentence.span.start : span.start]

    def is_done(self, span: Span) -> bool:
        """Whether a participle just before marks the past, against the verb ("l'enquête ouverte en mai sera …")."""
        before = self._before(span)
        if _CueBefore.DONE not in before or self._is_after_noun(span):
            return False
        return not any(cue in before for cue in (_CueBefore.PLANNED, _CueBefore.PASSIVE, _CueBefore.TIMELESS))

    def _is_after_noun(self, span: Span) -> bool:
        """Whether the last word before, function words aside, is tagged as a noun ("42 degrés samedi")."""
        index = self._index(span)
        words = [] if index is None else self.sentences[index].before(span.start)
        last = next((token for token in reversed(words) if token.pos not in ("ADP", "DET", "PUNCT")), None)
        return last is not None and last.pos in ("NOUN", "PROPN", "NUM")

    def is_item(self, gap: str) -> bool:
        """Whether the text between a heading and a date leads to an item of a list under that heading."""
        return re.search(languages.get(self._code).item, gap) is not None

    def is_name(self, span: Span) -> bool:
        """Whether the expression is part of a longer person's name ("Bernard Noël")."""
        index = self._index(span)
        if index is None or not self.sentences[index].entities:
            return False
        if any(letter.isdigit() for letter in self._text[span.start : span.end]):
            return False
        people = (entity.span for entity in self.sentences[index].entities if entity.label == "PER")
        return any(person.contains(span) and person != span for person in people)

    def _index(self, span: Span) -> int | None:
        index = bisect_right(self._starts, span.start) - 1
        if index < 0 or self.sentences[index].span.end <= span.start:
            return None
        return index

    def _cued(self, span: Span) -> ClauseTense:
        """The tense of the nearest cue in the expression's clause."""
        clause = bisect_right(self._clause_ends, span.start)
        cues = _around(self._cues_in(clause), span)
        nearest = min(cues, key=lambda cue: (self._distance(cue, span), cue.start), default=None)
        if nearest is not None:
            return nearest.tense
        return ClauseTense.PAST if not self._alone and self._opens_in_the_past(clause) else ClauseTense.NONE

    def _distance(self, cue: _Cue, span: Span) -> int:
        """Characters between a cue and an expression; clause boundaries between them add to the distance."""
        first, last = (cue.end, span.start) if cue.end <= span.start else (span.end, cue.start)
        return last - first + (_PARTED if _patterns(self._code).parting.search(self._text[first:last]) else 0)

    def _opens_in_the_past(self, clause: int) -> bool:
        if clause not in self._openings:
            begin, end = self._reach_of(clause)
            opening = _patterns(self._code).opening.search(self._text[begin : min(end, begin + _WIDTH)])
            self._openings[clause] = opening is not None
        return self._openings[clause]

    @cached_property
    def _folded(self) -> bytes:
        return fold_bytes(self._text)

    @cached_property
    def _clause_ends(self) -> list[int]:
        return [found.end() for found in _patterns(self._code).end.finditer(self._folded)]

    def _reach_of(self, clause: int) -> tuple[int, int]:
        """The start and end of a clause, among those that `sentence_end` separates."""
        ends = self._clause_ends
        return ends[clause - 1] if clause else 0, ends[clause] if clause < len(ends) else len(self._text)

    def _cues_in(self, clause: int) -> list[_Cue]:
        """The cues of one clause, in order; a cue of the past inside an expression does not count."""
        if clause not in self._cues_of:
            begin, end = self._reach_of(clause)
            patterns, words = _patterns(self._code), self._folded[begin:end]
            cues = [
                _Cue(begin + first, begin + last, tense)
                for tense, pattern in (
                    (ClauseTense.FUTURE, patterns.future),
                    (ClauseTense.FUTURE, patterns.plan),
                    (ClauseTense.PAST, patterns.past),
                )
                for first, last in pattern.every(words)
                if tense is not ClauseTense.PAST or not self._touches(begin + first, begin + last)
            ]
            self._cues_of[clause] = sorted(cues, key=lambda cue: cue.start)
        return self._cues_of[clause]

    def _touches(self, start: int, end: int) -> bool:
        """Whether one of the expressions, in text order, overlaps the text from `start` to `end`."""
        at = bisect_right(self._ends, start)
        return at < len(self._spans) and self._spans[at].start < end


def _is_read(sentence: Sentence) -> bool:
    """Whether a tagger read the sentence."""
    tokens = sentence.tokens
    return bool(tokens) and (bool(tokens[0].pos) or any(token.pos for token in tokens))


class _Cue(NamedTuple):
    start: int
    end: int
    tense: ClauseTense


def _around(cues: Sequence[_Cue], span: Span) -> list[_Cue]:
    """The few cues on either side of a span that do not touch it."""
    at = bisect_right(cues, span.start, key=lambda cue: cue.start)
    return [
        cue for cue in cues[max(0, at - _NEAREST) : at + _NEAREST] if cue.end <= span.start or cue.start >= span.end
    ]
