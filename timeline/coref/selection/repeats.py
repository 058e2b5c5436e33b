"""Whether an event repeats another: too dissimilar to be joined with it, too similar to print both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache

from timeline.coref.features.days import DateAgreement, Days
from timeline.coref.features.overlap import overlap
from timeline.coref.features.pair import OF_ONE_ARTICLE, dates_agree, features
from timeline.coref.features.vetoes import RULES, Veto
from timeline.coref.meaning import cosine
from timeline.coref.mentions import EventMention
from timeline.coref.similarity import SimilarityModel
from timeline.languages.folding import fold

OF_PAIR: tuple[str, ...] = (
    "similarity (log odds)",
    "words alike",
    "titles alike",
    "same article",
    "same sentence",
    "one day",
    "dates apart",
    "meaning alike",
    "neighbouring days",
    "days between articles (log)",
)
"""The features of two events, in order. The first one ignores that both are in one article."""

LIKELY = 0.03
"""The lowest chance of being published at which an event is compared at all."""
AS_LIKELY = 0.8
"""The least chance of the event that is repeated, as a share of the repeat's chance."""
_ALIKE = 0.1
"""The least similarity in words at which two sentences can be of one event."""
_NEVER = tuple(
    rule for rule in RULES if rule.veto in (Veto.OPPOSED, Veto.SEQUEL, Veto.SERIES, Veto.REPORTS, Veto.ORDERED)
)
"""The vetoes that hold for repeats too: the second round does not repeat the first. A date can be wrong."""
_LEAD = 300
"""The number of characters below a headline in which the lead begins to tell it again."""
_COMPARED = 3
"""The number of an event's mentions that are compared."""
_MOST = 12.0
"""The bound of the log odds; larger ones carry no more information."""


def of_pair(one: Sequence[EventMention], other: Sequence[EventMention], similar: SimilarityModel) -> list[float]:
    """The features of two events: those of their two most similar mentions.

    Args:
        one: The mentions of an event, in any order.
        other: The mentions of the other event.
        similar: The similarity model of mentions.

    Returns:
        One number for each feature in `OF_PAIR`.
    """
    return max(_of_mentions(a, b, similar) for a in one[:_COMPARED] for b in other[:_COMPARED])


def _of_mentions(one: EventMention, other: EventMention, similar: SimilarityModel) -> list[float]:
    agreed = dates_agree(one, other)
    found = features(one, other, agreed)
    apart = {name: value for name, value in found.items() if name not in OF_ONE_ARTICLE}
    same = one.topic.article.id == other.topic.article.id
    return [
        max(-_MOST, min(_MOST, similar.trees.log_odds(apart))),
        found["words alike"],
        _in_common(one.title_stems, other.title_stems),
        float(same),
        float(same and one.event.span.start == other.event.span.start),
        found.get("one day", 0.0),
        float("days apart (log)" in found),
        cosine(one.vector, other.vector),
        float(_neighbours(one.days, other.days)),
        found["days between articles (log)"],
    ]


def _neighbours(one: Days, other: Days) -> bool:
    """Whether one begins on the day after the other, as the news of a night does in two articles."""
    return one.first is not None and other.first is not None and abs(one.first - other.first) == 1


def _in_common(one: Set[str], other: Set[str]) -> float:
    """The share of the words of the shorter text that the other text has too."""
    return len(one & other) / max(1, min(len(one), len(other)))


