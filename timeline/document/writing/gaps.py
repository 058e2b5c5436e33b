"""The blank lines between the events of a file: where they are, and which ones go with an event that is taken out."""

from __future__ import annotations

from collections.abc import Set

from timeline.document.yaml.lines import Lines


def is_blank_before(lines: Lines, start: int) -> bool:
    """Whether the line above the one that begins at offset `start` is blank."""
    return start > 0 and not lines.content(start - 1).strip()


def above_blank_lines(lines: Lines, start: int) -> int:
    """The offset where the blank lines above the one that begins at `start` begin; `start` where there are none."""
    while is_blank_before(lines, start):
        start = lines.start(start - 1)
    return start


def behind_the_last(count: int, gone: Set[int]) -> int:
    """The place behind the last of `count` events that stays, of which those at the places `gone` are taken out."""
    while count and count - 1 in gone:
        count -= 1
    return count
