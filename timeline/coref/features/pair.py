"""What two mentions have in common and how they differ, as numbers for the similarity model.

Each feature is a number from 0 to 1, or a logarithm where its code says so. All are symmetric, and none uses other
articles.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from timeline.coref.features.days import DateAgreement, Days, agreement, gap
from timeline.coref.features.overlap import disjoint, narrow, overlap, same_place, shared
from timeline.coref.meaning import cosine
from timeline.coref.mentions import EventMention, TopicVector
from timeline.model import Status

ONE_STORY = 0.3
"""The similarity in words from which two articles are of one story: of two finals of one evening they are not."""

_MOST_DAYS = 1000
_KNEE = 0.6
"""Where similarity of meaning begins to count more: any two texts about one subject already reach it."""

_DAY = frozenset(
    {DateAgreement.SAME_DAY, DateAgreement.SAME_DAY_INFERRED, DateAgreement.BOTH_INFERRED, DateAgreement.OVERLAP}
)
_NO_DAY = frozenset({DateAgreement.OPEN, DateAgreement.UNKNOWN})
_DATES = tuple(each for each in DateAgreement if each is not DateAgreement.APART)

Pair = tuple[EventMention, EventMention]


def features(one: EventMention, other: EventMention, agreed: DateAgreement) -> dict[str, float]:
    """Every feature of a pair of mentions by its name.

    Args:
        one: A mention.
        other: Another one; the order does not matter.
        agreed: How the dates agree, as `dates_agree` returns it.

    Returns:
        The values by name; a feature with the value 0 may be missing.
    """
    pair = (one, other)
    found: dict[str, float] = {}
    for group in (_dates(pair, agreed), _triggers(pair), _people(pair), _places(pair), _figures(pair), _articles(pair)):
        found.update(group)
    found.update(_words(pair, agreed, found))
    return found


def dates_agree(one: EventMention, other: EventMention) -> DateAgreement:
    """How well the dates agree; a postponed event also agrees with the day it was first planned for.

    Returns:
        The better agreement, of the dates or of a date before a postponement.
    """
    if not one.postponed and not other.postponed:
        return agreement(one.days, other.days)
    pairs = [(a, b) for a in _all_days(one) for b in _all_days(other)]
    order = list(DateAgreement)
    return min((agreement(a, b) for a, b in pairs), key=order.index)


def _all_days(one: EventMention) -> list[Days]:
    return [one.days, one.postponed] if one.postponed else [one.days]


def _dates(pair: Pair, agreed: DateAgreement) -> Iterator[tuple[str, float]]:
    """How the dates agree; where they do not, how far apart they are and how certain they are."""
    if agreed is not DateAgreement.APART:
        yield f"date: {agreed.value}", 1.0
        yield "one day", float(agreed in _DAY)
        return
    one, other = pair
    stated = one.days.stated + other.days.stated
    days = min(gap(a, b) for a in _all_days(one) for b in _all_days(other))
    yield f"dates apart, {stated} stated", 1.0
    yield "days apart (log)", math.log1p(min(days, _MOST_DAYS))


def _triggers(pair: Pair) -> Iterator[tuple[str, float]]:
    relation = trigger_relation(*pair)
    if relation:
        yield f"trigger: {relation}", 1.0


def trigger_relation(one: EventMention, other: EventMention) -> str:
    """How the words that name the two events are related.

    Returns:
        "same verb" (and no light one), "same family", "different", or "" where no such relation is known.
    """
    a, b = one.meaning, other.meaning
    if a.verbs & b.verbs and not a.light:
        return "same verb"
    if one.families & other.families:
        return "same family"
    if a.verbs & b.verbs or a.families & b.families or a.kin & b.kin or a.light != b.light:
        return ""
    return "different" if _known(one) and _known(other) else ""


def _known(mention: EventMention) -> bool:
    return bool(mention.meaning.families) and not mention.objects


def _people(pair: Pair) -> Iterator[tuple[str, float]]:
    one, other = pair
    if one.people and other.people:
        common = shared(one.people, other.people)
        yield "person shared", float(common > 0)
        yield "people shared", float(common > 1)
        yield "no person shared", float(common == 0)
        if one.protagonists and other.protagonists:
            in_titles = shared(one.protagonists, other.protagonists) > 0
            yield "person of the titles shared", float(in_titles)
            yield "no person of the titles shared", float(not in_titles and not _crossed(one, other))
    if not one.people and not other.people:
        yield "no people", 1.0
    if one.organisations and other.organisations:
        common = shared(one.organisations, other.organisations)
        yield "organisation shared", float(common > 0)
        yield "no organisation shared", float(common == 0)
    if one.capitals and other.capitals:
        yield "capital shared", float(bool(one.capitals & other.capitals))
        yield "no capital shared", float(not (one.capitals & other.named or other.capitals & one.named))


def _crossed(one: EventMention, other: EventMention) -> bool:
    """Whether each title names people of the other mention: « le PDG de Parkéo démissionne », where it is Lagrange."""
    return shared(one.protagonists, other.people) > 0 and shared(other.protagonists, one.people) > 0


def _places(pair: Pair) -> Iterator[tuple[str, float]]:
    """Places. Countries are wide: « Maroc » does not contradict « Marrakech », and a shared one means little."""
    one, other = pair
    if not one.places or not other.places:
        return
    first, second = narrow(one), narrow(other)
    if first and second:
        common = shared(first, second, same_place) > 0
        yield "place shared", float(common)
        yield "no place shared", float(not common)
        nobody = not (one.people or other.people or one.organisations or other.organisations)
        yield "no place shared, and nobody named", float(not common and nobody)
    elif not first and not second:
        yield "no country shared", float(disjoint(one.places, other.places))
    yield "wide place shared", float(shared(one.places, other.places) > 0)


def _figures(pair: Pair) -> Iterator[tuple[str, float]]:
    one, other = pair
    if one.numbers and other.numbers:
        yield "number shared", float(bool(one.numbers & other.numbers))
    if any(
        series in other.series_ordinals and numbers & other.series_ordinals[series]
        for series, numbers in one.series_ordinals.items()
    ):
        yield "same one of a series", 1.0


def _articles(pair: Pair) -> Iterator[tuple[str, float]]:
    one, other = pair
    same = one.topic.article.id == other.topic.article.id
    yield "same article", float(same)
    yield "articles alike in words", topic_similarity(one.topic, other.topic)
    yield "articles alike in meaning", cosine(one.topic.vector, other.topic.vector)
    yield "days between articles (log)", math.log1p(abs(one.topic.published - other.topic.published))
    statuses = {one.event.status, other.event.status}
    if len(statuses) > 1:
        yield "other status", 1.0
        yield "planned and asserted", float(statuses == {Status.PLANNED, Status.ASSERTED})


def _words(pair: Pair, agreed: DateAgreement, others: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """How similar the words and their meanings are, and their interactions with the other features."""
    one, other = pair
    bag = overlap(one.weights, one.norm, other.weights, other.norm)
    yield "words alike", bag
    yield "words alike, over 0.3", max(0.0, bag - 0.3)
    alike = cosine(one.vector, other.vector)
    yield "meaning alike", alike
    yield f"meaning alike, over {_KNEE}", max(0.0, alike - _KNEE)
    contexts = (
        ("on one day", agreed in _DAY),
        ("without a day", agreed in _NO_DAY),
        ("of one kind", "trigger: same verb" in others or "trigger: same family" in others),
        ("of other people", bool(others.get("no person shared") or others.get("no person of the titles shared"))),
        ("in one article", bool(others["same article"])),
    )
    for context, holds in contexts:
        if holds:
            yield f"meaning alike {context}", alike


def topic_similarity(one: TopicVector, other: TopicVector) -> float:
    """How much two articles are about the same story.

    Args:
        one: The topic of an article.
        other: That of another one; the order does not matter.

    Returns:
        Their similarity in words, from 0 to 1; 1 for copies.
    """
    if one.copy == other.copy:
        return 1.0
    return min(1.0, 1.6 * overlap(one.weights, one.norm, other.weights, other.norm))


_CONTEXTS = ("on one day", "without a day", "of one kind", "of other people", "in one article")

NAMES: tuple[str, ...] = (
    *(f"date: {each.value}" for each in _DATES),
    "one day",
    *(f"dates apart, {stated} stated" for stated in range(3)),
    "days apart (log)",
    *(f"trigger: {relation}" for relation in ("same verb", "same family", "different")),
    "person shared",
    "people shared",
    "no person shared",
    "person of the titles shared",
    "no person of the titles shared",
    "no people",
    "organisation shared",
    "no organisation shared",
    "capital shared",
    "no capital shared",
    "place shared",
    "no place shared",
    "no place shared, and nobody named",
    "no country shared",
    "wide place shared",
    "number shared",
    "same one of a series",
    "same article",
    "articles alike in words",
    "articles alike in meaning",
    "days between articles (log)",
    "other status",
    "planned and asserted",
    "words alike",
    "words alike, over 0.3",
    "meaning alike",
    f"meaning alike, over {_KNEE}",
    *(f"meaning alike {context}" for context in _CONTEXTS),
)
"""The features that the model weighs, in the model's order."""


OF_ONE_ARTICLE: frozenset[str] = frozenset({"same article", "meaning alike in one article"})
"""The features of two mentions in one article."""

FOR: frozenset[str] = frozenset(
    {
        "one day",
        *(f"date: {each.value}" for each in _DATES[: _DATES.index(DateAgreement.SLACK)]),
        "trigger: same verb",
        "trigger: same family",
        "person shared",
        "people shared",
        "person of the titles shared",
        "organisation shared",
        "capital shared",
        "place shared",
        "wide place shared",
        "number shared",
        "same one of a series",
        "articles alike in words",
        "articles alike in meaning",
        "words alike",
        "words alike, over 0.3",
        "meaning alike",
        f"meaning alike, over {_KNEE}",
    }
)
AGAINST: frozenset[str] = frozenset(
    {
        *(f"dates apart, {stated} stated" for stated in range(3)),
        "days apart (log)",
        "trigger: different",
        "no person shared",
        "no person of the titles shared",
        "no organisation shared",
        "no capital shared",
        "no place shared",
        "no place shared, and nobody named",
        "no country shared",
        "same article",
    }
)
"""Features that can only speak for one event, and those that can only speak against; a fit must keep these signs."""
