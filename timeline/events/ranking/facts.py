"""Facts about the whole article that the features need, computed once."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline import calendar
from timeline.calendar import DAY
from timeline.events.context import Context
from timeline.events.dating.explicit import Attached
from timeline.events.dating.named_days import NamedDays, named_days
from timeline.events.dating.options import Days, days
from timeline.events.dating.types import Dating, DatingRule
from timeline.events.detection.mentions import Mention
from timeline.events.tree import Tree
from timeline.model import Granularity, Status, Timex, Token

_FRESH_DAYS = 10
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Facts:
    """An article's candidates with the results of the rules, and its time expressions.

    `published` is the article's day, counted as in `Days`. For each expression, `sentences` has
    its sentence number (-1 for none) and `tops` its governing word; `named` has the days that are named and where,
    `within` and `dated_within` the numbers of expressions, and of those with days, by sentence. `dated_of_event` has
    the candidates with a date of their own by the verb of their event.
    `owners` maps, for each sentence, a word to its candidate; `counts` is how often each day is named; `lead` has
    the recent days that the first two sentences name; `commonest` is the recent day named most often.
    """

    context: Context
    trees: Sequence[Tree]
    timexes: Sequence[Timex]
    mentions: Sequence[Mention]
    ruled: Sequence[Dating]
    statuses: Sequence[Status]
    attached: Attached
    published: int
    sentences: Sequence[int]
    named: NamedDays
    within: Mapping[int, int]
    dated_within: Mapping[int, int]
    dated_of_event: Mapping[str, Sequence[int]]
    tops: Sequence[Token | None]
    owners: Sequence[Mapping[int, int]]
    ruled_days: Sequence[Days | None]
    stems: Sequence[str]
    counts: Mapping[Days, int]
    lead: Sequence[Days]
    commonest: Days | None
    article: Sequence[float]


ARTICLE = ("sentences", "fresh 0", "fresh 1", "fresh 2", "fresh week", "coming", "expressions", "lead age", "weekday")
"""Contents of `Facts.article`: the number of sentences; of expressions for the day itself, for one and two days before,
for the week before, for days to come, and for any day; the age of the lead's day; the weekday."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """The candidates with their datings and statuses by the rules, and the expressions that each governs."""

    mentions: Sequence[Mention]
    datings: Sequence[Dating]
    statuses: Sequence[Status]
    attached: Attached


def facts(context: Context, trees: Sequence[Tree], timexes: Sequence[Timex], found: Ruled) -> Facts:
    """The facts of an article that the features of all its candidates share.

    Args:
        context: The article's context.
        trees: The trees of the sentences, in text order.
        timexes: The time expressions, in text order.
        found: The candidates with their datings and statuses by the rules.
    """
    assert context.published.begin is not None
    published = context.published.begin // DAY
    given = [days(timex.date) for timex in timexes]
    starts = [tree.sentence.span.start for tree in trees]
    sentences = [_sentence(trees, starts, timex) for timex in timexes]
    lead = [
        one
        for one, sentence in zip(given, sentences, strict=True)
        if one is not None and sentence in (context.first, context.first + 1) and _is_lead(one, published)
    ]
    fresh = Counter(one for one in given if one is not None and _is_fresh(one, published))
    return Facts(
        context=context,
        trees=trees,
        timexes=timexes,
        mentions=found.mentions,
        ruled=found.datings,
        statuses=found.statuses,
        attached=found.attached,
        published=published,
        sentences=sentences,
        named=named_days(given, sentences, _clocks(timexes, sentences), published),
        within=Counter(sentences),
        dated_within=Counter(at for one, at in zip(given, sentences, strict=True) if one is not None),
        dated_of_event=_dated_of_event(context, found),
        tops=[trees[at].top(timex.span) if at >= 0 else None for timex, at in zip(timexes, sentences, strict=True)],
        owners=_owners(len(trees), found.mentions),
        ruled_days=[days(dating.date) for dating in found.datings],
        stems=[context.lexicon.same_event(mention.lemma)[:5] for mention in found.mentions],
        counts=Counter(one for one in given if one is not None),
        lead=lead,
        commonest=fresh.most_common(1)[0][0] if fresh else None,
        article=_article(context, len(trees), given, lead, published),
    )


def _sentence(trees: Sequence[Tree], starts: Sequence[int], timex: Timex) -> int:
    number = bisect_right(starts, timex.span.start) - 1
    return number if number >= 0 and timex.span.start < trees[number].sentence.span.end else -1


def _is_lead(one: Days, published: int) -> bool:
    first, last = one
    if first is None or last is None:
        return False
    return first >= published - _FRESH_DAYS and last <= published + 1 and last - first <= 2


def _is_fresh(one: Days, published: int) -> bool:
    first, last = one
    return (
        first is not None and last is not None and published - _FRESH_DAYS <= first <= published and last <= first + 1
    )


def _owners(count: int, mentions: Sequence[Mention]) -> Sequence[Mapping[int, int]]:
    found: list[dict[int, int]] = [{} for _ in range(count)]
    for number, mention in enumerate(mentions):
        if mention.extra:
            continue
        if mention.own_predicate:
            for index in mention.own_predicate.parts:
                found[mention.sentence].setdefault(index, number)
        found[mention.sentence][mention.trigger.index] = number
    return found


def _clocks(timexes: Sequence[Timex], sentences: Sequence[int]) -> Iterator[int]:
    """The numbers of the sentences that name a time of day."""
    for timex, at in zip(timexes, sentences, strict=True):
        if timex.date is not None and timex.date.granularity < Granularity.DAY:
            yield at


def _dated_of_event(context: Context, found: Ruled) -> Mapping[str, Sequence[int]]:
    of_event: dict[str, list[int]] = {}
    for number, (mention, dating) in enumerate(zip(found.mentions, found.datings, strict=True)):
        if dating.rule is DatingRule.OWN:
            of_event.setdefault(context.lexicon.same_event(mention.lemma), []).append(number)
    return of_event


def _article(
    context: Context, count: int, given: Sequence[Days | None], lead: Sequence[Days], published: int
) -> Sequence[float]:
    known = [one for one in given if one is not None]
    single = [first for first, last in known if first is not None and first == last]
    assert context.published.begin is not None
    return [
        count,
        *(single.count(published - back) for back in (0, 1, 2)),
        sum(published - _WEEK <= first < published - 1 for first in single),
        sum(first is not None and first > published for first, _ in known),
        len(given),
        published - (lead[0][1] or 0) if lead else -9,
        calendar.weekday(context.published.begin),
    ]
