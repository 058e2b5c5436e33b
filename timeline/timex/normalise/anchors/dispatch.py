"""The dateline of a dispatch or a letter: "Londres, 17 avril. – …". Deictic expressions in it count from its own day.

A wire of the 17th that is printed on the 18th says "hier" for the 16th.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from timeline.calendar import DAY, floor
from timeline.model import Clock, Expression, Granularity, Moment, Step, Timex
from timeline.model.timex import partial_of

_AGE = 45 * DAY
"""The longest time from a dispatch, or a letter by sea, to the paper that prints it."""
_PLACE = re.compile(
    r"(?P<before>^|\n|[«“\")]\s?|[.!?]\s)\s*(?P<names>[^\W\d_][\w’'-]+(?: [^\W\d_][\w’'-]+)*)"
    r"(?:\s?\([^()\n]{2,40}\))?\s?,\s?(?:\w{1,3}\s)?$"
)
"""A place and a comma, at the beginning of a line, of a quotation or of a sentence; its names have capitals."""
_END = re.compile(r"(?:\s?\([^()\n]{2,40}\))?\s?(?:\.(?=\s|$)|\.?\s?[–—-]\s|\n|$)")
"""What closes a dateline: a full stop, a dash or the end of the line; an agency in brackets may stand before it."""
_HOUR = re.compile(r"\s?,\s?")
_LONGEST = 80
_QUOTES = {"«": "»", "“": "”", '"': '"'}


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A dispatch within a text: its own `dateline` and the first moment of its `day`.

    `begin` and `end` are the code points of what stands below the dateline, end exclusive.
    """

    dateline: Timex
    day: Moment
    begin: int
    end: int


def dispatch(text: str, timex: Timex, following: Expression | None, today: Moment) -> Dispatch | None:
    """The dispatch that an expression opens.

    Args:
        text: The article's text.
        timex: An expression of it.
        following: The next expression, which may be the hour in the dateline.
        today: The first moment of the article's day.

    Returns:
        The dispatch, which lasts to the end of its quotation, of its line if it begins inside one, or of the text. None
        where the expression is no dateline, or one of the article's own day or later, or of a day long before.
    """
    date, start, end = timex.date, timex.span.start, timex.span.end
    if (
        following is not None
        and isinstance(following.meaning, Clock)
        and _HOUR.fullmatch(text, end, following.span.start)
    ):
        end = following.span.end
    named = partial_of(timex.expression.meaning)
    if named is None or named.day is None or date is None or date.begin is None or date.end is None:
        return None
    day = floor(date.begin, Granularity.DAY)
    if date.end > day + DAY or not 0 < today - day <= _AGE or _END.match(text, end) is None:
        return None
    found = _PLACE.search(text[max(0, start - _LONGEST) : start])
    if found is None or not all(name[0].isupper() for name in found["names"].split()):
        return None
    if start > _LONGEST and found.start() == 0 and found["before"] == "":
        return None
    last = _end(text, found["before"].strip(), end)
    if last == len(text):  # of no part of a line or of a quotation
        timex = replace(timex, steps=(*timex.steps, Step("dates.dateline.alone", {"text": timex.expression.text})))
    return Dispatch(timex, day, end, last)


def _end(text: str, before: str, start: int) -> int:
    """The end of a dispatch whose dateline ends at `start` and stands behind the mark `before`."""
    if before in _QUOTES:
        closed = text.find(_QUOTES[before], start)
        return closed if closed >= 0 else len(text)
    if before and before != ")":
        line = text.find("\n", start)
        return line if line >= 0 else len(text)
    return len(text)
