"""Remembers how similar two mentions are: of a project that grows by an article, nearly all pairs were compared before.

The memory is two columns in the order of the first: a number for each pair, and what its comparison gave. It holds
only where the code and what is known of both mentions are the same, which the caller's digests of articles vouch for.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from timeline.coref.mentions import EventMention

Columns: TypeAlias = tuple[npt.NDArray[np.uint64], npt.NDArray[np.float64]]
"""The numbers of pairs, ascending, and for each pair what its comparison gave."""

_RECENT = 1 << 16
"""How many new pairs are looked up: a merge asks again only for those that it has just compared."""
_MASK = (1 << 64) - 1
_SPREAD = 0x9E3779B97F4A7C15  # 2^64 over the golden ratio: an odd factor that spreads numbers well


def nothing() -> Columns:
    """The memory of a first run."""
    return np.zeros(0, np.uint64), np.zeros(0, np.float64)


@dataclass(frozen=True, slots=True)
class PairMemo:
    """What earlier comparisons gave, and what this run asked for.

    Attributes:
        articles: By the id of each article, a digest of all that its mentions depend on.
        known: What an earlier run compared.
    """

    articles: Mapping[str, str]
    known: Columns = field(default_factory=nothing)
    _new: dict[int, float] = field(default_factory=dict)
    _older: list[Columns] = field(default_factory=list)
    _asked: set[int] = field(default_factory=set)
    _numbers: dict[int, int] = field(default_factory=dict)

    def key(self, one: EventMention, other: EventMention) -> int:
        """The number of a pair, the same in either order and in every run.

        Returns:
            A number of 64 bits: of a million pairs, two share one with a chance of one in thirty million.
        """
        a, b = sorted((self._number(one), self._number(other)))
        return _of_pair(a, b, copies=one.topic.copy == other.topic.copy)

    def event_number(self, event: Sequence[EventMention]) -> int:
        """The number of an event, the same in every run, as `event_key` takes it.

        Args:
            event: Its mentions in one article, in order; another order has another number.

        Returns:
            A number of 64 bits.
        """
        number = len(event)
        for mention in event:
            number = (number * _SPREAD ^ self._number(mention)) & _MASK
        return number

    def event_key(self, one: int, other: int, *, copies: bool) -> int:
        """The number of a pair of events in this order; the numbers of mentions' pairs are others.

        Args:
            one: The number of an event.
            other: That of another one.
            copies: Whether their articles copy one text.

        Returns:
            A number of 64 bits.
        """
        return _of_pair(one ^ _SPREAD, other, copies=copies)

    def get(self, key: int) -> float | None:
        """What the comparison of a pair gave; None where it was not compared.

        Args:
            key: The number of the pair, of mentions or of events.
        """
        if (new := self._new.get(key)) is not None:
            return new
        keys, values = self.known
        numbers = keys.data  # several times as fast as NumPy, for one number
        place = bisect_left(numbers, key)
        if place == len(numbers) or numbers[place] != key:
            return None
        self._asked.add(place)
        return float(values[place])

    def put(self, key: int, value: float) -> None:
        """Remembers what a comparison gave.

        Args:
            key: The number of the pair.
            value: Any number.
        """
        self._new[key] = value
        if len(self._new) == _RECENT:
            self._older.append(_columns_of(self._new))
            self._new.clear()

    def columns(self, *, every: bool = False) -> Columns:
        """What this run asked for, for the next one.

        Args:
            every: Whether what it did not ask for is kept, too: for a run that compared a part only.
        """
        keys, values = self.known
        if not every:
            asked = np.array(sorted(self._asked), np.int64)
            keys, values = keys[asked], values[asked]
        new, its = map(np.concatenate, zip(*self._older, _columns_of(self._new), strict=True))
        new, first = np.unique(new, return_index=True)
        places = np.searchsorted(keys, new)
        return np.insert(keys, places, new), np.insert(values, places, its[first])

    def _number(self, mention: EventMention) -> int:
        number = self._numbers.get(id(mention))
        if number is None:
            event = f"{self.articles[mention.topic.article.id]} {mention.event.id}"
            number = int.from_bytes(hashlib.blake2b(event.encode(), digest_size=8).digest(), "big")
            self._numbers[id(mention)] = number
        return number


def _columns_of(pairs: Mapping[int, float]) -> Columns:
    return np.fromiter(pairs, np.uint64, len(pairs)), np.fromiter(pairs.values(), np.float64, len(pairs))


def _of_pair(one: int, other: int, *, copies: bool) -> int:
    return ((one * _SPREAD) ^ (other + copies)) * _SPREAD & _MASK
