"""Where two texts of a file differ: the stretches of events that lie between events of which both have the same text.

A wrong guess of what stands where costs time and changes nothing: what lies between is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.document.parse.types import Document

_FAR = 16
"""How many events further on the text of one is looked for, where another text stands in its place."""
_WINDOW = 200_000
"""How many code points further on it is looked for."""
_IN_COMMENT = re.compile(r"#[^\r\n]*")
_PLAIN = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of events that is another now.

    Attributes:
        first: The first of the old events in it.
        last: The old event behind it.
        begin: Where it begins in the old text.
        end: Where it ends in the old text.
        new_begin: Where it begins in the new text.
        new_end: Where it ends in the new text.
    """

    first: int
    last: int
    begin: int
    end: int
    new_begin: int
    new_end: int


def edits_of(text: str, before: Document) -> tuple[Edit, ...] | None:
    """The stretches in which a text differs from the one before, each with a neighbour on either side.

    Args:
        text: The new text, without its BOM.
        before: What the file held before; it has events in a block list.

    Returns:
        The stretches in order, none within another; None where more than events and a letter of a comment changed.
    """
    old, items = before.text, before.items
    bounds = [*(item.comments for item in items), len(old)]
    if not _same_head(text, before, bounds[0]):
        return None
    found: list[Edit] = []
    place, at = 0, bounds[0]
    while place < len(items) or at < len(text):
        if place < len(items) and text.startswith(old[bounds[place] : bounds[place + 1]], at):
            at += bounds[place + 1] - bounds[place]
            place += 1
            continue
        last, end = _resumed(text, old, bounds, place, at)
        found.append(Edit(place, last, bounds[place], bounds[last], at, end))
        place, at = last, end
    return tuple(_joined([_with_neighbours(edit, bounds) for edit in found], bounds))


def _same_head(text: str, before: Document, end: int) -> bool:
    """Whether all above the events is the same, but for letters in one comment."""
    old, new = before.text[:end], text[:end]
    if old == new:
        return True
    other = [place for place, (one, two) in enumerate(zip(old, new, strict=False)) if one != two]
    if len(old) != len(new) or not _PLAIN.fullmatch(old[other[0] : other[-1] + 1] + new[other[0] : other[-1] + 1]):
        return False
    line = before.lines.start(other[0])
    in_value = any(pair.value.start <= line < pair.value.end for pair in before.tree.pairs)
    return not in_value and bool(_IN_COMMENT.fullmatch(old, line, other[-1] + 1))


def _resumed(text: str, old: str, bounds: Sequence[int], place: int, at: int) -> tuple[int, int]:
    """The next old event whose text goes on in the new text, and where; both ends where there is none near."""
    for one in range(place, min(place + _FAR, len(bounds) - 1)):
        chunk = old[bounds[one] : bounds[one + 1]]
        where = text.find(chunk, at, at + _WINDOW + len(chunk))
        if where >= 0 and text[where - 1] == "\n":
            return one, where
    return len(bounds) - 1, len(text)


def _with_neighbours(edit: Edit, bounds: Sequence[int]) -> Edit:
    """What stands beside a stretch may be read otherwise: a text that goes on, a comment that is another event's."""
    first, last = max(0, edit.first - 1), min(len(bounds) - 1, edit.last + 1)
    begin, end = bounds[first], bounds[last]
    return Edit(first, last, begin, end, edit.new_begin - (edit.begin - begin), edit.new_end + (end - edit.end))


def _joined(edits: Sequence[Edit], bounds: Sequence[int]) -> list[Edit]:
    """The stretches, those that share an event made one."""
    found: list[Edit] = []
    for edit in edits:
        if found and edit.first < found[-1].last:
            found[-1] = replace(found[-1], last=edit.last, end=bounds[edit.last], new_end=edit.new_end)
        else:
            found.append(edit)
    return found
