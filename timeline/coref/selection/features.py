"""What tells whether an editor would publish an event: first of each mention in its article, then of the event.

The features of a mention look at its own article only, those of an event at its mentions only; what more articles tell
never counts against it. So an article that is added takes no entry away.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from timeline.coref.entry.independent_sources import voices
from timeline.coref.meaning import cosine
from timeline.coref.mentions import Telling
from timeline.model import Basis, Status

_LEAD = 0.12  # the share of an article that is its lead, as a rule
_LONG_AGO = 400  # days before the article
_LONG_TITLE = 80
_LIKELY = 0.4  # the weight of an event that an article is likely to be about
_ALONE = -3.0  # how much less likely than any the strongest neighbour is where there is none
_BASES = (Basis.STATED, Basis.ANAPHORIC, Basis.BOUNDED, Basis.PUBLISHED, Basis.CARRIED, Basis.LEAD, Basis.TITLE)
_STATUSES = (Status.ASSERTED, Status.PLANNED, Status.DENIED, Status.CONDITIONAL)

OF_MENTION: tuple[str, ...] = (
    "weight",
    "weight over a half",
    "confidence",
    "like the title",
    "place in the article",
    "in the lead",
    *(f"dated: {basis.value}" for basis in _BASES),
    "days before (log)",
    "long before",
    "to come",
    "open date",
    *(f"status: {status.value}" for status in _STATUSES),
    "a likelier one in the sentence",
    "others in the sentence (log)",
    "likeliest of the sentence",
    "told likelier elsewhere",
    "rank in the article (log)",
    "likely ones in the article (log)",
    "people",
    "place named",
    "title length",
    "light verb",
    "kind known",
)
"""The features of a mention that its model weighs, in order; the vector of its meaning comes after them."""

OF_EVENT: tuple[str, ...] = (
    "likeliest mention",
    "sources (log)",
    "several sources",
    "most likely of an article",
    "among the three most likely",
    "rank in its article (log)",
    "background of one article",
)
"""The features of an event, in order. The first is the log odds of its likeliest mention."""


def log_odds(share: float) -> float:
    """The log odds of a probability, bounded."""
    return math.log((share + 0.01) / (1.01 - share))


def of_mentions(article: Sequence[Telling]) -> list[list[float]]:
    """The features of every mention of one article, each in the order of `OF_MENTION`."""
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(article):
        by_sentence[one.event.span.start].append(place)
    return [_of_mention(place, article, by_sentence[one.event.span.start]) for place, one in enumerate(article)]


def _of_mention(place: int, article: Sequence[Telling], sentence: Sequence[int]) -> list[float]:
    one = article[place]
    event = one.event
    weight = event.weight
    mates = [article[other] for other in sentence if other != place]
    likelier = [
        other
        for number, other in enumerate(article)
        if (other.event.weight, -number) > (weight, -place) and other.event.span.start != event.span.start
    ]
    within = event.span.start / max(1, len(one.story.article.text))
    numbers = [
        log_odds(weight),
        max(0.0, weight - 0.5),
        log_odds(event.confidence),
        cosine(one.vector, one.story.vector),
        within,
        within < _LEAD,
        *(event.basis is basis for basis in _BASES),
        *_when(one),
        *(event.status is status for status in _STATUSES),
        any((article[other].event.weight, -other) > (weight, -place) for other in sentence if other != place),
        math.log1p(len(mates)),
        max((log_odds(mate.event.weight) - log_odds(weight) for mate in mates), default=_ALONE),
        max((cosine(one.vector, other.vector) for other in likelier), default=0.0),
        math.log1p(len(likelier)),
        math.log1p(sum(other.event.weight > _LIKELY for other in article)),
        min(2, len(event.people)),
        bool(event.places),
        min(1.0, len(event.title) / _LONG_TITLE),
        one.meaning.light,
        bool(one.meaning.families),
    ]
    return list(map(float, numbers))


def _when(one: Telling) -> tuple[float, bool, bool, bool]:
    """Days before the article (log), whether long before, whether to come, whether an end is open."""
    day = one.days.first if one.days.first is not None else one.days.last
    back = 0 if day is None else max(0, one.story.published - day)
    to_come = day is not None and day > one.story.published
    return math.log1p(back), back > _LONG_AGO, to_come, one.days.first is None or one.days.last is None


def of_event(mentions: Sequence[Telling], chances: Sequence[float], ranks: Sequence[int]) -> list[float]:
    """The features of an event, in the order of `OF_EVENT`.

    `chances` are the log odds of its mentions, `ranks` the place of each among its article's mentions, likeliest
    first (0).
    """
    sources = len(set(voices(mentions)))
    best = min(ranks)
    back, long_ago, _, _ = _when(max(zip(chances, mentions, strict=True), key=lambda pair: pair[0])[1])
    numbers = [
        max(chances),
        math.log(sources),
        sources > 1,
        best == 0,
        best < 3,
        math.log1p(best),
        back if long_ago and sources == 1 else 0.0,
    ]
    return list(map(float, numbers))
