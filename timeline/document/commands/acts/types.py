"""The acts, and the result of an act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from timeline.document.commands.acts.sources import whole_sources
from timeline.document.lock import Lock, Record
from timeline.document.merge.identity import identities
from timeline.document.parse.types import Document, Item, Understand
from timeline.document.writing.patch import Patcher
from timeline.document.yaml.findings import Finding
from timeline.model import Problem


@dataclass(frozen=True, slots=True)
class Mark:
    """Marks an event as checked (`confirmed`) or as not published (`hidden`); `on` False removes the mark."""

    id: str
    field: Literal["confirmed", "hidden"]
    on: bool = True


@dataclass(frozen=True, slots=True)
class Retitle:
    """Gives an event another headline."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Redate:
    """Gives an event another date: EDTF, or words that name it as a whole."""

    id: str
    date: str


@dataclass(frozen=True, slots=True)
class Rename:
    """Gives an event other people and places: one name a line."""

    id: str
    people: str
    places: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Merges two events: `into` gains the sources, names and comments of `id`, which is removed."""

    id: str
    into: str


@dataclass(frozen=True, slots=True)
class Split:
    """Splits a second event off, with the sources that report it (`sources`: their indices, from 0).

    The sources are moved; where they are all that the event has, both events keep them.
    """

    id: str
    title: str
    date: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Add:
    """A new event; `url` is a page that reports it, or ""."""

    title: str
    date: str
    text: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Take:
    """Makes an entry of a candidate. `candidates` is the text of the file that lists them."""

    id: str
    candidates: str


@dataclass(frozen=True, slots=True)
class Accept:
    """Takes the machine's values for an event, or its value for one `field` ("" for all fields)."""

    id: str
    field: str = ""


Act: TypeAlias = Mark | Retitle | Redate | Rename | Merge | Split | Add | Take | Accept


@dataclass(frozen=True, slots=True)
class Edited:
    """The result of an act on a file: `text` is None where the act cannot be done, and `problems` say why.

    `lock` is the text of the lock, unchanged unless the act took the machine's values. `id` is the event to show next,
    `title` the headline of the event that the act is about. `document` is the new text, parsed.
    """

    text: str | None
    lock: str | None
    id: str = ""
    title: str = ""
    problems: tuple[Problem, ...] = ()
    document: Document | None = None


class Editing:
    """A document while an act patches it, with what the act needs."""

    def __init__(self, document: Document, lock: Lock | None, understand: Understand) -> None:
        self.document = document
        self.lock = lock
        self.understand = understand
        self.ids = identities(document, lock)
        self.patcher = Patcher(document)

    def title(self, id_: str) -> str:
        """The headline of an event before the act, "" where there is none such."""
        return self.document.items[self.ids.index(id_)].entry.title if id_ in self.ids else ""

    def sources(self, id_: str) -> tuple[Mapping[str, str], ...]:
        """The sources of an event with their quotes."""
        return whole_sources(self.item(id_), self.record(id_))

    def record(self, id_: str) -> Record | None:
        """What the lock knows of an event, None where it knows nothing."""
        return self.lock.records.get(id_) if self.lock else None

    def item(self, id_: str) -> Item:
        """The event of an id. Raises Refused where there is none, or where it is not a plain one."""
        if id_ not in self.ids:
            raise Refused(Finding(0, "act.unknown_id", {"id": id_}))
        return self.document.items[self.ids.index(id_)]


class Refused(Exception):  # noqa: N818 - a person's mistake, not an error of ours
    """An act cannot be done: `finding` says why and where."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.key)
        self.finding = finding
