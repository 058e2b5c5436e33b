"""Features for whether an editor would publish an event: first of each mention in its article, then of the event.

The features of a mention depend on its own article only, those of an event on its mentions and on the days on which the
story's articles were published. Reports in further articles never count against an event, and no feature of a mention
asks for the days after its article, so an article published later removes no entry, but for a plan that is over then.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from timeline.coref.entry.independent_sources import independent_sources
from timeline.coref.features.days import Days
from timeline.coref.features.triggers import of_role
from timeline.coref.meaning import cosine
from timeline.coref.mentions import EventMention
from timeline.model import Basis, Status

_LEAD = 0.12  # the share of an article that usually is its lead
_LONG_AGO = 400  # days before the article
_NEWS = 2  # days after which what an article tells is no news
_EVE = 7  # days before a story's first article that still belong to it
_VAGUE = 366  # days; a vaguer time is seldom that of a story's articles
_LONG_TITLE = 80
_LIKELY = 0.4  # the least weight of an event that an article is probably about
_ALONE = -3.0  # the feature's value where there is no strongest neighbour: less likely than any
_CHARACTERS_AN_ENTRY = 550
"""The length of text for which a chronology has one entry."""
_WHOLE = re.compile(r"[.!?…»\"”)]\s*$")
"""The end of a sentence that is neither a heading nor a link."""
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
"""The features of a mention that its model weighs, in order; the vector of its meaning follows them."""

OF_EVENT: tuple[str, ...] = (
    "likeliest mention",
    "sources (log)",
    "rank beyond what its article holds (log)",
    "only a bound",
    "headline score",
    "a whole sentence",
    "only news of its day",
    "before the story",
    "long before the story",
    "ahead of its article's others",
    "place in the article",
    "without its day, of a time that was told",
    "weight",
    "only planned",
    "only to come",
    "a step of an affair",
    "only a move or a meeting",
)
"""The features of an event, in order. The first is the log odds of its most likely mention."""

EVENT_SIGNS = (1, 1, -1, -1, 1, 1, -1, -1, -1, 1, -1, -1, 1, -1, -1, 1, -1)
"""The permitted signs of these weights: more sources and a better place never count against an event.

