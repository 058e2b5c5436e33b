"""What people changed between two builds: fields, and events that they merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeAlias

from timeline.document.lock import Author, ChangeKind, FieldChange, Lock, Record
from timeline.document.merge.machine_fields import sources_of
from timeline.document.merge.matching import folded
from timeline.document.merge.threeway.source_pairs import seen_source
from timeline.document.parse.fields import MANAGED
from timeline.document.parse.types import Item, Plain
from timeline.model import Entry


def last_seen(record: Record) -> Mapping[str, Plain | None]:
    """The fields of an event as the file had them after the last build."""
    return {**record.ours, **record.theirs}


def titled(record: Record) -> str:
    """The title that an event last had.

    Returns:
        The person's title, else the machine's; "" where there was none.
    """
    title = last_seen(record).get("title")
    return title if isinstance(title, str) else ""


def cited(sources: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """The articles and pages of sources.

    Returns:
        An article's id or an address for each source, in order.
    """
    return tuple(source.get("article") or source.get("url", "") for source in sources)


def person_changes(id_: str, record: Record, item: Item, revision: int) -> Iterator[FieldChange]:
    """The fields that a person changed since the last build.

    Args:
        id_: The event's id.
        record: What the lock has of it.
        item: What the file has of it.
        revision: The number of this build, which the changes get.

    Yields:
        A change for each field.
    """
    seen = last_seen(record)
    if not seen:
        return
    for name in MANAGED:
        before, after = seen.get(name) or "", item.plain.get(name) or ""
        if before != after:
            yield FieldChange(revision, id_, ChangeKind.CHANGED, Author.PERSON, item.entry.title, name, before, after)


def with_history(
    records: Mapping[str, Record], before: Mapping[str, Record], changes: Iterable[FieldChange]
) -> dict[str, Record]:
    """The records, each with the changes that it had and its own of the new ones.

    Args:
        records: The new records, by the id of the event.
        before: The records of the lock, by the same ids.
        changes: The changes of this update.

    Returns:
        The new records with their histories, oldest change first.
    """
    own: dict[str, list[FieldChange]] = {}
    for change in changes:
        own.setdefault(change.id, []).append(change)
    return {id_: _with_history(record, before.get(id_), own.get(id_, [])) for id_, record in records.items()}


def _with_history(record: Record, before: Record | None, own: list[FieldChange]) -> Record:
    history = (*(before.history if before else ()), *own)
    return record if history == record.history else replace(record, history=history)


Quoted: TypeAlias = tuple[str, str]
"""A source as it is recognised in another event: the article, and the quote without case and marks."""


class Moves:
    """Which events of the file have the sources of an event that is gone.

    Only sources that the event did not have before count: one sentence may mention two events. The events of the file
    are gone through once, on first use.

    Args:
        items: The events of the file by id.
        lock: What the machine remembers.
        extracted: What the machine now says of the events, by id.
        standing: Events of which the machine says what the lock has: these gain nothing.
    """

    def __init__(
        self,
        items: Mapping[str, Item],
        lock: Lock,
        extracted: Mapping[str, Entry] | None = None,
        standing: Container[str] = (),
    ) -> None:
        self._items, self._lock, self._extracted, self._standing = items, lock, extracted or {}, standing

    def moved_to(self, record: Record) -> str:
        """The event to which a person moved sources of one that they took out, or ""."""
        left = [source for source in record.sources if not source.deleted]
        both = (seen for source in left for seen in (seen_source(source), source.whole))  # with its quote, or not
        return _first(map(_quoted, both), self._by_hand)

    def mentioned_by(self, record: Record) -> str:
        """The event to which the machine now assigns the sources of one that it no longer finds, or ""."""
        return _first((_quoted(source.whole) for source in record.sources if not source.deleted), self._by_machine)

    @cached_property
    def _by_hand(self) -> Mapping[Quoted, tuple[int, str]]:
        records = self._lock.records
        return _gained((id_, _seen(records.get(id_)), item.sources) for id_, item in self._items.items())

    @cached_property
    def _by_machine(self) -> Mapping[Quoted, tuple[int, str]]:
        return _gained(
            (id_, _whole(self._lock.records.get(id_)), sources_of(self._extracted[id_]))
            for id_ in self._items
            if id_ in self._extracted and id_ not in self._standing
        )


def _gained(
    events: Iterable[tuple[str, Sequence[Mapping[str, str]], Sequence[Mapping[str, str]]]],
) -> dict[Quoted, tuple[int, str]]:
    """The place and the id of the first event that has more of a source than it had, for each such source."""
    gains: dict[Quoted, tuple[int, str]] = {}
    for place, (id_, before, now) in enumerate(events):
        if [*map(_place, before)] == [*map(_place, now)]:  # nothing is gained by nearly all
            continue
        had, has = Counter(map(_quoted, before)), Counter(map(_quoted, now))
        for quote, count in has.items():
            if count > had[quote]:
                gains.setdefault(quote, (place, id_))
    return gains


def _first(gone: Iterable[Quoted], gains: Mapping[Quoted, tuple[int, str]]) -> str:
    return min((gains[quote] for quote in gone if quote in gains), default=(0, ""))[1]


def _whole(record: Record | None) -> tuple[Mapping[str, str], ...]:
    return tuple(source.whole for source in record.sources) if record else ()


def _seen(record: Record | None) -> tuple[Mapping[str, str], ...]:
    return tuple(seen_source(source) for source in record.sources if not source.deleted) if record else ()


def _place(source: Mapping[str, str]) -> tuple[str, str]:
    return source.get("article", ""), source.get("quote", "")


def _quoted(source: Mapping[str, str]) -> Quoted:
    article, quote = _place(source)
    return article, folded(quote)
