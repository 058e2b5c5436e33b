"""Remembers how similar two mentions are: of a project that grows by an article, nearly all pairs were compared before.

The memory is two columns in the order of the first: a number for each pair, and what its comparison gave. It holds
only where the code and what is known of both mentions are the same, which the caller's digests of articles vouch for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from timeline.coref.mentions import EventMention

Columns: TypeAlias = tuple[npt.NDArray[np.uint64], npt.NDArray[np.float64]]
"""The numbers of pairs, ascending, and for each pair what its comparison gave."""

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
    _asked: set[int] = field(default_factory=set)
    _numbers: dict[int, int] = field(default_factory=dict)

    def key(self, one: EventMention, other: EventMention) -> int:
        """The number of a pair, the same in either order and in every run.

        Args:
            one: A mention.
            other: Another one.

        Returns:
            A number of 64 bits: of a million pairs, two share one with a chance of one in thirty million.
        """
        a, b = sorted((self._number(one), self._number(other)))
        copies = one.topic.copy == other.topic.copy
        return ((a * _SPREAD) ^ (b + copies)) * _SPREAD & _MASK

    def get(self, key: int) -> float | None:
        """What the comparison of a pair gave; None where it was not compared.

        Args:
            key: The number of the pair.
        """
        if (new := self._new.get(key)) is not None:
            return new
        keys, values = self.known
        place = int(np.searchsorted(keys, np.uint64(key)))
        if place == len(keys) or int(keys[place]) != key:
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

    def columns(self) -> Columns:
        """What this run asked for, for the next one."""
        keys, values = self.known
        asked = np.array(sorted(self._asked), np.int64)
        all_keys = np.concatenate([keys[asked], np.array(list(self._new), np.uint64)])
        all_values = np.concatenate([values[asked], np.array(list(self._new.values()), np.float64)])
        order = np.argsort(all_keys, kind="stable")
        return all_keys[order], all_values[order]

    def _number(self, mention: EventMention) -> int:
        number = self._numbers.get(id(mention))
        if number is None:
            event = f"{self.articles[mention.topic.article.id]} {mention.event.id}"
            number = int.from_bytes(hashlib.blake2b(event.encode(), digest_size=8).digest(), "big")
            self._numbers[id(mention)] = number
        return number
