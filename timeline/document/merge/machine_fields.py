"""The machine's events as the plain fields of the YAML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from timeline.document.parse.types import Plain
from timeline.model import Basis, Entry, Status


def plain_of(entry: Entry) -> dict[str, Plain]:
    """The fields that the machine has something to say about. `date` is always there, "" where it is not known."""
    fields: dict[str, Plain] = {
        "title": " ".join(entry.title.split()),
        "text": entry.text,
        "status": "" if entry.status is Status.ASSERTED else str(entry.status),
        "ongoing": "true" if entry.ongoing else "",
        "people": _distinct(entry.people),
        "places": _distinct(entry.places),
        "tags": _distinct(entry.tags),
        "was": _distinct(entry.was),
    }
    return {"date": entry.date} | {name: value for name, value in fields.items() if value}


def _distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(value.split()) for value in values if value.strip()))


LONGEST_QUOTE = 400
"""A quote of more code points than a sentence has stays in the lock, and the pages show it."""


def sources_of(entry: Entry, *, whole: bool = False) -> tuple[Mapping[str, str], ...]:
    """The sources as mappings, as they are written: explanations and long quotes stay in the lock.

    A source has a date only where its text gives one that is not the event's.

    Args:
        entry: A machine's event.
        whole: Whether long quotes are given too.

    Returns:
        One mapping for each source, in order. Two sources of one article always have their quotes: a person must see
        which is which.
    """
    cited = Counter(source.article for source in entry.sources)
    return tuple(
        {
            name: value
            for name, value in (
                ("article", source.article),
                ("url", source.url),
                ("title", source.title),
                ("quote", source.quote if whole or cited[source.article] > 1 or _fits(source.quote) else ""),
                ("date", "" if source.date == entry.date or source.basis == Basis.PUBLISHED else source.date),
            )
            if value
        }
        for source in entry.sources
    )


def _fits(quote: str) -> bool:
    return len(quote) <= LONGEST_QUOTE
