"""The merge of the fields of an event."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from timeline.document.lock import Record, State
from timeline.document.parse.fields import MANAGED
from timeline.document.parse.types import Plain
from timeline.model import Status

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Fields:
    """A merge of fields: `set_` are the values to write (None: remove the field); the rest is the new record."""

    set_: Mapping[str, Plain | None]
    ours: Mapping[str, Plain]
    theirs: Mapping[str, Plain | None]
    latest: Mapping[str, Plain | None]


def merge_fields(
    record: Record, file: Mapping[str, Plain], machine: Mapping[str, Plain], guarded: Collection[str]
) -> Fields:
    """Merges the fields of an event: a person's value stays, the machine's changes are taken over elsewhere.

    Args:
        record: The record of the event.
        file: The fields of the event in the file.
        machine: The fields as the machine would now write them.
        guarded: The fields that are left as they are for now: a comment stands within, or the event is confirmed.

    Returns:
        The values to write and the new record.
    """
    set_: dict[str, Plain | None] = {}
    ours, theirs = dict(record.ours), dict(record.theirs)
    latest: dict[str, Plain | None] = {}
    for name in MANAGED:
        base, stands = record.ours.get(name), file.get(name)
        now = _as_written(name, base, machine.get(name))
        if name in record.theirs or stands != base:
            theirs[name] = stands
        elif name not in guarded:
            if now != base:
                set_[name] = now
            put(ours, name, now)
            continue
        if now != base:
            latest[name] = now
    return Fields(set_, ours, theirs, latest)


def _as_written(name: str, base: Plain | None, now: Plain | None) -> Plain | None:
    """What the machine says, with default values spelled out where an earlier version wrote them."""
    return base if name == "status" and now is None and base == str(Status.ASSERTED) else now


def as_stated(record: Record, file: Mapping[str, Plain], machine: Mapping[str, Plain]) -> Record:
    """The record to merge with where the lock is lost or older than the file.

    A value that is the same in the file and from the machine is the machine's; what the file lacks and the lock never
    had was removed by a person.

    Args:
        record: The record of the event, as the lock has it.
        file: The fields of the event in the file.
        machine: The fields as the machine would now write them.

    Returns:
        A record whose `ours` and `theirs` agree with the file.
    """
    same = {name: machine[name] for name in MANAGED if name in machine and file.get(name) == machine[name]}
    if "status" not in machine and file.get("status") == str(Status.ASSERTED):
        same["status"] = str(Status.ASSERTED)
    missing = {name: None for name in MANAGED if name in machine and name not in record.ours and file.get(name) is None}
    return replace(record, ours={**record.ours, **same}, theirs={**missing, **record.theirs})


def of_this_file(record: Record, file: Mapping[str, Plain]) -> Record:
    """The record of an event of which git left several: for each field, the one that agrees with the file.

    Returns:
        One record without others.
    """
    if not record.others:
        return record
    ours = dict(record.ours)
    for name in MANAGED:
        for other in record.others:
            if file.get(name) != ours.get(name) and file.get(name) == other.ours.get(name):
                put(ours, name, other.ours.get(name))
    return replace(record, ours=ours, others=())


def their_fields(record: Record, file: Mapping[str, Plain]) -> dict[str, Plain | None]:
    """The fields that are the person's by now, as they stand in the file (None: taken out)."""
    return {
        name: file.get(name) for name in MANAGED if name in record.theirs or file.get(name) != record.ours.get(name)
    }


def put(into: dict[str, Value], name: str, value: Value | None) -> None:
    """Sets an entry of a mapping; None removes it."""
    if value is None:
        into.pop(name, None)
    else:
        into[name] = value


def is_settled(
    record: Record,
    file: Mapping[str, Plain],
    file_sources: Sequence[Mapping[str, str]],
    machine: Mapping[str, Plain],
    machine_sources: Sequence[Mapping[str, str]],
) -> bool:
    """Whether file, lock and machine say the same and nothing is a person's: then there is nothing to merge.

    Args:
        record: The record of the event.
        file: The fields of the event in the file.
        file_sources: Its sources in the file.
        machine: The fields as the machine would now write them.
        machine_sources: The sources as the machine would now write them, in the order of the record's.

    Returns:
        True where a merge would change neither the file nor the record.
    """
    if (
        record.state is not State.LIVE
        or record.theirs
        or not len(file_sources) == len(record.sources) == len(machine_sources)
    ):
        return False
    same = record.ours == machine and not any(file.get(name) != machine.get(name) for name in MANAGED)
    return same and all(
        there == known.ours == now and not known.theirs
        for there, known, now in zip(file_sources, record.sources, machine_sources, strict=True)
    )
