"""`timeline fmt`: sorts and tidies a file, on demand only.

Events are put into reading order, each with its comments and one blank line between them. Blanks at the ends of lines
are removed. What an earlier version of the machine spelled out moves to the lock (`slim`). Values, quotation marks and
the order of keys stay as the person wrote them; an event without an id gets none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.document.commands.slim import slimmed
from timeline.document.lock import Lock, dump_lock, load_lock
from timeline.document.parse.document import BOM, parse
from timeline.document.parse.reading_order import reading_key
from timeline.document.parse.types import Document, Understand
from timeline.document.writing.layout import newline_of, tail_of_events
from timeline.document.yaml.edits import Edit, apply
from timeline.document.yaml.tree import MappingNode, Node, Scalar, SequenceNode, is_marked, resolved
from timeline.model import Problem


@dataclass(frozen=True, slots=True)
class Tidied:
    """The tidied text and its lock; None where the file has errors, and where there is no lock."""

    text: str | None
    lock: str | None
    problems: tuple[Problem, ...] = ()


def tidy(
    text: str, lock: str | None, *, understand: Understand, path: str = "timeline.yaml", language: str = "en"
) -> Tidied:
    """Sorts and tidies a file. A file with anchors keeps its order: an alias must not come before its anchor.

    Args:
        text: The file.
        lock: The text of its lock, None where there is none.
        understand: Reads dates in words.
        path: The file's name, for problems.
        language: The language of problems.

    Returns:
        Both texts; the pages that are made from the file stay the same.
    """
    parsed = parse(text, path, understand=understand, language=language)
    known = load_lock(lock)
    for step in (_slimmed, _sorted, _trimmed):
        if parsed.document is None:
            return Tidied(None, lock, parsed.problems)
        stepped, known = step(parsed.document, known)
        tidied = (BOM if parsed.document.bom else "") + stepped
        if tidied != text:
            text = tidied
            parsed = parse(text, path, understand=understand, language=language)
    changed = known is not None and known != load_lock(lock)
    return Tidied(text, dump_lock(known) if known is not None and changed else lock, parsed.problems)


def _slimmed(document: Document, lock: Lock | None) -> tuple[str, Lock | None]:
    """The file without what an earlier version spelled out, where the lock can keep it."""
    if lock is None:
        return document.text, lock
    done = slimmed(document, lock)
    return done.text, done.lock


def _sorted(document: Document, lock: Lock | None) -> tuple[str, Lock | None]:
    """Moves every event with its comments to its place in reading order."""
    pair = document.events
    sequence = resolved(pair.value) if pair else None
    movable = isinstance(sequence, SequenceNode) and not sequence.flow and not _is_rooted(document.root)
    if not movable or not document.items:
        return document.text, lock
    newline = newline_of(document.text)
    spans = _spans(document)
    order = sorted(range(len(spans)), key=lambda place: reading_key(document.items[place].entry))
    blocks = [document.text[spans[place][0] : spans[place][1]].strip("\r\n") + newline for place in order]
    rest = document.text[spans[-1][1] :]
    end = spans[-1][1] + len(rest) - len(rest.lstrip())
    tail = newline if rest.strip() else ""
    return apply(document.text, [Edit(spans[0][0], end, newline.join(blocks) + tail)]), lock


def _spans(document: Document) -> list[tuple[int, int]]:
    """The stretches of the events: from the comments above each to those above the next."""
    starts = [item.comments for item in document.items]
    return list(zip(starts, [*starts[1:], tail_of_events(document)], strict=True))


def _is_rooted(node: Node) -> bool:
    """Whether a part of a tree depends on its surroundings.

    Such parts are an alias, an anchor, and a text kept with its blank lines.
    """
    if is_marked(node) or (isinstance(node, Scalar) and node.style in ("|", ">") and node.value.endswith("\n\n")):
        return True
    if isinstance(node, MappingNode):
        return any(_is_rooted(pair.value) for pair in node.pairs)
    return isinstance(node, SequenceNode) and any(_is_rooted(item) for item in node.items)


def _trimmed(document: Document, lock: Lock | None) -> tuple[str, Lock | None]:
    """The text without blanks at the ends of lines, except in texts of several lines, where they may have a meaning."""
    blanks = list(re.finditer(r"[ \t]+(?=\r?\n|\r|$)", document.text))
    kept = [(node.start, node.end) for node in _scalars(document.root)] if blanks else []
    edits, place = [], 0
    for found in blanks:
        while place < len(kept) and kept[place][1] <= found.start():
            place += 1
        if place == len(kept) or not kept[place][0] <= found.start() < kept[place][1]:
            edits.append(Edit(found.start(), found.end(), ""))
    return apply(document.text, edits), lock


def _scalars(node: Node) -> list[Scalar]:
    """The texts of a tree, in the order of the file."""
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, MappingNode):
        return [scalar for pair in node.pairs for scalar in _scalars(pair.value)]
    return [scalar for item in node.items for scalar in _scalars(item)] if isinstance(node, SequenceNode) else []
