"""The records of a lock. Of one that our own updates wrote, each line is read when somebody asks for it.

Of thousands of events an update touches a few. What it must know of all others (whether one has a history, or another
id of the machine's) is seen in the text of their lines.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

Read = TypeVar("Read")

_CITED = re.compile(r'"(?:article|url)"\s*:\s*("(?:[^"\\]|\\.)*")')


class Records(Mapping[str, Read]):
    """Records by id: those of lines, in their order, or those of a mapping.

    Args:
        lines: The line of each record, by id: JSON in which no character is written by its number.
        read: Gives the record of a line.
        known: Records that stand in place of those of their lines; without lines, all records.
    """

    def __init__(
        self, lines: Mapping[str, str], read: Callable[[str], Read], known: Mapping[str, Read] | None = None
    ) -> None:
        self._lines, self._read, self._known = lines, read, known or {}
        self._saying: dict[str, list[str]] = {}

    @classmethod
    def of(cls, records: Mapping[str, Read]) -> Records[Read]:
        """The same records with the methods of this class."""
        return records if isinstance(records, Records) else Records({}, records.__getitem__, records)

    def __getitem__(self, id_: str) -> Read:
        return self._known[id_] if id_ in self._known else self._read(self._lines[id_])

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines or self._known)

    def __len__(self) -> int:
        return len(self._lines or self._known)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._known or id_ in self._lines

    def may_say(self, id_: str, field: str) -> bool:
        """Whether a record may have a value for a field; it is not read to say so: a line seldom names an empty one."""
        return id_ in self._known or f'"{field}"' in self._lines.get(id_, "")

    def ids_saying(self, field: str) -> Sequence[str]:
        """The ids of the records of which `may_say` is true for a field, in order."""
        if field not in self._saying:
            name, known, lines = f'"{field}"', self._known, self._lines.items()
            self._saying[field] = [id_ for id_, line in lines if name in line or id_ in known] if lines else [*known]
        return self._saying[field]

    @property
    def parts(self) -> tuple[Iterable[str], Iterable[Read]]:
        """The lines of the records that are not read, and the records that are."""
        return (line for id_, line in self._lines.items() if id_ not in self._known), self._known.values()

    def replaced(self, others: Mapping[str, Read]) -> Records[Read]:
        """The same with other records for some of the ids."""
        return Records(self._lines, self._read, {**self._known, **others})

    def citing(self, place: str) -> Iterator[Read]:
        """The records of lines that may have a source of an article or of an address."""
        ids = self._citing.get(place, {}) if place else self._lines
        return (self[id_] for id_ in ids if id_ not in self._known)

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
    return Records.of(records).may_say(id_, field)


def saying(records: Mapping[str, Read], field: str) -> Iterator[tuple[str, Read]]:
    """The records that may have a value for a field, with their ids, in order.

    Args:
        records: The records of a lock.
        field: The name of the field in the lock.
    """
    every = Records.of(records)
    return ((id_, every[id_]) for id_ in every.ids_saying(field))
