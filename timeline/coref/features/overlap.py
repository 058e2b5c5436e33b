"""What two mentions have in common: people, places as far as they tell one place from another, the time of day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from timeline.coref.mentions import EventMention
from timeline.coref.names.same_name import COMMON_IN_PLACES, Tokens, alike, countries

Same: TypeAlias = Callable[[Tokens, Tokens], bool]
"""Whether two names may name one person or place."""

_HOUR = 3600  # seconds


def shared(one: Sequence[Tokens], other: Sequence[Tokens], same: Same = alike) -> int:
    """How many of the names of one may be names of the other."""
    return sum(any(same(name, its) for its in other) for name in one)


def disjoint(one: Sequence[Tokens], other: Sequence[Tokens], same: Same = alike) -> bool:
    """Whether both name some, and none in common."""
    return bool(one and other) and not any(same(name, its) for name in one for its in other)


def same_place(one: Tokens, other: Tokens) -> bool:
    """Whether two names may be one town's: « Brétigny » is short for « Brétigny-sur-Orge », « Saint » for none."""
    shorter, longer = sorted((one, other), key=len)
    return alike(one, other) or (longer[: len(shorter)] == shorter and not {*shorter} <= COMMON_IN_PLACES)


def narrow(mention: EventMention) -> list[Tokens]:
    """The places that are no country or continent: these hold other places, and contradict none."""
    wide = countries(mention.topic.article.language)
    return [place for place in mention.places if place not in wide]


def hours_between(one: EventMention, other: EventMention) -> float:
    """The hours between the times of the day that both give; 0 where one gives none."""
    if one.moment is None or other.moment is None:
        return 0.0
    return abs(one.moment - other.moment) / _HOUR
