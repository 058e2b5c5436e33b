"""Which mentions share features at compatible dates.

Each mention is filed under pairs of its features. A drawer holds the mentions of one pair and one stretch of time; a
mention looks up the drawers of its own pairs at the stretches under which another mention of its event may be filed.
The number of comparisons therefore grows with the number of events, not with its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from timeline.coref.blocking import Pairs
from timeline.coref.merging.columns import Mentions, Ragged

MOST_PER_DRAWER = 48
_MOST_CANDIDATES = 16

_Numbers: TypeAlias = npt.NDArray[np.int64]
_Places: TypeAlias = npt.NDArray[np.int32]


class Filing(Protocol):
    """Which of some mentions are filed at the moment, and under which clusters."""

    def latest(self, mentions: Sequence[int]) -> Sequence[int]:
        """The clusters of the mentions of a drawer: the last `MOST_PER_DRAWER`, once for each time that one came."""

    def first(self, mentions: Sequence[int]) -> int | None:
        """The cluster of the first of some mentions that is filed; None where none is."""


@dataclass(frozen=True, slots=True)
class Found:
    """What some mentions find in the drawers.

    Attributes:
        number: For the place of a mention, its number among these.
        filed: The mentions in all drawers, drawer after drawer, in the order of their places.
        begins: For each drawer that is looked up, where its mentions begin in `filed`.
        ends: And where those end that may be found.
        until: For each mention, the place after its last drawer in `begins` and `ends`.
    """

    number: Mapping[int, int]
    filed: _Places
    begins: _Places
    ends: _Places
    until: _Places

    def drawers(self, mention: int) -> Iterator[Sequence[int]]:
        """The mentions of each drawer that a mention looks up."""
        at = self.number[mention]
        its = slice(self.until[at - 1] if at else 0, self.until[at])
        for begin, end in zip(self.begins[its].tolist(), self.ends[its].tolist(), strict=True):
            yield self.filed[begin:end].tolist()


class SharedFeatures:
    """The mentions of all articles by the pairs of their features, and by their sentences.

    Args:
        mentions: Their columns.
    """

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        pairs = mentions.pairs
        order = np.argsort(pairs.values)  # in any order where they are equal: a stable sort takes three times as long
        owners = np.repeat(np.arange(len(pairs.ends), dtype=np.int32), np.diff(pairs.ends, prepend=0))
        self._keys, self._who = pairs.values[order], owners[order]
        quotes = np.argsort(mentions.quotes, kind="stable")
        self._said, self._by_quote = mentions.quotes[quotes], quotes

    def own(self, mention: int) -> frozenset[int]:
        """The stretches of time that a mention is filed under."""
        return frozenset(self._mentions.own.row(mention).tolist())

    def look_up(self, mentions: _Numbers, until: _Numbers, filed: npt.NDArray[np.bool_] | None = None) -> Found:
        """What some mentions find.

        Args:
            mentions: Their places.
            until: For each the place before which it finds others.
            filed: For each mention of all whether it can be found; all can where None.

        Returns:
            The drawers of their pairs at the stretches that they look up.
        """
        size = len(self._mentions.clusters) + 1
        pairs, seekers = _rows(self._mentions.pairs, mentions)
        used, group = np.unique(pairs, return_inverse=True)
        first, last = self._span(used)
        several = last - first > 1  # nine pairs of ten belong to one mention, which they can lead no other to
        seekers, group = seekers[several[group]], group[several[group]]
        sizes = np.where(several, last - first, 0)
        members, of_group = self._who[ranges(first, sizes)], np.repeat(np.arange(len(used)), sizes)
        can_be_found = members < until.max(initial=0)
        if filed is not None:
            can_be_found &= filed[members]
        members, of_group = members[can_be_found], of_group[can_be_found]
        stretches, which = _rows(self._mentions.own, members)
        known, stretch = np.unique(stretches, return_inverse=True)
        drawers = np.sort((of_group[which] * len(known) + stretch) * size + members[which])
        stretches, which = _rows(self._mentions.sought, mentions[seekers])
        stretch = np.searchsorted(known, stretches)
        there = stretch < len(known)
        there[there] = known[stretch[there]] == stretches[there]
        which, stretch = which[there], stretch[there]
        key = (group[which] * len(known) + stretch) * size
        begins, ends = np.searchsorted(drawers, key), np.searchsorted(drawers, key + until[seekers[which]])
        some = ends > begins
        until_drawer = np.cumsum(np.bincount(seekers[which][some], minlength=len(mentions)))
        number = {mention: at for at, mention in enumerate(mentions.tolist())}
        found = (drawers % size, begins[some], ends[some], until_drawer)
        return Found(number, *(each.astype(np.int32) for each in found))

    def candidates(self, mention: int, found: Found, until: int, filing: Filing) -> list[int]:
        """The clusters that share most with a mention, the most promising first; their number is bounded.

        Args:
            mention: The mention to place.
            found: What it and others find, as `look_up` gives it.
            until: The place before which it finds others.
            filing: Which mentions are filed.

        Returns:
            The numbers of the clusters.
        """
        counts: dict[int, int] = {}
        for drawer in found.drawers(mention):
            for cluster in filing.latest(drawer):
                counts[cluster] = counts.get(cluster, 0) + 1
        if quote := int(self._mentions.quotes[mention]):
            ranks = self._of_quote(quote)
            same_words = filing.first(ranks[: np.searchsorted(ranks, until)].tolist())
            if same_words is not None:
                counts[same_words] = counts.get(same_words, 0) + len(self._mentions.pairs.row(mention))
        return sorted(counts, key=lambda cluster: (-counts[cluster], cluster))[:_MOST_CANDIDATES]

    def reached(self, pairs: Pairs, own: frozenset[int], quote: int, least: int) -> Iterator[int]:
        """The mentions that look up what a mention is filed under.

        Args:
            pairs: The pairs of the mention's features.
            own: The stretches that it is filed under.
            quote: The number of its sentence, 0 where that is not filed.
            least: The place of the first mention that may be reached.
        """
        first, last = self._span(pairs)
        sharing = np.unique(self._who[ranges(first, last - first)])
        for other in sharing[np.searchsorted(sharing, least) :].tolist():
            if not own.isdisjoint(self._mentions.sought.row(other).tolist()):
                yield other
        if quote:
            ranks = self._of_quote(quote)
            yield from ranks[np.searchsorted(ranks, least) :].tolist()

    def _span(self, pairs: Pairs) -> tuple[_Numbers, _Numbers]:
        """For each pair the place of its first mention in the index, and that behind its last."""
        return np.searchsorted(self._keys, pairs, "left"), np.searchsorted(self._keys, pairs, "right")

    def _of_quote(self, quote: int) -> _Numbers:
        first, last = np.searchsorted(self._said, np.array([quote, quote + 1], np.uint64))
        return self._by_quote[first:last]


def ranges(begins: _Numbers, sizes: _Numbers) -> _Numbers:
    """The numbers of some ranges, one range after the other.

    Args:
        begins: The first number of each range.
        sizes: The length of each.

    Returns:
        As many numbers as all ranges have.
    """
    ends = np.cumsum(sizes)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(begins - ends + sizes, sizes)


def _rows(ragged: Ragged, places: _Numbers) -> tuple[npt.NDArray[Any], _Numbers]:
    """The numbers of some rows, and for each number which of these rows it is of."""
    begins = np.concatenate([[0], ragged.ends])[places]
    sizes = ragged.ends[places] - begins
    return ragged.values[ranges(begins, sizes)], np.repeat(np.arange(len(places)), sizes)
