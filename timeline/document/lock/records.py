"""What the lines of a lock hold that one of our own updates wrote: each is read when somebody asks for it.

Of thousands of events an update touches a few. What it must know of all others (whether one has a history, or another
id of the machine's) is seen in the text of their lines.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

Read = TypeVar("Read")

_CITED = re.compile(r'"(?:article|url)"\s*:\s*("(?:[^"\\]|\\.)*")')


class LineRecords(Mapping[str, Read]):
    """Records by id, in the order of their lines.

    Args:
        lines: The line of each record, by id: JSON in which no character is written by its number.
        read: Gives the record of a line.
        instead: Records that stand in place of those of their lines.
    """

    def __init__(
        self, lines: Mapping[str, str], read: Callable[[str], Read], instead: Mapping[str, Read] | None = None
    ) -> None:
        self._lines, self._read, self._instead = lines, read, instead or {}

    def __getitem__(self, id_: str) -> Read:
        return self._instead[id_] if id_ in self._instead else self._read(self._lines[id_])

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._lines

    def may_say(self, id_: str, field: str) -> bool:
        """Whether a record may have a value for a field: a line seldom names an empty one."""
        line = self._lines.get(id_, "")
        return id_ in self._instead or f'"{field}":' in line or f'"{field}" ' in line

    @property
    def parts(self) -> tuple[Iterable[str], Iterable[Read]]:
        """The lines that count, and the records that stand in place of others."""
        return (line for id_, line in self._lines.items() if id_ not in self._instead), self._instead.values()

    def replaced(self, instead: Mapping[str, Read]) -> LineRecords[Read]:
        """The same with other records for some of the ids."""
        return LineRecords(self._lines, self._read, {**self._instead, **instead})

    def citing(self, place: str) -> Iterator[Read]:
        """The records that may have a source of an article or of an address."""
        ids = self._citing.get(place, {}) if place else self._lines
        return (self[id_] for id_ in dict.fromkeys((*ids, *self._instead)))

    @cached_property
    def _citing(self) -> Mapping[str, Mapping[str, None]]:
        """The ids of the lines that have an article or an address, by that."""
        found: dict[str, dict[str, None]] = {}
        for id_, line in self._lines.items():
            for place in _CITED.findall(line):
                found.setdefault(json.loads(place), {})[id_] = None
        return found


def may_say(records: Mapping[str, Read], id_: str, field: str) -> bool:
    """Whether a record may have a value for a field; it is not read to say so.

    Args:
        records: The records of a lock.
        id_: The id of an event.
        field: The name of the field in the lock.
    """
    return records.may_say(id_, field) if isinstance(records, LineRecords) else id_ in records


def saying(records: Mapping[str, Read], field: str) -> Iterator[tuple[str, Read]]:
    """The records that may have a value for a field, with their ids, in order.

    Args:
        records: The records of a lock.
        field: The name of the field in the lock.
    """
    return ((id_, records[id_]) for id_ in records if may_say(records, id_, field))


def parts(records: Mapping[str, Read]) -> tuple[Iterable[str], Iterable[Read]]:
    """The lines of records that are not read, and the records that are.

    Args:
        records: The records of a lock.
    """
    return records.parts if isinstance(records, LineRecords) else ((), records.values())


def replaced(records: Mapping[str, Read], instead: Mapping[str, Read]) -> Mapping[str, Read]:
    """Records with others for some of their ids.

    Args:
        records: The records of a lock.
        instead: The others, by ids that are among these.
    """
    return records.replaced(instead) if isinstance(records, LineRecords) else {**records, **instead}
