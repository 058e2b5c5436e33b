"""What two mentions have in common: words, people, places (as far as they are specific), the time of day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from timeline.coref.mentions import EventMention
from timeline.coref.names.same_name import COMMON_IN_PLACES, Tokens, alike, countries

Same: TypeAlias = Callable[[Tokens, Tokens], bool]
"""Whether two names can belong to one person or place."""

_HOUR = 3600  # seconds


def shared(one: Sequence[Tokens], other: Sequence[Tokens], same: Same = alike) -> int:
    """The number of names of one mention that can be names of the other.

    Args:
        one: The names to count, each as its tokens.
        other: The names to compare with.
        same: Whether two names can be one; by default the rule for people.
    """
    return sum(any(same(name, its) for its in other) for name in one)


def disjoint(one: Sequence[Tokens], other: Sequence[Tokens], same: Same = alike) -> bool:
    """Whether both mentions have names, and none in common.

    Args:
        one: The names of one mention, each as its tokens.
        other: The names of the other.
        same: Whether two names can be one; by default the rule for people.

    Returns:
        False where one of the mentions has no names.
    """
    return bool(one and other) and not any(same(name, its) for name in one for its in other)


def same_place(one: Tokens, other: Tokens) -> bool:
    """Whether two names can be those of one town: « Brétigny » is short for « Brétigny-sur-Orge », « Saint » is not.

    Returns:
        True also for equal names.
    """
    shorter, longer = sorted((one, other), key=len)
    return alike(one, other) or (longer[: len(shorter)] == shorter and not {*shorter} <= COMMON_IN_PLACES)


def narrow(mention: EventMention) -> list[Tokens]:
    """The places that are not countries or continents: those contain other places and contradict none.

    Returns:
        The tokens of each such place, in the order of the mention's places.
    """
    wide = countries(mention.topic.article.language)
    return [place for place in mention.places if place not in wide]


def hours_between(one: EventMention, other: EventMention) -> float:
    """The hours between the clock times of both; 0 where one gives none.

    Returns:
        Hours, 0 or more.
    """
    if one.moment is None or other.moment is None:
        return 0.0
    return abs(one.moment - other.moment) / _HOUR


def overlap(one: Mapping[str, float], norm: float, other: Mapping[str, float], other_norm: float) -> float:
    """The cosine of two bags of weighted words.

    Args:
        one: The weights of the first bag by stem.
        norm: Its Euclidean length.
        other: The weights of the second bag.
        other_norm: Its Euclidean length.

    Returns:
        The cosine, from 0 to 1; 0 where a bag is empty.
    """
    if not norm or not other_norm:
        return 0.0
    fewer, more = (one, other) if len(one) <= len(other) else (other, one)
    return sum([weight * more[word] for word, weight in fewer.items() if word in more]) / (norm * other_norm)
