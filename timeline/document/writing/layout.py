"""The layout of a document: line ends, sources, comments, and the parts that a person has marked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.document.parse.fields import EVENT
from timeline.document.parse.types import Document, Item
from timeline.document.yaml.tree import MappingNode, Node, Pair, SequenceNode, holds_mark, is_marked, resolved


def line_after(document: Document, end: int) -> int:
    """The beginning of the line after the one that ends at an offset.

    Args:
        document: The document.
        end: A code point of its text; it is returned where it is just behind a line break.
    """
    return end if end > 0 and document.text[end - 1] in "\r\n" else document.lines.after(end)


def tail_of_events(document: Document) -> int:
    """Behind the last event of a block list, and the comment lines that are indented into it.

    Returns:
        A position in the file's text, in code points.
    """
    return tail_of(document, document.items[-1])


def newline_of(text: str) -> str:
    """The line break that a text uses most."""
    crlf = text.count("\r\n")
    lone = text.count("\n") - crlf
    carriage = text.count("\r") - crlf
    return max((lone, "\n"), (crlf, "\r\n"), (carriage, "\r"), key=lambda counted: counted[0])[1]


def sources_pair(item: Item) -> Pair | None:
    """The pair of an event's sources."""
    mapping = resolved(item.node)
    assert isinstance(mapping, MappingNode)
    return next((pair for pair in mapping.pairs if pair.key.value == "sources"), None)


def sources_node(item: Item) -> SequenceNode | None:
    """The list of an event's sources."""
    pair = sources_pair(item)
    node = resolved(pair.value) if pair else None
    return node if isinstance(node, SequenceNode) else None


def has_comment(document: Document, node: Node) -> bool:
    """Whether a comment stands within the text of a node, between its parts or behind its last line."""
    tail = document.text[node.end : document.lines.after(node.end)] if node.end else ""
    if document.text[node.end - 1 : node.end] in ("\r", "\n"):
        tail = ""
    return re.match(r"[ \t]+#", tail) is not None or _comment_within(document.text, node)


def _comment_within(text: str, node: Node) -> bool:
    if "#" not in text[node.start : node.end] or not isinstance(node, (MappingNode, SequenceNode)):
        return False
    position = node.start
    for leaf in _leaves(node):
        if "#" in text[position : leaf.start]:
            return True
        position = max(position, leaf.end)
    return "#" in text[position : node.end]


def comments_within(document: Document, node: Node) -> list[str]:
    """The comments within the text of a node and behind its last line, each from its `#`.

    Returns:
        The comments, in the order of the file.
    """
    end = line_after(document, node.end)
    gaps, position = [], node.start
    for leaf in _leaves(node):
        gaps.append(document.text[position : leaf.start])
        position = max(position, leaf.end)
    gaps.append(document.text[position:end])
    return [found[0].rstrip() for gap in gaps for found in re.finditer(r"(?:(?<=\s)|^)#[^\r\n]*", gap)]


def own_comments(document: Document, item: Item) -> int:
    """The beginning of the comment lines directly above an event.

    Returns:
        The code point where the first one begins; the beginning of the dash's line where there is none.
    """
    start = document.lines.start(item.begin)
    margin = document.lines.column(item.begin)
    while start > item.comments:
        above = document.lines.start(start - 1)
        found = re.match(r"[ \t]*#", document.lines.content(above))
        if not found or len(found[0]) > margin + 1:
            break
        start = above
    return start


def tail_of(document: Document, item: Item) -> int:
    """Behind an event of a block list, and the comment lines that are indented into it.

    Returns:
        A position in the file's text, in code points.
    """
    at = line_after(document, item.node.end)
    margin = document.lines.column(item.begin)
    while at < len(document.text):
        content = document.lines.content(at)
        if not re.match(r"\s*#", content) or len(content) - len(content.lstrip()) <= margin:
            break
        at = document.lines.after(at)
    return at


def comments_of(document: Document, start: int, item: Item, end: int) -> list[str]:
    """Every comment of an event, with its own comment lines.

    Args:
        document: The document.
        start: The code point where the lines of the event, comments included, begin.
        item: The event.
        end: The code point where they end, exclusive.

    Returns:
        The comments, each from its `#`, in the order of the file.
    """
    above = document.text[start : document.lines.start(item.begin)]
    below = document.text[line_after(document, item.node.end) : end]
    lines = [[line.strip() for line in part.splitlines() if line.strip()] for part in (above, below)]
    return [*lines[0], *comments_within(document, item.node), *lines[1]]


def _leaves(node: Node) -> Iterable[Node]:
    if isinstance(node, MappingNode):
        for pair in node.pairs:
            yield pair.key
            yield from _leaves(pair.value)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _leaves(item)
    else:
        yield node


def commented_sources(document: Document, item: Item) -> frozenset[int]:
    """The places of the sources of an event that have a comment within.

    Returns:
        Indices of its sources, from 0.
    """
    sequence = sources_node(item)
    children = sequence.items if sequence else ()
    return frozenset(place for place, node in enumerate(children) if has_comment(document, node))


def guarded_fields(document: Document, item: Item) -> frozenset[str]:
    """The fields that the machine leaves alone for now.

    Returns:
        The fields with a comment in a list, or with an anchor, an alias or a tag anywhere within: another event may
        need an anchor, and a change of an alias would be one of the other event too.
    """
    mapping = resolved(item.node)
    assert isinstance(mapping, MappingNode)
    if is_marked(item.node):
        return frozenset(EVENT)
    return frozenset(
        pair.key.value
        for pair in mapping.pairs
        if holds_mark(pair.value)
        or (isinstance(pair.value, SequenceNode) and pair.key.value != "sources" and has_comment(document, pair.value))
    )
