"""Dates in a person's words, for the YAML, read by the same stages as those in articles."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.calendar import from_, until
from timeline.model import Date, Qualifier, Signal, Timex
from timeline.timex import normalise, recognise

_NO_DAY = datetime.date(1, 1, 1)
_OPEN_BEGIN = (Signal.BEFORE, Signal.UNTIL, Signal.BY)
_OPEN_END = (Signal.SINCE, Signal.FROM, Signal.AFTER)
_LONGEST_SIGNAL = 16
"""How many code points may stand before the expression itself: "à partir du ", "jusqu'à la "."""


def understand(text: str, language: str) -> Date | None:
    """The date that a text as a whole names.

    "mardi" in a file names no day: only absolute dates are understood.

    Args:
        text: The text in the file: "1er mars 2020", "vers 2019", "du 14 au 16 mars 2017", "44 av. J.-C.".
        language: The language that it is read in.

    Returns:
        The date; None where it needs an article's date, contradicts itself, or is not the whole text.
    """
    found = recognise.find(text, language)
    resolved = normalise.resolve(text, found, _NO_DAY, (), language)
    if not resolved.timexes or resolved.problems or any(timex.anchor for timex in resolved.timexes):
        return None
    first, *others = resolved.timexes
    if first.date is None or not _is_whole(resolved.timexes, text):
        return None
    if others:  # "du 14 au 16 mars 2017" are two expressions, each of the whole span
        return first.date if len(others) == 1 and others[0].date == first.date else None
    return _signalled(first.date, first.expression.signal)


def _is_whole(timexes: Sequence[Timex], text: str) -> bool:
    """Whether nothing but a preposition or an article stands before, between and behind the expressions."""
    first = timexes[0]
    before = _LONGEST_SIGNAL if first.expression.signal is not Signal.NONE or len(timexes) > 1 else len("les ")
    gaps = [second.span.start - one.span.end for one, second in pairwise(timexes)]
    ends = len(text.rstrip(" ."))  # the stop of "av. J.-C." is not part of the expression
    return timexes[-1].span.end >= ends and first.span.start <= before and max(gaps, default=0) <= len(" jusqu'au ")


def _signalled(date: Date, signal: Signal) -> Date:
    """The date with its preposition applied, where the stages did not apply it."""
    if date.begin is None or date.end is None:
        return date
    if signal in _OPEN_BEGIN:
        return until(date)
    if signal in _OPEN_END:
        return from_(date)
    return replace(date, qualifier=Qualifier.APPROXIMATE) if signal is Signal.AROUND else date
