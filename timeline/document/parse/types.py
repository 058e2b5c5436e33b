"""What a timeline file holds once it is read: the head, the events, and where each stands in the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from timeline.document.yaml.lines import Lines
from timeline.document.yaml.tree import MappingNode, Node, Pair, Scalar, SequenceNode, compose, moved, resolved
from timeline.model import Date, Entry, Length, Problem

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
    """What stands above the events.

    `articles` are files, folders or globs relative to the timeline file; `length` says how many of their events become
    entries; `names` is the names file; `fields` are pairs of one of our fields and its name in exports.
    """

    title: str = ""
    slug: str = ""
    language: str = "fr"
    description: str = ""
    articles: tuple[str, ...] = ()
    zone: str = "Europe/Paris"
    encoding: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    about: About = About()
    length: Length = Length.NORMAL
    full_text: bool = False
    names: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One event of the file.

    `entry` is what it says, without its line; its id is "" where the file gives none. `plain` holds every field that
    stands there, as text (the sources are in `sources`, one mapping each). `begin` is the offset of its dash (of its
    brace in a flow list), `line` its line, from 1, `comments` where the comment lines above it begin. `read` is its
    mapping as it was read, `by` characters before where it now stands; or the event's text with its comments, which is
    read when the mapping is asked for.
    """

    entry: Entry
    plain: Mapping[str, Plain]
    sources: tuple[Mapping[str, str], ...]
    read: Node | str = field(compare=False)
    begin: int
    comments: int
    line: int
    by: int = field(default=0, compare=False)

    def moved(self, by: int, down: int) -> Item:
        """The event `by` characters and `down` lines further on."""
        begin, comments, line = self.begin + by, self.comments + by, self.line + down
        return Item(self.entry, self.plain, self.sources, self.read, begin, comments, line, self.by + by)

    @property
    def node(self) -> Node:
        """Its mapping, where it stands: a preview, which moves thousands at each edit, never asks."""
        return moved(_mapping(self.read) if isinstance(self.read, str) else self.read, self.by)

    @property
    def id(self) -> str:
        """The id in the file, or ""."""
        return self.entry.id


LIST = "events:\n"
"""What the text of an event is put behind, to be read alone."""


@lru_cache(maxsize=64)
def _mapping(text: str) -> Node:
    """The mapping of an event of a block list, from its own text behind `LIST`; an update asks for it several times."""
    root = compose(LIST + text)
    assert isinstance(root, MappingNode)
    events = root.pairs[0].value
    assert isinstance(events, SequenceNode)
    return events.items[0]


@dataclass(frozen=True, slots=True)
class Document:
    """A timeline file without errors.

    `text` has no BOM; `bom` is whether the file began with one. Offsets are into `text`. `tree` is the root
    mapping, whose list of events may be an older one: `items` are those that stand.
    """

    path: str
    text: str
    bom: bool
    lines: Lines
    head: Head
    items: tuple[Item, ...]
    tree: MappingNode = field(compare=False)
    events_at: int | None
    warnings: tuple[Problem, ...] = ()
    is_patched: bool = field(default=False, compare=False)

    @property
    def root(self) -> MappingNode:
        """The root mapping."""
        if not self.is_patched or self.events is None:
            return self.tree
        pairs = list(self.tree.pairs)
        pairs[self.events_at or 0] = self.events
        return self.tree._replace(pairs=tuple(pairs), end=pairs[-1].value.end)

    @property
    def events_key(self) -> Scalar | None:
        """The key `events`."""
        return None if self.events_at is None else self.tree.pairs[self.events_at].key

    @property
    def is_flow(self) -> bool:
        """Whether its events stand in brackets."""
        listed = resolved(self.tree.pairs[self.events_at].value) if self.events_at is not None else None
        return isinstance(listed, SequenceNode) and listed.flow

    @property
    def events(self) -> Pair | None:
        """The key `events` and its value, with the mappings of all events."""
        if self.events_at is None:
            return None
        pair = self.tree.pairs[self.events_at]
        if not self.is_patched or not isinstance(pair.value, SequenceNode):
            return pair
        nodes = tuple(item.node for item in self.items)
        return Pair(pair.key, pair.value._replace(items=nodes, start=self.items[0].begin, end=nodes[-1].end))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The events as the file gives them, in its order."""
        return tuple(item.entry for item in self.items)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document, or None where there are errors, and every problem of the file in its order."""

    document: Document | None
    problems: tuple[Problem, ...]
