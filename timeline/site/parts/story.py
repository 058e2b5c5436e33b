"""The story's own period, the background before it, and the most salient events."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

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
_APART = 0.75  # what a neighbour in time that is chosen already leaves of an event's rank
_HIDDEN_WEIGHT = {Status.DENIED: 0.6, Status.CONDITIONAL: 0.6, Status.REPORTED: 0.85}


def background(cards: Sequence[Card], published: Iterable[datetime.date]) -> int:
    """How many of the first cards report what came before the story; 0 where there is nothing to fold.

    The story covers the time of the articles: it begins before the first of them by as long as they last, a month at
    least and a year at most. Where most events are older, the past is the story.
    """
    days = sorted(from_date(day) for day in published)
    if not days:
        return 0
    begin = days[0] - min(YEAR, max(_NEAR, days[-1] - days[0]))
    older = sum(1 for _ in takewhile(lambda card: _is_before(card, begin), cards))
    return older if _LEAST_FOLDED <= older <= len(cards) // 2 else 0


def _is_before(card: Card, begin: Moment) -> bool:
    at = position(card.date)
    return at is not None and at < begin


def highlights(cards: Sequence[Card], most: int = _MOST_HIGHLIGHTS) -> list[Card]:
    """The events to remember, in reading order.

    They are chosen by the importance that a person gave, else by salience and sources, and spread over the story.
    """
    rank = {card.id: _rank(card) for card in cards}
    left = {card.id: card for card in cards if rank[card.id] > 0}
    ats = [at for card in cards if (at := position(card.date)) is not None]
    near = max(DAY, (max(ats) - min(ats)) // (2 * most)) if ats else DAY
    chosen: set[str] = set()
    while left and len(chosen) < most:
        best = max(left, key=lambda id_: rank[id_])
        taken = left.pop(best)
        at = position(taken.date)
        chosen.add(best)
        if taken.entry.importance is None:
            left = {id_: card for id_, card in left.items() if not _is_twin(card, taken)}
        for id_, card in left.items():
            other = position(card.date)
            if at is not None and other is not None and abs(at - other) < near and card.entry.importance is None:
                rank[id_] *= _APART
    return [card for card in cards if card.id in chosen]


def _is_twin(card: Card, taken: Card) -> bool:
    """Whether a card repeats another card of its day in nearly the same words; never a card that a person chose."""
    if card.day != taken.day or card.entry.importance is not None:
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
    articles = len({source.article or source.url for source in entry.sources})
    return entry.weight * (1 + math.log(max(1, articles))) * _HIDDEN_WEIGHT.get(entry.status, 1.0)
