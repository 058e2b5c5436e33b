"""The parts of exports that say some events each: those of the last build that this one would make again."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TypeVar, cast

Piece = TypeVar("Piece", str, bytes)
Kept = Mapping[str, Mapping[str, str | bytes]]
"""Parts by the name of what they belong to, then by a digest of all that each is made of."""

_SIZE = 64
"""How many events a part says, as a rule."""


def in_blocks(ids: Sequence[str]) -> list[slice]:
    """Where events in a row are parted, so that one event more moves no other border.

    Returns:
        The places of the events of each part, in order.
    """
    begins = [at for at, id_ in enumerate(ids) if at == 0 or zlib.crc32(id_.encode()) % _SIZE == 0]
    return [slice(begin, end) for begin, end in pairwise([*begins, len(ids)])]


class Pieces:
    """The parts of this build.

    Args:
        known: Gives those of the last build; asked only where one is needed.
    """

    def __init__(self, known: Callable[[], Kept]) -> None:
        self._ask = known
        self.now: dict[str, dict[str, str | bytes]] = {}

    @cached_property
    def known(self) -> Kept:
        """The parts of the last build."""
        return self._ask()

    def each(self, name: str, marks: Sequence[str], make: Callable[[int], Piece]) -> list[Piece]:
        """A part for each of some things.

        Args:
            name: What they belong to, and what they depend on together.
            marks: A digest of all that a part depends on besides, for each.
            make: Makes a part, by its place.

        Returns:
            The parts, in order.
        """
        known, now = self.known.get(name, {}), self.now.setdefault(name, {})
        for place, mark in enumerate(marks):
            now[mark] = known[mark] if mark in known else make(place)
        return [cast(Piece, now[mark]) for mark in marks]
