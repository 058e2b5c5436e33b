"""`timeline.lock`: what the machine last wrote, so that a person's edits show.

And what has changed since the first build.

JSON with one event a line, sorted by id: it lies well in git, and the same state gives the same bytes. Nothing in it is
needed to read the timeline; a lock that is lost or cannot be read costs no edit (see `merging`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from timeline.document.merge.article_cards import load_card, raw_card
from timeline.document.parse.types import Plain
from timeline.model import ArticleCard, Discarded, RejectionReason, Source, Span

VERSION = 1


class State(StrEnum):
    """Where an event of the lock stands."""

    LIVE = "live"  # in the file, written by the machine
    ADDED = "added"  # in the file, written by a person
    DELETED = "deleted"  # a person took it out: it stays out
    GONE = "gone"  # the machine took it out: no article tells it any more
    HELD = "held"  # found, but perhaps deleted while there was no lock: waits to be accepted


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One source of an event.

    `ours` is what the machine last wrote, `theirs` the fields that are the person's (None: removed), `said` what the
    machine says now, where that is something else than `ours`.

    `deleted` tells that a person took the source out. `basis`, `date` and `mark` are what the machine knows and the
    YAML does not say, and so are the dates that it `discarded`.
    """

    ours: Mapping[str, str] = field(default_factory=dict)
    theirs: Mapping[str, str | None] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    deleted: bool = False
    basis: str = ""
    date: str = ""
    mark: Span | None = None
    discarded: tuple[Discarded, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One event.

    `ours` is what the machine last wrote, field by field; `theirs` the fields that are the person's, as last seen
    (None: removed); `latest` what the machine says now of those, where that is not `ours`.

    `machine` is the id that the machine gave it last, where that is another than the event's; `into` the event that
    took it in. The other fields are the machine's knowledge that the YAML does not hold.
    """

    state: State = State.LIVE
    ours: Mapping[str, Plain] = field(default_factory=dict)
    theirs: Mapping[str, Plain | None] = field(default_factory=dict)
    latest: Mapping[str, Plain | None] = field(default_factory=dict)
    sources: tuple[SourceRecord, ...] = ()
    machine: str = ""
    into: str = ""
    nameless: bool = False
    basis: str = ""
    confidence: float | None = None
    weight: float | None = None
    first_known: str = ""
    conflict: bool = False


class Author(StrEnum):
    """Who made a change."""

    MACHINE = "machine"
    PERSON = "person"


class ChangeKind(StrEnum):
    """What a change did."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MERGED = "merged"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the history: in the build `revision`, `field` of the event `id` went from `before` to `after`.

    `title` is the event's title then, so that what was removed can still be named. `into` is the event that took it in.
    """

    revision: int
    id: str
    what: ChangeKind
    by: Author
    title: str = ""
    field: str = ""
    before: Plain = ""
    after: Plain = ""
    into: str = ""


@dataclass(frozen=True, slots=True)
class Lock:
    """The whole memory. `revision` counts the builds that changed something after the first.

    `cards` are what the site tells of the articles that events cite, those that have disappeared too: a site is built
    from the YAML and its lock alone, with no article at hand.
    """

    records: Mapping[str, Record] = field(default_factory=dict)
    history: tuple[Change, ...] = ()
    revision: int = 0
    cards: Mapping[str, ArticleCard] = field(default_factory=dict)

    @property
    def redirects(self) -> Mapping[str, str]:
        """From ids that were merged into others to the ids that stand."""
        return {id_: target for id_ in self.records if (target := self.target(id_)) != id_}

    def target(self, id_: str) -> str:
        """The event that an id now means: itself, or what it was merged into."""
        seen = {id_}
        while (record := self.records.get(id_)) and record.into and record.into not in seen:
            id_ = record.into
            seen.add(id_)
        return id_


@lru_cache(maxsize=2)
def load_lock(text: str | None) -> Lock | None:
    """Reads a lock; None where there is none, or where it cannot be read (broken, of a later version, in conflict)."""
    try:
        raw = json.loads(text or "")
        if raw["version"] != VERSION:
            return None
        records = {id_: _record(value) for id_, value in raw["events"].items()}
        history = tuple(_change(value) for value in raw["history"])
        cards = {id_: load_card(id_, value) for id_, value in raw.get("articles", {}).items()}
        return Lock(records, history, int(raw["revision"]), cards)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def dump_lock(lock: Lock) -> str:
    """The text of a lock: the same lock, the same bytes."""
    events = ",\n".join(f"{_json(id_)}: {_json(_raw_record(lock.records[id_]))}" for id_ in sorted(lock.records))
    history = ",\n".join(_json(_raw_change(change)) for change in lock.history)
    cards = ",\n".join(f"{_json(id_)}: {_json(raw_card(lock.cards[id_]))}" for id_ in sorted(lock.cards))
    head = f'{{"version": {VERSION},\n"revision": {lock.revision},\n"articles": {{\n{cards}\n}},\n'
    return f'{head}"events": {{\n{events}\n}},\n"history": [\n{history}\n]}}\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> Any:
    return tuple(str(item) for item in value) if isinstance(value, list) else value if value is None else str(value)


def _plains(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in raw.items()}


def _record(raw: Mapping[str, Any]) -> Record:
    return Record(
        state=State(raw.get("state", State.LIVE)),
        ours=_plains(raw.get("ours", {})),
        theirs=_plains(raw.get("theirs", {})),
        latest=_plains(raw.get("latest", {})),
        sources=tuple(_source(value) for value in raw.get("sources", ())),
        machine=raw.get("machine", ""),
        into=raw.get("into", ""),
        nameless=raw.get("nameless", False),
        basis=raw.get("basis", ""),
        confidence=raw.get("confidence"),
        weight=raw.get("weight"),
        first_known=raw.get("first_known", ""),
        conflict=raw.get("conflict", False),
    )


def _source(raw: Mapping[str, Any]) -> SourceRecord:
    mark = raw.get("mark")
    return SourceRecord(
        ours=raw.get("ours", {}),
        theirs=raw.get("theirs", {}),
        said=raw.get("said", {}),
        deleted=raw.get("deleted", False),
        basis=raw.get("basis", ""),
        date=raw.get("date", ""),
        mark=Span(mark[0], mark[1]) if mark else None,
        discarded=tuple(
            Discarded(words, date, RejectionReason(why), word) for words, date, why, word in raw.get("discarded", ())
        ),
    )


def _change(raw: Mapping[str, Any]) -> Change:
    return Change(
        revision=raw["revision"],
        id=raw["id"],
        what=ChangeKind(raw["what"]),
        by=Author(raw["by"]),
        title=raw.get("title", ""),
        field=raw.get("field", ""),
        before=_plain(raw.get("before", "")),
        after=_plain(raw.get("after", "")),
        into=raw.get("into", ""),
    )


def _raw_record(record: Record) -> dict[str, Any]:
    raw: dict[str, Any] = {
        "state": "" if record.state is State.LIVE else record.state,
        "ours": record.ours,
        "theirs": record.theirs,
        "latest": record.latest,
        "sources": [_raw_source(source) for source in record.sources],
        "machine": record.machine,
        "into": record.into,
        "nameless": record.nameless,
        "basis": record.basis,
        "first_known": record.first_known,
        "conflict": record.conflict,
    }
    numbers = {"confidence": record.confidence, "weight": record.weight}
    return _filled(raw) | {name: round(value, 4) for name, value in numbers.items() if value is not None}


def _raw_source(source: SourceRecord) -> dict[str, Any]:
    raw: dict[str, Any] = {
        "ours": source.ours,
        "theirs": source.theirs,
        "said": source.said,
        "deleted": source.deleted,
        "basis": source.basis,
        "date": source.date,
        "mark": [source.mark.start, source.mark.end] if source.mark else None,
        "discarded": [[lost.words, lost.date, lost.reason, lost.word] for lost in source.discarded],
    }
    return _filled(raw)


def _raw_change(change: Change) -> dict[str, Any]:
    raw: dict[str, Any] = {
        "id": change.id,
        "what": change.what,
        "by": change.by,
        "title": change.title,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "into": change.into,
    }
    return {"revision": change.revision, **_filled(raw)}


def _filled(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in raw.items() if value}


def with_record(lock: Lock, id_: str, record: Record) -> Lock:
    """The lock with one record set."""
    return replace(lock, records={**lock.records, id_: record})


def with_source_fact(record: SourceRecord, now: Source) -> SourceRecord:
    """The memory of a source with what the machine knows of it now and the YAML does not hold."""
    return replace(record, basis=now.basis, date=now.date, mark=now.mark, discarded=now.discarded)
