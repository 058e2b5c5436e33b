"""YAML as a tree of nodes that know where they stand.

libyaml reads the events; nothing is resolved: `2020`, `no` and `12:30` are the text that was typed. The tree is small
and immutable, and every node has the offsets of its source text, so that a patch can replace just that.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

import yaml
from yaml.cyaml import CBaseLoader

MAX_DEPTH = 16
"""Nesting deeper than this is no timeline."""

MAX_ALIASED_NODES = 20_000
"""How many nodes aliases may stand for in all: the guard against alias bombs."""


class Scalar(NamedTuple):
    """A piece of text. `style` is "" (plain), `'`, `"`, `|` or `>`; `marked`: an anchor or a tag precedes it."""

    start: int
    end: int
    value: str
    style: str = ""
    marked: bool = False


class Pair(NamedTuple):
    """A key and its value."""

    key: Scalar
    value: Node


class MappingNode(NamedTuple):
    """Keys and values, in the order of the file; `flow` means written in braces."""

    start: int
    end: int
    flow: bool
    pairs: tuple[Pair, ...]
    marked: bool = False


class SequenceNode(NamedTuple):
    """A list; `flow` means written in brackets."""

    start: int
    end: int
    flow: bool
    items: tuple[Node, ...]
    marked: bool = False


class Alias(NamedTuple):
    """`*name`, and the node that it stands for."""

    start: int
    end: int
    target: Scalar | MappingNode | SequenceNode


Node: TypeAlias = Scalar | MappingNode | SequenceNode | Alias


class TreeError(Exception):
    """The tree cannot be read further: `key` says why (a text of the wording), `offset` where."""

    def __init__(self, offset: int, key: str, **arguments: object) -> None:
        super().__init__(key)
        self.offset = offset
        self.key = key
        self.arguments = arguments


def resolved(node: Node) -> Scalar | MappingNode | SequenceNode:
    """The node itself, or what an alias stands for.

    Returns:
        A node that is not an alias.
    """
    return node.target if isinstance(node, Alias) else node


def is_marked(node: Node) -> bool:
    """Whether a person wrote an alias, an anchor or a tag here."""
    return isinstance(node, Alias) or node.marked


def holds_mark(node: Node) -> bool:
    """Whether a person wrote an alias, an anchor or a tag here or anywhere within."""
    if is_marked(node):
        return True
    if isinstance(node, MappingNode):
        return any(holds_mark(pair.value) for pair in node.pairs)
    return isinstance(node, SequenceNode) and any(holds_mark(item) for item in node.items)


def moved(node: Node, by: int) -> Node:
    """The node as it stands `by` characters further on.

    Args:
        node: A node with its positions in code points.
        by: The number of code points; negative for back.

    Returns:
        A new node, with everything within it moved.
    """
    if by == 0:
        return node
    if isinstance(node, Scalar):
        return moved_text(node, by)
    if isinstance(node, MappingNode):
        start, end, flow, pairs, marked = node
        shifted = tuple([Pair(moved_text(key, by), moved(value, by)) for key, value in pairs])
        return MappingNode(start + by, end + by, flow, shifted, marked)
    if isinstance(node, SequenceNode):
        start, end, flow, items, marked = node
        return SequenceNode(start + by, end + by, flow, tuple([moved(item, by) for item in items]), marked)
    target = moved(node.target, by)
    assert not isinstance(target, Alias)
    return Alias(node.start + by, node.end + by, target)


def moved_text(node: Scalar, by: int) -> Scalar:
    """The same for what is known to be a text."""
    start, end, value, style, marked = node
    return Scalar(start + by, end + by, value, style, marked)


def compose(text: str) -> Scalar | MappingNode | SequenceNode | None:
    """The tree of a text without BOM; None where there is nothing but comments.

    Raises `yaml.YAMLError` where libyaml gives up and `TreeError` where we do.
    """
    return _Composer(text).document()


class _Composer:
    """One reading of one text: the anchors seen so far, and the events to come."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.next: Any = CBaseLoader(text).get_event  # libyaml's events have no useful types
        self.anchors: dict[str, Scalar | MappingNode | SequenceNode] = {}
        self.aliased = 0

    def document(self) -> Scalar | MappingNode | SequenceNode | None:
        self.next()
        if isinstance(self.next(), yaml.StreamEndEvent):
            return None
        node = resolved(self.node(self.next(), 0))
        self.next()
        after = self.next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise TreeError(after.start_mark.index, "syntax.second_document")
        return None if isinstance(node, Scalar) and node.start == node.end else node

    def node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        if kind is not yaml.AliasEvent and event.tag is not None:
            raise TreeError(event.start_mark.index, "syntax.special", mark="!")
        if depth > MAX_DEPTH:
            raise TreeError(event.start_mark.index, "syntax.too_deep")
        if kind is yaml.MappingStartEvent:
            return self.kept(event, self.mapping(event, depth))
        if kind is yaml.SequenceStartEvent:
            return self.kept(event, self.sequence(event, depth))
        return self.alias(event)

    def scalar(self, event: Any) -> Scalar:
        style = event.style or ""
        if event.tag is not None:
            raise TreeError(event.start_mark.index, "syntax.special", mark="!")
        if event.anchor is not None and not event.value and not style:
            raise TreeError(event.start_mark.index, "syntax.special", mark="&")
        start, end = event.start_mark.index, event.end_mark.index
        if style in ("|", ">"):
            end = self.block_end(start, end)
        node = Scalar(start, end, event.value, style, event.anchor is not None)
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def block_end(self, start: int, end: int) -> int:
        """Where a block text ends: libyaml counts the blank lines after it, which are the text's only after `|+`."""
        header = self.text[start : start + 4].split("\n")[0]
        return end if "+" in header else start + len(self.text[start:end].rstrip())

    def mapping(self, event: Any, depth: int) -> MappingNode:
        pairs = []
        key: Any = self.next()
        while type(key) is not yaml.MappingEndEvent:
            pairs.append(Pair(self.key(key), self.node(self.next(), depth + 1)))
            key = self.next()
        start, closing = event.start_mark.index, _end_mark(key)
        flow = bool(event.flow_style)
        end = closing if flow else _end_of(pairs, start)
        return MappingNode(start, end, flow, tuple(pairs), event.anchor is not None)

    def key(self, event: Any) -> Scalar:
        if type(event) is not yaml.ScalarEvent:
            raise TreeError(event.start_mark.index, "syntax.key_no_text")
        return self.scalar(event)

    def sequence(self, event: Any, depth: int) -> SequenceNode:
        items = []
        item: Any = self.next()
        while type(item) is not yaml.SequenceEndEvent:
            items.append(self.node(item, depth + 1))
            item = self.next()
        start, closing = event.start_mark.index, _end_mark(item)
        flow = bool(event.flow_style)
        end = closing if flow else (items[-1].end if items else start)
        return SequenceNode(start, end, flow, tuple(items), event.anchor is not None)

    def kept(self, event: Any, node: MappingNode | SequenceNode) -> MappingNode | SequenceNode:
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def alias(self, event: Any) -> Alias:
        start, end = event.start_mark.index, event.end_mark.index
        target = self.anchors.get(event.anchor)
        if target is None:
            raise TreeError(start, "syntax.unknown_alias", name=event.anchor)
        self.aliased += size(target)
        if self.aliased > MAX_ALIASED_NODES:
            raise TreeError(start, "syntax.alias_bomb")
        return Alias(start, end, target)


def _end_mark(event: Any) -> int:
    return int(event.end_mark.index)


def _end_of(pairs: list[Pair], start: int) -> int:
    return max(pairs[-1].value.end, pairs[-1].key.end + 1) if pairs else start


def size(node: Node) -> int:
    """How many nodes a tree holds, aliases followed."""
    whole = resolved(node)
    if isinstance(whole, Scalar):
        return 1
    children: list[Node] = [pair.value for pair in whole.pairs] if isinstance(whole, MappingNode) else list(whole.items)
    total = 1
    for child in children:
        total += size(child)
        if total > MAX_ALIASED_NODES:
            break
    return total
