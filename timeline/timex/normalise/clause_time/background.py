"""Whether a day belongs to what a sentence tells, to what had gone before, or to the background."""

from __future__ import annotations

from enum import Enum

from timeline.languages.function_words import function_words
from timeline.languages.grammar import ClauseLexicon
from timeline.model import Sentence, Span, Token
from timeline.timex.normalise.clause_time.phrases import is_hidden_participle
from timeline.timex.normalise.clause_time.tense import is_past_participle

_GENITIVE = function_words("genitive")
_HAVING = function_words("auxiliary_of_having")

_DEEPEST = 12
"""The most governors that are climbed; human sentences are not deeper."""


class Ground(Enum):
    """The place of a day in a story: TOLD by the sentence, told as what came BEFORE it, BACKGROUND, or of a REPORT."""

    TOLD = "told"
    BEFORE = "before"
    BACKGROUND = "background"
    REPORT = "report"

    @property
    def is_told(self) -> bool:
        """Whether the day is one of the story."""
        return self in (Ground.TOLD, Ground.BEFORE)


def ground(sentence: Sentence, span: Span, lexicon: ClauseLexicon) -> Ground:
    """The place of a day in the story, by what governs it in the parse.

    Args:
        sentence: The parsed sentence that contains the day.
        span: The day's code points in the text.
        lexicon: The language's verbs of saying, nouns of stretches of time and forms of participles.

    Returns:
        BACKGROUND for a noun's complement ("la pollution du 9 juillet"), in a relative or participle clause ("Remis
        lundi au juge, …"), REPORT where that clause tells who said so ("un bilan communiqué lundi", "a-t-on appris
        jeudi"); BEFORE beneath a pluperfect.
    """
    token = sentence.top_within(span)
    if token is None:
        return Ground.TOLD
    if _is_complement(sentence, token, lexicon):
        return Ground.BACKGROUND
    for _ in range(_DEEPEST):
        if _is_aside(sentence, token, lexicon):
            return Ground.REPORT if token.lemma in lexicon.reports.reporting else Ground.BACKGROUND
        if _had_happened(sentence, token):
            return Ground.BEFORE
        if token.head == token.index:
            break
        token = sentence.tokens[token.head]
    return Ground.TOLD


def _is_complement(sentence: Sentence, token: Token, lexicon: ClauseLexicon) -> bool:
    head = sentence.tokens[token.head]
    if head.pos not in ("NOUN", "PROPN") or head.index == token.index or head.lemma in lexicon.happenings.stretches:
        return False
    return any(child.dep == "case" and child.lemma in _GENITIVE for child in sentence.dependents(token))


def _is_aside(sentence: Sentence, token: Token, lexicon: ClauseLexicon) -> bool:
    """Whether a clause describes something: a relative, save that of a cleft, a participle, an inserted "said"."""
    if token.dep.startswith("acl"):
        above = sentence.tokens[token.head]
        is_cleft = above.head == above.index and any(child.dep == "cop" for child in sentence.dependents(above))
        return not is_cleft
    if token.dep == "advcl":
        return is_past_participle(token) or is_hidden_participle(token, lexicon)
    joined = any(child.dep == "cc" for child in sentence.dependents(token))
    return token.dep in ("parataxis", "conj") and not joined and token.lemma in lexicon.reports.saying


def _had_happened(sentence: Sentence, verb: Token) -> bool:
    children = sentence.dependents(verb)
    if is_past_participle(verb):
        return any(child.dep.startswith("aux") and child.tense == "Imp" for child in children)
    split = verb.lemma in _HAVING and verb.tense == "Imp"
    return split and any(is_past_participle(child) and child.start >= verb.end for child in children)
