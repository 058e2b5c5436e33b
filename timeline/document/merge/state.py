"""What an update knows and collects: the file, the lock, the machine's events, the edits and the new records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from timeline.document.lock import Author, ChangeKind, FieldChange, Lock, Record, State, came_last
from timeline.document.lock.article_cards import kept_cards
from timeline.document.lock.quotes import KeptQuotes
from timeline.document.lock.records import Records, saying
from timeline.document.merge.edition import edition_line, edition_of, with_stood
from timeline.document.merge.history import Moves, with_history
from timeline.document.merge.identity import identities
from timeline.document.merge.machine_fields import WrittenSources
from timeline.document.merge.recognition import doubt_of, places_of, recognised, with_deletions
from timeline.document.merge.threeway.source_pairs import seen_source
from timeline.document.merge.types import Extraction, Notes
from timeline.document.origins import Settled
from timeline.document.parse.types import Document, Item
from timeline.document.writing.layout import guarded_fields
from timeline.document.writing.patch import Patcher
from timeline.model import ArticleCard, Entry


class UpdateState:
    """What an update knows of the file, the lock and the machine's events, and what it has collected so far."""

    def __init__(
        self,
        document: Document,
        lock: Lock | None,
        machine: Extraction,
        fresh: bool,
        settled: Settled,
    ) -> None:
        self.document = document
        self.lock = lock or Lock()
        self.revision = self.lock.revision + 1  # the number of this build in the history
        self.articles = None if machine.articles is None else frozenset(machine.articles)
        self.fresh = fresh
        self.lost = lock is None and bool(document.items)
        self.patcher = Patcher(document)
        self.records: dict[str, Record] = {}
        self.changes: list[FieldChange] = []
        self.notes = Notes()
        self.removals: list[int] = []
        self.wrote = False
        self.kept_quotes = KeptQuotes(self.lock)
        self.ids = identities(document, lock)
        self.items = dict(zip(self.ids, document.items, strict=True))
        self.edition = edition_of(document, self.lock)
        self.older_copy = self.edition.is_older_copy and not fresh
        if document.events_at is None:
            self.patcher.above_events = edition_line(document, self.edition.letter(wrote=True)) + self.patcher.newline
        lock = self.lock if fresh else with_deletions(self.lock, self.items, older_copy=self.older_copy)
        self.lock_now, known = lock, recognised(machine.entries, lock, self.items)
        self.entries, self.out, self.found, self.extracted = known.entries, known.out, known.found, known.extracted
        self.sources = WrittenSources(self.entries, lock)
        self.places, seen = places_of(known), () if fresh else self.entries
        self.doubt = doubt_of(seen, self.lock, self.items, lost=self.lost, same_edition=self.edition.is_of_a_branch)
        self.doubtful = self.doubt.is_doubtful
        as_left = not (self.doubtful or self.older_copy)
        origin_of = settled.among(document, self.ids, self.lock) if as_left else dict[str, str]()
        self.standing = self._standing_of(origin_of, settled.said)
        self.settled = dict[str, str]()
        self.moves = Moves(self.items, self.lock, self.extracted, self.standing)

    def _standing_of(self, origin_of: Mapping[str, str], said: Callable[[Entry], bool]) -> dict[str, str]:
        """Those of some events of which the machine says what it said at the last update, with their digests."""
        named = {id_: record.machine for id_, record in saying(self.lock.records, "machine") if record.machine}
        both = ((id_, origin, self.extracted.get(id_)) for id_, origin in origin_of.items())
        return {id_: origin for id_, origin, one in both if one and one.id == named.get(id_, id_) and said(one)}

    def note(self, id_: str, what: ChangeKind, by: Author, title: str, **more: Any) -> None:
        """Notes a line of the history."""
        self.changes.append(FieldChange(self.revision, id_, what, by, title, **more))

    def new_lock(self, cards: Sequence[ArticleCard], edition: str) -> Lock:
        """The lock after this update; the first build makes no history."""
        before = self.lock.records
        earlier = (id_ for id_ in self.said_to_have_stood() if not came_last(self.lock, id_))
        stood = {id_: before[id_] for id_ in earlier}
        records = with_stood({**self.records, **stood}, before, written=self.wrote, older_copy=self.older_copy)
        changes = self.changes if before else []
        records = with_history(records, before, changes)
        return Lock(records, kept_cards(self.lock.cards, cards, self._cited()), edition)

    def said_to_have_stood(self) -> Iterable[str]:
        """The events that stay as they are, of which the lock may say how the edition before the last had them."""
        return (id_ for id_ in Records.of(self.lock.records).ids_saying("stood") if id_ in self.standing)

    def _cited(self) -> set[str]:
        """The articles that the machine's events cite, and those of the file after this update."""
        cited = {source.article for entry in self.entries for source in entry.sources}
        for record in self.records.values():
            if record.state in (State.LIVE, State.ADDED):
                cited.update(seen_source(source).get("article", "") for source in record.sources)
        for id_ in self.records:
            if item := self.items.get(id_):
                others = {source.get("article", "") for source in item.sources} - cited
                cited |= others if others and self.is_sources_guarded(item) else set()
        return cited

    def is_sources_guarded(self, item: Item) -> bool:
        """Whether a person wrote something about the list of an event's sources that no patch may lose."""
        return "sources" in guarded_fields(self.document, item)
