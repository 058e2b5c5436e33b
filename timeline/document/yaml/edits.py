"""Edits of a text by spans: an `Edit` replaces `[start, end)`; text outside all edits stays the same, byte for byte."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace `[start, end)` by `text`."""

    start: int
    end: int
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; insertions at one place keep their order.

    Raises:
        ValueError: Two edits overlap.
    """
    parts, position = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < position:
            raise ValueError(f"edits overlap at {edit.start}")
        parts += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*parts, text[position:]])


def touches(edits: Sequence[Edit], start: int, end: int) -> bool:
    """Whether one of some edits changes or inserts text behind `start` and before `end`.

    Args:
        edits: Edits in order, none of which overlap.
        start: An offset.
        end: A later one.
    """
    at = bisect_right(edits, start, key=lambda edit: edit.end)
    return at < len(edits) and edits[at].start < end
