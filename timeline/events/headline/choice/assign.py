"""Assign headlines to the events of one article: its own headline once, no two with the same beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.headline.choice.types import Headline
from timeline.model import Event

_ALIKE = 10


@dataclass(frozen=True, slots=True)
class HeadlineOptions:
    """An event with its possible headlines, best first."""

    event: Event
    options: tuple[Headline, ...]


def assigned(wanted: Sequence[HeadlineOptions]) -> list[Event]:
    """The events, in the given order, each with its best headline that is still free.

    The most salient event chooses first; the article's headline goes to the event with the greatest gain from it.
    """
    owner = _owner(wanted)
    taken: set[tuple[str, ...]] = set()
    chosen: dict[int, Headline] = {}
    for place in sorted(range(len(wanted)), key=lambda one: (one != owner, -wanted[one].event.weight, one)):
        options = [one for one in wanted[place].options if place == owner or not one.own] or wanted[place].options
        free = (one for one in options if _opening(one.text) not in taken)
        best = next(free, options[0])
        taken.add(_opening(best.text))
        chosen[place] = best
    return [_titled(one.event, chosen[place]) for place, one in enumerate(wanted)]


def _titled(event: Event, headline: Headline) -> Event:
    return replace(event, title=headline.text, title_score=headline.score, title_confidence=headline.confidence)


def _owner(wanted: Sequence[HeadlineOptions]) -> int | None:
    """The index of the event that gets the article's own headline."""
    gains = {}
    for place, one in enumerate(wanted):
        own = next((option.score for option in one.options if option.own), None)
        if own is not None and one.options[0].own:
            other = next((option.score for option in one.options if not option.own), 0.0)
            gains[place] = own - other + 0.2 * one.event.weight
    return max(gains, key=lambda place: (gains[place], -place)) if gains else None


def _opening(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.lower())[:_ALIKE])
