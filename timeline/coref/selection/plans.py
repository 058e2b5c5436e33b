"""Plans that are over: who publishes after the day prints what came of them, not that they were to come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from timeline.coref.mentions import EventMention
from timeline.model import Status

NEVER: Final = 1 << 40
"""The last day of what is no plan, or has no end: later than any."""


def plan_end(one: EventMention) -> int:
    """The last day of a mention of a plan.

    Returns:
        A day, counted from 0001-01-01; `NEVER` for a mention of what happened, and for a plan without an end.
    """
    end = one.days.last
    return end if one.event.status is Status.PLANNED and end is not None else NEVER


def are_over(ends: Iterable[int], last_day: int) -> bool:
    """Whether an event is a plan whose time ended before the last article of its story was published.

    Args:
        ends: The `plan_end` of each of its mentions.
        last_day: The day on which the last article was published, counted from 0001-01-01.
    """
    return max(ends) < last_day
