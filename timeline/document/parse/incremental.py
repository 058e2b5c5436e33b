"""A file read again after an edit: only the events that the edit touches, and the same `Parsed` as `parse` gives.

The edit is what lies between the common beginning and the common end of the two texts. The events around it, one more
on either side, are read as a file of their own; the others are taken over and moved to their new positions. After any
other edit (a change above the events, a fault, an anchor, a flow list) the whole file is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline.document.parse.diagnostics import problems
from timeline.document.parse.document import BOM, items_of, parse, same_ids
from timeline.document.parse.types import Document, Item, Parsed, Understand
from timeline.document.parse.values import Diagnostics
from timeline.document.yaml.lines import Lines
from timeline.document.yaml.syntax import read
from timeline.document.yaml.tree import MappingNode, Pair, SequenceNode, moved, moved_text
from timeline.gc_pause import collector_paused
from timeline.model import Problem, Severity

_STUB = "events:\n"
_OPENING = re.compile(r"^events:[ ]*\n(?:[ ]*(?:#.*)?\n)*\Z", re.MULTILINE)
_UNSAFE = re.compile(r"(?:^|[-:?\[{,])[ \t]*[&*!]\S|^(?:---|\.\.\.|%)|\r", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Edit:
    """Which events an edit touches, `first` to `last` (exclusive), and where they stand.

    In the old text from `begin` to `end`, in the new one to `end + by`.
    """

    first: int
    last: int
    begin: int
    end: int
    by: int


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
        with collector_paused():
            if found := _again(text.removeprefix(BOM), before, Diagnostics(understand), language):
                return Parsed(found, found.warnings)
    return parse(text, path, understand=understand, language=language)


def _again(text: str, before: Document, diagnostics: Diagnostics, language: str) -> Document | None:
    """The document of `text`; None where it must be read whole."""
    if text == before.text:
        return before
    edit = _edit(text, before)
    if edit is None or _UNSAFE.search(before.text, edit.begin, edit.end):
        return None
    region = text[edit.begin : edit.end + edit.by]
    new = None if _UNSAFE.search(region) else _region(region, before, edit, diagnostics)
    return None if new is None else _joined(text, before, edit, new, diagnostics, language)


def _edit(text: str, before: Document) -> _Edit | None:
    """The events that the edit touches and a neighbour on either side; None where it touches something else."""
    old, items = before.text, before.items
    sequence = before.tree.pairs[before.events_at].value if before.events_at is not None else None
    if not items or not isinstance(sequence, SequenceNode) or sequence.flow or sequence.marked:
        return None
    if not _OPENING.search(old, 0, items[0].begin - _margin(items[0], before.lines)):
        return None
    head = common_start(old, text)
    tail = common_end(old, text, min(len(old), len(text)) - head)
    if head < items[0].comments:
        return None
    first = max(0, sum(item.comments <= head for item in items) - 2)
    last = next((at for at, item in enumerate(items) if item.comments >= len(old) - tail), len(items)) + 1
    if last >= len(items):
        is_last_key = before.events_at == len(before.tree.pairs) - 1
        return _Edit(first, len(items), items[first].comments, len(old), len(text) - len(old)) if is_last_key else None
    return _Edit(first, last, items[first].comments, items[last].comments, len(text) - len(old))


def _margin(item: Item, lines: Lines) -> int:
    return lines.column(item.begin)


def common_start(one: str, other: str) -> int:
    """How many characters two texts begin with in common.

    Args:
        one: A text.
        other: Another text.

    Returns:
        A number of code points.
    """
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_end(one: str, other: str, most: int) -> int:
    """How many characters two texts end with in common, `most` at the most.

    Args:
        one: A text.
        other: Another text.
        most: The largest number to return, at most the length of the shorter text.

    Returns:
        A number of code points.
    """
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _region(region: str, before: Document, edit: _Edit, diagnostics: Diagnostics) -> tuple[Item, ...] | None:
    """The events of the edited stretch, read on their own, at their places in the new text.

    None where they have faults, or are more than a list of events as far left as before.
    """
    lines = Lines.of(_STUB + region)
    tree = read(lines)
    pairs = tree.root.pairs if isinstance(tree.root, MappingNode) else ()
    if tree.findings or len(pairs) != 1 or not isinstance(pairs[0].value, SequenceNode):
        return None
    margin = _margin(before.items[edit.first], before.lines)
    found = items_of(pairs[0].value, diagnostics, lines)
    if any(finding.severity is Severity.ERROR for finding in diagnostics.findings):
        return None
    if not found or any(lines.column(item.begin) != margin for item in found):
        return None
    by, down = edit.begin - len(_STUB), before.lines.line(edit.begin) - 2
    diagnostics.findings[:] = [replace(finding, offset=finding.offset + by) for finding in diagnostics.findings]
    return tuple(_moved(item, by, down) for item in found)


def _moved(item: Item, by: int, down: int) -> Item:
    """An event `by` characters and `down` lines further on."""
    entry = replace(item.entry, line=item.entry.line + down) if down else item.entry
    begin, comments = item.begin + by, item.comments + by
    return Item(entry, item.plain, item.sources, item.read, begin, comments, item.by + by)


def _joined(
    text: str, before: Document, edit: _Edit, new: tuple[Item, ...], diagnostics: Diagnostics, language: str
) -> Document | None:
    """The old document with its edited stretch replaced; None where two events now have one id."""
    lines = Lines.of(text)
    down = len(lines.starts) - len(before.lines.starts)
    after = before.items[edit.last :]
    items = (*before.items[: edit.first], *new, *(_moved(item, edit.by, down) for item in after))
    same_ids(items, diagnostics)
    if any(finding.severity is Severity.ERROR for finding in diagnostics.findings):
        return None
    fresh = problems(diagnostics.findings, lines, before.path, language)
    warnings = (*_above(before, edit), *fresh, *_below(before, edit, down))
    tree = _tree(before.tree, before.events_at or 0, edit.by)
    return replace(before, text=text, lines=lines, items=items, tree=tree, warnings=warnings, is_patched=True)


def _above(before: Document, edit: _Edit) -> Iterable[Problem]:
    line = before.lines.line(edit.begin)
    return (problem for problem in before.warnings if problem.line < line)


def _below(before: Document, edit: _Edit, down: int) -> Iterable[Problem]:
    if edit.end == len(before.text):
        return ()
    line = before.lines.line(edit.end)
    return (replace(problem, line=problem.line + down) for problem in before.warnings if problem.line >= line)


def _tree(tree: MappingNode, at: int, by: int) -> MappingNode:
    """The tree with what lies below its key `at` moved."""
    below = (Pair(moved_text(pair.key, by), moved(pair.value, by)) for pair in tree.pairs[at + 1 :])
    return tree._replace(pairs=(*tree.pairs[: at + 1], *below))
