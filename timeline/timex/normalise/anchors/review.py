"""The years of days and months that name none, by the words around them.

A month heads a part of a year's review: "Janvier : l'eau envahit les caves. Février : …". A year opens the sentence of
a day: "En 1962, il avait été renversé le 5 octobre".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.calendar import civil
from timeline.model import Expression, Moment, Partial, Span
from timeline.timex.normalise.anchors import week
from timeline.timex.normalise.clause_time.clauses import Clauses
from timeline.timex.normalise.clause_time.tense import ClauseTense

_LEAST = 3
"""So many months in a row make a review."""
_EARLY = 2
"""Up to this month a review may be of the year before."""
_OPENS = re.compile(r"(?:\A|\n|[.!?…»] ?)[\s–—•*-]*\Z")
_LED = re.compile(r"(?:\A|\n|[.!?…»] ?)[\s–—•*-]*\w{2,4}\s\Z")
_SENTENCE = re.compile(r"[.!?]\s|\n")
_HEADS = re.compile(r"\s?(?::|\.? ?[–—-] |\.\s|\n)")
_BEFORE = 12
"""How many characters before a month show what it opens."""


def completed(text: str, expressions: Sequence[Expression], clauses: Clauses, today: Moment) -> Mapping[int, Partial]:
    """What weekdays, days and months mean that the words around them complete.

    These are the weekdays that head the parts of a week (`week`), the months that head the parts of a review, and what
    stands in a sentence that a year opens.

    Args:
        text: The article's text.
        expressions: Its expressions, in text order.
        clauses: The clauses of the text: a programme of what is to come is no review.
        today: The first moment of the article's day.

    Returns:
        What each means, by its first code point. There are none of a review where fewer than three months
        stand in order, most parts are in the future, or the months do not end by the article's day.
    """
    years = {
        **_of_opened(text, expressions, clauses, civil(today).year),
        **_of_review(text, expressions, clauses, today),
    }
    dated = {
        one.span.start: replace(one.meaning, year=years[one.span.start])
        for one in expressions
        if isinstance(one.meaning, Partial) and one.span.start in years
    }
    return {**dated, **week.days(text, expressions, clauses, today)}


def _of_opened(text: str, expressions: Sequence[Expression], clauses: Clauses, this_year: int) -> Mapping[int, int]:
    """The years that open a past sentence, for its days and months: years that are over since a year, at least."""
    found: dict[int, int] = {}
    opening: tuple[Span, int] | None = None
    for one in expressions:
        meaning = one.meaning
        if opening and _SENTENCE.search(text, opening[0].end, one.span.start):
            opening = None
        if not isinstance(meaning, Partial):
            continue
        if meaning == Partial(year=meaning.year) and meaning.year is not None:
            opens = _opens_a_clause(text, one.span) and meaning.year < this_year - 1
            opening = (one.span, meaning.year) if opens else None
        elif opening and _names_a_day_of_some_year(meaning) and clauses.tense(one.span) is ClauseTense.PAST:
            found[one.span.start] = opening[1]
    return found


def _names_a_day_of_some_year(words: Partial) -> bool:
    plain = Partial(month=words.month, day=words.day, weekday=words.weekday)
    return words == plain and words.month is not None and words.day is not None


def _opens_a_clause(text: str, span: Span) -> bool:
    """Whether a year stands at the beginning of its sentence, behind a short word and before a comma: "En 1962, "."""
    led = _LED.search(text, max(0, span.start - _BEFORE), span.start)
    return led is not None and text[span.end :].startswith(",")


def _of_review(text: str, expressions: Sequence[Expression], clauses: Clauses, today: Moment) -> Mapping[int, int]:
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
