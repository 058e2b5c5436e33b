"""What a timeline file holds once it is read: the head, the events, and where each stands in the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from timeline.document.lines import Lines
from timeline.document.tree import MappingNode, Node, Pair
from timeline.model import Date, Entry, Problem

Plain: TypeAlias = str | tuple[str, ...]
"""A field's value as text: what is compared, merged and remembered."""

Understand: TypeAlias = Callable[[str], Date | None]
"""From a date in a person's words ("1er mars 2020") to the date; None where it is not understood. EDTF never gets
here."""


@dataclass(frozen=True, slots=True)
class About:
    """The topic: which events of the articles belong. All empty: all do. `interval` is `period` understood."""

    words: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    period: str = ""
    interval: Date | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the events. `articles` are files, folders or globs relative to the timeline file; `names` is
    the names file; `fields` are pairs of a field of ours and what exports call it."""

    title: str = ""
    slug: str = ""
    language: str = "fr"
    description: str = ""
    articles: tuple[str, ...] = ()
    zone: str = "Europe/Paris"
    encoding: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    about: About = About()
    full_text: bool = False
    names: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One event of the file.

    `entry` is what it says; its id is "" where the file gives none. `plain` holds every field that stands there, as
    text (the sources are in `sources`, one mapping each). `node` is its mapping; `begin` the offset of its dash (of
    its brace in a flow list), `comments` where the comment lines above it begin.
    """

    entry: Entry
    plain: Mapping[str, Plain]
    sources: tuple[Mapping[str, str], ...]
    node: Node
    begin: int
    comments: int

    @property
    def id(self) -> str:
        """The id in the file, or ""."""
        return self.entry.id


@dataclass(frozen=True, slots=True)
class Document:
    """A timeline file without errors. `text` has no BOM; `bom` tells whether the file began with one. Offsets are
    into `text`."""

    path: str
    text: str
    bom: bool
    lines: Lines
    head: Head
    items: tuple[Item, ...]
    root: MappingNode
    events: Pair | None
    warnings: tuple[Problem, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The events as the file gives them, in its order."""
        return tuple(item.entry for item in self.items)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document, or None where there are errors, and every problem of the file in its order."""

    document: Document | None
    problems: tuple[Problem, ...]
