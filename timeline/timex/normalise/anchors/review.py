"""The months that head the parts of a year's review: "Janvier : l'eau envahit les caves. Février : …"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from timeline.calendar import civil
from timeline.model import Expression, Moment, Partial, Span
from timeline.timex.normalise.clause_time.clauses import Clauses
from timeline.timex.normalise.clause_time.tense import ClauseTense

_LEAST = 3
"""So many months in a row make a review."""
_EARLY = 2
"""Up to this month a review may be of the year before."""
_OPENS = re.compile(r"(?:\A|\n|[.!?…»] ?)[\s–—•*-]*\Z")
_HEADS = re.compile(r"\s?(?::|\.? ?[–—-] |\.\s|\n)")
_BEFORE = 12
"""How many characters before a month show what it opens."""


def years(text: str, expressions: Sequence[Expression], clauses: Clauses, today: Moment) -> Mapping[int, int]:
    """The years of the months that head the parts of a review.

    Args:
        text: The article's text.
        expressions: Its expressions, in text order.
        clauses: The clauses of the text: a programme of what is to come is no review.
        today: The first moment of the article's day.

    Returns:
        The year by the first code point of the month; empty where fewer than three months stand in order, most parts
        are in the future, or the months do not end by the article's day.
    """
    heads = [(one.span, month) for one in expressions if (month := _month(text, one)) is not None]
    if len(heads) < _LEAST or any(one >= other for (_, one), (_, other) in pairwise(heads)):
        return {}
    if 2 * sum(clauses.tense(span) is ClauseTense.FUTURE for span, _ in heads) >= len(heads):
        return {}
    now, last = civil(today), heads[-1][1]
    if last > now.month > _EARLY:
        return {}
    return {span.start: now.year - (last > now.month) for span, _ in heads}


def _month(text: str, expression: Expression) -> int | None:
    """The month that an expression names alone, as a head: at the beginning of a line or sentence, before a colon."""
    meaning, span = expression.meaning, expression.span
    if not isinstance(meaning, Partial) or meaning != Partial(month=meaning.month) or not _is_head(text, span):
        return None
    return meaning.month


def _is_head(text: str, span: Span) -> bool:
    opens = _OPENS.search(text, max(0, span.start - _BEFORE), span.start) is not None
    return opens and _HEADS.match(text, span.end) is not None
