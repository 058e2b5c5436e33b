"""The steps that explain a date, as keys and arguments; `timeline.wording` has the words."""

from __future__ import annotations

import datetime

from timeline.calendar import edtf, from_date, unit
from timeline.model import Date, Expression, Granularity, Step, Timex

_SIGNALS = ("since", "until", "from", "by", "before", "after")


def explained(
    expression: Expression, how: str, date: Date | None, anchor: Timex | datetime.date | None
) -> tuple[Step, ...]:
    """How an expression became a date: one step for the date, one for what it was counted from."""
    arguments = {"text": expression.text}
    if date is not None:
        arguments["value_date"] = edtf(date)
    key = how
    if isinstance(anchor, Timex):
        arguments["anchor"] = anchor.expression.text
        if anchor.date is not None:
            arguments["anchor_date"] = edtf(anchor.date)
            key += ".text"
    elif anchor is not None:
        arguments["anchor_date"] = edtf(unit(from_date(anchor), Granularity.DAY))
        key += ".published"
    steps = (Step(f"dates.{key}", arguments),)
    if expression.signal.value in _SIGNALS and date is not None:
        steps += (Step(f"dates.signal.{expression.signal.value}", {"value_date": edtf(date)}),)
    return steps
