"""Problems for dates that do not exist, reported to the author of the text."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from timeline.i18n.messages import message
from timeline.model import Expression, Problem, Severity


def impossible(text: str, expression: Expression) -> Problem:
    """The problem of an expression that names no possible date ("31 février").

    Args:
        text: The article's text, in which the line and the column are counted.
        expression: The expression, with code points into `text`.

    Returns:
        The problem, with line and column from 1 and no path: the caller adds it.
    """
    return _at(text, expression, "articles.impossible_date")


def wrong_weekday(text: str, expression: Expression) -> Problem:
    """The problem of a weekday that does not match the day beside it ("lundi 9 octobre" where that is a Tuesday).

    Args:
        text: The article's text, in which the line and the column are counted.
        expression: The expression, with code points into `text`.

    Returns:
        The problem, with line and column from 1 and no path: the caller adds it.
    """
    return _at(text, expression, "articles.wrong_weekday")


def _at(text: str, expression: Expression, key: str) -> Problem:
    starts = _line_starts(text)
    line = bisect_right(starts, expression.span.start)
    column = expression.span.start - starts[line - 1] + 1
    return Problem("", line, column, message(key, text=expression.text), Severity.WARNING)


@lru_cache(maxsize=1)
def _line_starts(text: str) -> list[int]:
    """The start of each line of the most recently used text."""
    return [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
