"""Features of a possible dating of a candidate: its derivation, its expression, its days."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from timeline.events.dating.options import (
    AT,
    DERIVATIONS,
    FROM,
    FROM_PUBLISHED,
    SPAN,
    UNTIL,
    UNTIL_PUBLISHED,
    Days,
    Option,
    in_reach,
)
from timeline.events.detection.mentions import Mention
from timeline.events.ranking import expression_features
from timeline.events.ranking.facts import Facts
from timeline.events.ranking.neighbours import NEIGHBOURS
from timeline.languages.function_words import function_words
from timeline.model.timex import numbers_within

_JOINTS = function_words("joint")
_JOINING = 3
_FAR, _OPEN_BEGIN, _OPEN_END = 20, 20.0, 21.0
CLASSES = (
    *("the day", "the day before", "until the day", "from the day"),
    *("at here", "until here", "at elsewhere", "until elsewhere", "from", "other"),
)
"""Classes of options; for each, a linear model over words estimates how likely it is."""
_NO_EXPRESSION = [99.0] * len(expression_features.NAMES)
_OF_NONE = (False,) * len(NEIGHBOURS)

NAMES = (
    *DERIVATIONS,
    *expression_features.NAMES,
    *("begins after", "ends after", "length", "past", "future", "ends with the day", "begins with the day"),
    *("the day", "the day before", "open begin", "open end"),
    *("named", "in lead", "commonest", "has own", "rules' own"),
    *(f"of {name}" for name in NEIGHBOURS),
    *("first named", "options", "finer one", "coarser one"),
    *("joined", "of a pair", "latest day", "only day", "last named", "named behind", "clock here"),
)
"""The names of the features, in order. Days are signed logarithms of the distance to the article's day."""


def option_features(
    facts: Facts, number: int, options: Sequence[Option], neighbours: Mapping[str, Days | None]
) -> list[list[float]]:
    """The values of `NAMES` for each option of one candidate.

    Args:
        facts: The article.
        number: The candidate's number.
        options: The candidate's possible datings.
        neighbours: The days of the candidate's neighbours, by name.

    Returns:
        One row of values for each option.
    """
    mention = facts.mentions[number]
    near = in_reach(mention, facts.timexes)
    ranks = {timex: rank for rank, timex in enumerate(near)}
    governed = {timex.span for timex in facts.attached.get((mention.sentence, mention.trigger.index), ())}
    has_own = any(facts.timexes[timex].span in governed for timex in near)
    seen = expression_features.ExpressionTable(facts, number, governed, ranks)
    around = [neighbours.get(name) for name in NEIGHBOURS]
    near_days = frozenset(around)
    stated = [option.days for option in options if AT in option.derivations and None not in option.days]
    tree = mention.tree
    pairs = tree.remembered("pairs", facts, lambda: _pairs(facts, mention))
    found = []
    for option in options:
        nearest, days, ways = _nearest(option, ranks), option.days, option.derivations
        row: list[float] = [
            *_derived_by(tuple(ways)),
            *(_NO_EXPRESSION if nearest is None else seen.of(nearest)),
            *_calendar(days, facts.published),
            *_in_article(facts, option, has_own=has_own),
            days == facts.ruled_days[number],
            *([days == other for other in around] if days in near_days else _OF_NONE),
            _first_named(facts, option) if nearest is not None else 0,
            len(options),
            *_contained(days, stated),
            *_paired(option, pairs),
            *facts.named.seen_from(mention.sentence, days),
        ]
        found.append(row)
    return found


def option_class(facts: Facts, number: int, option: Option, ranks: Mapping[int, int]) -> int:
    """The class of an option.

    Args:
        facts: The article's facts.
        number: The index of the candidate.
        option: The option.
        ranks: The rank of each expression by its distance from the candidate, from 0.

    Returns:
        An index into `CLASSES`.
    """
    ways, published = option.derivations, facts.published
    of_the_day = (
        option.days == (published, published),
        option.days == (published - 1, published - 1),
        UNTIL_PUBLISHED in ways,
        FROM_PUBLISHED in ways,
    )
    if True in of_the_day:
        return of_the_day.index(True)
    nearest = _nearest(option, ranks)
    away = nearest is None or facts.sentences[nearest] != facts.mentions[number].sentence
    if AT in ways or UNTIL in ways:
        return 4 + (AT not in ways) + 2 * away
    return 8 if FROM in ways else 9


@lru_cache(maxsize=1 << 10)
def _derived_by(ways: tuple[str, ...]) -> tuple[bool, ...]:
    return tuple([way in ways for way in DERIVATIONS])


def _nearest(option: Option, ranks: Mapping[int, int]) -> int | None:
    given = [timex for timex in option.derivations.values() if timex is not None]
    if len(given) < 2:
        return given[0] if given else None
    return min(given, key=lambda timex: ranks.get(timex, _FAR))


def _signed_log(count: float) -> float:
    return math.copysign(math.log1p(abs(count)), count)


@lru_cache(maxsize=1 << 10)
def _calendar(days: Days, published: int) -> list[float]:
    first, last = days
    if first is not None and last is not None:
        length = math.log1p(last - first)
    else:
        length = _OPEN_BEGIN if first is None else _OPEN_END
    return [
        _signed_log(first - published) if first is not None else -50,
        _signed_log(last - published) if last is not None else 50,
        length,
        last is not None and last < published,
        first is not None and first > published,
        last == published,
        first == published,
        days == (published, published),
        days == (published - 1, published - 1),
        first is None,
        last is None,
    ]


def _in_article(facts: Facts, option: Option, *, has_own: bool) -> list[float]:
    named = facts.counts.get(option.days, 0)
    return [named, option.days in facts.lead, option.days == facts.commonest, has_own]


def _first_named(facts: Facts, option: Option) -> int:
    return facts.named.places.get(option.days, (0,))[0]


def _pairs(facts: Facts, mention: Mention) -> frozenset[int]:
    """The expressions of the sentence joined to the one before: "samedi et dimanche", "de 1973 à 1986"."""
    span, text = mention.tree.sentence.span, facts.context.article.text
    in_sentence = numbers_within(facts.timexes, span)
    found = set()
    for first, last in pairwise(in_sentence):
        between = text[facts.timexes[first].span.end : facts.timexes[last].span.start].split()
        one, other = facts.tops[first], facts.tops[last]
        shared = one is not None and other is not None and other.head in (one.head, one.index)
        joint = len(between) <= _JOINING and not _JOINTS.isdisjoint(word.lower() for word in between)
        if joint or shared:
            found.add(last)
    return frozenset(found)


def _paired(option: Option, pairs: frozenset[int]) -> tuple[bool, bool]:
    """Whether the option is the period of a pair of joined expressions, or only one of the pair."""
    span, point = option.derivations.get(SPAN), option.derivations.get(AT)
    return span in pairs, point is not None and (point in pairs or point + 1 in pairs)


def _contained(days: Days, stated: Sequence[Days]) -> tuple[bool, bool]:
    """Whether another stated option lies within this one, and whether this one lies within another."""
    first, last = days
    if first is None or last is None:
        return False, False
    finer = coarser = False
    for other in stated:
        begin, end = other
        if other == days or begin is None or end is None:
            continue
        inside = begin >= first and end <= last
        finer |= inside
        coarser |= not inside and begin <= first and end >= last
    return finer, coarser
