"""A file of events that no lock remembers: people may move them from there into a timeline."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.document.merge.machine_fields import plain_of, sources_of
from timeline.document.merge.matching import new_id
from timeline.document.parse.reading_order import places
from timeline.document.parse.types import Head
from timeline.document.yaml.emit import event_text, first_text
from timeline.gc_pause import collector_paused
from timeline.model import Entry


def listing(head: Head, entries: Sequence[Entry], schema: str, *, welcome: str) -> str:
    """The machine's events as YAML, in reading order and with their quotes whole.

    Args:
        head: What stands above them.
        entries: The events.
        schema: The name of the schema, for the first line.
        welcome: What may be done with the file, for the comment above the head.

    Returns:
        The text of the file; the same events give the same text.
    """
    ids: set[str] = set()
    named: list[str] = []
    with collector_paused():
        for entry in entries:
            named.append(new_id(entry, ids))
            ids.add(named[-1])
        written = [
            event_text(named[place], plain_of(entries[place]), sources_of(entries[place]), "", "\n", head.language)
            for _, place in places((), entries)
        ]
        return first_text(head, schema, welcome=welcome) + "\n".join(written)
