"""Which mentions share features at compatible dates: what `blocking.Blocks` files, in columns that are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
import numpy.typing as npt

from timeline.coref.blocking import MOST_PER_KEY, Pairs, most_promising
from timeline.coref.incremental.columns import Mentions


class SharedFeatures:
    """The mentions of all articles by the pairs of their features, and by their sentences.

    Args:
        mentions: Their columns.
    """

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        pairs = mentions.pairs
        order = np.argsort(pairs.values, kind="stable")
        self._keys = pairs.values[order]
        self._who = np.repeat(np.arange(len(pairs.ends)), np.diff(pairs.ends, prepend=0))[order]
        self._own: dict[int, frozenset[int]] = {}
        self._sought: dict[int, frozenset[int]] = {}

    def own(self, mention: int) -> frozenset[int]:
        """The stretches of time that a mention is filed under."""
        if mention not in self._own:
            self._own[mention] = frozenset(self._mentions.own.row(mention).tolist())
        return self._own[mention]

    def sought(self, mention: int) -> frozenset[int]:
        """The stretches of time under which another mention of its event may be filed."""
        if mention not in self._sought:
            self._sought[mention] = frozenset(self._mentions.sought.row(mention).tolist())
        return self._sought[mention]

    def candidates(
        self, mention: int, filed: Callable[[npt.NDArray[np.int64]], Iterable[tuple[int, int]]]
    ) -> list[int]:
        """The clusters that share most with a mention, as `Blocks.candidates` finds them.

        Args:
            mention: The mention to place.
            filed: Of some mentions, those that are filed before it, in the order of filing, each with its cluster.

        Returns:
            The clusters, the most promising first.
        """
        counts: dict[int, int] = {}
        sought = self.sought(mention)
        pairs = self._mentions.pairs.row(mention)
        for sharing in self._sharing(pairs):
            latest: dict[int, list[int]] = {}
            for other, cluster in filed(sharing):
                for stretch in self.own(other) & sought:
                    runs = latest.setdefault(stretch, [])
                    if not runs or runs[-1] != cluster:
                        runs.append(cluster)
            for runs in latest.values():
                for cluster in runs[-MOST_PER_KEY:]:
                    counts[cluster] = counts.get(cluster, 0) + 1
        if quote := self._mentions.quotes[mention]:
            first = next(iter(filed(self._of_quote(quote))), None)
            if first is not None:
                counts[first[1]] = counts.get(first[1], 0) + len(pairs)
        return most_promising(counts)

    def reached(self, pairs: Pairs, own: frozenset[int], quote: int, least: int) -> Iterator[int]:
        """The mentions that look up what a mention is filed under.

        Args:
            pairs: The pairs of the mention's features.
            own: The stretches that it is filed under.
            quote: The number of its sentence, 0 where that is not filed.
            least: The place of the first mention that may be reached.
        """
        found = [sharing[np.searchsorted(sharing, least) :] for sharing in self._sharing(pairs)]
        for other in np.unique(np.concatenate(found)).tolist() if found else ():
            if not own.isdisjoint(self.sought(other)):
                yield other
        if quote:
            said = self._of_quote(quote)
            yield from said[np.searchsorted(said, least) :].tolist()

    def _sharing(self, pairs: Pairs) -> list[npt.NDArray[np.int64]]:
        """For each pair, the mentions that have it, in order."""
        first = np.searchsorted(self._keys, pairs, "left")
        last = np.searchsorted(self._keys, pairs, "right")
        return [self._who[a:b] for a, b in zip(first.tolist(), last.tolist(), strict=True)]

    def _of_quote(self, quote: int) -> npt.NDArray[np.int64]:
        return np.flatnonzero(self._mentions.quotes == quote)
