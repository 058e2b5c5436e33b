"""Ids of events, and the same event told twice in one article."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.calendar import edtf
from timeline.model import Event

_LENGTH = 8
_MAIN_NAMES = 2


def fingerprint(event: Event) -> str:
    """An id from what the event is: its article, its word, its date, its main people. Rewording around them keeps it.

    It begins with a letter, so that no YAML reader takes it for a number.
    """
    names = sorted(name.canonical.casefold() for name in event.people[:_MAIN_NAMES])
    date = edtf(event.date) if event.date else ""
    text = "\x1f".join((event.article, event.lemma.casefold(), date, *names))
    return "e" + hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def identify(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events with their ids; a number follows where two would have the same."""
    seen: Counter[str] = Counter()
    result = []
    for event in events:
        name = fingerprint(event)
        seen[name] += 1
        result.append(replace(event, id=name if seen[name] == 1 else f"{name}-{seen[name]}"))
    return tuple(result)


def in_text_order(events: Sequence[Event]) -> tuple[Event, ...]:
    """By place in the article."""
    return tuple(sorted(events, key=lambda event: (event.span.start, event.trigger.start)))
