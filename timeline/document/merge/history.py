"""What people changed between two builds, for the corrections page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.document.merge.lock import Author, Change, ChangeKind, Record
from timeline.document.parse.fields import MANAGED
from timeline.document.parse.types import Item, Plain


def last_seen(record: Record) -> Mapping[str, Plain | None]:
    """The fields of an event as the file had them after the last build."""
    return {**record.ours, **record.theirs}


def titled(record: Record) -> str:
    """The title that an event last had."""
    title = last_seen(record).get("title")
    return title if isinstance(title, str) else ""


def person_changes(id_: str, record: Record, item: Item, revision: int) -> Iterator[Change]:
    """The fields that a person changed since the last build."""
    seen = last_seen(record)
    if not seen:
        return
    for name in MANAGED:
        before, after = seen.get(name) or "", item.plain.get(name) or ""
        if before != after:
            yield Change(revision, id_, ChangeKind.CHANGED, Author.PERSON, item.entry.title, name, before, after)
