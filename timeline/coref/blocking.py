"""What a mention is filed under: pairs of its features (trigger, names, rare words, numbers), and stretches of time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations, islice
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from timeline.calendar import civil_from_days
from timeline.coref.features.vocabulary import rarities
from timeline.coref.mentions import EventMention
from timeline.coref.names.same_name import family_name

_DISTINCTIVE = 5
_TRIGGERS = 3
_HEADLINE = 2
_STORY = 4  # words of an article's topic, for events of a stated day that two articles tell in other words
_ON_A_DAY = 1
_MOST_MONTHS = 13
_ECHO = 60  # days of a stretch of publication; a bound or a vague date is searched in this one and the one before
_SLACK = 2
_SPREAD = 0x9E3779B97F4A7C15  # 2^64 over the golden ratio: an odd factor that spreads numbers well
_MASK = (1 << 64) - 1
Pairs: TypeAlias = npt.NDArray[np.uint64]
"""Pairs of features, each a number that is the same in every run."""


def pairs_of(mention: EventMention) -> Pairs:
    """All pairs of a mention's features.

    Returns:
        A number of 64 bits for each pair: of ten million pairs, two share one with a chance of one in 400,000.
    """
    distinctive = _distinctive(mention)
    names = sorted(map(number_of, distinctive))
    context = [number_of(feature) for feature in _context(mention) if feature not in distinctive]
    triggers = [number_of(kind) for kind in _triggers(mention)]
    found = [_of_two(a, b) for a, b in combinations(names, 2)]
    found += [_of_two(a, b) if a < b else _of_two(b, a) for a in triggers for b in (*names, *context)]
    if mention.days.fine and mention.days.stated:
        found += [_of_two(_ON_A_DAY, number_of(word)) for word in islice(mention.topic.weights, _STORY)]
        found += [_of_two(_ON_A_DAY, kind) for kind in triggers]
    return np.array(found, np.uint64)


@lru_cache(maxsize=1 << 16)
def number_of(feature: str) -> int:
    """The number of a word or of another feature: 64 bits, the same in every run."""
    return int.from_bytes(hashlib.blake2b(feature.encode(), digest_size=8).digest(), "big")


def _of_two(one: int, other: int) -> int:
    return (one * _SPREAD + other) * _SPREAD & _MASK


def _triggers(mention: EventMention) -> list[str]:
    kinds = mention.families or (() if mention.meaning.light else mention.meaning.verbs)
    return [f"~{name}" for name in sorted(kinds)[:_TRIGGERS]]


def _distinctive(mention: EventMention) -> list[str]:
    """The rarest words and names of a mention."""
    names = dict.fromkeys([family_name(name) for name in (*mention.people, *mention.organisations, *mention.places)])
    named = [name for name in names if name][:_DISTINCTIVE]
    rarest = sorted([(-weight, word) for word, weight in mention.weights.items() if word not in named])
    return [*named, *(word for _, word in rarest[: _DISTINCTIVE - len(named)])]


def _context(mention: EventMention) -> list[str]:
    """The rarest words of the article's headline, for sentences like « il a succombé » without person or place."""
    rarity = rarities(mention.topic.article.language)
    rarest = sorted([(-rarity[word], word) for word in mention.topic.headline])
    return [word for _, word in rarest[:_HEADLINE]]


def own_stretches(mention: EventMention) -> list[int]:
    """The stretches of time that a mention is filed under.

    Returns:
        A number for each stretch.
    """
    heard = mention.topic.published // _ECHO
    filed = [_stretch("heard", heard)]
    for its in filter(None, (mention.days, mention.postponed)):
        if its.bounded:
            filed.append(_stretch("bounded", heard))
        elif its.fine:
            filed += [_stretch("day", day) for day in range(its.first or 0, (its.last or 0) + 1)]
            filed.append(_stretch("month", _month(its.first)))
        else:
            filed += [_stretch("coarse", month) for month in _months(its.first, its.last)]
    return filed


def sought_stretches(mention: EventMention) -> list[int]:
    """The stretches under which a mention of the same event may be filed; later articles are not filed yet.

    Returns:
        A number for each stretch.
    """
    heard = mention.topic.published // _ECHO
    sought = [_stretch("bounded", heard - 1), _stretch("bounded", heard)]
    for its in filter(None, (mention.days, mention.postponed)):
        if its.bounded:
            sought += [_stretch("heard", heard - 1), _stretch("heard", heard)]
        elif its.fine:
            sought += [_stretch("day", day) for day in range((its.first or 0) - _SLACK, (its.last or 0) + _SLACK + 1)]
            sought.append(_stretch("coarse", _month(its.first)))
        else:
            sought += [_stretch(kind, month) for month in _months(its.first, its.last) for kind in ("month", "coarse")]
    return sought


def vague_stretch(day: int) -> int:
    """The stretch under which the mentions are filed that are dated to a week, a month or a longer time around a day.

    Returns:
        The number of the stretch.
    """
    return _stretch("coarse", _month(day))


_KINDS = {"heard": 0, "bounded": 1, "day": 2, "month": 3, "coarse": 4}


def _stretch(kind: str, number: int) -> int:
    return _KINDS[kind] * (1 << 32) + (number & 0xFFFFFFFF)


@cache
def _month(day: int | None) -> int:
    year, month, _ = civil_from_days(day or 0)
    return year * 12 + month


def _months(first: int | None, last: int | None) -> Iterator[int]:
    start, end = _month(first), _month(last)
    yield from range(start, min(end, start + _MOST_MONTHS) + 1)
