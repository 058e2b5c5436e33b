"""What a lock holds: records of events with their sources and their history, and the cards of articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from operator import itemgetter

from timeline.document.lock.records import Records, may_say, saying
from timeline.document.parse.types import Plain
from timeline.model import ArticleCard, RejectedDate, Source, Span

_REVISION = re.compile(r'"revision"\s*:\s*(\d+)')


class State(StrEnum):
    """The state of an event in the lock."""

    LIVE = "live"  # in the file, written by the machine
    ADDED = "added"  # in the file, written by a person
    DELETED = "deleted"  # a person took it out: it stays out
    GONE = "gone"  # the machine took it out: no article reports it any more
    HELD = "held"  # found, but perhaps deleted while there was no lock: waits to be accepted


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One source of an event.

    `ours` is what the machine last wrote, `theirs` the fields that are the person's (None: removed), `said` what the
    machine says now, where that differs from `ours`. `deleted`: a person took the source out.
    `event`, `because`, `basis`, `date`, `mark` and `discarded` (dates) are what the machine knows and the YAML does not
    say. `quote` is the machine's whole quote where `ours` has its first words, or (in files of a former version) none.
    """

    ours: Mapping[str, str] = field(default_factory=dict)
    theirs: Mapping[str, str | None] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    deleted: bool = False
    event: str = ""
    quote: str = ""
    because: str = ""
    basis: str = ""
    date: str = ""
    mark: Span | None = None
    discarded: tuple[RejectedDate, ...] = ()

    @property
    def leaves_quote_out(self) -> bool:
        """Whether the file has no quote here although the machine knows one and nobody removed it."""
        return bool(self.quote) and "quote" not in self.ours and "quote" not in self.theirs

    @property
    def whole(self) -> Mapping[str, str]:
        """What the machine last wrote, with its whole quote."""
        return {**self.ours, "quote": self.quote} if self.quote else self.ours


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
class FieldChange:
    """A line of the history: in the build `revision`, `field` of the event `id` went from `before` to `after`.

    `title` is the event's title then, so that a removed event can still be named. `into` is the event it merged into.
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
class Stood:
    """An event in the edition of the file before the last one, as the machine had written it then.

    A copy of that edition is compared with this. `ours` is None where the edition did not have the event.
    """

    ours: Mapping[str, Plain] | None = None
    sources: tuple[SourceRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One event.

    `ours` is what the machine last wrote, field by field; `theirs` the fields that are the person's, as last seen
    (None: removed); `latest` what the machine now says of the fields in `theirs`, where that is not `ours`.

    `machine` is the id that the machine last gave the event, where it differs from the event's; `into` the event that
    this one was merged into. `stood` is None where the last edition of the file left the event as it was.
    `further_sources` are those of a deleted event: what a person took out stays out however the machine groups its
    sources. Only reading fills `others`: other records of the same event, which a merge of git left beside it. The
    remaining fields are what the machine knows and the YAML does not say.
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
    date_confidence: float | None = None
    title_confidence: float | None = None
    weight: float | None = None
    first_known: str = ""
    conflict: bool = False
    stood: Stood | None = None
    further_sources: tuple[SourceRecord, ...] = ()
    history: tuple[FieldChange, ...] = ()
    others: tuple[Record, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Lock:
    """The whole lock.

    `cards` are what the site shows of the articles that events cite, including articles that have disappeared: a site
    is built from the YAML and its lock alone, without the articles. `edition` is the letter that the file had when it
    was last written: a copy with another letter is an older one. Only reading fills `lines` and `card_lines`: the line
    that each record and each card was read from.
    """

    records: Mapping[str, Record] = field(default_factory=dict)
    cards: Mapping[str, ArticleCard] = field(default_factory=dict)
    edition: str = ""
    lines: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    card_lines: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    def saying(self, field: str) -> Iterator[tuple[str, Record]]:
        """The records that may have a value for a field, by its name in the lock, with their ids."""
        return saying(self.records, field)

    @property
    def history(self) -> tuple[FieldChange, ...]:
        """All changes: build by build, a person's before the machine's."""
        recorded = sorted(saying(self.records, "history"), key=itemgetter(0))
        changes = [change for _, record in recorded for change in record.history]
        return tuple(sorted(changes, key=lambda change: (change.revision, change.by is not Author.PERSON)))

    @property
    def revision(self) -> int:
        """How many builds changed something after the first."""
        lines, records = Records.of(self.records).parts
        noted = (int(number) for line in lines if '"revision"' in line for number in _REVISION.findall(line))
        return max((*noted, *(change.revision for record in records for change in record.history)), default=0)

    @property
    def redirects(self) -> Mapping[str, str]:
        """From ids that were merged into others to the ids that stand."""
        return {id_: target for id_, _ in saying(self.records, "into") if (target := self.target(id_)) != id_}

    def target(self, id_: str) -> str:
        """The event that an id now means: itself, or what it was merged into."""
        seen = {id_}
        while may_say(self.records, id_, "into") and (into := self.records[id_].into) and into not in seen:
            id_ = into
            seen.add(id_)
        return id_


def with_source_fact(record: SourceRecord, now: Source) -> SourceRecord:
    """The record of a source with what the machine now knows of it and the YAML does not say.

    Args:
        record: The record of the source.
        now: The source as the machine gives it now.

    Returns:
        The record with its fields of file and person unchanged; itself where nothing else is known now.
    """
    known = record.event, record.basis, record.date, record.mark, record.discarded
    quote = record.quote or record.ours.get("quote", "")  # the lock has each once
    because = record.because or record.ours.get("because", "")
    if (*known, quote, because) == (now.event, now.basis, now.date, now.mark, now.discarded, now.quote, now.because):
        return record
    return replace(
        record,
        event=now.event,
        quote=now.quote,
        because=now.because,
        basis=now.basis,
        date=now.date,
        mark=now.mark,
        discarded=now.discarded,
    )
