"""A document as it is kept from one run to the next: with the text of each event in place of its mapping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.document.parse.again.incremental import UNSAFE, is_plain_list
from timeline.document.parse.types import LIST, Document, Item
from timeline.document.yaml.tree import MappingNode, SequenceNode


def at_rest(document: Document) -> Document | None:
    """A document that says the same in a tenth of the nodes.

    Args:
        document: A file without errors.

    Returns:
        The document for `parse_again`; None where an event cannot be read from its own text alone: it stands in
        brackets, or something in the file has an anchor, an alias or a tag.
    """
    if not is_plain_list(document) or UNSAFE.search(document.text[: document.items[0].comments]):
        return None
    ends = [*(item.comments for item in document.items[1:]), len(document.text)]
    items = []
    for item, end in zip(document.items, ends, strict=True):
        text = document.text[item.comments : end]
        if item.read == text:  # as it was kept: nothing in it has changed
            items.append(item)
        elif UNSAFE.search(text):
            return None
        else:
            items.append(_at_rest(item, text))
    return replace(document, items=tuple(items), tree=_without_events(document), is_patched=True)


def _at_rest(item: Item, text: str) -> Item:
    by = item.comments - len(LIST)
    return Item(item.entry, item.plain, item.sources, text, item.begin, item.comments, item.line, by)


def alone(item: Item) -> Item:
    """An event at rest without its place in the file.

    Args:
        item: An event of a document at rest.

    Returns:
        The event as it would stand at the beginning of a text whose first line is 0.
    """
    assert isinstance(item.read, str)
    above = item.read.count("\n", 0, item.begin - item.comments)
    return item.moved(-item.comments, above - item.line)


def with_events(document: Document, events: Sequence[Item]) -> Document:
    """A document at rest of which the events were kept apart.

    Args:
        document: The document without its events.
        events: These, in order, each as `alone` gives it.

    Returns:
        The document as it was.
    """
    texts = [str(item.read) for item in events]
    at = len(document.text) - sum(map(len, texts))
    line = document.lines.line(at)
    items = []
    for item, text in zip(events, texts, strict=True):
        items.append(item.moved(at, line))
        at, line = at + len(text), line + text.count("\n")
    return replace(document, items=tuple(items))


def _without_events(document: Document) -> MappingNode:
    """The root mapping with an empty list of events."""
    pairs, at = list(document.tree.pairs), document.events_at or 0
    listed = pairs[at].value
    assert isinstance(listed, SequenceNode)
    pairs[at] = pairs[at]._replace(value=listed._replace(items=()))
    return document.tree._replace(pairs=tuple(pairs))
