"""The nearest verb above an expression in the parse, and what its form says."""

from __future__ import annotations

from timeline.model import Sentence, Span, Token
from timeline.timex.normalise.clause_time.tense import is_past_participle

_DEEPEST = 12
"""The most governors that are climbed; human sentences are not deeper."""


def governing_lemma(sentence: Sentence, span: Span) -> str:
    """The lemma of the nearest verb above an expression in the parse.

    Args:
        sentence: The parsed sentence that contains the expression.
        span: The expression's code points in the article's text, end exclusive.

    Returns:
        The lemma; "" where no verb governs the expression. Of "est restée fermée" it is "rester".
    """
    verb = governing_verb(sentence, span)
    if verb is not None and verb.dep == "xcomp" and is_past_participle(verb):
        verb = sentence.tokens[verb.head]
    return "" if verb is None else verb.lemma


def precedes_verb(sentence: Sentence, span: Span) -> bool:
    """Whether an expression stands before the nearest verb above it in the parse, as within the verb's subject.

    Args:
        sentence: The parsed sentence that contains the expression.
        span: The expression's code points in the article's text, end exclusive.

    Returns:
        False also where no verb governs the expression.
    """
    verb = governing_verb(sentence, span)
    return verb is not None and span.end <= verb.start


def is_pluperfect(sentence: Sentence, span: Span) -> bool:
    """Whether the nearest verb above an expression is a pluperfect ("avait gardé"), which ended before now.

    Args:
        sentence: The parsed sentence that contains the expression.
        span: The expression's code points in the article's text, end exclusive.

    Returns:
        False also where no verb governs the expression.
    """
    verb = governing_verb(sentence, span)
    if verb is None or not is_past_participle(verb):
        return False
    return any(token.dep.startswith("aux") and token.tense == "Imp" for token in sentence.dependents(verb))


def hangs_on_adjective(sentence: Sentence, span: Span) -> bool:
    """Whether an adjective, and no verb, governs an expression: "ouverte jusqu'à dimanche".

    Args:
        sentence: The parsed sentence that contains the expression.
        span: The expression's code points in the article's text, end exclusive.

    Returns:
        False for a copula's adjective, whose verb has a tense ("était ouverte jusqu'à dimanche").
    """
    top = sentence.top_within(span)
    above = None if top is None else sentence.tokens[top.head]
    if above is None or above.pos != "ADJ" or above.end > span.start:
        return False
    return not any(child.dep == "cop" for child in sentence.dependents(above))


def governing_verb(sentence: Sentence, span: Span) -> Token | None:
    """The nearest verb above an expression in the parse.

    Args:
        sentence: The parsed sentence that contains the expression.
        span: The expression's code points in the article's text, end exclusive.

    Returns:
        The verb's token; None where no verb governs the expression.
    """
    token = next((t for t in sentence.tokens if t.start < span.end and span.start < t.end), None)
    for _ in range(_DEEPEST):
        if token is None or token.head == token.index:
            return None
        token = sentence.tokens[token.head]
        if token.pos == "VERB":
            return token
    return None
