"""Features from the neighbours of a candidate: their dates and their probabilities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.events.dating.options import Days
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
        if mention.own_predicate is not None and not mention.extra:
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
    start = mention.own_predicate.top if mention.own_predicate else mention.trigger
    owners = facts.owners[mention.sentence]
    found = (owners.get(token.index) for token in mention.tree.ancestors(start))
    return next((one for one in found if one is not None and one != number), None)


def _same_event(facts: Facts, number: int) -> int | None:
    mention = facts.mentions[number]
    others = facts.dated_of_event.get(facts.context.lexicon.same_event(mention.lemma), ())
    return next((other for other in others if facts.mentions[other].sentence != mention.sentence), None)


def repeats(
    sentences: Sequence[int], stems: Sequence[str], dates: Sequence[Days | None], scores: Sequence[float]
) -> list[list[float]]:
    """How often each candidate's stem and date occur before and after it, and the best score of its sentence's others.

    Args:
        sentences: The sentence number of each candidate.
        stems: The stem of each candidate.
        dates: The days of each candidate; None where it has none.
        scores: The score of each candidate.

    Returns:
        The values of `REPEATS` for each candidate.
    """
    in_all = Counter(stems)
    by_sentence: dict[int, list[int]] = {}
    for number, sentence in enumerate(sentences):
        by_sentence.setdefault(sentence, []).append(number)
    of_stem, of_date, of_both = Counter[str](), Counter[Days | None](), Counter[tuple[str, Days | None]]()
    found: list[list[float]] = []
    for number, (stem, date) in enumerate(zip(stems, dates, strict=True)):
        others = [scores[other] for other in by_sentence[sentences[number]] if other != number]
        found.append(
            [
                of_stem[stem],
                in_all[stem] - of_stem[stem] - 1,
                of_both[stem, date] > 0,
                of_date[date],
                1 + len(others),
                max(others, default=-9.0),
            ]
        )
        of_stem[stem] += 1
        of_date[date] += 1
        of_both[stem, date] += 1
    return found


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
    rank = np.empty(count)
    rank[np.argsort(-chances, kind="stable")] = np.arange(count)
    seen = _Candidates(
        np.asarray(sentences), _codes(stems), _codes(dates), chances, rank, np.r_[0.0, np.cumsum(chances)[:-1]]
    )
    return np.concatenate([_compared(seen, np.arange(n, min(n + _ROWS, count))) for n in range(0, count, _ROWS)])


_ROWS = 256
"""The number of candidates that are compared with all the others at once, so that memory does not grow with its square.
"""


@dataclass(frozen=True, slots=True)
class _Candidates:
    """For each candidate its sentence, stem and date as numbers, its chance, its rank, and the chances before it."""

    sentences: NDArray[np.int64]
    stems: NDArray[np.int64]
    dates: NDArray[np.int64]
    chances: NDArray[np.float64]
    ranks: NDArray[np.float64]
    sums: NDArray[np.float64]


def _compared(seen: _Candidates, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """The values of `COMPETITION` for some candidates."""
    chances, at, count = seen.chances, seen.sentences, len(seen.chances)
    other = rows[:, None] != np.arange(count)[None, :]
    before, behind = rows[:, None] > np.arange(count)[None, :], rows[:, None] < np.arange(count)[None, :]
    here, of_date, of_stem = ((codes[rows, None] == codes[None, :]) & other for codes in (at, seen.dates, seen.stems))
    better = chances[None, :] > chances[rows, None]

    def best(mask: NDArray[np.bool_]) -> NDArray[np.float64]:
        return np.asarray(np.where(mask, chances[None, :], 0.0).max(axis=1))

    columns = [
        chances[rows],
        best(here),
        (here & better).sum(axis=1),
        np.where(here, chances[None, :], 0.0).sum(axis=1),
        seen.ranks[rows],
        seen.ranks[rows] / count,
        np.full(len(rows), chances.sum()),
        np.full(len(rows), count),
        best(of_date),
        best(of_date & before),
        (of_date & better).sum(axis=1),
        best(of_stem & before),
        best(of_stem & behind),
        best(of_stem & of_date),
        seen.sums[rows],
        best(at[None, :] == at[rows, None] - 1),
        best(at[None, :] == at[rows, None] + 1),
        best(here & of_date),
        best(here & before),
        best(here & behind),
    ]
    return np.stack([np.asarray(column, dtype=np.float64) for column in columns], axis=1)


def _codes(values: Sequence[object]) -> NDArray[np.int64]:
    numbers: dict[object, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values])
