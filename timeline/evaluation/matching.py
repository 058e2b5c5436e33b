"""Matches predicted events to annotated ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.calendar import DAY
from timeline.evaluation.gold import GoldEvent
from timeline.model import Date, Event


@dataclass(frozen=True, slots=True)
class Match:
    """An annotated event and the prediction that found it."""

    gold: GoldEvent
    event: Event


def match(gold: Sequence[GoldEvent], events: Sequence[Event]) -> tuple[Match, ...]:
    """Gold events paired with found ones: they share the trigger, or at least the sentence.

    Args:
        gold: The gold events of an article.
        events: The events found in it.

    Returns:
        The pairs, best first; each event is in at most one.
    """
    pairs = [
        (score, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(events)
        if (score := _score(one, other)) > 0
    ]
    found: list[Match] = []
    taken: set[tuple[str, int]] = set()
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if not {("gold", i), ("event", j)} & taken:
            taken |= {("gold", i), ("event", j)}
            found.append(Match(gold[i], events[j]))
    return tuple(found)


def _score(gold: GoldEvent, event: Event) -> float:
    """The score of a pair, 0 where it cannot match; the trigger counts most, then the sentence, then title words."""
    same_trigger = gold.trigger.overlaps(event.expression or event.trigger)
    same_sentence = event.span.contains(gold.trigger)
    if not same_trigger and not same_sentence:
        return 0.0
    one, other = words(gold.summary), words(event.title)
    similarity = len(one & other) / max(1, min(len(one), len(other)))
    return 2 * same_trigger + same_sentence + similarity + 0.1 * gold.salience


def words(text: str) -> frozenset[str]:
    """The words of a text with more than three letters.

    Returns:
        The words, in lower case.
    """
    return frozenset(word for word in re.findall(r"\w+", text.lower()) if len(word) > 3)


def is_exact(date: Date | None, accepted: Sequence[Date]) -> bool:
    """Whether a date covers the same days as one of the accepted ones; qualifiers do not count.

    Args:
        date: The date; None is never exact.
        accepted: The dates of the gold annotation, any of which is right.

    Returns:
        True or False; both open sides must agree as well.
    """
    return date is not None and any(_days(date) == _days(other) for other in accepted)


def _days(date: Date) -> tuple[int | None, int | None]:
    """The first and the last day of a date, as numbers; None for an open side."""
    first = None if date.begin is None else date.begin // DAY
    last = None if date.end is None else (date.end - 1) // DAY
    return first, last


def overlaps(date: Date | None, accepted: Sequence[Date]) -> bool:
    """Whether a date shares at least half of its days with an accepted one.

    Args:
        date: The date; None shares none.
        accepted: The dates of the gold annotation, any of which is right.

    Returns:
        True also for an interval with the same open side and a bound at most one day away.
    """
    return date is not None and any(_overlap(date, other) for other in accepted)


def _overlap(one: Date, other: Date) -> bool:
    (a, b), (c, d) = _days(one), _days(other)
    if a is None or b is None or c is None or d is None:
        ends = [abs(x - y) for x, y in ((a, c), (b, d)) if x is not None and y is not None]
        return (a is None) == (c is None) and (b is None) == (d is None) and bool(ends) and max(ends) <= 1
    shared = min(b, d) - max(a, c) + 1
    union = max(b, d) - min(a, c) + 1
    return shared > 0 and shared * 2 >= union
