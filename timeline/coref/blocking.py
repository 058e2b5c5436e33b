"""Which mentions are worth comparing: those that share two distinctive features at compatible dates.

Each mention is filed under pairs of its features (trigger, names, rare words, numbers) together with a stretch of
time. The number of comparisons therefore grows with the number of events, not with its square. Nine pairs of ten belong
to one mention alone, which they can lead no other to: `keys_of` leaves them out before anything is filed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
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
MOST_PER_KEY = 48
_MOST_CANDIDATES = 16
_MOST_MONTHS = 13
_ECHO = 60  # days of a stretch of publication; a bound or a vague date is searched in this one and the one before
_SLACK = 2
_SPREAD = 0x9E3779B97F4A7C15  # 2^64 over the golden ratio: an odd factor that spreads numbers well
_MASK = (1 << 64) - 1

_FEW = 8
_Filed: TypeAlias = tuple[int, frozenset[int]]
"""A cluster with stretches of time, of each of which it is not already the latest cluster."""
_Drawer: TypeAlias = _Filed | list[_Filed] | dict[int, list[int]]
"""What is filed under a pair of features: one cluster, a few in order, or the clusters of each stretch."""


Pairs: TypeAlias = npt.NDArray[np.uint64]
"""Pairs of features, each a number that is the same in every run."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What a mention is filed under.

    Attributes:
        pairs: The pairs of its features that another mention has, too.
        every: All its pairs.
    """

    pairs: Pairs
    every: Pairs

    @property
    def total(self) -> int:
        """The number of all its pairs."""
        return len(self.every)


def keys_of(mentions: Sequence[EventMention]) -> list[Keys]:
    """What each mention is filed under.

    Args:
        mentions: All mentions that are to be filed or looked up in one `Blocks`.

    Returns:
        The keys of each mention, in order.
    """
    made = [pairs_of(mention) for mention in mentions]
    if not made:
        return []
    ends = np.cumsum([len(pairs) for pairs in made])
    whole = np.concatenate(made)
    shared = _in_two(whole)
    held = np.concatenate([[0], np.cumsum(shared)])
    left = np.split(whole[shared], held[ends[:-1]])
    return [Keys(kept, pairs) for kept, pairs in zip(left, made, strict=True)]


def _in_two(pairs: Pairs) -> npt.NDArray[np.bool_]:
    """Whether each of some numbers is there twice."""
    in_order = np.sort(pairs)
    twice = in_order[1:][in_order[1:] == in_order[:-1]]
    if not len(twice):
        return np.zeros(len(pairs), bool)
    found: npt.NDArray[np.bool_] = twice[np.minimum(np.searchsorted(twice, pairs), len(twice) - 1)] == pairs
    return found


def pairs_of(mention: EventMention) -> Pairs:
    """All pairs of a mention's features.

    Args:
        mention: A mention.

    Returns:
        A number of 64 bits for each pair: of ten million pairs, two share one with a chance of one in 400,000.
    """
    distinctive = _distinctive(mention)
    names = sorted(map(_number, distinctive))
    context = [_number(feature) for feature in _context(mention) if feature not in distinctive]
    triggers = map(_number, _triggers(mention))
    found = [_of_two(a, b) for a, b in combinations(names, 2)]
    found += [_of_two(a, b) if a < b else _of_two(b, a) for a in triggers for b in (*names, *context)]
    return np.array(found, np.uint64)


@lru_cache(maxsize=1 << 16)
def _number(feature: str) -> int:
    return int.from_bytes(hashlib.blake2b(feature.encode(), digest_size=8).digest(), "big")


def _of_two(one: int, other: int) -> int:
    return (one * _SPREAD + other) * _SPREAD & _MASK


class Blocks:
    """The clusters found so far, filed by features and time. Filing and looking up are deterministic.

    Nearly every pair of features belongs to one cluster, so most look-ups end at the pair and never compare the time.
    """

    def __init__(self) -> None:
        self._filed: dict[int, _Drawer] = {}
        self._boilerplate: dict[str, int] = {}  # sentences without a date of their own, which may recur at any time

    def file(self, cluster: int, mention: EventMention, keys: Keys) -> None:
        """Files the cluster of a mention, so that `candidates` finds it for later mentions.

        Args:
            cluster: The number of the cluster.
            mention: The mention that joined it.
            keys: The mention's keys, as `keys_of` returns them.
        """
        filed = self._filed
        stretches = frozenset(own_stretches(mention))
        alone = (cluster, stretches)
        for pair in keys.pairs.tolist():
            held = filed.setdefault(pair, alone)
            if held is not alone:
                filed[pair] = _put(held, alone)
        if not mention.days.stated:
            self._boilerplate.setdefault(mention.event.quote, cluster)

    def candidates(self, mention: EventMention, keys: Keys) -> list[int]:
        """The clusters that share most with a mention, the most promising first; their number is bounded.

        Args:
            mention: The mention to place.
            keys: The mention's keys, as `keys_of` returns them.

        Returns:
            The numbers of the clusters.
        """
        counts: dict[int, int] = {}
        sought = frozenset(sought_stretches(mention))
        for held in map(self._filed.get, keys.pairs.tolist()):
            if held is not None:
                _count(counts, held, sought)
        same_words = None if mention.days.stated else self._boilerplate.get(mention.event.quote)
        if same_words is not None:
            counts[same_words] = counts.get(same_words, 0) + keys.total
        return most_promising(counts)


def most_promising(counts: Mapping[int, int]) -> list[int]:
    """The clusters that share most with a mention, the most promising first; their number is bounded.

    Args:
        counts: How much each shares.

    Returns:
        The numbers of the clusters.
    """
    return sorted(counts, key=lambda cluster: (-counts[cluster], cluster))[:_MOST_CANDIDATES]


def _put(held: _Drawer, new: _Filed) -> _Drawer:
    """What is filed under a pair of features after a cluster is added."""
    cluster, stretches = new
    if isinstance(held, tuple):
        if held[0] == cluster:
            return held if stretches <= held[1] else (cluster, held[1] | stretches)
        held = [held]
    if isinstance(held, list):
        if any(number == cluster for number, _ in held):
            new = cluster, frozenset(stretch for stretch in stretches if _latest(held, stretch) != cluster)
        held.append(new)
        return held if len(held) <= _FEW else _by_stretch(held)
    for stretch in stretches:
        filed = held.setdefault(stretch, [cluster])
        if filed[-1] != cluster:
            filed.append(cluster)
    return held


def _latest(held: Sequence[_Filed], stretch: int) -> int | None:
    return next((cluster for cluster, stretches in reversed(held) if stretch in stretches), None)


def _by_stretch(held: Sequence[_Filed]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for cluster, stretches in held:
        for stretch in stretches:
            found.setdefault(stretch, []).append(cluster)
    return found


def _count(counts: dict[int, int], held: _Drawer, sought: frozenset[int]) -> None:
    """Adds to each cluster's count the number of sought stretches in which a pair of features holds it."""
    if isinstance(held, dict):
        for stretch in sought & held.keys():
            for cluster in held[stretch][-MOST_PER_KEY:]:
                counts[cluster] = counts.get(cluster, 0) + 1
        return
    for cluster, stretches in (held,) if isinstance(held, tuple) else held:
        if shared := len(stretches & sought):
            counts[cluster] = counts.get(cluster, 0) + shared


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

    Args:
        mention: A mention.

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

    Args:
        mention: A mention.

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
