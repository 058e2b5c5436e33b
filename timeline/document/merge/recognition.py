"""Matches the machine's events with those of the file and the lock, including deleted and merged ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.document.lock import Lock, Record, State
from timeline.document.lock.records import Records
from timeline.document.merge.deletions import arranged, without_others
from timeline.document.merge.edition import is_unseen
from timeline.document.merge.history import Moves
from timeline.document.merge.matching import match
from timeline.document.parse.types import Item
from timeline.model import Entry


@dataclass(frozen=True, slots=True)
class Recognised:
    """The machine's events, without what a person took out of them.

    `found` leads from the index of each entry to the id of its event, `out` to the id of its deleted event. `extracted`
    leads from ids to what the machine says of the events; the sources of an event that a person merged into another
    count for the other.
    """

    entries: tuple[Entry, ...]
    found: Mapping[int, str]
    out: Mapping[int, str]
    extracted: Mapping[str, Entry]


def with_deletions(lock: Lock, items: Mapping[str, Item], *, older_copy: bool) -> Lock:
    """The lock with what a person took out of the file, or merged into another event, since it was written.

    Args:
        lock: The lock.
        items: The events of the file, by id.
        older_copy: Whether the file is a copy of an earlier edition: what it lacks was then not taken out.

    Returns:
        The lock, whose records of these events are marked as deleted or merged.
    """
    out, moves = dict[str, Record](), Moves(items, lock)
    for id_ in lock.records:
        record = lock.records[id_] if id_ not in items else None
        if record and record.state in (State.LIVE, State.ADDED) and not (older_copy and is_unseen(record)):
            out[id_] = replace(record, state=State.DELETED, into=moves.moved_to(record))
    return replace(lock, records=Records.of(lock.records).replaced(out)) if out else lock


def recognised(entries: Sequence[Entry], lock: Lock, items: Mapping[str, Item]) -> Recognised:
    """Finds the machine's events among those of the lock and of the file.

    Args:
        entries: The machine's events.
        lock: The lock, with the deleted events.
        items: The events of the file, by id.

    Returns:
        The ids by index; new events are in neither map.
    """
    kept = arranged(entries, lock, items)
    out = without_others(kept.entries, kept.out, kept.out, lock)
    left = [place for place in range(len(kept.entries)) if place not in out]
    matched = match([kept.entries[place] for place in left], lock.records, items)
    found = without_others(kept.entries, {left[place]: id_ for place, id_ in matched.items()}, out, lock)
    return Recognised(kept.entries, found, out, _current(kept.entries, found, out, lock, items))


def places_of(known: Recognised) -> Mapping[str, Sequence[int]]:
    """The indices of the entries of each event, deleted ones included."""
    places: dict[str, list[int]] = {}
    for place, id_ in sorted((*known.found.items(), *known.out.items())):
        places.setdefault(id_, []).append(place)
    return places


def _current(
    entries: Sequence[Entry], found: Mapping[int, str], out: Mapping[int, str], lock: Lock, items: Mapping[str, Item]
) -> dict[str, Entry]:
    current = {id_: entries[place] for place, id_ in found.items()}
    merged = {*Records.of(lock.records).ids_saying("into")}
    for place, id_ in ((place, id_) for place, id_ in (*found.items(), *out.items()) if id_ in merged):
        target = lock.target(id_)
        if target == id_ or target not in items or lock.records[id_].state is State.GONE:
            continue
        if entry := current.get(target):
            current[target] = replace(entry, sources=entry.sources + entries[place].sources)
    return current


@dataclass(frozen=True, slots=True)
class Doubt:
    """Whether the lock may have forgotten what a person did.

    `is_doubtful`: the lock is lost or does not know all that the machine wrote to the file. `forgotten` are the
    articles of which it may lack a deletion; None: any article.
    """

    is_doubtful: bool = False
    forgotten: frozenset[str] | None = frozenset()

    def may_be_deleted(self, entry: Entry) -> bool:
        """Whether a person may have taken out an event that stands neither in the file nor in the lock."""
        return self.forgotten is None or any(source.article in self.forgotten for source in entry.sources)


def doubt_of(
    entries: Sequence[Entry], lock: Lock, items: Mapping[str, Item], *, lost: bool, same_edition: bool
) -> Doubt:
    """How far the lock can be relied on.

    Args:
        entries: The machine's events.
        lock: What the machine remembers; empty where it is lost.
        items: The events of the file by id.
        lost: Whether there is a file without a lock.
        same_edition: Whether the file has the lock's edition. Then the lock is not older: it is that of one branch,
            and lacks what the other branch did with the articles that it read. Events of other articles are new.
    """
    ours = {entry.id for entry in entries}
    unknown = [item for id_, item in items.items() if id_ not in lock.records]
    if lost and cites_articles(items):
        return Doubt(True, None)
    if not any(id_ in ours for id_ in items if id_ not in lock.records):
        return Doubt()
    cited = (source.get("article", "") for item in unknown for source in item.sources)
    return Doubt(True, frozenset(cited) - {""} if same_edition else None)


def cites_articles(items: Mapping[str, Item]) -> bool:
    """Whether a file holds events that cite articles: the machine's, most likely."""
    return any("article" in source for item in items.values() for source in item.sources)
