"""The days of a week's review or programme: weekdays that head its parts, one after the other.

"LUNDI⏎La motion est rejetée. …⏎MARDI⏎…" told on Saturday is of the week that ends; what its sentences tell of says so,
not the tense beside each weekday.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from timeline.calendar import DAY, civil, weekday
from timeline.model import Expression, Moment, Partial
from timeline.timex.normalise.clause_time.clauses import Clauses
from timeline.timex.normalise.clause_time.tense import ClauseTense, main_tense

_LEAST = 3
"""So many weekdays in a row make a week."""
_PART = 600
"""How many characters of the last part are read."""
_OPENS = re.compile(r"(?:\A|\n)[\s–—•*►▶-]*\Z")
_HEADS = re.compile(r"[^\S\n]?(?::|\.?[^\S\n]?[–—-][^\S\n]|\.[^\S\n]|\n)")
_BEFORE = 12
"""How many characters before a weekday show whether it opens its line."""


def days(text: str, expressions: Sequence[Expression], clauses: Clauses, today: Moment) -> Mapping[int, Partial]:
    """The days of the weekdays that head the parts of a week, in order.

    Args:
        text: The article's text.
        expressions: Its expressions, in text order.
        clauses: The clauses of the text.
        today: The first moment of the article's day.

    Returns:
        The day by the first code point of its weekday. There are none of fewer than three weekdays, of weekdays that
        are out of order, and where as many sentences tell of what is over as of what is to come.
    """
    heads = [(one.span.start, head) for one in expressions if (head := _head(text, one)) is not None]
    if len(heads) < _LEAST or any(one >= other for (_, one), (_, other) in pairwise(heads)):
        return {}
    over = _told(clauses, heads[0][0], heads[-1][0] + _PART)
    if not over:
        return {}
    now, first, last = weekday(today), heads[0][1], heads[-1][1]
    monday = today - ((now - last) % 7 + last) * DAY if over > 0 else today + ((first - now) % 7 - first) * DAY
    return {start: _day(monday + day * DAY) for start, day in heads}


def _told(clauses: Clauses, begin: int, end: int) -> int:
    """How many more sentences of a part of the text are in the past than in the future."""
    inside = (one for one in clauses.sentences if begin <= one.span.start < end)
    tenses = [main_tense(sentence, clauses.lexicon) for sentence in inside]
    return tenses.count(ClauseTense.PAST) - tenses.count(ClauseTense.FUTURE)


def _head(text: str, expression: Expression) -> int | None:
    """The weekday, from 0 for Monday, that an expression names alone, as the head of a line."""
    meaning, span = expression.meaning, expression.span
    if not isinstance(meaning, Partial) or meaning != Partial(weekday=meaning.weekday):
        return None
    opens = _OPENS.search(text, max(0, span.start - _BEFORE), span.start) is not None
    return meaning.weekday if opens and _HEADS.match(text, span.end) is not None else None


def _day(at: Moment) -> Partial:
    year, month, day = civil(at)
    return Partial(year=year, month=month, day=day)
