"""A walk over the mentions of a story in order, during which more may be asked for."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from timeline.coref.merging.index import Found, SharedFeatures


class Ordered(Protocol):
    """Values that can be sorted."""

    def __lt__(self, other: Any, /) -> bool:
        """Whether it comes before another."""


Turn = TypeVar("Turn", bound=Ordered)

Rows: TypeAlias = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]
"""The places of some mentions, and for each the place before which it finds others."""


class Walk(Generic[Turn]):
    """Takes turns in order, each once; one that is asked for meanwhile comes later than the current one.

    Args:
        index: What the mentions share.
        rows: Gives the mentions of some turns.
        most: The number of turns whose mentions are looked up at once: more take memory and save no time.
        filed: For each mention whether it can be found; all can where None.
    """

    def __init__(
        self,
        index: SharedFeatures,
        rows: Callable[[Sequence[Turn]], Rows],
        most: int,
        filed: npt.NDArray[np.bool_] | None = None,
    ) -> None:
        self._index, self._most, self._filed = index, most, filed
        self._rows: Callable[[Sequence[Turn]], Rows] = rows
        self._waiting: list[Turn] = []
        self._asked: set[Turn] = set()
        self._found: Found | None = None

    def __len__(self) -> int:
        """The number of turns that were asked for, those that are over included."""
        return len(self._asked)

    def ask(self, turn: Turn) -> None:
        """Asks for a turn, unless it was asked for before."""
        if turn not in self._asked:
            self._asked.add(turn)
            heapq.heappush(self._waiting, turn)

    def __iter__(self) -> Iterator[Turn]:
        """Takes one turn after the other, until none is asked for."""
        while self._waiting:
            yield heapq.heappop(self._waiting)

    def found(self, now: Turn, mention: int) -> Found:
        """What a mention finds, looked up together with those of the turns that come next.

        Returns:
            What these find.
        """
        if self._found is None or mention not in self._found.number:
            turns = [now, *heapq.nsmallest(self._most, self._waiting)]
            self._found = self._index.look_up(*self._rows(turns), self._filed)
        return self._found
