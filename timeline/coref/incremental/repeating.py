"""Finds repeats again: for the events that changed, and for those that have such an event among their rivals."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from timeline.coref.incremental.columns import Mentions
from timeline.coref.incremental.index import SharedFeatures
from timeline.coref.incremental.placing import Gone
from timeline.coref.mentions import EventMention
from timeline.coref.selection.repeats import AS_LIKELY, LIKELY, Judge
from timeline.coref.similarity import SimilarityModel

_Turn: TypeAlias = tuple[int, float, int]
"""When an event is compared: its article, its chance (negated), its first mention."""


class Repeating:
    """Which events repeat others. An event is known by the place of its first mention.

    Args:
        mentions: The columns of all mentions; `repeats` is completed in place, `likely` is that of now.
        starts: For each article the place of its first mention, and the number of all.
        index: What the mentions share.
        head: Gives the mentions of an event in its first article.
        again: The weights of a pair's features.
        similar: The similarity model of mentions.
    """

    def __init__(
        self,
        mentions: Mentions,
        starts: npt.NDArray[np.int64],
        index: SharedFeatures,
        head: Callable[[int], Sequence[EventMention]],
        again: Mapping[str, float],
        similar: SimilarityModel,
    ) -> None:
        self._mentions, self._index, self._head, self._again, self._similar = mentions, index, head, again, similar
        self._starts = starts
        self._article = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
        self._events = (mentions.clusters == np.arange(len(mentions.clusters))) & (mentions.likely >= LIKELY)
        self._waiting: list[_Turn] = []
        self._asked: set[int] = set()
        self.turned: set[int] = set()

    def update(self, changed: Iterable[int], gone: Iterable[Gone], articles: Iterable[int]) -> None:
        """Compares the events that changed, and those that they touch.

        Args:
            changed: The events that are new, or whose first article now says another thing of them.
            gone: The first mentions of events that are no events any more.
            articles: The articles that have or had one of these.
        """
        mentions = self._mentions
        for event in changed:
            if not self._events[event]:
                mentions.repeats[event] = False
            self._ask(event)
            self._reach(event)
        for each in gone:
            for other in self._index.reached(each.pairs, each.own, each.quote, int(self._starts[each.since])):
                self._ask(other)
        for article in articles:
            self._ask_all_of(article)
        while self._waiting:
            *_, event = heapq.heappop(self._waiting)
            found = self._is_repeat(event)
            if found != mentions.repeats[event]:
                mentions.repeats[event] = found
                self.turned.add(event)
                self._reach(event)
                self._ask_all_of(int(self._article[event]), after=self._turn(event))

    def _turn(self, event: int) -> _Turn:
        return int(self._article[event]), -float(self._mentions.likely[event]), event

    def _ask(self, event: int) -> None:
        if self._events[event] and event not in self._asked:
            self._asked.add(event)
            heapq.heappush(self._waiting, self._turn(event))

    def _ask_all_of(self, article: int, after: _Turn | None = None) -> None:
        for event in range(int(self._starts[article]), int(self._starts[article + 1])):
            if after is None or self._turn(event) > after:
                self._ask(event)

    def _reach(self, event: int) -> None:
        """Asks for the events of later articles that look up what this one is filed under."""
        mentions = self._mentions
        later = int(self._starts[self._article[event] + 1])
        pairs, quote = mentions.pairs.row(event), int(mentions.quotes[event])
        for other in self._index.reached(pairs, self._index.own(event), quote, later):
            self._ask(other)

    def _is_repeat(self, event: int) -> bool:
        turn, likely = self._turn(event), self._mentions.likely
        rivals = dict.fromkeys([*self._of_its_article(turn), *self._index.candidates(event, self._filed_before(turn))])
        for rival in rivals:
            if likely[rival] >= AS_LIKELY * likely[event]:
                heads = {event: self._head(event), rival: self._head(rival)}
                if Judge(heads, heads, self._again, self._similar)(event, rival):
                    return True
        return False

    def _of_its_article(self, turn: _Turn) -> list[int]:
        first, end = int(self._starts[turn[0]]), int(self._starts[turn[0] + 1])
        return [other for other in range(first, end) if self._is_filed(other) and self._turn(other) < turn]

    def _is_filed(self, event: int) -> bool:
        return bool(self._events[event]) and not self._mentions.repeats[event]

    def _filed_before(self, turn: _Turn) -> Callable[[npt.NDArray[np.int64]], Iterator[tuple[int, int]]]:
        end = self._starts[turn[0] + 1]

        def filed(mentions: npt.NDArray[np.int64]) -> Iterator[tuple[int, int]]:
            earlier = [one for one in mentions[: np.searchsorted(mentions, end)].tolist() if self._is_filed(one)]
            for one in sorted(earlier, key=self._turn):
                if self._turn(one) < turn:
                    yield one, one

        return filed
