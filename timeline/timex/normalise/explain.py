"""The steps that explain a date, as keys and arguments; `timeline.i18n` has the words."""

from __future__ import annotations

import datetime
from functools import lru_cache

from timeline.calendar import edtf, from_date, unit
from timeline.model import Date, Expression, Granularity, Signal, Step, Timex

_SOURCELESS = ("duration", "repeat", "generic")
_DATELESS = (*_SOURCELESS, "vague")
_SIGNALS = (Signal.SINCE, Signal.UNTIL, Signal.FROM, Signal.BY, Signal.BEFORE, Signal.AFTER)


def explained(
    expression: Expression, how: str, date: Date | None, anchor: Timex | datetime.date | None, *, slipped: bool
) -> tuple[Step, ...]:
    """How an expression became a date.

    Args:
        expression: The expression.
        how: The way its date was found ("nearest", "shift", …), which selects the message.
        date: Its date, or None.
        anchor: What it was counted from: another expression, the article's date, or None.
        slipped: Whether its weekday does not match its day.

    Returns:
        One step for the date, one for a weekday that does not match it, one for the signal.
    """
    source, arguments = _counted_from(anchor, {"text": expression.text})
    if date is not None:
        arguments["value_date"] = edtf(date)
    elif how not in _DATELESS:
        how = "vague"
    step = Step(f"dates.{how}.{'alone' if how in _SOURCELESS else source}", arguments)
    signal = expression.signal
    if not slipped and (signal is Signal.NONE or date is None or signal not in _SIGNALS):
        return (step,)
    steps = [step]
    if slipped:
        steps.append(Step("dates.slip.alone", {"text": expression.text}))
    if signal in _SIGNALS and date is not None:
        steps.append(Step(f"dates.signal.{signal}"))
    return tuple(steps)


def _counted_from(anchor: Timex | datetime.date | None, arguments: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The source of an anchor, and the arguments with its text and date."""
    if anchor is None:
        return "alone", arguments
    if isinstance(anchor, Timex):
        arguments["anchor"] = anchor.expression.text
        arguments["anchor_date"] = edtf(anchor.date) if anchor.date is not None else anchor.value
        return "text", arguments
    arguments["anchor_date"] = _day(anchor)
    return "published", arguments


@lru_cache(maxsize=256)
def _day(published: datetime.date) -> str:
    return edtf(unit(from_date(published), Granularity.DAY))
