"""Which events a mention may join: those that it is similar enough to, and what else an article tells of their day."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.coref.features.days import DateAgreement
from timeline.coref.features.overlap import disjoint, narrow, same_place
from timeline.coref.features.pair import ONE_STORY, dates_agree, topic_similarity
from timeline.coref.linkage import linkage
from timeline.coref.mentions import EventMention
from timeline.coref.similarity import SimilarityModel
from timeline.model import Status

_PER_DOUBLING = 0.1
_OF_A_PLAN = 0.1
"""The least similarity of a plan and what came of it on its day, where nothing else comes near either."""
_OF_A_DAY = 0.2
"""That of two acts of one day.

By cross-validation over 122 stories more pairs of mentions are joined rightly (164 for 155), and one more falsely.
"""
_TIMES = 3.0
"""How many times the odds of the next best theirs must be: of the mention's events, and of the event's mentions."""
_TOLD = 0.4
"""The least weight of an event that an article is told for: a word said by the way, « ils ont hurlé », is another's."""
_ONE_DAY = frozenset({DateAgreement.SAME_DAY, DateAgreement.SAME_DAY_INFERRED, DateAgreement.OVERLAP})


@dataclass(frozen=True, slots=True, order=True)
class Offer:
    """An event that a mention of an article may join; of two offers the lesser is the better one.

    Attributes:
        rank: The similarity and a bonus for events with more mentions, negated.
        at: The place of the mention in its article.
        event: The event.
        size: The number of its mentions before the article.
        least: The similarity that is asked of the mention.
    """

    rank: float
    at: int
    event: int
    size: int
    least: float


def offers(
    article: Sequence[EventMention],
    offered: Sequence[Sequence[int]],
    events: Mapping[int, Sequence[EventMention]],
    fitted: SimilarityModel,
) -> Iterator[Offer]:
    """The events that the mentions of an article may join.

    A plan and what came of it are told in other words: « le jugement est attendu samedi », « il écope samedi de huit
    ans ». So do two papers tell the news of a day. They are one event where neither has anything else that could be it.

    Args:
        article: All mentions of the article, in order.
        offered: For each mention the events that share most with it.
        events: The mentions of these in the articles before.
        fitted: The similarity model.

    Yields:
        An offer for each mention and each event that it may join.
    """
    scores = [
        {event: linkage(one, events[event], fitted) for event in its} for one, its in zip(article, offered, strict=True)
    ]
    for at, its in enumerate(scores):
        for event, score in its.items():
            members, least = events[event], fitted.threshold
            if _OF_A_PLAN <= score < least and _is_nothing_else(at, event, scores):
                least = _of_one_day(article[at], members, least)
            if score >= least:
                yield Offer(-score - _PER_DOUBLING * math.log2(len(members)), at, event, len(members), least)


def _is_nothing_else(at: int, event: int, scores: Sequence[Mapping[int, float]]) -> bool:
    """Whether neither is nearly as similar to any other: a mention to other events, an event to others' mentions."""
    others = (its for other, its in scores[at].items() if other != event)
    rivals = (its.get(event, 0.0) for other, its in enumerate(scores) if other != at)
    return _odds(scores[at][event]) >= _TIMES * _odds(max((*others, *rivals), default=0.0))


def _odds(probability: float) -> float:
    return probability / max(1e-9, 1 - probability)


def _of_one_day(mention: EventMention, members: Sequence[EventMention], least: float) -> float:
    """The least similarity of what two articles of one story tell of a day, which a text states, in one town.

    Args:
        mention: What one article tells.
        members: What others tell.
        least: The similarity that is asked of any two mentions.
    """
    if not all(_may_be_one(mention, one) for one in members):
        return least
    return _OF_A_PLAN if all(_is_plan_of(mention, one) for one in members) else _OF_A_DAY


def _may_be_one(one: EventMention, other: EventMention) -> bool:
    """Whether both are told for themselves, by articles of one story, of one day and no two towns."""
    if min(one.event.weight, other.event.weight) < _TOLD or dates_agree(one, other) not in _ONE_DAY:
        return False
    if disjoint(narrow(one), narrow(other), same_place):
        return False
    return topic_similarity(one.topic, other.topic) >= ONE_STORY


def _is_plan_of(one: EventMention, other: EventMention) -> bool:
    """Whether one of two mentions is a plan."""
    return (one.event.status is Status.PLANNED) is not (other.event.status is Status.PLANNED)
