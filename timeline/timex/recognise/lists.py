"""Lists and ranges of neighbours: "lundi 20, mardi 21 et mercredi 22 avril", "du 3 mars au 5 avril 2019"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from timeline import languages
from timeline.languages.grammar import Language
from timeline.languages.patterns import compile_pattern
from timeline.model import Between, Clock, Direction, Duration, Expression, Meaning, On, Repeat, Side, Vague
from timeline.model.timex import partial_of

_WIDEST = 14
_OPENER_WIDTH = 12


@cache
def _openers(code: str) -> Any:
    return compile_pattern(languages.get(code).openers)


def completed(language: Language, folded: bytes, expressions: Sequence[Expression]) -> tuple[Expression, ...]:
    """The expressions, completed with fields shared by the members of a list, and ranges made of two.

    Args:
        language: The language, which has the words that join a list or a range.
        folded: The folded text, one byte a code point.
        expressions: The expressions in text order.

    Returns:
        As many expressions, in the same order: "les 3 et 4 mai" gives both days the month.
    """
    done = list(expressions)
    for index in range(len(done) - 2, -1, -1):
        gap = _gap(folded, done[index], done[index + 1])
        if gap is None or (gap not in language.lists and gap not in language.ranges):
            continue
        first, last = done[index], done[index + 1]
        if index and (shared := _share_with_range(done[index - 1], first, last)):
            done[index - 1], done[index] = shared
            continue
        first = _share(first, last)
        done[index] = first
        if _is_range(language, folded, gap, first) and _comparable(first.meaning, last.meaning):
            done[index] = replace(first, meaning=Between(first.meaning, last.meaning, Side.FIRST))
            done[index + 1] = replace(last, meaning=Between(first.meaning, last.meaning, Side.LAST))
    return tuple(done)


def _gap(folded: bytes, first: Expression, last: Expression) -> str | None:
    if last.span.start - first.span.end > _WIDEST:
        return None
    return folded[first.span.end : last.span.start].decode("ascii").lower()


def _is_range(language: Language, folded: bytes, gap: str, first: Expression) -> bool:
    if gap not in language.ranges:
        return False
    start = first.span.start
    return gap not in language.lists or bool(
        _openers(language.code).search(folded[max(0, start - _OPENER_WIDTH) : start])
    )


def _share(first: Expression, last: Expression) -> Expression:
    """The first expression with the fields that the last one of the list gives for all: month, year, "prochains"."""
    if isinstance(first.meaning, Clock) and isinstance(last.meaning, On) and first.meaning.hour is not None:
        return replace(first, meaning=On(last.meaning.day, first.meaning)) if first.meaning.part is None else first
    ours, theirs = partial_of(first.meaning), partial_of(last.meaning)
    if ours is None or theirs is None or ours.year is not None or ours.holiday:
        return first
    month = ours.month
    if month is None and ours.day is not None:
        month = theirs.month
    same_level = (ours.day is None) == (theirs.day is None) and (ours.month is None) == (theirs.month is None)
    divisions = ours.season is not None and theirs.season is not None
    takes_year = (month is not None and (ours.month is None or same_level)) or divisions
    year = theirs.year if takes_year else None
    direction = theirs.direction if ours.direction is Direction.NONE and same_level else ours.direction
    origin = theirs.origin if direction is theirs.direction else ours.origin
    shared = replace(ours, month=month, year=year, direction=direction, origin=origin)
    meaning: Meaning = replace(first.meaning, day=shared) if isinstance(first.meaning, On) else shared
    return replace(first, meaning=meaning)


def _share_with_range(begin: Expression, end: Expression, after: Expression) -> tuple[Expression, Expression] | None:
    """Both ends of a range of bare days with the month that follows: "du 3 au 5 et du 10 au 12 février"."""
    ours, theirs = end.meaning, after.meaning
    if not isinstance(ours, Between) or not isinstance(begin.meaning, Between) or ours.side is not Side.LAST:
        return None
    following_day = partial_of(theirs.first if isinstance(theirs, Between) else theirs)
    days = partial_of(ours.first), partial_of(ours.last)
    if (
        following_day is None
        or following_day.month is None
        or following_day.day is None
        or begin.meaning.first is not ours.first
    ):
        return None
    if any(day is None or day.day is None or day.month is not None for day in days):
        return None
    first, last = (replace(day, month=following_day.month, year=following_day.year) for day in days if day is not None)
    return replace(begin, meaning=Between(first, last, Side.FIRST)), replace(
        end, meaning=Between(first, last, Side.LAST)
    )


def _comparable(first: Meaning, last: Meaning) -> bool:
    """Whether two meanings can be the ends of one range."""
    if isinstance(first, Duration | Repeat | Vague | Between) or isinstance(last, Duration | Repeat | Vague | Between):
        return False
    return isinstance(first, Clock) <= (isinstance(last, Clock | On))
