"""From a file, its lock and what the machine finds now to both anew: which events are new, gone, merged, held back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import compress

from timeline.document.lock import Author, ChangeKind, Record, State, dump_lock, load_lock
from timeline.document.merge.deletions import remembered
from timeline.document.merge.edition import as_it_stood, is_unseen, write_edition
from timeline.document.merge.history import cited, person_changes, titled
from timeline.document.merge.machine_fields import WrittenSources, plain_of
from timeline.document.merge.matching import new_id, used_ids
from timeline.document.merge.recognition import cites_articles
from timeline.document.merge.records import added, is_untouched, with_facts, with_source_facts, written
from timeline.document.merge.state import UpdateState
from timeline.document.merge.threeway.fields import as_stated, is_settled, merge_fields, of_this_file, their_fields
from timeline.document.merge.threeway.sources import ProjectSources, Sources, merge_sources, spelled_sources
from timeline.document.merge.types import Extraction, FileTexts, Updated
from timeline.document.origins import Settled
from timeline.document.parse.again.incremental import parse_again
from timeline.document.parse.document import BOM
from timeline.document.parse.fields import MANAGED
from timeline.document.parse.reading_order import places
from timeline.document.parse.types import Head, Item, Plain, Understand
from timeline.document.writing.emit import first_text
from timeline.document.writing.layout import commented_sources, guarded_fields
from timeline.document.writing.patch import New
from timeline.document.yaml.edits import apply
from timeline.gc_pause import collector_paused
from timeline.model import ArticleCard, Entry, Problem

_SCHEMA = "timeline.schema.json"
"""The schema that the first line of a new file names."""


def update(
    standing: FileTexts,
    found: Extraction,
    *,
    understand: Understand,
    head: Head | None = None,
    language: str = "en",
) -> Updated:
    """Merges what the machine finds into a timeline file, or writes a first one.

    Args:
        standing: The file and its lock.
        found: What the machine finds now.
        understand: Reads dates in words.
        head: What stands above the events of a first file.
        language: The language of problems.

    Returns:
        Both texts anew and what was done; no text, and the problems, where the file has errors.
    """
    with collector_paused():  # what `merged` makes is gone when the collector comes back

        def merged() -> Updated:
            start = first_text(head or Head(), _SCHEMA) if standing.text is None else standing.text
            parsed = parse_again(start, standing.path, before=standing.read, understand=understand, language=language)
            if parsed.document is None:
                return Updated(None, standing.lock, problems=parsed.problems)
            settled = standing.settled or Settled()
            merge = _Update(parsed.document, load_lock(standing.lock), found, standing.text is None, settled)
            merge.sources = WrittenSources(merge.entries, merge.lock_now, found.texts)
            return merge.run(parsed.problems, found.cards)

        return merged()


class _Update(UpdateState):
    """One update: goes through the events and collects the edits and the new records."""

    def run(self, problems: tuple[Problem, ...], cards: Sequence[ArticleCard]) -> Updated:
        """Merges all events, one after the other."""
        for place, (id_, item) in enumerate(self.items.items()):
            self._standing(place, id_, item)
        for id_ in self.lock.records:
            if id_ not in self.items:
                self._absent(id_, self.lock.records[id_])
        self._new()
        if self.removals:
            self.patcher.remove_events(self.removals)
        self.wrote = bool(self.patcher.edits)
        if self.wrote:  # what the lock says of the edition before changes
            self.settled |= dict.fromkeys(self.said_to_have_stood(), "")
        edition = write_edition(self.patcher, self.edition)
        bom = BOM if self.document.bom else ""
        text = bom + apply(self.document.text, self.patcher.edits)
        report = self.notes.report(
            lock_lost=self.lost, older_copy=self.older_copy, has_machine_events=cites_articles(self.items)
        )
        now = self.new_lock(cards, edition)
        left = [id_ for id_ in self.lock.lines if id_ in self.standing and id_ not in now.records]
        new_lock = dump_lock(now, self.lock, left, is_later_edition=self.wrote)
        return Updated(text, new_lock, report, problems, self.document, self.settled)

    # ---- events of the file ------------------------------------------------------------------------------------

    def _standing(self, place: int, id_: str, item: Item) -> None:
        if id_ in self.standing:
            self.settled[id_] = self.standing[id_]
            return
        record, entry = self.lock.records.get(id_), self.extracted.get(id_)
        if record is not None:
            record = as_it_stood(record) if self.older_copy else of_this_file(record, item.plain)
        if record is None:
            self._unknown(id_, item, entry)
        elif record.state is State.ADDED or (record.state is not State.LIVE and not record.ours):
            self._added(id_, item, record, entry)
        elif entry is None:
            self._unreported(place, id_, item, record)
        else:
            self._merge(id_, item, record, entry)

    def _unknown(self, id_: str, item: Item, entry: Entry | None) -> None:
        """An event that the lock does not know: a person's, or the machine's from before the lock was lost."""
        if entry is not None and self.doubtful:
            self._merge(id_, item, Record(), entry)
            return
        if self.lock.records:
            self.note(id_, ChangeKind.ADDED, Author.PERSON, item.entry.title)
        self._added(id_, item, Record(state=State.ADDED), entry)

    def _added(self, id_: str, item: Item, record: Record, entry: Entry | None) -> None:
        """Leaves a person's event unchanged."""
        self.changes += person_changes(id_, record, item, self.revision)
        machine = entry.id if entry and entry.id != id_ else record.machine
        self.records[id_] = added(item, machine)

    def _merge(self, id_: str, item: Item, record: Record, entry: Entry) -> None:
        spelled = spelled_sources(record, self.sources.of(entry, record), entry.sources)
        if not self.doubtful and is_settled(record, item.plain, item.sources, plain_of(entry), spelled):
            self.records[id_] = with_source_facts(with_facts(record, id_, entry), entry)
            self.settled[id_] = ""
            return
        if record.state is not State.LIVE and not self.older_copy:
            self.note(id_, ChangeKind.RESTORED, Author.PERSON, item.entry.title)
        self.changes += person_changes(id_, record, item, self.revision)
        before = len(self.patcher.edits)
        base = as_stated(record, item.plain, plain_of(entry)) if self.doubtful else record
        record = self._merge_fields(id_, item, base, entry)
        record = self._merge_sources(id_, item, base, record, entry)
        if len(self.patcher.edits) > before:
            self.notes.changed.append(id_)
        self.records[id_] = with_facts(record, id_, entry)

    def _merge_fields(self, id_: str, item: Item, base: Record, entry: Entry) -> Record:
        guarded = frozenset(MANAGED) if item.entry.confirmed else guarded_fields(self.document, item)
        merged = merge_fields(base, item.plain, plain_of(entry), guarded)
        if merged.set_:
            self.patcher.set_fields(item.node, merged.set_)
            self._note_fields(id_, item, merged.set_)
        return replace(base, state=State.LIVE, into="", ours=merged.ours, theirs=merged.theirs, latest=merged.latest)

    def _note_fields(self, id_: str, item: Item, values: Mapping[str, Plain | None]) -> None:
        for name, value in values.items():
            before = item.plain.get(name) or ""
            self.note(
                id_, ChangeKind.CHANGED, Author.MACHINE, item.entry.title, field=name, before=before, after=value or ""
            )

    def _merge_sources(self, id_: str, item: Item, base: Record, record: Record, entry: Entry) -> Record:
        pair_guarded = self.is_sources_guarded(item)
        merged = merge_sources(
            base.sources,
            item.sources,
            self.sources.of(entry, base),
            entry.sources,
            guarded=range(len(item.sources)) if pair_guarded else commented_sources(self.document, item),
            project=ProjectSources(self.articles, self.kept_quotes, self.doubtful),
        )
        if merged.orphans:
            self.notes.orphaned.append(id_)
        if pair_guarded:
            return record
        self._patch_sources(id_, item, merged)
        return replace(record, sources=merged.records)

    def _patch_sources(self, id_: str, item: Item, merged: Sources) -> None:
        for place, values in merged.set_.items():
            self.patcher.set_source(item, place, values)
        emptied = len(merged.remove) == len(item.sources)
        remove = () if merged.append and emptied else merged.remove  # a list must not be emptied and filled at once
        if remove:
            self.patcher.remove_sources(item, remove)
        if merged.append:
            self.patcher.append_sources(item, merged.append)
        if merged.append or remove:
            gone, came = cited([item.sources[place] for place in remove]), cited(merged.append)
            self.note(
                id_, ChangeKind.CHANGED, Author.MACHINE, item.entry.title, field="sources", before=gone, after=came
            )

    def _unreported(self, place: int, id_: str, item: Item, record: Record) -> None:
        """An event that the machine does not find any more."""
        self.changes += person_changes(id_, record, item, self.revision)
        into = self.moves.mentioned_by(record)
        cited = {source.get("article", "") for source in item.sources} - {""}
        gone = self.articles is not None and not cited <= self.articles
        if self.articles is None or gone or not is_untouched(self.document, item, record):
            (self.notes.orphaned if gone else self.notes.unreported).append(id_)
            self.records[id_] = replace(record, state=State.LIVE, theirs=their_fields(record, item.plain))
            return
        self.removals.append(place)
        self.notes.removed.append(id_)
        self.records[id_] = replace(record, state=State.GONE, into=into)
        self.note(id_, ChangeKind.MERGED if into else ChangeKind.REMOVED, Author.MACHINE, item.entry.title, into=into)

    # ---- events that are not in the file -----------------------------------------------------------------------

    def _absent(self, id_: str, record: Record) -> None:
        entry = self.extracted.get(id_)
        if self.older_copy and is_unseen(record):
            self.notes.unseen.append(id_)  # the copy never had it: see `_new`
            if entry is None:
                self.records[id_] = replace(record, state=State.GONE)
        elif record.state in (State.LIVE, State.ADDED) and not self.fresh:
            self._deleted(id_, record)
        elif record.state in (State.DELETED, State.HELD):
            self._kept_out(id_, record)
        elif entry is None:
            state = State.GONE if record.state is State.LIVE else record.state
            self.records[id_] = replace(record, state=state)
        # else: a machine's event that is to be written (again): see `_new`

    def _deleted(self, id_: str, record: Record) -> None:
        """A person took it out, or merged it into another event by moving its sources there."""
        into = self.moves.moved_to(record)
        title = titled(record)
        self.note(id_, ChangeKind.MERGED if into else ChangeKind.REMOVED, Author.PERSON, title, into=into)
        self.notes.taken_out.append(id_)
        self._kept_out(id_, replace(record, state=State.DELETED, into=into))

    def _kept_out(self, id_: str, record: Record) -> None:
        """Keeps what the machine now says of it out of the file, and remembers that in the lock."""
        if not (places := self.places.get(id_)):
            self.records[id_] = record
            return
        (self.notes.held if record.state is State.HELD else self.notes.deleted).append(id_)
        entries = [self.entries[place] for place in places]
        now = [written(id_, entry, self.sources.of(entry, record)) for entry in entries]
        others = [source for one in now[1:] for source in one.sources]
        self.records[id_] = replace(
            now[0], state=record.state, into=record.into, further_sources=remembered(record, now[0].sources, others)
        )

    def _new(self) -> None:
        """Events that are to be written: never seen before, or taken out by the machine and found again."""
        used = used_ids(self.lock, self.document.items)
        new: list[tuple[str, Entry]] = []
        for index, entry in enumerate(self.entries):
            id_ = self.out.get(index) or self.found.get(index)
            if id_ is None:
                id_ = new_id(entry, used)
                used.add(id_)
            if id_ in self.records or id_ in self.standing:
                continue
            new.append((id_, entry))
        doubtful = [self.doubt.may_be_deleted(entry) for _, entry in new]
        for id_, entry in compress(new, doubtful):
            self.records[id_] = replace(written(id_, entry, self.sources.of(entry, None)), state=State.HELD)
            self.notes.held.append(id_)
        self._write([one for one, held in zip(new, doubtful, strict=True) if not held])

    def _write(self, new: Sequence[tuple[str, Entry]]) -> None:
        where = places(self.document.entries, [entry for _, entry in new])
        events = []
        for after, index in where:
            id_, entry = new[index]
            sources = self.sources.of(entry, self.lock.records.get(id_))
            events.append(New(id_, plain_of(entry), sources, after))
            self.records[id_] = written(id_, entry, sources)
            if self.sources.of(entry, self.records[id_]) == sources:
                self.settled[id_] = ""
            self.notes.added.append(id_)
            if id_ in self.notes.unseen:  # the history has it already
                continue
            self.note(
                id_, ChangeKind.RESTORED if id_ in self.lock.records else ChangeKind.ADDED, Author.MACHINE, entry.title
            )
        self.patcher.insert_events(events)
