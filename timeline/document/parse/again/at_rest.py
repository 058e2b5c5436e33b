"""A document as it is kept from one run to the next: with the text of each event in place of its mapping."""

from __future__ import annotations

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
    return Item(item.entry, item.plain, item.sources, text, item.begin, item.comments, item.comments - len(LIST))


def _without_events(document: Document) -> MappingNode:
    """The root mapping with an empty list of events."""
    pairs, at = list(document.tree.pairs), document.events_at or 0
    listed = pairs[at].value
    assert isinstance(listed, SequenceNode)
    pairs[at] = pairs[at]._replace(value=listed._replace(items=()))
    return document.tree._replace(pairs=tuple(pairs))
