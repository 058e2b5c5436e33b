"""What the lock remembers of an event, and whether anything of it is a person's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.document.lock import Record, SourceRecord, State, with_source_fact
from timeline.document.lock.raw import rounded
from timeline.document.merge.machine_fields import plain_of
from timeline.document.parse.fields import MANAGED
from timeline.document.parse.types import Document, Item
from timeline.document.writing.layout import guarded_fields, has_comment
from timeline.document.yaml.tree import MappingNode, resolved
from timeline.model import Entry, Source

_MACHINE_KEYS = frozenset({"id", "sources", *MANAGED})


def written(id_: str, entry: Entry, plain_sources: Sequence[Mapping[str, str]]) -> Record:
    """The record of an event as the machine writes it.

    Args:
        id_: The id of the event.
        entry: The machine's event.
        plain_sources: The fields of its sources, as they are written.

    Returns:
        A record without anything of a person.
    """
    sources = tuple(_source_record(plain, source) for plain, source in zip(plain_sources, entry.sources, strict=True))
    return with_facts(Record(ours=plain_of(entry), sources=sources), id_, entry)


def added(item: Item, machine: str) -> Record:
    """The record of a person's event, as it is in the file."""
    theirs = {name: value for name, value in item.plain.items() if name != "id"}
    sources = tuple(SourceRecord(theirs=dict(source)) for source in item.sources)
    return Record(state=State.ADDED, theirs=theirs, sources=sources, machine=machine, nameless=not item.id)


def _source_record(plain: Mapping[str, str], source: Source) -> SourceRecord:
    return with_source_fact(SourceRecord(ours=plain), source)


def with_facts(record: Record, id_: str, entry: Entry) -> Record:
    """The record of an event with what the machine now knows of it and the YAML does not say.

    Args:
        record: The record of the event.
        id_: The id by which the machine knows the event now.
        entry: The machine's event.

    Returns:
        The record itself where nothing else is known now.
    """
    machine = entry.id if entry.id != id_ else ""
    first_known = entry.first_known.isoformat() if entry.first_known else ""
    confidence, weight = rounded(entry.confidence), rounded(entry.weight)
    of_date, of_title = rounded(entry.date_confidence), rounded(entry.title_confidence)
    was = (record.machine, record.basis, record.first_known, record.conflict)
    chances = (record.confidence, record.date_confidence, record.title_confidence, record.weight)
    same = was == (machine, entry.basis, first_known, entry.conflict)
    if same and chances == (confidence, of_date, of_title, weight):  # as of nearly all events of an update
        return record
    return replace(
        record,
        machine=machine,
        basis=entry.basis,
        confidence=confidence,
        date_confidence=of_date,
        title_confidence=of_title,
        weight=weight,
        first_known=first_known,
        conflict=entry.conflict,
    )


def with_source_facts(record: Record, entry: Entry) -> Record:
    """The record of an event whose sources are as the machine gives them, with what the machine now knows of them.

    Args:
        record: The record of the event.
        entry: The machine's event, with as many sources as the record.
    """
    updated = tuple(with_source_fact(one, now) for one, now in zip(record.sources, entry.sources, strict=True))
    return record if updated == record.sources else replace(record, sources=updated)


def is_untouched(document: Document, item: Item, record: Record) -> bool:
    """Whether nothing of an event is a person's: no field, no source, no comment, nothing of their own.

    Returns:
        False where a person wrote any part of it.
    """
    mapping = resolved(item.node)
    assert isinstance(mapping, MappingNode)
    keys = {pair.key.value for pair in mapping.pairs}
    same = all(item.plain.get(name) == record.ours.get(name) for name in MANAGED)
    same_sources = [dict(source) for source in item.sources] == [dict(source.ours) for source in record.sources]
    mine = keys <= _MACHINE_KEYS and same and same_sources and not record.theirs
    return mine and not guarded_fields(document, item) and not _has_comments(document, item)


def _has_comments(document: Document, item: Item) -> bool:
    """Whether a comment stands above an event, in it, or indented below it."""
    lines, text = document.lines, document.text
    after = lines.after(max(item.node.end - 1, 0))
    follows = after < len(text) and text[after] in " \t" and lines.content(after).lstrip().startswith("#")
    above = item.comments < lines.start(item.begin) or bool(text[lines.start(item.begin) : item.begin].strip())
    return above or follows or "#" in text[item.begin : item.node.start] or has_comment(document, item.node)
