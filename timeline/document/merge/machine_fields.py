"""The machine's events as the plain fields of the YAML."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.document.lock.quotes import quotes_in_file
from timeline.document.parse.types import Plain
from timeline.model import Basis, Entry, Status


def plain_of(entry: Entry) -> dict[str, Plain]:
    """The fields that the machine has something to say about. `date` is always there, "" where it is not known.

    Args:
        entry: The machine's event.

    Returns:
        The value of each field as the YAML has it.
    """
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


def sources_of(entry: Entry, *, whole: bool = False) -> tuple[Mapping[str, str], ...]:
    """The sources as mappings, as they are written: explanations and the ends of long quotes stay in the lock.

    A source has a date only where its text gives one that is not the event's.

    Args:
        entry: A machine's event.
        whole: Whether quotes are given whole.

    Returns:
        One mapping for each source, in order.
    """
    quotes = [(source.article or source.url, source.quote) for source in entry.sources]
    written = [quote for _, quote in quotes] if whole else quotes_in_file(quotes)
    return tuple(
        {
            name: value
            for name, value in (
                ("article", source.article),
                ("url", source.url),
                ("title", source.title),
                ("quote", quote),
                ("date", "" if source.date == entry.date or source.basis == Basis.PUBLISHED else source.date),
            )
            if value
        }
        for source, quote in zip(entry.sources, written, strict=True)
    )
