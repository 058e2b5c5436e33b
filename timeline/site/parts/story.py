"""The story's own period, the background before it, and the most salient events."""

from __future__ import annotations

import datetime
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from heapq import heapify, heappop, heappush
from itertools import takewhile
from operator import mul

from timeline.calendar import DAY, YEAR, from_date
from timeline.languages.folding import fold
from timeline.model import Moment, Status
from timeline.site.parts.cards import Card
from timeline.site.parts.days import position

_LEAST_FOLDED = 3  # fewer events of background are not worth a fold
_NEAR = 31 * DAY  # events of the month before the first article belong to the story
_MOST_HIGHLIGHTS = 10
_TWIN = 0.5  # of the words of the shorter of two titles of a day are in the other: it repeats the other
_WORD = 4  # letters that a word, other than a number, has at least to count there
_ORIGIN = 2  # articles that report what a story began with, years before it
_OUTERMOST = 0.05  # of the events, on either side: one plan for years ahead is no measure of how long a story lasts
_APART = 0.75  # what a neighbour in time that is chosen already leaves of an event's rank
_HIDDEN_WEIGHT = {Status.DENIED: 0.6, Status.CONDITIONAL: 0.6, Status.REPORTED: 0.85}


def background(cards: Sequence[Card], published: Iterable[datetime.date]) -> int:
    """How many events report what came before the story.

    The story covers the time of the articles: it begins before the first of them by as long as they last, a month at
    least and a year at most. Where most events are older, the past is the story.

    Args:
        cards: The events in reading order.
        published: The days of the articles.

    Returns:
        The number of the first cards that are folded away; 0 where there is nothing to fold.
    """
    older = (
        sum(1 for _ in takewhile(lambda card: _is_before(card, begin), cards)) if (begin := _begin(published)) else 0
    )
    return older if _LEAST_FOLDED <= older <= len(cards) // 2 else 0


def _begin(published: Iterable[datetime.date]) -> Moment | None:
    """Where the story begins that was published on such days."""
    days = sorted(from_date(day) for day in published)
    return days[0] - min(YEAR, max(_NEAR, days[-1] - days[0])) if days else None


def _is_before(card: Card, begin: Moment) -> bool:
    at = position(card.date)
    return at is not None and at < begin


def highlights(
    cards: Sequence[Card], most: int = _MOST_HIGHLIGHTS, published: Iterable[datetime.date] = ()
) -> list[Card]:
    """The events to remember.

    They are chosen by the importance that a person gave, else by salience and sources, and spread over the time in
    which most events lie. Of what came before the story, only its origin is chosen: the one event that weighs most
    there, if two articles report it.

    Args:
        cards: The events in reading order.
        most: How many to choose at most.
        published: The days of the articles; without them no event came before the story.

    Returns:
        The chosen events in reading order.
    """
    rank = {card.id: _rank(card) for card in cards}
    left = [card for card in _of_the_story(cards, rank, published) if rank[card.id] > 0]
    places = [position(card.date) for card in left]
    near = _near([at for at in places if at is not None], most)
    of_day: dict[Moment | None, list[Card]] = defaultdict(list)
    for card in left:
        of_day[position(card.day)].append(card)
    turns = [(-rank[card.id], number) for number, card in enumerate(left)]
    heapify(turns)
    chosen: dict[str, Moment | None] = {}
    twins: set[str] = set()
    while turns and len(chosen) < most:
        was, number = heappop(turns)
        card, at = left[number], places[number]
        if card.id in twins:
            continue
        beside = 0 if card.entry.importance is not None else sum(_is_near(at, other, near) for other in chosen.values())
        now = -reduce(mul, [_APART] * beside, rank[card.id])
        if now != was:  # ranks only fall: a card is taken when none has a higher one
            heappush(turns, (now, number))
            continue
        chosen[card.id] = at
        for other in of_day[position(card.day)] if card.entry.importance is None else ():
            if other.day == card.day and _is_twin(other, card):
                twins.add(other.id)
    return [card for card in cards if card.id in chosen]


def now(cards: Sequence[Card], published: Iterable[datetime.date]) -> tuple[list[Card], list[Card]]:
    """What has happened and what is to come, as seen from the newest article (no clock is read).

    Args:
        cards: The events in reading order.
        published: The days of the articles; without them, all that has happened is past.

    Returns:
        Events that have happened, and events after the newest article, both in reading order.
    """
    dated = [(at, card) for card in cards if (at := position(card.date)) is not None]
    days = [from_date(day) for day in published]
    end = max(days) + DAY if days else max((at for at, _ in dated), default=0) + 1
    happened = (Status.ASSERTED, Status.REPORTED)
    past = [card for at, card in dated if at < end and card.status in happened and not card.entry.ongoing]
    return past, [card for at, card in dated if at >= end]


def _of_the_story(
    cards: Sequence[Card], rank: Mapping[str, float], published: Iterable[datetime.date]
) -> Iterator[Card]:
    """The events of the story, its origin, and what a person called important."""
    begin = _begin(published)
    older = {card.id for card in cards if begin is not None and _is_before(card, begin)}
    if len(older) > len(cards) // 2:  # the past is the story
        older = set()
    reported_twice = [card for card in cards if card.id in older and _articles(card) >= _ORIGIN]
    origin = max(reported_twice, key=lambda card: rank[card.id], default=None)
    for card in cards:
        if card.id not in older or card is origin or card.entry.importance is not None:
            yield card


def _is_near(at: Moment | None, other: Moment | None, near: Moment) -> bool:
    return at is not None and other is not None and abs(at - other) < near


def _near(places: Iterable[Moment], most: int) -> Moment:
    """How far apart `most` events would stand, halved, in the time that holds all but the outermost events."""
    ats = sorted(places)
    out = int(len(ats) * _OUTERMOST)
    return max(DAY, (ats[-1 - out] - ats[out]) // (2 * most)) if ats else DAY


def _is_twin(card: Card, taken: Card) -> bool:
    """Whether a card repeats another of the same day in nearly the same words; never a card that a person chose."""
    if card.entry.importance is not None:
        return False
    one, other = _title_words(card), _title_words(taken)
    return len(one & other) > _TWIN * max(2, min(len(one), len(other)))


def _title_words(card: Card) -> frozenset[str]:
    return frozenset(
        word for word in re.findall(r"[a-z0-9]+", fold(card.entry.title)) if len(word) >= _WORD or word.isdigit()
    )


def _rank(card: Card) -> float:
    entry = card.entry
    if entry.importance is not None:
        return 10.0 + entry.importance if entry.importance > 1 else 0.0
    if card.date is None or entry.weight is None:
        return 0.0
    return entry.weight * (1 + math.log(max(1, _articles(card)))) * _HIDDEN_WEIGHT.get(entry.status, 1.0)


def _articles(card: Card) -> int:
    """How many articles report an event."""
    return len({source.cited for source in card.entry.sources})
