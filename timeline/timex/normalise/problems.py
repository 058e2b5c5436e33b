"""Problems for dates that do not exist, reported to the author of the text.

Their English wordings stand here and not in `i18n` alone, which no room that reads articles imports: a new text of the
interface would make all kept annotations invalid.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from timeline.model import Expression, Message, Problem, Severity


def impossible(text: str, expression: Expression) -> Problem:
    """The problem of an expression that names no possible date ("31 février").

    Args:
        text: The article's text, in which the line and the column are counted.
        expression: The expression, with code points into `text`.

    Returns:
        The problem, with line and column from 1 and no path: the caller adds it.
    """
    wording = f"“{expression.text}” is no possible date or time, and is left out; correct it in the article"
    return _at(text, expression, Message.of(wording, "articles.impossible_date", text=expression.text))


def wrong_weekday(text: str, expression: Expression) -> Problem:
    """The problem of a weekday that does not match the day beside it ("lundi 9 octobre" where that is a Tuesday).

    Args:
        text: The article's text, in which the line and the column are counted.
        expression: The expression, with code points into `text`.

    Returns:
        The problem, with line and column from 1 and no path: the caller adds it.
    """
    wording = f"“{expression.text}”: the day of the week does not fit the date; the date is kept, correct one of them"
    return _at(text, expression, Message.of(wording, "articles.wrong_weekday", text=expression.text))


def _at(text: str, expression: Expression, wording: str) -> Problem:
    starts = _line_starts(text)
    line = bisect_right(starts, expression.span.start)
    return Problem("", line, expression.span.start - starts[line - 1] + 1, wording, Severity.WARNING)


@lru_cache(maxsize=1)
def _line_starts(text: str) -> list[int]:
    """The start of each line of the most recently used text."""
    return [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
