"""Features from the neighbours of a candidate: their dates and their probabilities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from timeline.events.dating.options import Days
from timeline.events.dating.types import BARE, DatingRule
from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Tense
from timeline.events.ranking.facts import Facts

NEIGHBOURS = (
    *("clause before", "perfect before", "tense before", "clause above", "clause after"),
    *("first perfect", "main clause before", "same event"),
)
"""The neighbours whose dates a candidate may share."""

_AHEAD = 12

COMPETITION = (
    *("own chance", "best here", "better here", "sum here", "rank", "relative rank", "sum", "candidates"),
    *("best of date", "best of date before", "better of date"),
    *("best of stem before", "best of stem behind", "best of stem and date"),
    *("sum before", "best of sentence before", "best of sentence behind"),
    *("best here of date", "best here before", "best here behind"),
)
"""The features that `competition` returns for each candidate."""


def neighbour_dates(facts: Facts, number: int) -> dict[str, Days | None]:
    """The days that the rules give to a candidate's neighbours.

    Args:
        facts: The article's facts.
        number: The index of the candidate.

    Returns:
        The days of those of `NEIGHBOURS` that exist, by name; None where one has no date.
    """
    dates, mention = facts.ruled_days, facts.mentions[number]
    found: dict[str, Days | None] = {}
    for other in _clauses(facts, range(number - 1, -1, -1)):
        for name in _before(facts.mentions[other], mention):
            found.setdefault(name, dates[other])
        if len(found) >= 4:
            break
    behind = _clauses(facts, range(number + 1, min(len(dates), number + _AHEAD)))
    perfects = (n for n in _clauses(facts, range(len(dates))) if _tense(facts.mentions[n]) is Tense.PERFECT)
    for name, one in (
        ("clause after", next(behind, None)),
        ("first perfect", next(perfects, None)),
        ("clause above", _above(facts, number)),
        ("same event", _same_event(facts, number)),
    ):
        if one is not None:
            found[name] = dates[one]
    return found


def _tense(mention: Mention) -> Tense | None:
    return mention.predicate.tense if mention.predicate else None


def _clauses(facts: Facts, numbers: range) -> Iterator[int]:
    for number in numbers:
        mention = facts.mentions[number]
        if mention.predicate is not None and not mention.extra and mention.frame not in BARE:
            yield number


def _before(other: Mention, mention: Mention) -> Iterator[str]:
    assert other.predicate is not None
    yield "clause before"
    if other.predicate.tense is Tense.PERFECT:
        yield "perfect before"
    if other.predicate.tense is _tense(mention):
        yield "tense before"
    if other.sentence < mention.sentence and other.tree.is_root(other.predicate.top):
        yield "main clause before"


def _above(facts: Facts, number: int) -> int | None:
    mention = facts.mentions[number]
    bare = mention.frame in BARE or mention.predicate is None
    start = mention.trigger if bare or mention.predicate is None else mention.predicate.top
    owners = facts.owners[mention.sentence]
    found = (owners.get(token.index) for token in mention.tree.ancestors(start))
    return next((one for one in found if one is not None and one != number), None)


def _same_event(facts: Facts, number: int) -> int | None:
    same = facts.context.lexicon.same_event
    mention = facts.mentions[number]
    lemma = same(mention.lemma)
    for other, one in enumerate(facts.mentions):
        if one.sentence != mention.sentence and facts.ruled[other].rule is DatingRule.OWN and same(one.lemma) == lemma:
            return other
    return None


def repeats(
    sentences: Sequence[int], stems: Sequence[str], dates: Sequence[Days | None], scores: Sequence[float], number: int
) -> list[float]:
    """How often the candidate's stem and date occur before and after it, and the best score of its sentence's others.

    Args:
        sentences: The sentence number of each candidate.
        stems: The stem of each candidate.
        dates: The days of each candidate; None where it has none.
        scores: The score of each candidate.
        number: The candidate's number.

    Returns:
        The values of the features that are named below.
    """
    before = [n for n in range(number) if stems[n] == stems[number]]
    behind = sum(stem == stems[number] for stem in stems[number + 1 :])
    here = [scores[n] for n in range(len(stems)) if n != number and sentences[n] == sentences[number]]
    return [
        len(before),
        behind,
        any(dates[n] == dates[number] for n in before),
        sum(date == dates[number] for date in dates[:number]),
        1 + len(here),
        max(here, default=-9.0),
    ]


REPEATS = ("stem before", "stem behind", "stem and date before", "date before", "candidates here", "best words here")
"""The features that `repeats` returns."""


def competition(
    sentences: Sequence[int], stems: Sequence[str], dates: Sequence[Days | None], chances: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Compare each candidate's probability with those of its neighbours.

    Args:
        sentences: The sentence number of each candidate.
        stems: The stem of each candidate.
        dates: The days of each candidate; None where it has none.
        chances: The probability of each candidate by itself (candidates,).

    Returns:
        The values of `COMPETITION` (candidates, values).
    """
    count = len(chances)
    if not count:
        return np.zeros((0, len(COMPETITION)))
    sentence, stem, date = (_codes(values) for values in (sentences, stems, dates))
    other = ~np.eye(count, dtype=bool)
    before = np.tri(count, k=-1, dtype=bool)
    here = (sentence[:, None] == sentence[None, :]) & other
    of_date, of_stem = ((codes[:, None] == codes[None, :]) & other for codes in (date, stem))
    better = chances[None, :] > chances[:, None]
    at = np.asarray(sentences)
    order = np.argsort(-chances, kind="stable")
    rank = np.empty(count)
    rank[order] = np.arange(count)

    def best(mask: NDArray[np.bool_]) -> NDArray[np.float64]:
        return np.asarray(np.where(mask, chances[None, :], 0.0).max(axis=1))

    columns = [
        chances,
        best(here),
        (here & better).sum(axis=1),
        np.where(here, chances[None, :], 0.0).sum(axis=1),
        rank,
        rank / count,
        np.full(count, chances.sum()),
        np.full(count, count),
        best(of_date),
        best(of_date & before),
        (of_date & better).sum(axis=1),
        best(of_stem & before),
        best(of_stem & before.T),
        best(of_stem & of_date),
        np.concatenate([[0.0], np.cumsum(chances)[:-1]]),
        best(at[None, :] == at[:, None] - 1),
        best(at[None, :] == at[:, None] + 1),
        best(here & of_date),
        best(here & before),
        best(here & before.T),
    ]
    return np.stack([np.asarray(column, dtype=np.float64) for column in columns], axis=1)


def _codes(values: Sequence[object]) -> NDArray[np.int64]:
    numbers: dict[object, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values])