class Judge:
    """Whether an event repeats another, from memory where an earlier run compared them.

    Args:
        head: Gives the mentions of an event in its first article.
        again: The weights of `OF_PAIR`; "" is the intercept, which includes the threshold.
        similar: The similarity model of mentions, with its memory.
    """

    def __init__(
        self, head: Callable[[int], Sequence[EventMention]], again: Mapping[str, float], similar: SimilarityModel
    ) -> None:
        self._again, self._similar = again, similar
        self._head = cache(lambda event: head(event)[:_COMPARED])
        self._numbers: dict[int, int] = {}

    def __call__(self, event: int, rival: int) -> bool:
        """Whether an event repeats another one."""
        one, other, memo = self._head(event), self._head(rival), self._similar.memo
        if memo is None:
            return self._compared(one, other)
        for number in (event, rival):
            if number not in self._numbers:
                self._numbers[number] = memo.event_number(self._head(number))
        copies = one[0].topic.copy == other[0].topic.copy
        key = memo.event_key(self._numbers[event], self._numbers[rival], copies=copies)
        known = memo.get(key)
        if known is None:
            known = float(self._compared(one, other))
            memo.put(key, known)
        return known > 0

    def _compared(self, one: Sequence[EventMention], other: Sequence[EventMention]) -> bool:
        if not any(_may_repeat(a, b) for a in one for b in other):
            return False
        if any(are_headline_and_lead(a, b) or are_headline_and_lead(b, a) for a in one for b in other):
            return True
        again, numbers = self._again, of_pair(one, other, self._similar)
        return again[""] + sum([again[name] * number for name, number in zip(OF_PAIR, numbers, strict=True)]) >= 0


def _may_repeat(one: EventMention, other: EventMention) -> bool:
    agreed = dates_agree(one, other)
    if any(rule.applies(one, other, agreed) for rule in _NEVER):
        return False
    if one.topic.article.id != other.topic.article.id and are_of_two_days(one, other, agreed):
        return False
    same = one.event.span.start == other.event.span.start and one.topic.article.id == other.topic.article.id
    if same:
        return not are_parallel(one, other)
    return overlap(one.weights, one.norm, other.weights, other.norm) >= _ALIKE


def are_headline_and_lead(one: EventMention, other: EventMention) -> bool:
    """Whether a headline says by the same or a kindred word what the lead below it says of the same people and numbers.

    « Le putsch a fait quatre morts », and below it « Quatre personnes ont été tuées lors du coup d'État ».
    """
    article = one.topic.article
    if other.topic.article.id != article.id or one.event.span.start == other.event.span.start:
        return False
    if not 0 < other.event.span.start - one.event.span.end < _LEAD or one.sentence not in fold(article.title):
        return False
    akin = one.stem == other.stem or bool(one.families & other.families)
    numbers = not one.numbers or not other.numbers or not one.numbers.isdisjoint(other.numbers)
    return akin and numbers and not _other_people(one, other)


def are_parallel(one: EventMention, other: EventMention) -> bool:
    """Whether a sentence says one thing of two people: « l'épreuve remportée par Uno et la danse remportée par … »."""
    twice = one.stem == other.stem and not one.event.trigger.overlaps(other.event.trigger)
    return twice and _other_people(one, other)


def _other_people(one: EventMention, other: EventMention) -> bool:
    """Whether each names people, and no word of a name is of both: « Paul Rey » and « Rey » may be one man."""
    words, others = ({word for name in each.people for word in name} for each in (one, other))
    return bool(words and others) and words.isdisjoint(others)


def are_of_two_days(one: EventMention, other: EventMention, agreed: DateAgreement) -> bool:
    """Whether two articles tell acts of two days: « prend le pouvoir » on the 7th, « suspend le pays » on the 8th.

    One act told twice may have two neighbouring days, as the news of a night does; its word is then the same or akin.
    """
    if agreed not in (DateAgreement.APART, DateAgreement.SLACK) or None in (one.days.first, other.days.first):
        return False
    akin = one.stem == other.stem or bool(one.families & other.families)
    return not (akin and _neighbours(one.days, other.days))


def heads(groups: Sequence[Sequence[EventMention]]) -> Iterator[list[EventMention]]:
    """For each event, its mentions in its first article.

    Args:
        groups: The mentions of each event, in the order of publication.

    Yields:
        The mentions of the group that are of its first article.
    """
    for group in groups:
        first = group[0].topic.article.id
        yield [one for one in group if one.topic.article.id == first]
