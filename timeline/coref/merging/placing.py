"""Groups the mentions of one event, in the order of publication.

Each mention joins the event that it is most similar to, or founds its own. A veto from any member keeps it out, and
its similarity to several members counts, so one bad link cannot chain two events into one. A later article undoes no
decision; it only adds events or joins existing ones.

An article is placed where it is new, and again where one of its mentions shares features with a mention that came, went
or moved, or with a member of an event that grew or shrank. Articles are taken in the order of publication, so that all
that lies before one is settled when its turn comes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

import numpy as np

from timeline.coref.blocking import Pairs
from timeline.coref.linkage import linkage
from timeline.coref.mentions import EventMention
from timeline.coref.merging.columns import NONE
from timeline.coref.merging.index import MOST_PER_DRAWER, SharedFeatures, ranges
from timeline.coref.merging.offers import offers
from timeline.coref.merging.story import Story, Told
from timeline.coref.merging.walk import Rows, Walk
from timeline.coref.similarity import SimilarityModel, model

_AT_ONCE = 1 << 9
"""The number of articles whose mentions are looked up at once."""


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
    """The events of all mentions, and which of them an update touches.

    Args:
        story: The mentions; their events are completed in place.
        index: What the mentions share.
        fitted: The similarity model.
    """

    def __init__(self, story: Story, index: SharedFeatures, fitted: SimilarityModel) -> None:
        self._story, self._index, self._fitted = story, index, fitted
        self._walk = Walk(index, partial(_rows, story.starts), _AT_ONCE)
        self._swept: dict[int, int] = {}  # since which article
        self.touched: set[int] = set()

    def update(self, fresh: Iterable[int], gone: Iterable[Gone] = ()) -> None:
        """Places the mentions of articles, and those that they touch."""
        story = self._story
        for article in fresh:
            self._walk.ask(article)
        for each in gone:
            self._reach(each.pairs, each.own, each.quote, each.since)
            self._changed(each.cluster, each.since)
        for one, cluster in enumerate(story.clusters):
            if cluster == NONE:
                self._walk.ask(story.article[one])
        for article in self._walk:
            self._place(article)
        story.write_places()

    def latest(self, mentions: Sequence[int]) -> list[int]:
        """The events of the mentions of a drawer: see `Filing`."""
        clusters, found, last = self._story.clusters, list[int](), NONE
        for one in reversed(mentions):
            if clusters[one] != last:
                last = clusters[one]
                found.append(last)
                if len(found) == MOST_PER_DRAWER:
                    break
        return found

    def first(self, mentions: Sequence[int]) -> int | None:
        """The event of the first of some mentions."""
        return self._story.clusters[mentions[0]] if mentions else None

    def _place(self, article: int) -> None:
        story = self._story
        first, end = story.starts[article], story.starts[article + 1]
        if first == end:
            return
        before = [(story.clusters[one], self._around(one)) for one in range(first, end)]
        for one in range(first, end):
            its = story.members.get(story.clusters[one], [])
            if one in its:
                its.remove(one)
        found = self._walk.found(article, first)
        offered = [self._index.candidates(one, found, first, self) for one in range(first, end)]
        events = {event: self._until(event, first) for event in dict.fromkeys(chain.from_iterable(offered))}
        placed = place(story.told(range(first, end)), offered, events, self._fitted)
        for cluster, joined in placed.items():
            its = story.members.setdefault(cluster, [])
            at = bisect_left(its, end)  # before those of later articles
            its[at:at] = joined
            for one in joined:
                story.clusters[one] = cluster
        for at, (cluster, around) in enumerate(before):
            one = first + at
            if (story.clusters[one], self._around(one)) != (cluster, around):
                self._moved(one, cluster, article)

    def _until(self, event: int, first: int) -> Told:
        its = self._story.members[event]
        return self._story.told(its[: bisect_left(its, first)])

    def _around(self, one: int) -> tuple[int, ...]:
        """The mentions of its own article that a mention's event has, in order."""
        article = self._story.article
        its = self._story.members.get(self._story.clusters[one], ())
        return tuple(each for each in its if article[each] == article[one])

    def _moved(self, one: int, was: int, article: int) -> None:
        since, mentions = article + 1, self._story.mentions
        events = {was, self._story.clusters[one]} - {NONE}
        self.touched |= events
        if len(self._walk) == len(self._story.starts) - 1:  # all will be placed
            return
        self._reach(mentions.pairs.row(one), self._index.own(one), int(mentions.quotes[one]), since)
        for event in events:
            self._changed(event, since)

    def _changed(self, event: int, since: int) -> None:
        """An event grew or shrank: whatever may join it later is placed again, and so are its later members."""
        if event == NONE:
            return
        self.touched.add(event)
        if self._swept.get(event, since + 1) <= since:
            return
        self._swept[event] = since
        mentions = self._story.mentions
        for one in tuple(self._story.members.get(event, ())):
            if self._story.article[one] >= since:
                self._walk.ask(self._story.article[one])
            self._reach(mentions.pairs.row(one), self._index.own(one), int(mentions.quotes[one]), since)

    def _reach(self, pairs: Pairs, own: frozenset[int], quote: int, since: int) -> None:
        starts = self._story.starts
        for other in self._index.reached(pairs, own, quote, starts[min(since, len(starts) - 1)]):
            self._walk.ask(self._story.article[other])


def _rows(starts: Sequence[int], articles: Sequence[int]) -> Rows:
    """The mentions of articles, each with the first of its article: it finds those before."""
    firsts = np.array([starts[one] for one in articles])
    sizes = np.array([starts[one + 1] for one in articles]) - firsts
    return ranges(firsts, sizes), np.repeat(firsts, sizes)


def clusters(mentions: Iterable[EventMention], fitted: SimilarityModel | None = None) -> list[list[EventMention]]:
    """The mentions by event.

    Args:
        mentions: The mentions of all articles, in any order.
        fitted: The similarity model; the packaged one where None.

    Returns:
        The mentions of each event in the order of publication; the events in the order of their first mentions.
    """
    story = Story.told_by(mentions)
    Placing(story, SharedFeatures(story.mentions), fitted or model()).update(range(len(story.starts) - 1))
    return list(map(story.group, sorted(story.members)))


def place(
    article: Told,
    offered: Sequence[Sequence[int]],
    events: dict[int, Told],
    fitted: SimilarityModel,
) -> dict[int, list[int]]:
    """Adds the mentions of one article to events; they are placed together, so that the best fit comes first.

    Args:
        article: All mentions of the article, in order.
        offered: For each mention the events that it may join.
        events: The mentions of these in the articles before; they are completed, and new events are added.
        fitted: The similarity model.

    Returns:
        For each event that grew the places of the new mentions, in the order in which they joined.
    """
    placed: dict[int, int] = {}
    joined: dict[int, list[int]] = {}

    def join(at: int, event: int) -> None:
        placed[at] = event
        events.setdefault(event, article[:0]).places.append(article.places[at])
        joined.setdefault(event, []).append(article.places[at])

    for its in sorted(offers(article, offered, events, fitted)):
        members = events[its.event]
        grown = len(members) > its.size  # by another mention of this article, which is now compared too
        if its.at not in placed and not (grown and linkage(article[its.at], members, fitted) < its.least):
            join(its.at, its.event)
    for at, mention in enumerate(article):
        if at not in placed:
            own = [(linkage(mention, events[event], fitted), -event) for event in {placed[it] for it in range(at)}]
            score, number = max(own, default=(0.0, 0))
            join(at, -number if score >= fitted.threshold else article.places[at])
    return joined
