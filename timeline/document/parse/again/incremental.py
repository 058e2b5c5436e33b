"""A file read again after edits: only the events that these touch, and the same `Parsed` as `parse` gives.

Each stretch of events that is another now, with a neighbour on either side, is read as a file of its own; the other
events are taken over and moved to their new positions. After any other edit (a change above the events, a fault, an
anchor, a flow list) the whole file is read.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.document.parse.again.edits import Edit, edits_of
from timeline.document.parse.document import BOM, items_of, parse, same_ids
from timeline.document.parse.keys import Diagnostics
from timeline.document.parse.types import LIST, Document, Item, Parsed, Understand
from timeline.document.yaml.findings import problems
from timeline.document.yaml.lines import Lines
from timeline.document.yaml.syntax import read
from timeline.document.yaml.tree import MappingNode, Pair, SequenceNode, moved, moved_text
from timeline.gc_pause import reading_what_stays
from timeline.model import Problem, Severity

_OPENING = re.compile(r"^events:[ ]*\n(?:[ ]*(?:#.*)?\n)*\Z", re.MULTILINE)
UNSAFE = re.compile(r"(?:^|[-:?\[{,])[ \t]*[&*!]\S|^(?:---|\.\.\.|%)|\r", re.MULTILINE)
"""What may make a stretch of a file mean something else alone: anchors, aliases, tags, documents, odd line breaks."""


def parse_again(
    text: str,
    path: str = "timeline.yaml",
    *,
    before: Document | None,
    understand: Understand,
    language: str = "en",
) -> Parsed:
    """What `parse` gives for the same arguments.

    Args:
        text: The text of the file.
        path: The path of the file, for the problems.
        before: What `parse` gave for the file before the edit, in the same language and with the same understanding;
            None where there is none.
        understand: Reads a date in words.
        language: The language of the problems.

    Returns:
        The document and the problems; items that the edit did not touch are taken from `before`.
    """
    if before is not None and before.path == path and before.bom == text.startswith(BOM):
        with reading_what_stays():
            if found := _again(text.removeprefix(BOM), before, Diagnostics(understand), language):
                return Parsed(found, found.warnings)
    return parse(text, path, understand=understand, language=language)


def _again(text: str, before: Document, diagnostics: Diagnostics, language: str) -> Document | None:
    """The document of `text`; None where it must be read whole."""
    if text == before.text:
        return before
    if not is_plain_list(before):
        return None
    edits = edits_of(text, before)
    if edits is None:
        return None
    if edits and edits[-1].last == len(before.items) and before.events_at != len(before.tree.pairs) - 1:
        return None  # what stands below the events
    new: list[tuple[Item, ...]] = []
    for edit in edits:
        region = text[edit.new_begin : edit.new_end]
        if UNSAFE.search(before.text, edit.begin, edit.end) or UNSAFE.search(region):
            return None
        found = _region(region, before, edit, diagnostics)
        if found is None:
            return None
        new.append(found)
    return _joined(text, before, edits, new, diagnostics, language)


def is_plain_list(before: Document) -> bool:
    """Whether the events are a block list, the first right below its key.

    Args:
        before: A file without errors.

    Returns:
        False, too, for a file without events.
    """
    items = before.items
    sequence = before.tree.pairs[before.events_at].value if before.events_at is not None else None
    if not items or not isinstance(sequence, SequenceNode) or sequence.flow or sequence.marked:
        return False
    return bool(_OPENING.search(before.text, 0, items[0].begin - _margin(items[0], before.lines)))


def _margin(item: Item, lines: Lines) -> int:
    return lines.column(item.begin)


def _region(region: str, before: Document, edit: Edit, diagnostics: Diagnostics) -> tuple[Item, ...] | None:
    """The events of the edited stretch, read on their own, as they stand in the old text where it begins.

    None where they have faults, or are more than a list of events as far left as before.
    """
    lines = Lines.of(LIST + region)
    tree = read(lines)
    pairs = tree.root.pairs if isinstance(tree.root, MappingNode) else ()
    if tree.findings or len(pairs) != 1 or not isinstance(pairs[0].value, SequenceNode):
        return None
    margin = _margin(before.items[edit.first], before.lines)
    own = Diagnostics(diagnostics.understand, dates=diagnostics.dates)
    found = items_of(pairs[0].value, own, lines)
    if any(finding.severity is Severity.ERROR for finding in own.findings):
        return None
    if not found or any(lines.column(item.begin) != margin for item in found):
        return None
    by = edit.new_begin - len(LIST)
    diagnostics.findings += [replace(finding, offset=finding.offset + by) for finding in own.findings]
    return found


def _joined(
    text: str,
    before: Document,
    edits: Sequence[Edit],
    new: Sequence[tuple[Item, ...]],
    diagnostics: Diagnostics,
    language: str,
) -> Document | None:
    """The old document with its edited stretches replaced; None where two events now have one id."""
    lines = Lines.of(text)
    items: list[Item] = []
    warnings: list[Problem] = []
    place, top, by, down = 0, 0, 0, 0
    for edit, found in zip(edits, new, strict=True):
        items += _moved(before.items[place : edit.first], by, down)
        warnings += _warnings(before, top, edit.begin, down)
        stub, stub_lines = edit.new_begin - len(LIST), lines.line(edit.new_begin) - 2
        items += _moved(found, stub, stub_lines)
        by, place, top = edit.new_end - edit.end, edit.last, edit.end
        down = lines.line(edit.new_end) - before.lines.line(edit.end)
    items += _moved(before.items[place:], by, down)
    warnings += _warnings(before, top, len(before.text) + 1, down) if top < len(before.text) else ()
    same_ids(tuple(items), diagnostics)
    if any(finding.severity is Severity.ERROR for finding in diagnostics.findings):
        return None
    warnings += problems(diagnostics.findings, lines, before.path, language)
    tree = _tree(before.tree, before.events_at or 0, len(text) - len(before.text))
    ordered = tuple(sorted(warnings, key=lambda problem: problem.line))
    return replace(before, text=text, lines=lines, items=tuple(items), tree=tree, warnings=ordered, is_patched=True)


def _moved(items: Sequence[Item], by: int, down: int) -> Iterable[Item]:
    return [item.moved(by, down) for item in items] if by or down else items


def _warnings(before: Document, begin: int, end: int, down: int) -> Iterable[Problem]:
    """The old warnings between two places, as many lines further down."""
    first, last = before.lines.line(begin), before.lines.line(end) if end <= len(before.text) else math.inf
    known = (problem for problem in before.warnings if first <= problem.line < last)
    return (replace(problem, line=problem.line + down) if down else problem for problem in known)


def _tree(tree: MappingNode, at: int, by: int) -> MappingNode:
    """The tree with what lies below its key `at` moved."""
    below = (Pair(moved_text(pair.key, by), moved(pair.value, by)) for pair in tree.pairs[at + 1 :])
    return tree._replace(pairs=(*tree.pairs[: at + 1], *below))
