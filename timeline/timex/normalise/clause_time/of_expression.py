"""The time of an expression's clause, where its signal does not give it."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import Expression, Signal
from timeline.timex.normalise.clause_time.clauses import Clauses
from timeline.timex.normalise.clause_time.governor import ClauseTime
from timeline.timex.normalise.clause_time.tense import ClauseTense
from timeline.timex.normalise.meanings import is_bare_weekday, is_month_of_a_plan, names_day


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
    if weekday and expression.signal is Signal.UNTIL and clauses.is_of_state(expression.span):
        return ClauseTime(ClauseTense.FUTURE)  # "l'exposition, visible jusqu'à dimanche, a attiré …"
    if read.tense is not ClauseTense.PAST:
        return ClauseTime(ClauseTense.FUTURE) if weekday and expression.signal is Signal.UNTIL else read
    read = _of_past(clauses, expression, read, weekday=weekday)
    soon = read == ClauseTime(ClauseTense.PAST) and _is_of_a_plan(clauses, expression)
    return ClauseTime(ClauseTense.SOON) if soon and not clauses.is_done(expression.span) else read


def _is_of_a_plan(clauses: Clauses, expression: Expression) -> bool:
    """ "a gagné le droit de combattre au mois de mars", "en septembre"."""
    led = clauses.leads_toward(expression.span) and not clauses.is_pluperfect(expression.span)
    return is_month_of_a_plan(replace(expression, signal=Signal.AT) if led else expression)


def _of_past(clauses: Clauses, expression: Expression, read: ClauseTime, *, weekday: bool) -> ClauseTime:
    """The time of a date in a past clause, by the preposition that leads the date: "jusqu'à dimanche" is to come."""
    match expression.signal:
        case Signal.UNTIL if weekday:
            return read if _sets_no_end(clauses, expression) else ClauseTime(ClauseTense.FUTURE)
        case Signal.UNTIL if is_month_of_a_plan(expression) and not _sets_no_end(clauses, expression):
            return ClauseTime(ClauseTense.FUTURE)  # "a suspendu jusqu'en septembre"
        case Signal.UNTIL:
            return read._replace(firm=read.firm and _sets_no_end(clauses, expression))
        case Signal.FROM | Signal.BEFORE if _announces(clauses, expression) and (weekday or not read.firm):
            return ClauseTime(ClauseTense.FUTURE)
        case Signal.NONE if clauses.leads_toward(expression.span) and not _looks_back(clauses, expression):
            return ClauseTime(ClauseTense.NEAREST) if names_day(expression) else read._replace(firm=False)
    return read


def _looks_back(clauses: Clauses, expression: Expression) -> bool:
    """ "les faits remontent au 4 janvier": what "au" leads to is over."""
    return clauses.governing_lemma(expression.span) in clauses.lexicon.reports.looking_back


def _announces(clauses: Clauses, expression: Expression) -> bool:
    """ "annonce la grève à partir de mardi", "a promis une réponse avant l'hiver": what begins then is to come."""
    lexicon, lemma = clauses.lexicon, clauses.governing_lemma(expression.span)
    return lemma in lexicon.reports.saying or lemma in lexicon.calls.verbs or lemma in lexicon.calls.dative


def _sets_no_end(clauses: Clauses, expression: Expression) -> bool:
    """ "ont lutté jusqu'à samedi": the verb sets no future end; "a été prolongé jusqu'à samedi" does."""
    lemma = clauses.governing_lemma(expression.span)
    return bool(lemma) and (lemma not in clauses.lexicon.calls.ending or clauses.is_pluperfect(expression.span))
