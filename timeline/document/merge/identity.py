"""The id of every event of a file, also of those that a person wrote without one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.document.lock import Lock, Record, State
from timeline.document.lock.records import saying
from timeline.document.merge.matching import folded, made_id, used_ids
from timeline.document.parse.types import Document, Item, Plain


def identities(document: Document, lock: Lock | None) -> tuple[str, ...]:
    """One id for each item, in the order of the file.

    An event without an id gets one from its title and date; the lock remembers it, so that its permalink stays when the
    title or the date is edited later.

    Args:
        document: The file.
        lock: Its lock; None where there is none.

    Returns:
        The ids, all different.
    """
    own = tuple(item.id for item in document.items)
    if all(own):
        return own
    used = used_ids(lock, document.items)
    nameless = {
        id_: record
        for id_, record in (saying(lock.records, "nameless") if lock else ())
        if record.nameless and record.state is State.ADDED
    }
    known = _remembered([item.plain for item in document.items if not item.id], nameless)
    return tuple(_identities(document.items, iter(known), used))


def items_by_id(document: Document, lock: Lock | None) -> dict[str, Item]:
    """The items of a file by the ids of their events, in the order of the file.

    Args:
        document: The file.
        lock: Its lock; None where there is none.

    Returns:
        The items; none is left out, as all ids are different.
    """
    return dict(zip(identities(document, lock), document.items, strict=True))


def line_of(document: Document, lock: Lock | None, id_: str) -> int | None:
    """The line of an event, from 1, also for an id that was merged into another; None where there is no such event.

    Args:
        document: The file.
        lock: Its lock; None where there is none.
        id_: An event's id, current or from before a merge.

    Returns:
        The line, or None.
    """
    wanted = lock.target(id_) if lock else id_
    named = items_by_id(document, lock).items()
    return next((item.line for known, item in named if known in (id_, wanted)), None)


def _identities(items: tuple[Item, ...], known: Iterator[str], used: set[str]) -> Iterator[str]:
    for item in items:
        id_ = item.id or next(known) or made_id((item.entry.title, item.entry.date), used)
        used.add(id_)
        yield id_


def _remembered(unnamed: list[Mapping[str, Plain]], nameless: Mapping[str, Record]) -> list[str]:
    """For each event the remembered id: by title and date, by title, by date; "" where it is new."""
    free = dict(nameless)
    found = [""] * len(unnamed)
    for with_title, with_date in ((True, True), (True, False), (False, True)):
        index = {_signature(record.theirs, with_title, with_date): id_ for id_, record in reversed(free.items())}
        for place, item in enumerate(unnamed):
            id_ = "" if found[place] else index.pop(_signature(item, with_title, with_date), "")
            if id_:
                found[place] = id_
                free.pop(id_, None)
    return found


def _signature(plain: Mapping[str, object], with_title: bool, with_date: bool) -> tuple[str, str]:
    title = folded(str(plain.get("title") or "")) if with_title else ""
    return title, str(plain.get("date") or "") if with_date else ""
