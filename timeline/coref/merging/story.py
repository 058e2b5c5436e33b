"""The mentions of a story by article and by event, as far as they are placed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import overload

import numpy as np

from timeline.coref.mentions import EventMention
from timeline.coref.merging.columns import NONE, Mentions
from timeline.coref.merging.rows import columns_of
from timeline.coref.selection.features import Standing
from timeline.coref.selection.model import SelectionModel, chance, model
from timeline.coref.selection.plans import are_over


@dataclass(frozen=True, slots=True)
class Told(Sequence[EventMention]):
    """Some mentions of a story; what an article says is loaded where one of its mentions is looked at.

    Attributes:
        places: Their places.
        mention: Gives a mention by its place.
    """

    places: list[int]
    mention: Callable[[int], EventMention]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.places)

    def __iter__(self) -> Iterator[EventMention]:
        """Each in turn."""
        return map(self.mention, self.places)

    @overload
    def __getitem__(self, at: int) -> EventMention: ...

    @overload
    def __getitem__(self, at: slice) -> Told: ...

    def __getitem__(self, at: int | slice) -> EventMention | Told:
        """A mention, or some of them."""
        return Told(self.places[at], self.mention) if isinstance(at, slice) else self.mention(self.places[at])


@dataclass(frozen=True, slots=True)
class Story:
    """The mentions of a story: each is known by its place in the order of `EventMention.key`, an event by its first.

    Attributes:
        mentions: Their columns.
        starts: For each article the place of its first mention, and the number of all.
        article: For each mention its article.
        clusters: For each mention its event; `NONE` where it is not placed.
        members: The mentions of each event, in the order of publication.
        mention: Gives a mention by its place.
    """

    mentions: Mentions
    starts: Sequence[int]
    article: Sequence[int]
    clusters: list[int]
    members: dict[int, list[int]]
    mention: Callable[[int], EventMention]

    @classmethod
    def of(cls, mentions: Mentions, starts: Sequence[int], mention: Callable[[int], EventMention]) -> Story:
        """The story that columns tell.

        Args:
            mentions: The columns.
            starts: For each article the place of its first mention, and the number of all.
            mention: Gives a mention by its place.

        Returns:
            Some of its mentions may be in no event yet.
        """
        members: dict[int, list[int]] = {}
        for one in np.argsort(mentions.ranks, kind="stable").tolist():
            members.setdefault(int(mentions.clusters[one]), []).append(one)
        members.pop(NONE, None)
        article = np.repeat(np.arange(len(starts) - 1), np.diff(starts)).tolist()
        return cls(mentions, starts, article, mentions.clusters.tolist(), members, mention)

    @classmethod
    def of_groups(cls, groups: Sequence[Sequence[EventMention]], fitted: SelectionModel | None = None) -> Story:
        """The story of some events.

        Args:
            groups: The mentions of each event, in the order of publication.
            fitted: Gives the odds of the mentions; the packaged model where None.
        """
        story = cls.told_by((one for group in groups for one in group), fitted)
        place = {id(story.mention(one)): one for one in range(len(story.clusters))}
        for group in groups:
            its = [place[id(one)] for one in group]
            story.members[its[0]] = its
            for one in its:
                story.clusters[one] = its[0]
        story.write_places()
        return story

    @classmethod
    def told_by(cls, mentions: Iterable[EventMention], fitted: SelectionModel | None = None) -> Story:
        """The story of some mentions, none of which is placed.

        Args:
            mentions: All mentions, in any order.
            fitted: Gives the odds of the mentions; the packaged model where None.
        """
        in_order = sorted(mentions, key=lambda one: one.key)
        sizes = [len(list(its)) for _, its in groupby(in_order, key=lambda one: one.topic.article.id)]
        columns = columns_of(in_order, fitted or model())
        return cls.of(columns, np.cumsum([0, *sizes]).tolist(), in_order.__getitem__)

    def told(self, places: Iterable[int]) -> Told:
        """The mentions at some places."""
        return Told([*places], self.mention)

    def group(self, event: int) -> list[EventMention]:
        """The mentions of an event."""
        return [*self.told(self.members[event])]

    def head(self, event: int) -> list[int]:
        """The mentions of an event in its first article."""
        its = self.members[event]
        end = self.starts[self.article[event] + 1]
        return its[: bisect_left(its, end)] if its[-1] >= end else its

    def chance(self, mentions: Sequence[int], days: Sequence[int], fitted: SelectionModel) -> float:
        """The chance that an editor would publish an event, from some of its mentions.

        Args:
            mentions: Their places.
            days: The days on which the story's articles were published, in order.
            fitted: The model.
        """
        its = self.mentions
        numbers = its.odds[mentions].tolist(), its.within[mentions].tolist(), its.leads[mentions].tolist()
        return chance(list(map(self.mention, mentions)), list(map(Standing, *numbers)), days, fitted)

    def is_over(self, event: int, last_day: int) -> bool:
        """Whether an event is a plan whose time ended before the day on which the last article was published."""
        return are_over(self.mentions.plan_ends[self.members[event]].tolist(), last_day)

    def write_places(self) -> None:
        """Completes the columns by the events of the mentions."""
        self.mentions.clusters[:] = self.clusters
        for its in self.members.values():
            for rank, one in enumerate(its):
                self.mentions.ranks[one] = rank
