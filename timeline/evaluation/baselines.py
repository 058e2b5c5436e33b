"""Naive baselines: the same events, dated by a simple rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from timeline import calendar
from timeline.model import Annotated, Date, Event, Granularity, Span, Timex, TimexType

Baseline = Callable[[Annotated], tuple[Event, ...]]
"""The events of an article with other dates."""


def article_date(annotated: Annotated) -> tuple[Event, ...]:
    """Dates every event to the day of publication."""
    return tuple(replace(event, date=_published(annotated)) for event in annotated.events)


def nearest(annotated: Annotated) -> tuple[Event, ...]:
    """Dates each event by the nearest expression of its sentence, otherwise by the day of publication."""
    dates = _dates(annotated)
    return tuple(replace(event, date=_nearest(event, dates) or _published(annotated)) for event in annotated.events)


def nearest_and_carried(annotated: Annotated) -> tuple[Event, ...]:
    """Dates each event by the nearest expression of its sentence, otherwise by the last one before the sentence.

    Before any expression, the date is the day of publication.
    """
    dates = _dates(annotated)
    first = min((event.span.start for event in annotated.events), default=0)
    return tuple(replace(event, date=_carried(annotated, event, dates, first)) for event in annotated.events)


def _carried(annotated: Annotated, event: Event, dates: Sequence[Timex], first: int) -> Date:
    own = _nearest(event, dates)
    before = [timex for timex in dates if timex.span.end <= event.span.start]
    if own is not None:
        return own
    if event.span.start == first or not before or before[-1].date is None:
        return _published(annotated)
    return before[-1].date


def _published(annotated: Annotated) -> Date:
    return calendar.unit(calendar.from_date(annotated.article.published), Granularity.DAY)


def _dates(annotated: Annotated) -> list[Timex]:
    types = (TimexType.DATE, TimexType.TIME)
    return [timex for timex in annotated.timexes if timex.date is not None and timex.expression.type in types]


def _nearest(event: Event, dates: Sequence[Timex]) -> Date | None:
    inside = [timex for timex in dates if event.span.contains(timex.span)]
    return min(inside, key=lambda timex: _distance(event.trigger, timex.span)).date if inside else None


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


BASELINES: Mapping[str, Baseline] = {
    "article date": article_date,
    "nearest": nearest,
    "nearest, carried": nearest_and_carried,
}
"""The naive baselines by their names in the table."""
