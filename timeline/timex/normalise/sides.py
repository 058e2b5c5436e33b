"""On which side of the article's date an expression lies: what its signal says, or its clause."""

from __future__ import annotations

from timeline.model import Expression, Signal
from timeline.timex.normalise.clause import Clauses
from timeline.timex.normalise.meanings import is_bare_weekday
from timeline.timex.normalise.tense import ClauseTime, Tense


def expression_time(clauses: Clauses, expression: Expression) -> ClauseTime:
    """The time that a signal ("depuis", "d'ici", "jusqu'à") or the clause gives an expression.

    Args:
        clauses: The clauses of the text.
        expression: The expression, with its signal.

    Returns:
        The tense, and whether it outweighs nearness.
    """
    if expression.signal is Signal.SINCE:
        return ClauseTime(Tense.PAST)
    if expression.signal is Signal.BY:
        return ClauseTime(Tense.FUTURE)
    weekday = is_bare_weekday(expression.meaning)
    read = clauses.time(expression.span, weekday=weekday)
    if expression.signal is not Signal.UNTIL or not weekday:
        return read
    is_over = read.tense is Tense.PAST and _sets_no_end(clauses, expression)
    return read if is_over else ClauseTime(Tense.FUTURE)


def _sets_no_end(clauses: Clauses, expression: Expression) -> bool:
    """ "ont lutté jusqu'à samedi": the verb sets no end to come, as "a été prolongé jusqu'à samedi" does."""
    lemma = clauses.governing_lemma(expression.span)
    return bool(lemma) and lemma not in clauses.plans.ending
