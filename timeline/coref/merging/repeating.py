"""Which events are repeats: too dissimilar from an earlier or likelier event to be joined, too similar to print both.

An event is represented by its mentions in its first article, and compared with earlier articles' events and with the
likelier events of that article. So an added article can hold repeats, but makes no older event a repeat. An event is
compared where it is new or changed, and again where such an event is or was among its rivals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TypeAlias

import numpy as np

from timeline.coref.mentions import EventMention
from timeline.coref.merging.index import MOST_PER_DRAWER, SharedFeatures
from timeline.coref.merging.placing import Gone
from timeline.coref.merging.story import Story
from timeline.coref.merging.walk import Rows, Walk
from timeline.coref.selection.model import SelectionModel, model, publication_days, weight
from timeline.coref.selection.repeats import AS_LIKELY, LIKELY, Judge
from timeline.coref.similarity import SimilarityModel
from timeline.coref.similarity import model as similarity_model

_AT_ONCE = 1 << 12
"""The number of events that are looked up at once."""

_Turn: TypeAlias = tuple[int, float, int]
"""When an event is compared: its article, its chance (negated), its first mention."""


class Repeating:
    """Which events repeat others.

    Args:
        story: The mentions, all placed; the column `repeats` is completed in place, `likely` is the current one.
        index: What the mentions share.
        selection: Weighs the features of two events.
        similar: The similarity model of mentions.
    """

    def __init__(
        self, story: Story, index: SharedFeatures, selection: SelectionModel, similar: SimilarityModel
    ) -> None:
        self._story, self._index = story, index
        self._judge = Judge(lambda event: list(map(story.mention, story.head(event))), selection.of_pair, similar)
        mentions = story.mentions
        self._compared = (mentions.clusters == np.arange(len(mentions.clusters))) & (mentions.likely >= LIKELY)
        self._count = int(self._compared.sum())
        self._likely, self._is_compared = mentions.likely.tolist(), self._compared.tolist()
        self._repeats: list[bool] = mentions.repeats.tolist()
        self._walk = Walk(index, partial(_rows, story.starts), _AT_ONCE, self._compared)
        self._now: _Turn = (-1, 0.0, -1)
        self.turned: set[int] = set()

    def update(self, changed: Iterable[int], gone: Iterable[Gone] = (), articles: Iterable[int] = ()) -> None:
        """Compares the events that changed, and those that they touch.

        Args:
            changed: The events that are new, or whose first article now says another thing of them.
            gone: The first mentions of events that are no events any more.
            articles: The articles that have or had one of these.
        """
        changed, starts = list(changed), self._story.starts
        for event in changed:
            if not self._is_compared[event]:
                self._repeats[event] = False
            self._ask(event)
        for article in articles:
            self._ask_all_of(article)
        for event in changed:
            self._reach(event)
        for each in gone:
            for other in self._index.reached(each.pairs, each.own, each.quote, starts[each.since]):
                self._ask(other)
        for now in self._walk:
            self._now, (*_, event) = now, now
            found = self._is_repeat(event)
            if found != self._repeats[event]:
                self._repeats[event] = found
                self.turned.add(event)
                self._reach(event)
                self._ask_all_of(self._story.article[event], after=self._now)
        self._story.mentions.repeats[:] = self._repeats

    def latest(self, mentions: Sequence[int]) -> list[int]:
        """The events of a drawer that are no repeats, the last before the current turn: see `Filing`."""
        found: list[_Turn] = []
        for one in reversed(mentions):
            if len(found) >= MOST_PER_DRAWER and self._story.article[one] != found[-1][0]:
                break
            if self._is_filed(one):
                found.append(self._turn(one))
        return [event for *_, event in sorted(found)[-MOST_PER_DRAWER:]]

    def first(self, mentions: Sequence[int]) -> int | None:
        """The first event of some mentions that is no repeat, before the current turn."""
        found: _Turn | None = None
        for one in mentions:
            if found and self._story.article[one] != found[0]:
                break
            if self._is_filed(one):
                found = min(found or self._now, self._turn(one))
        return found and found[-1]

    def _turn(self, event: int) -> _Turn:
        return self._story.article[event], -self._likely[event], event

    def _is_filed(self, event: int) -> bool:
        return self._is_compared[event] and not self._repeats[event] and self._turn(event) < self._now

    def _ask(self, event: int) -> None:
        if self._is_compared[event]:
            self._walk.ask(self._turn(event))

    def _ask_all_of(self, article: int, after: _Turn | None = None) -> None:
        for event in range(*self._story.starts[article : article + 2]):
            if after is None or self._turn(event) > after:
                self._ask(event)

    def _reach(self, event: int) -> None:
        """Asks for the events of later articles that look up what this one is filed under."""
        if len(self._walk) == self._count:
            return
        mentions = self._story.mentions
        later = self._story.starts[self._story.article[event] + 1]
        pairs, quote = mentions.pairs.row(event), int(mentions.quotes[event])
        for other in self._index.reached(pairs, self._index.own(event), quote, later):
            self._ask(other)

    def _is_repeat(self, event: int) -> bool:
        starts, article = self._story.starts, self._story.article[event]
        of_its_article = filter(self._is_filed, range(starts[article], starts[article + 1]))
        offered = self._index.candidates(event, self._walk.found(self._now, event), starts[article + 1], self)
        least = AS_LIKELY * self._likely[event]
        rivals = dict.fromkeys([*of_its_article, *offered])
        return any(self._likely[rival] >= least and self._judge(event, rival) for rival in rivals)


def _rows(starts: Sequence[int], turns: Sequence[_Turn]) -> Rows:
    """The events of turns, each with the place behind its article: it finds that and those before."""
    until = [starts[article + 1] for article, *_ in turns]
    return np.array([event for *_, event in turns]), np.array(until)


def repeated(story: Story, likely: Sequence[float], fitted: SelectionModel, similar: SimilarityModel) -> list[bool]:
    """Whether each event repeats another one.

    Args:
        story: The mentions, all placed.
        likely: The chance of each event to be published, by its first article alone.
        fitted: The model of selection.
        similar: The similarity model of mentions.

    Returns:
        For each event, whether it is a repeat.
    """
    events = list(story.members)
    story.mentions.likely[events] = likely
    Repeating(story, SharedFeatures(story.mentions), fitted, similar).update(events)
    found: list[bool] = story.mentions.repeats[events].tolist()
    return found


def weights(
    groups: Sequence[Sequence[EventMention]],
    fitted: SelectionModel | None = None,
    similar: SimilarityModel | None = None,
) -> list[float]:
    """For each event, the chance that an editor would publish it beside the others.

    Args:
        groups: The mentions of each event, in the order of publication.
        fitted: The model of selection; the packaged one where None.
        similar: The similarity model of mentions; the packaged one where None.

    Returns:
        A probability for each event, which an article published later does not lower, but of a plan that is over then.
    """
    fitted, story, days = fitted or model(), Story.of_groups(groups, fitted), publication_days(groups)
    likely = [story.chance(story.head(event), days, fitted) for event in story.members]
    again = repeated(story, likely, fitted, similar or similarity_model())
    whole = [story.chance(its, days, fitted) for its in story.members.values()]
    over = [story.is_over(event, days[-1]) for event in story.members]
    found = zip(whole, again, over, strict=True)
    return [weight(chance, is_repeat=repeats, is_over=is_over) for chance, repeats, is_over in found]
