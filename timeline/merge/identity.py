"""The ids of entries: made from the event's first telling, so that they do not depend on the other articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from timeline.merge.telling import Telling
from timeline.merge.vocabulary import fold

_LENGTH = 8


def identities(clusters: Sequence[Sequence[Telling]]) -> list[str]:
    """An id for each cluster, of eight hexadecimal digits; more for the later of two that would share one."""
    taken: set[str] = set()
    ids: list[str] = []
    for told in clusters:
        digest = _digest(told[0])
        length = _LENGTH
        while digest[:length] in taken:
            length += 1
        ids.append(digest[:length])
        taken.add(ids[-1])
    return ids


def _digest(first: Telling) -> str:
    """What an event is known by: its article, its sentence (folded), its trigger and which of these it is."""
    event = first.event
    offset = event.trigger.start - event.span.start
    trigger = event.quote[max(0, offset) : max(0, offset) + event.trigger.end - event.trigger.start]
    nth = event.quote[: max(0, offset)].count(trigger) if trigger else 0
    known_by = "\n".join(
        (event.article, " ".join(fold(event.quote).split()), fold(trigger), str(nth), str(event.status))
    )
    return blake2b(known_by.encode(), digest_size=20).hexdigest()


def successors(
    before: Mapping[str, Sequence[tuple[str, str]]], after: Mapping[str, Sequence[tuple[str, str]]]
) -> dict[str, str]:
    """Which new entry carries on which old one: from old ids to new ids.

    Both map an entry's id to its sources as (article, quote). An old entry lives on in the new one that shares most
    of its quotes (compared without spacing, case and accents); each new entry carries on one old entry at most, the
    one it shares most with, and among equals the one with the smaller id. Old entries whose quotes are all gone have
    no successor.
    """
    holders: dict[tuple[str, str], list[str]] = {}
    for identity in sorted(after):
        for source in {_normal(source) for source in after[identity]}:
            holders.setdefault(source, []).append(identity)
    shared: dict[tuple[str, str], int] = {}
    for old in sorted(before):
        for source in {_normal(source) for source in before[old]}:
            for new in holders.get(source, ()):
                shared[old, new] = shared.get((old, new), 0) + 1
    found: dict[str, str] = {}
    for old, new in sorted(shared, key=lambda pair: (-shared[pair], pair[0] != pair[1], pair)):
        if old not in found and new not in found.values():
            found[old] = new
    return found


def _normal(source: tuple[str, str]) -> tuple[str, str]:
    return (source[0], " ".join(fold(source[1]).split()))
