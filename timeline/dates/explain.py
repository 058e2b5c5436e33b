"""The steps that explain a date, as keys and arguments; `timeline.wording` has the words."""

from __future__ import annotations

import datetime
from functools import lru_cache

from timeline.calendar import edtf, from_date, unit
from timeline.model import Date, Expression, Granularity, Step, Timex

_SOURCELESS = ("duration", "repeat", "generic")
_DATELESS = (*_SOURCELESS, "vague")
_SIGNALS = ("since", "until", "from", "by", "before", "after")


def explained(
    expression: Expression, how: str, date: Date | None, anchor: Timex | datetime.date | None
) -> tuple[Step, ...]:
    """How an expression became a date: one step for the date, one for what it was counted from."""
    arguments = {"text": expression.text} | _counted_from(anchor)
    if date is not None:
        arguments["value_date"] = edtf(date)
    if date is None and how not in _DATELESS:
        how = "vague"
    source = "text" if isinstance(anchor, Timex) else "told" if anchor is None else "published"
    steps: tuple[Step, ...] = (Step(f"dates.{how}.{source if how not in _SOURCELESS else 'told'}", arguments),)
    if expression.signal.value in _SIGNALS and date is not None:
        steps += (Step(f"dates.signal.{expression.signal.value}"),)
    return steps


def _counted_from(anchor: Timex | datetime.date | None) -> dict[str, str]:
    if isinstance(anchor, Timex):
        told = edtf(anchor.date) if anchor.date is not None else anchor.value
        return {"anchor": anchor.expression.text, "anchor_date": told}
    return {} if anchor is None else {"anchor_date": _day(anchor)}


@lru_cache(maxsize=256)
def _day(published: datetime.date) -> str:
    return edtf(unit(from_date(published), Granularity.DAY))
