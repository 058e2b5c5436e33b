"""Dates that no calendar has, told to the person who wrote them."""

from __future__ import annotations

from timeline.model import Expression, Problem, Severity


def impossible(text: str, expression: Expression) -> Problem:
    """The problem of an expression that names no possible date: line and column from 1; the path is the caller's."""
    message = f"“{expression.text}” is no possible date or time, and is left out; correct it in the article"
    return _at(text, expression, message)


def wrong_weekday(text: str, expression: Expression) -> Problem:
    """The problem of a weekday that the day beside it does not fall on ("lundi 9 octobre" where that is a Tuesday)."""
    message = f"“{expression.text}”: the day of the week does not fit the date; the date is kept, correct one of them"
    return _at(text, expression, message)


def _at(text: str, expression: Expression, message: str) -> Problem:
    start = expression.span.start
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Problem("", line, column, message, Severity.WARNING)
