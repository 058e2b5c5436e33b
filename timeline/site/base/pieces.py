"""The parts of exports that say some events each: those of the last build that this one would make again."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar, cast

Piece = TypeVar("Piece", str, bytes)
Kept = Mapping[str, str | bytes]
"""Parts by a digest of all that each is made of."""

_SIZE = 64
"""How many events a part says, as a rule."""


def in_blocks(ids: Sequence[str]) -> list[slice]:
    """Where events in a row are parted, so that one event more moves no other border.

    Returns:
        The places of the events of each part, in order.
    """
    begins = [at for at, id_ in enumerate(ids) if at == 0 or zlib.crc32(id_.encode()) % _SIZE == 0]
    return [slice(begin, end) for begin, end in pairwise([*begins, len(ids)])]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The memory of parts: those of one export are held at a time.

    Attributes:
        known: Gives the parts of an export that the last build made, by its name and a digest of what they share.
        keep: Keeps those of this one, with the same.
    """

    known: Callable[[str, str], Kept]
    keep: Callable[[str, str, Kept], None]

    def each(self, name: str, around: str, marks: Sequence[str], make: Callable[[int], Piece]) -> list[Piece]:
        """A part for each of some things.

        Args:
            name: The name of the export that they belong to.
            around: A digest of what they depend on together.
            marks: A digest of all that a part depends on besides, for each.
            make: Makes a part, by its place.

        Returns:
            The parts, in order.
        """
        known = self.known(name, around)
        now = {mark: known[mark] if mark in known else make(place) for place, mark in enumerate(marks)}
        if now.keys() != known.keys():
            self.keep(name, around, now)
        return [cast(Piece, now[mark]) for mark in marks]
