"""The words before an expression that make an interval of its date: "depuis", "avant", "pas avant"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from timeline import languages
from timeline.calendar import DAY, between, from_, unit, until
from timeline.model import Between, Date, Duration, Expression, Granularity, Modifier, Moment, Signal, TimexType

_BESIDE = 48
"""How many characters before an expression its negation may begin."""
_MIDDLE = 14 * DAY
"""From the first day of a month to its middle, the 15th."""
_WITHIN_A_DAY = frozenset({Signal.BEFORE, Signal.AFTER, Signal.FROM})
"""Signals that leave a time of day within its day."""


def with_signal(expression: Expression, text: str, language: str) -> Expression:
    """The expression with the signal that the clause gives it: "n'est pas prévue avant 2006" is from 2006 on.

    Args:
        expression: The expression, with the signal of the words just before it.
        text: The article's text.
        language: The code of the language, whose cues say how "before" is negated.

    Returns:
        The same expression, with `Signal.FROM` where its BEFORE is negated.
    """
    if expression.signal is not Signal.BEFORE:
        return expression
    start = expression.span.start
    negated = _negated(language).search(text[max(0, start - _BESIDE) : start])
    return expression if negated is None else replace(expression, signal=Signal.FROM)


@cache
def _negated(language: str) -> re.Pattern[str]:
    return re.compile(languages.get(language).cues.not_before)


def signalled(date: Date | None, expression: Expression, today: Moment) -> Date | None:
    """The interval of a date with its signal: since, until, before, after.

    Args:
        date: The date without the signal.
        expression: The expression, with its signal (see `with_signal`) and its modifier.
        today: The article's day, at which "d'ici" begins.

    Returns:
        The interval; the day of a time of day ("peu avant 14 h", "dès l'aube": what happens then happens on that day);
        `date` itself where it is None, has an open side, or has no signal.
    """
    unmoved = expression.signal is Signal.NONE or isinstance(expression.meaning, Duration | Between)
    if unmoved or date is None or date.begin is None or date.end is None:
        return date
    if expression.type is TimexType.TIME and expression.signal in _WITHIN_A_DAY:
        return unit(date.begin, Granularity.DAY)
    if expression.signal is Signal.UNTIL:
        return until(date)
    if expression.signal is Signal.BEFORE:
        return _before(date, expression.modifier)
    match expression.signal:
        case Signal.SINCE | Signal.FROM:
            return from_(date)
        case Signal.BY:
            return between(unit(today, Granularity.DAY), date) if date.end > today + DAY else until(date)
        case Signal.AFTER:
            return Date(date.end, None, date.granularity, is_range=True)
    return date


def _before(date: Date, modifier: Modifier | None) -> Date:
    """What is over by a date: "avant mars" ends with February; "avant le 11 mars", "avant Noël" may count the day."""
    assert date.begin is not None
    if modifier is Modifier.END or date.granularity is Granularity.DAY:
        return until(date)
    if modifier is Modifier.MID and date.granularity is Granularity.MONTH:
        return until(unit(date.begin + _MIDDLE, Granularity.DAY))
    return Date(None, date.begin, date.granularity, is_range=True)
