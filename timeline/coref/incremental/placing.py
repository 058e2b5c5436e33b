"""Places mentions again: those of changed articles, and those whose candidates or whose clusters changed.

An article is placed anew where one of its mentions shares features with a mention that came, went or moved, or with a
member of a cluster that grew or shrank. Articles are taken in the order of publication, so that all that lies before
one is settled when its turn comes.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from timeline.coref.blocking import Pairs
from timeline.coref.clustering import place
from timeline.coref.incremental.columns import NONE, Mentions
from timeline.coref.incremental.index import SharedFeatures
from timeline.coref.mentions import EventMention
from timeline.coref.similarity import SimilarityModel


@dataclass(frozen=True, slots=True)
class Gone:
    """A mention of an earlier run that is not there any more.

    Attributes:
        pairs: The pairs of its features.
        own: The stretches of time that it was filed under.
        quote: The number of its sentence.
        cluster: The first mention of its event, by its place now; `NONE` where that is gone, too.
        since: The place of the first article after it.
    """

    pairs: Pairs
    own: frozenset[int]
    quote: int
    cluster: int
    since: int


class Placing:
    """The clusters of all mentions, and which of them an update touches.

    Args:
        mentions: The columns of all mentions; `clusters` and `ranks` are completed in place.
        starts: For each article the place of its first mention, and the number of all.
        index: What the mentions share.
        mention: Gives a mention by its place.
        fitted: The similarity model.
    """

    def __init__(
        self,
        mentions: Mentions,
        starts: npt.NDArray[np.int64],
        index: SharedFeatures,
        mention: Callable[[int], EventMention],
        fitted: SimilarityModel,
    ) -> None:
        self._mentions, self._index, self._mention, self._fitted = mentions, index, mention, fitted
        self._starts = starts.tolist()
        self._article = np.repeat(np.arange(len(starts) - 1), np.diff(starts)).tolist()
        self._clusters: list[int] = mentions.clusters.tolist()
        self._ranks: list[int] = mentions.ranks.tolist()
        self.members: dict[int, list[int]] = {}
        for one, cluster in enumerate(self._clusters):
            self.members.setdefault(cluster, []).append(one)
        self.members.pop(NONE, None)
        for its in self.members.values():
            its.sort(key=self._ranks.__getitem__)
        self._waiting: list[int] = []
        self._asked: set[int] = set()
        self._swept: dict[int, int] = {}  # since which article
        self.touched: set[int] = set()

    def update(self, fresh: Sequence[int], gone: Sequence[Gone]) -> None:
        """Places the mentions of changed articles, and those that they touch.

        Args:
            fresh: The articles that are new or that changed.
            gone: The mentions that are not there any more.
        """
        for article in fresh:
            self._ask(article)
        for each in gone:
            self._reach(each.pairs, each.own, each.quote, each.since)
            self._changed(each.cluster, each.since)
        orphaned = {self._article[one] for one, cluster in enumerate(self._clusters) if cluster == NONE}
        for article in orphaned:
            self._ask(article)
        while self._waiting:
            self._place(heapq.heappop(self._waiting))
        self._mentions.clusters[:] = self._clusters
        for cluster in self.touched:
            for rank, one in enumerate(self.members.get(cluster, ())):
                self._mentions.ranks[one] = rank

    def _ask(self, article: int) -> None:
        if article not in self._asked:
            self._asked.add(article)
            heapq.heappush(self._waiting, article)

    def _place(self, article: int) -> None:
        first, end = self._starts[article], self._starts[article + 1]
        if first == end:
            return
        before = [(self._clusters[one], self._around(one)) for one in range(first, end)]
        for one in range(first, end):
            its = self.members.get(self._clusters[one], [])
            if one in its:
                its.remove(one)
        offered = [self._index.candidates(one, self._filed_before(first)) for one in range(first, end)]
        numbers = sorted({cluster for its in offered for cluster in its})
        number = {cluster: at for at, cluster in enumerate(numbers)}
        found = [[self._mention(one) for one in self._until(cluster, first)] for cluster in numbers]
        lengths = [len(its) for its in found]
        own = [self._mention(one) for one in range(first, end)]
        placed = place(own, [[number[cluster] for cluster in its] for its in offered], found, self._fitted)
        at_of = {id(mention): one for mention, one in zip(own, range(first, end), strict=True)}
        for at in dict.fromkeys(placed):
            joined = [at_of[id(mention)] for mention in found[at][lengths[at] if at < len(lengths) else 0 :]]
            self._join(numbers[at] if at < len(numbers) else joined[0], joined, end)
        for at, (cluster, around) in enumerate(before):
            one = first + at
            if (self._clusters[one], self._around(one)) != (cluster, around):
                self._moved(one, cluster, article)

    def _join(self, cluster: int, joined: Sequence[int], end: int) -> None:
        """Puts mentions of one article into a cluster, before those of later articles, which begin at `end`."""
        its = self.members.setdefault(cluster, [])
        at = next((place for place, one in enumerate(its) if one >= end), len(its))
        its[at:at] = joined
        for one in joined:
            self._clusters[one] = cluster

    def _filed_before(self, first: int) -> Callable[[npt.NDArray[np.int64]], Iterator[tuple[int, int]]]:
        clusters = self._clusters

        def filed(mentions: npt.NDArray[np.int64]) -> Iterator[tuple[int, int]]:
            for one in mentions[: np.searchsorted(mentions, first)].tolist():
                yield one, clusters[one]

        return filed

    def _until(self, cluster: int, first: int) -> list[int]:
        return [one for one in self.members[cluster] if one < first]

    def _around(self, one: int) -> tuple[int, ...]:
        """The mentions of its own article that a mention's cluster has, in order."""
        article = self._article[one]
        return tuple(each for each in self.members.get(self._clusters[one], ()) if self._article[each] == article)

    def _moved(self, one: int, was: int, article: int) -> None:
        since = article + 1
        mentions = self._mentions
        self._reach(mentions.pairs.row(one), self._index.own(one), int(mentions.quotes[one]), since)
        for cluster in {was, self._clusters[one]}:
            self._changed(cluster, since)

    def _changed(self, cluster: int, since: int) -> None:
        """A cluster grew or shrank: whatever may join it later is placed again, and so are its later members."""
        if cluster == NONE:
            return
        self.touched.add(cluster)
        if self._swept.get(cluster, since + 1) <= since:
            return
        self._swept[cluster] = since
        mentions = self._mentions
        for one in tuple(self.members.get(cluster, ())):
            if self._article[one] >= since:
                self._ask(self._article[one])
            self._reach(mentions.pairs.row(one), self._index.own(one), int(mentions.quotes[one]), since)

    def _reach(self, pairs: Pairs, own: frozenset[int], quote: int, since: int) -> None:
        least = self._starts[min(since, len(self._starts) - 1)]
        for other in self._index.reached(pairs, own, quote, least):
            self._ask(self._article[other])
