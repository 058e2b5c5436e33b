"""A file of events that no lock remembers: people may move them from there into a timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.document.merge.machine_fields import plain_of, sources_of
from timeline.document.merge.matching import new_id
from timeline.document.parse.reading_order import places
from timeline.document.parse.types import Head
from timeline.document.writing.emit import event_text, first_text
from timeline.gc_pause import collector_paused
from timeline.model import Entry

_NEXT = "\n- id: "
"""What an event of a listing begins with, and it alone: all lines of an event but its first are indented."""


def listing(
    head: Head, entries: Sequence[Entry], schema: str, *, welcome: str, known: Mapping[str, str] | None = None
) -> str:
    """The machine's events as YAML, in reading order and with their quotes whole.

    Args:
        head: What stands above them.
        entries: The events.
        schema: The name of the schema, for the first line.
        welcome: What may be done with the file, for the comment above the head.
        known: What `event_listed` gives for some of the events, by their ids.

    Returns:
        The text of the file; the same events give the same text.
    """
    texts = known or {}
    ids: set[str] = set()
    named: list[str] = []
    with collector_paused():
        for entry in entries:
            named.append(new_id(entry, ids))
            ids.add(named[-1])
        written = [
            (named[place] == entries[place].id and texts.get(named[place]))
            or _listed(named[place], entries[place], head.language)
            for _, place in places((), entries)
        ]
        return first_text(head, schema, welcome=welcome) + "\n".join(written)


def event_listed(entry: Entry, language: str) -> str:
    """The text of an event in a listing, where no other has its id.

    Args:
        entry: The event.
        language: The language of the listing.

    Returns:
        YAML, from the dash to the last line break.
    """
    return _listed(entry.id, entry, language)


def events_listed(listing: str) -> dict[str, str]:
    """The texts of the events of a listing, as `event_listed` gave them.

    Args:
        listing: What `listing` returned.

    Returns:
        The text of each event by its id.
    """
    _, *events = listing.split(_NEXT)
    return {event.partition("\n")[0].strip('"'): _NEXT.removeprefix("\n") + event for event in events}


def _listed(id_: str, entry: Entry, language: str) -> str:
    return event_text(id_, plain_of(entry), sources_of(entry), "", "\n", language)
