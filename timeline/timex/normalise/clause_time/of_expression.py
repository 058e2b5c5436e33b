"""The time of an expression's clause, where its signal does not give it."""

from __future__ import annotations

from timeline.model import Expression, Signal
from timeline.timex.normalise.clause_time.clauses import Clauses
from timeline.timex.normalise.clause_time.governor import ClauseTime
from timeline.timex.normalise.clause_time.tense import ClauseTense
from timeline.timex.normalise.meanings import is_bare_weekday


def expression_time(clauses: Clauses, expression: Expression) -> ClauseTime:
    """The time that a signal ("depuis", "d'ici", "jusqu'à") or the clause gives an expression.

    Args:
        clauses: The clauses of the text.
        expression: The expression, with its signal.

    Returns:
        The tense, and whether it outweighs nearness.
    """
    if expression.signal is Signal.SINCE:
        return ClauseTime(ClauseTense.PAST)
    if expression.signal is Signal.BY:
        return ClauseTime(ClauseTense.FUTURE)
    weekday = is_bare_weekday(expression.meaning)
    read = clauses.time(expression.span, weekday=weekday)
    if expression.signal is not Signal.UNTIL:
        return read
    if not weekday:
        return read._replace(
            firm=read.firm and (read.tense is not ClauseTense.PAST or _sets_no_end(clauses, expression))
        )
    is_over = read.tense is ClauseTense.PAST and _sets_no_end(clauses, expression)
    return read if is_over else ClauseTime(ClauseTense.FUTURE)


def _sets_no_end(clauses: Clauses, expression: Expression) -> bool:
    """ "ont lutté jusqu'à samedi": the verb sets no future end; "a été prolongé jusqu'à samedi" does."""
    lemma = clauses.governing_lemma(expression.span)
    return bool(lemma) and (lemma not in clauses.plans.ending or clauses.is_pluperfect(expression.span))
