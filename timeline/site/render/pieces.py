"""The parts of exports that say one event each: those of the last build that this one would make again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar, cast

Piece = TypeVar("Piece", str, bytes)
Kept = Mapping[str, Mapping[str, str | bytes]]
"""Parts by the name of what they belong to, then by a digest of all that each is made of."""


class Pieces:
    """The parts of this build.

    Args:
        known: Those of the last build.
    """

    def __init__(self, known: Kept) -> None:
        self.known = known
        self.now: dict[str, dict[str, str | bytes]] = {}

    def each(self, name: str, marks: Sequence[str], make: Callable[[int], Piece]) -> list[Piece]:
        """A part for each event.

        Args:
            name: What they belong to, and what they depend on together.
            marks: A digest of all that a part depends on besides, for each.
            make: Makes a part, by the place of its event.

        Returns:
            The parts, in order.
        """
        known, now = self.known.get(name, {}), self.now.setdefault(name, {})
        for place, mark in enumerate(marks):
            now[mark] = known[mark] if mark in known else make(place)
        return [cast(Piece, now[mark]) for mark in marks]
