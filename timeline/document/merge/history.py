"""What people changed between two builds: fields, and events that they merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from timeline.document.lock import Author, Change, ChangeKind, Lock, Record
from timeline.document.merge.machine_fields import sources_of
from timeline.document.merge.matching import folded
from timeline.document.merge.threeway import seen_source
from timeline.document.parse.fields import MANAGED
from timeline.document.parse.types import Item, Plain
from timeline.model import Entry


def last_seen(record: Record) -> Mapping[str, Plain | None]:
    """The fields of an event as the file had them after the last build."""
    return {**record.ours, **record.theirs}


def titled(record: Record) -> str:
    """The title that an event last had."""
    title = last_seen(record).get("title")
    return title if isinstance(title, str) else ""


def cited(sources: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """The articles and pages of sources."""
    return tuple(source.get("article") or source.get("url", "") for source in sources)


def person_changes(id_: str, record: Record, item: Item, revision: int) -> Iterator[Change]:
    """The fields that a person changed since the last build."""
    seen = last_seen(record)
    if not seen:
        return
    for name in MANAGED:
        before, after = seen.get(name) or "", item.plain.get(name) or ""
        if before != after:
            yield Change(revision, id_, ChangeKind.CHANGED, Author.PERSON, item.entry.title, name, before, after)


def with_history(
    records: Mapping[str, Record], before: Mapping[str, Record], changes: Iterable[Change]
) -> dict[str, Record]:
    """The records, each with the changes that it had and its own of the new ones."""
    own: dict[str, list[Change]] = {}
    for change in changes:
        own.setdefault(change.id, []).append(change)
    return {id_: _with_history(record, before.get(id_), own.get(id_, [])) for id_, record in records.items()}


def _with_history(record: Record, before: Record | None, own: list[Change]) -> Record:
    history = (*(before.history if before else ()), *own)
    return record if history == record.history else replace(record, history=history)


def moved_to(record: Record, items: Mapping[str, Item], lock: Lock) -> str:
    """The event to which a person moved sources of one that they took out, or "".

    Only sources that the event did not have before count: one sentence may mention two events.
    """
    left = [source for source in record.sources if not source.deleted]
    gone = {_quoted(told) for source in left for told in (seen_source(source), source.whole)}  # with its quote, or not
    for id_, item in items.items():
        had = Counter(map(_quoted, _seen(lock.records.get(id_))))
        has = Counter(map(_quoted, item.sources))
        if any(has[quote] > had[quote] for quote in gone):
            return id_
    return ""


def told_by(record: Record, told: Mapping[str, Entry], lock: Lock, items: Mapping[str, Item]) -> str:
    """The event to which the machine now assigns the sources of one that it no longer finds, or ""."""
    gone = {_quoted(source.whole) for source in record.sources if not source.deleted}
    for id_ in items:
        if id_ not in told:
            continue
        known = lock.records.get(id_)
        had = Counter(_quoted(source.whole) for source in known.sources) if known else Counter()
        has = Counter(map(_quoted, sources_of(told[id_], whole=True)))
        if any(has[quote] > had[quote] for quote in gone):
            return id_
    return ""


def _seen(record: Record | None) -> tuple[Mapping[str, str], ...]:
    return tuple(seen_source(source) for source in record.sources if not source.deleted) if record else ()


def _quoted(source: Mapping[str, str]) -> tuple[str, str]:
    return source.get("article", ""), folded(source.get("quote", ""))