What a later article still tells weighs more, what happened before the story's first article less. « En octobre », of an
October in which the story's articles appeared, most often tells again what they told with its day.
"""


class Standing(NamedTuple):
    """How a mention stands among those of its article.

    Attributes:
        odds: Its log odds to be published.
        rank: Its rank, the most likely first (0).
        lead: Its log odds less those of the most likely other one.
    """

    odds: float
    rank: int
    lead: float


def standings(odds: Sequence[float]) -> list[Standing]:
    """How the mentions of an article stand.

    Args:
        odds: The log odds of each, in the order of the text, by which equal ones are ranked.

    Returns:
        One standing for each, in the same order.
    """
    in_order = sorted(range(len(odds)), key=lambda place: -odds[place])
    ranks = {place: rank for rank, place in enumerate(in_order)}
    best, second = [*(odds[place] for place in in_order[:2]), _ALONE, _ALONE][:2]
    return [Standing(its, ranks[place], its - (best if ranks[place] else second)) for place, its in enumerate(odds)]


def log_odds(share: float) -> float:
    """The log odds of a probability, bounded."""
    return math.log((share + 0.01) / (1.01 - share))


def of_mentions(article: Sequence[EventMention]) -> list[list[float]]:
    """The features of every mention of one article, each in the order of `OF_MENTION`.

    Returns:
        (mentions, features): one row for each, in the same order.
    """
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(article):
        by_sentence[one.event.span.start].append(place)
    return [_of_mention(place, article, by_sentence[one.event.span.start]) for place, one in enumerate(article)]


def _of_mention(place: int, article: Sequence[EventMention], sentence: Sequence[int]) -> list[float]:
    one = article[place]
    event = one.event
    weight = event.weight
    mates = [article[other] for other in sentence if other != place]
    likelier = [
        other
        for number, other in enumerate(article)
        if (other.event.weight, -number) > (weight, -place) and other.event.span.start != event.span.start
    ]
    within = _place(one)
    numbers = [
        log_odds(weight),
        max(0.0, weight - 0.5),
        log_odds(event.confidence),
        cosine(one.vector, one.topic.vector),
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
        min(1.0, len(event.line) / _LONG_TITLE),
        one.meaning.light,
        bool(one.meaning.families),
    ]
    return list(map(float, numbers))


def _when(one: EventMention) -> tuple[float, bool, bool, bool]:
    """Days before the article (log), whether long before, whether in the future, whether an end is open."""
    day = one.days.first if one.days.first is not None else one.days.last
    back = 0 if day is None else max(0, one.topic.published - day)
    to_come = day is not None and day > one.topic.published
    return math.log1p(back), back > _LONG_AGO, to_come, one.days.first is None or one.days.last is None


def of_event(mentions: Sequence[EventMention], standing: Sequence[Standing], days: Sequence[int]) -> list[float]:
    """The features of an event, in the order of `OF_EVENT`.

    Args:
        mentions: The mentions of the event.
        standing: How each stands in its article.
        days: The days on which the story's articles were published, in order.

    Returns:
        One number for each feature. A further mention lowers no feature with sign +, and raises none with sign -.
        Copies of an article count as the first of them.
    """
    first: dict[int, str] = {}
    own = [
        (one, its)
        for one, its in zip(mentions, standing, strict=True)
        if first.setdefault(one.topic.copy, one.topic.article.id) == one.topic.article.id
    ]
    begin = days[0]
    numbers = [
        max(its.odds for _, its in own),
        math.log(len(set(independent_sources(mentions)))),
        min(math.log1p(its.rank) - _room(one) for one, its in own),
        all(one.days.bounded for one, _ in own),
        max(one.event.title_score for one, _ in own),
        any(_WHOLE.search(one.event.quote) for one, _ in own),
        all(one.topic.published - _day(one) <= _NEWS for one, _ in own),
        all(begin - _day(one) > _EVE for one, _ in own),
        all(begin - _day(one) > _LONG_AGO for one, _ in own),
        max(its.lead for _, its in own),
        min(_place(one) for one, _ in own),
        all(_is_vague(one.days) and _was_told(one, days) for one, _ in own),
        max(one.event.weight for one, _ in own),
        all(one.event.status is Status.PLANNED for one, _ in own),
        all(_day(one) > one.topic.published for one, _ in own),
        any(_plays(one, "step") for one, _ in own),
        all(_plays(one, "move") for one, _ in own),
    ]
    return list(map(float, numbers))


def _plays(one: EventMention, role: str) -> bool:
    """Whether an event is of a kind that plays a role in an affair: a step, or a mere move."""
    return not one.families.isdisjoint(of_role(one.topic.article.language, role))


def _is_vague(its: Days) -> bool:
    """Whether a date is a time of several days: a week, a month, a season, a year."""
    return not its.bounded and not its.fine and its.length <= _VAGUE


def _was_told(one: EventMention, days: Sequence[int]) -> bool:
    """Whether an earlier article was published in the time of the event."""
    first, last = one.days.first or 0, one.days.last or 0
    at = bisect_left(days, first)
    return at < len(days) and days[at] <= min(last, one.topic.published - 1)


def _place(one: EventMention) -> float:
    """The share of the article that precedes the sentence."""
    return one.event.span.start / max(1, len(one.topic.article.text))


def _day(one: EventMention) -> int:
    """The day on which the event begins, or ends where its beginning is open; that of the article where it has none."""
    first, last = one.days.first, one.days.last
    return first if first is not None else last if last is not None else one.topic.published


def _room(one: EventMention) -> float:
    """The number of events that an editor publishes from an article of this length (log)."""
    return math.log1p(len(one.topic.article.text) / _CHARACTERS_AN_ENTRY)
