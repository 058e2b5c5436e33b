"""Dates in a person's words, for the YAML: what the articles' stages understand serves the editor too."""

from __future__ import annotations

import datetime
from dataclasses import replace

from timeline.calendar import from_, until
from timeline.model import Date, Qualifier, Signal, Timex
from timeline.timex import normalise, recognise

_NO_DAY = datetime.date(1, 1, 1)
_OPEN_BEGIN = (Signal.BEFORE, Signal.UNTIL, Signal.BY)
_OPEN_END = (Signal.SINCE, Signal.FROM, Signal.AFTER)
_LONGEST_SIGNAL = 16
"""How many code points may stand before the expression itself: "à partir du ", "jusqu'à la "."""


def understand(text: str, language: str) -> Date | None:
    """The date that `text` as a whole names ("1er mars 2020", "vers 2019"); None where it needs an article's date.

    A person who writes "mardi" in a file says no day: only absolute dates are understood.
    """
    found = recognise.find(text, language)
    resolved = normalise.resolve(text, found, _NO_DAY, (), language)
    if len(resolved.timexes) != 1 or resolved.problems:
        return None
    (timex,) = resolved.timexes
    if not _is_whole(timex, text) or timex.anchor is not None or timex.date is None:
        return None
    return _signalled(timex.date, timex.expression.signal)


def _is_whole(timex: Timex, text: str) -> bool:
    before = timex.span.start
    has_signal = timex.expression.signal is not Signal.NONE
    return timex.span.end == len(text.rstrip()) and before <= (_LONGEST_SIGNAL if has_signal else len("le "))


def _signalled(date: Date, signal: Signal) -> Date:
    """What a preposition makes of a date that the stages left whole."""
    if date.begin is None or date.end is None:
        return date
    if signal in _OPEN_BEGIN:
        return until(date)
    if signal in _OPEN_END:
        return from_(date)
    return replace(date, qualifier=Qualifier.APPROXIMATE) if signal is Signal.AROUND else date
