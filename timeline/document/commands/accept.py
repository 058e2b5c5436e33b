"""`timeline accept`: a person replaces their own values with the machine's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from timeline.document.lock import Author, ChangeKind, FieldChange, Lock, Record, State, dump_lock, load_lock
from timeline.document.merge.identity import items_by_id
from timeline.document.merge.threeway.fields import their_fields
from timeline.document.merge.threeway.source_pairs import pair, said_source, seen_source
from timeline.document.merge.types import Updated, UpdateReport
from timeline.document.parse.dates import read_date
from timeline.document.parse.document import BOM, parse
from timeline.document.parse.fields import MANAGED, MANAGED_SOURCE
from timeline.document.parse.reading_order import places
from timeline.document.parse.types import Document, Item, Plain, Understand
from timeline.document.writing.patch import New, Patcher
from timeline.document.yaml.edits import apply
from timeline.document.yaml.findings import Finding, problems
from timeline.document.yaml.tree import holds_mark
from timeline.i18n.nearest import nearest
from timeline.model import Entry


def accept(
    text: str,
    lock: str | None,
    id_: str,
    field: str | None = None,
    *,
    understand: Understand,
    path: str = "timeline.yaml",
    language: str = "en",
) -> Updated:
    """Gives an event (or one `field` of it, or its `sources`) back to the machine.

    Its value is written and may be updated again; an event that was deleted or held back is written again.

    Args:
        text: The YAML file.
        lock: The text of its lock, None where there is none.
        id_: The event.
        field: One of its fields, "sources", or None for all.
        understand: Reads dates in words.
        path: The file's name, for problems.
        language: The language of problems.

    Returns:
        The new texts. `text` is None, and the problems say why, where the id or the field is not known, or where the
        event shares an anchor or an alias with another event, which would also change or become unreadable.
    """
    parsed = parse(text, path, understand=understand, language=language)
    document, known = parsed.document, load_lock(lock)
    if document is None:
        return Updated(None, lock, problems=parsed.problems)
    accepting = _Accepting(document, known or Lock(), id_, field)
    if fault := accepting.fault():
        return Updated(None, lock, problems=problems([fault], document.lines, path, language))
    accepting.run(understand)
    bom = BOM if document.bom else ""
    new_text = apply(document.text, accepting.patcher.edits)
    if accepting.harms_another(new_text, understand):
        offset = accepting.items[id_].begin if id_ in accepting.items else 0
        fault = Finding(offset, "accept.shared", {"id": id_})
        return Updated(None, lock, problems=problems([fault], document.lines, path, language))
    return Updated(bom + new_text, dump_lock(accepting.new_lock()), UpdateReport(changed=(id_,)), parsed.problems)


class _Accepting:
    """The state of one acceptance."""

    def __init__(self, document: Document, lock: Lock, id_: str, field: str | None) -> None:
        self.document = document
        self.lock = lock
        self.id = id_
        self.field = field
        self.items = items_by_id(document, lock)
        self.patcher = Patcher(document)
        self.changes: list[FieldChange] = []
        self.record = lock.records.get(id_, Record())

    def fault(self) -> Finding | None:
        known = [id_ for id_, record in self.lock.records.items() if record.state is not State.ADDED]
        if self.id not in known:
            guess = nearest(self.id, known, 0.6)
            return Finding(0, "accept.near_id" if guess else "accept.unknown_id", {"id": self.id, "guess": guess})
        if self.field is not None and self.field not in (*MANAGED, "sources"):
            choice = ", ".join((*MANAGED, "sources"))
            return Finding(0, "accept.unknown_field", {"field": self.field, "known": choice})
        return None

    def run(self, understand: Understand) -> None:
        item = self.items.get(self.id)
        if item is None:
            self._write_again(understand)
        else:
            self._fields(item)
            if self.field in (None, "sources"):
                self._sources(item)

    def harms_another(self, text: str, understand: Understand) -> bool:
        """Whether another event says something else in the new text, or the text cannot be read."""
        if not holds_mark(self.document.root):
            return False
        written = parse(text, understand=understand).document
        now = items_by_id(written, self.lock) if written else {}
        return any(
            id_ not in now or (now[id_].plain, now[id_].sources) != (item.plain, item.sources)
            for id_, item in self.items.items()
            if id_ != self.id
        )

    def _fields(self, item: Item) -> None:
        names = [name for name in their_fields(self.record, item.plain) if self.field in (None, name)]
        values = {name: self._machine_value(name) for name in names}
        ours, theirs = dict(self.record.ours), dict(self.record.theirs)
        for name, value in values.items():
            theirs.pop(name, None)
            ours.pop(name, None)
            if value is not None:
                ours[name] = value
        changed = {name: value for name, value in values.items() if item.plain.get(name) != value}
        self.patcher.set_fields(item.node, changed)
        for name, value in changed.items():
            self._note(item.entry.title, name, item.plain.get(name) or "", value or "")
        latest = {name: value for name, value in self.record.latest.items() if name in theirs}
        self.record = replace(self.record, ours=ours, theirs=theirs, latest=latest)

    def _machine_value(self, name: str) -> Plain | None:
        return self.record.latest[name] if name in self.record.latest else self.record.ours.get(name)

    def _sources(self, item: Item) -> None:
        in_file = pair([seen_source(record) for record in self.record.sources], item.sources)
        append: list[Mapping[str, str]] = []
        records = []
        for place, record in enumerate(self.record.sources):
            managed = dict(said_source(record))
            if place in in_file:
                there = item.sources[in_file[place]]
                values = {name: managed.get(name) for name in MANAGED_SOURCE if there.get(name) != managed.get(name)}
                self.patcher.set_source(item, in_file[place], values)
            elif managed:
                append.append(managed)
            records.append(replace(record, ours=managed, theirs={}, said={}, deleted=False))
        if append:
            self.patcher.append_sources(item, append)
        self.record = replace(self.record, sources=tuple(records))

    def _write_again(self, understand: Understand) -> None:
        plain = {name: value for name in MANAGED if (value := self._machine_value(name)) is not None}
        sources = tuple(dict(said_source(record)) for record in self.record.sources)
        date = plain.get("date", "")
        interval = read_date(date, understand).interval if isinstance(date, str) else None
        title = str(plain.get("title", ""))
        (after, _), *_ = places(self.document.entries, [Entry(self.id, "", title, interval)])
        self.patcher.insert_events([New(self.id, plain, sources, after)])
        self.record = Record(
            ours=plain,
            sources=tuple(
                replace(record, ours=dict(said_source(record)), theirs={}, said={}, deleted=False)
                for record in self.record.sources
            ),
            machine=self.record.machine,
            basis=self.record.basis,
            confidence=self.record.confidence,
            date_confidence=self.record.date_confidence,
            title_confidence=self.record.title_confidence,
            weight=self.record.weight,
            first_known=self.record.first_known,
            conflict=self.record.conflict,
            history=self.record.history,
        )
        self.changes.append(FieldChange(self.lock.revision + 1, self.id, ChangeKind.RESTORED, Author.PERSON, title))

    def _note(self, title: str, name: str, before: Plain, after: Plain) -> None:
        change = FieldChange(
            self.lock.revision + 1, self.id, ChangeKind.CHANGED, Author.PERSON, title, name, before, after
        )
        self.changes.append(change)

    def new_lock(self) -> Lock:
        record = replace(self.record, history=(*self.record.history, *self.changes))
        return replace(self.lock, records={**self.lock.records, self.id: record})
