"""Dates that no calendar has, told to the person who wrote them."""

from __future__ import annotations

from timeline.model import Expression, Problem, Severity


def impossible(text: str, expression: Expression) -> Problem:
    """The problem of an expression that names no possible date: line and column from 1; the path is the caller's."""
    start = expression.span.start
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    message = f"“{expression.text}” is no possible date or time, and is left out; correct it in the article"
    return Problem("", line, column, message, Severity.WARNING)
