"""The rows of a chronology and sections headed by a date: what opens one, and which sentence is a row.

"15 mai. La préfecture rappelle trois lots." The text as it is parsed has a colon behind the day, so that the day is of
the sentence (`with_colons`); by that colon a date (`opens_a_row`) or a sentence (`is_row`) is known to open a row.
Lines that open with a day are rows where there are at least `LEAST_ROWS` of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from timeline.languages.folding import fold
from timeline.languages.press import phrases
from timeline.model import Span

_ROW = re.compile(
    r"""[^\S\n]*(?:[-–•*·][^\S\n])?(?:le[ ])?(?:(?P<weekday>[^\W\d_]{5,9})[ ](?=\d{1,2}(?:er)?[ ]))?
        (?:(?:\d{1,2}(?:er)?[ ])?(?P<month>[^\W\d_]{3,9})(?:[ ](?:19|20)\d\d)?|(?:19|20)\d\d)
        (?P<between>[^\S\n]*(?:\.[^\S\n]+[–—-]|[.:–—-])[^\S\n]+|[^\S\n]*\.?[^\S\n]*\n\s*)(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)
"""The day, month or year that opens a row of a chronology: "15 mai. ", "Mars 2018 – ", "- 1998 : ", or on a line."""
_LIKE_A_ROW = re.compile(
    r"""[^\S\n]*(?:le[ ])?(?:[^\W\d_]{5,9}[ ])?
        (?:(?:\d{1,2}(?:er)?[ ])?(?P<month>[^\W\d_]{3,9})(?:[ ]\d{4})?|\d{4}(?:[^\S\n]?[–—-][^\S\n]?\d{4})?
        |\d{1,2}[^\S\n]?(?:[h:][^\S\n]?\d\d|h|heures))
        [^\S\n]*(?:[:–—][^\S\n]|-[ ])""",
    re.IGNORECASE | re.VERBOSE,
)
"""What opens a line that does not go on from the one above: "1345 : ", "15 avril 2019 – ", "19 h 30 : "."""
_SHORT = re.compile(r"[^\S\n]*(?:[-–•*·][^\S\n])?[^\n.:–—-]{3,32}[.:–—\n-]")
"""What opens such a row and few other lines: a sign soon."""
_LINE_HEAD = re.compile(r" ?(?:\.? ?[–—-] | ?: )")
_BULLETS = " \t\xa0\u202f-–—•·*"
LEAST_ROWS = 3
"""The fewest lines that make a chronology: two that open with their day may be datelines."""
_LONGEST_DAY = 6
"""The most words of a row's day, its colon among them."""
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERED = re.compile(r"[^\S\n]*(?:\d{1,2}[.)/°][^\S\n]*)?(?:[-–—•*·][^\S\n]*)?(?:[^\W\d_]{2}[^\S\n])?")
_HEADING = re.compile(r"(?:[^\n]{0,80}[^\s.!?…])?[^\S\n]*\n\s*\S")
SECTION_CHARACTERS = 900
"""How far below its heading a section reaches."""


def with_colons(text: str) -> str:
    """The text with a colon between the day that opens a row of a chronology and the row's words.

    Returns:
        As many code points. An article behind the colon has no capital, which the parser would take for a new sentence.
    """
    starts = (start for start in _line_starts(text) if _SHORT.match(text, start))
    found = [row for start in starts if (row := _ROW.match(text, start)) and _opens_row(row)]
    others = {row.start() for row in found}
    rows = [row for row in found if row.end() not in others]  # a list of days alone has no words
    if len(rows) < LEAST_ROWS:
        return text
    letters = list(text)
    for row in rows:
        if ":" not in row["between"]:
            size = len(row["between"])
            letters[row.start("between") : row.end()] = (": " if size > 1 else ":").rjust(size)
        if (word := _WORD.match(text, row.end())) and fold(word[0]) in phrases("determiners"):
            letters[row.end()] = word[0][0].lower()
    return "".join(letters)


def looks_like_a_row(line: str) -> bool:
    """Whether a line opens with a day, a month, years or an hour, and a colon or a dash behind them.

    Args:
        line: The line.

    Returns:
        False for "1914-1918 ont été" and "3 – 1 hier", which may go on from the line above.
    """
    found = _LIKE_A_ROW.match(line)
    return found is not None and (not found["month"] or fold(found["month"]) in phrases("row_months"))


def opens_a_row(text: str, span: Span) -> bool:
    """Whether a date stands before its row: it opens the line, and a colon or a dash follows it.

    Args:
        text: The article's text.
        span: Where the date stands in it.

    Returns:
        True for "Mars 1946. - Le pain est rationné" and for "- 24 octobre : il est limogé".
    """
    opens = not text[: span.start].rpartition("\n")[2].strip(_BULLETS)
    return opens and _LINE_HEAD.match(text, span.end) is not None


def heads_a_section(text: str, span: Span) -> bool:
    """Whether a date opens a line of its own, above a paragraph: "2. Février 2009 : les carnets⏎Le 17 mars, …".

    Args:
        text: The article's text.
        span: Where the date stands in it.

    Returns:
        False for a sentence, which ends with its mark.
    """
    line = text[: span.start].rpartition("\n")[2]
    return _NUMBERED.fullmatch(line) is not None and _HEADING.match(text, span.end) is not None


def is_row(words: Iterable[str]) -> bool:
    """Whether a sentence opens with the day of its row and a colon: "14 juin 2023 : la caméra est endommagée".

    Args:
        words: The words of the sentence as it is parsed.

    Returns:
        True for a weekday and for a few words with a number, and no sign before the colon.
    """
    head = [*islice(words, _LONGEST_DAY)]
    colon = head.index(":") if ":" in head else 0
    day = head[:colon]
    names_day = any(word.isdigit() for word in day) or (colon == 1 and fold(day[0]) in phrases("row_weekdays"))
    return names_day and all(word.isalnum() for word in day)


def _line_starts(text: str) -> Iterator[int]:
    start = 0
    while start < len(text):
        yield start
        start = text.find("\n", start) + 1 or len(text)


def _opens_row(row: re.Match[str]) -> bool:
    """Whether the words of the day are a weekday's and a month's, and no second day follows ("Mars – avril 2018")."""
    months, weekdays = phrases("row_months"), phrases("row_weekdays")
    if (row["month"] and fold(row["month"]) not in months and not _is_weekday_alone(row)) or (
        row["weekday"] and fold(row["weekday"]) not in weekdays
    ):
        return False
    follows = re.match(r"\d{4}\b|[^\W\d_]+", row.string[row.end() : row.end() + 12])
    return not follows or not (follows[0].isdigit() or fold(follows[0]) in (*months, *weekdays))


def _is_weekday_alone(row: re.Match[str]) -> bool:
    """Whether the day is a weekday without its number, which heads a part of a week: "LUNDI. Un motard …"."""
    words = row.string[row.start() : row.start("between")].strip(_BULLETS)
    return fold(words) in phrases("row_weekdays")
