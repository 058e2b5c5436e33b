"""Rank the candidates of an article and their possible datings.

1. The words alone decide which candidates are considered at all.
2. For each of these, a forest ranks its possible datings.
3. With the best dating known, a second forest estimates, relative to the other candidates, whether the candidate is an
   entry with the right date.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from timeline.events.boosting import Boosted, Rows, matrix
from timeline.events.dating.options import Days, Option, in_reach, options
from timeline.events.dating.types import DatingRule
from timeline.events.ranking import candidate_features, neighbours, option_features
from timeline.events.ranking.facts import Facts
from timeline.events.ranking.model import Ranker
from timeline.events.ranking.probabilities import sigmoid, softmax
from timeline.events.ranking.words import words_of

DIGITS = 4
TOGETHER = 256
"""The number of candidates whose words' vectors and options are held at a time."""
KEPT = 2
"""The number of options that are kept of each candidate: the best one, and the runner-up."""
WORD_SCORES = ("words beside the others", "words", *(f"words of {name}" for name in option_features.CLASSES))
"""The features of an option that come from the scores of the words."""
SUMMARY = (
    "best chance",
    "second chance",
    "doubt",
    *(f"best {name}" for name in (*option_features.NAMES, *WORD_SCORES)),
)
"""The features that summarise the ranked datings: probabilities, their entropy, the features of the best one."""
DATE_COLUMNS = (*candidate_features.NAMES, *option_features.NAMES, *WORD_SCORES)
"""The columns of the forest that ranks datings."""
ENTRY_COLUMNS = (*candidate_features.NAMES, *SUMMARY, "own score", *neighbours.REPEATS, *neighbours.COMPETITION)
"""The columns of the forest that chooses entries."""


@dataclass(frozen=True, slots=True)
class ConsideredCandidates:
    """The candidates that are considered.

    They have `numbers`, the `scores` of their words (candidates, columns) and features (candidates, features). Each
    has its `options` with their features (options, features), the candidate's own first, and with their `classes`.
    """

    facts: Facts
    numbers: Sequence[int]
    scores: NDArray[np.float64]
    rows: Rows
    options: Sequence[tuple[Option, ...]]
    option_rows: Sequence[Rows]
    classes: Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its likeliest options, their probabilities, and the probability that it is an entry.

    At most `KEPT` options are kept, the likeliest first. `right` is the probability that an editor keeps the candidate
    and that its first option is its date.
    """

    number: int
    options: tuple[Option, ...]
    chances: tuple[float, ...]
    right: float


def rank(facts: Facts, model: Ranker, forced: Collection[int] = ()) -> tuple[Ranked, ...]:
    """Rank the candidates of an article.

    Args:
        facts: The article.
        model: The trained model.
        forced: Numbers of candidates that are ranked even if the model's words reject them.

    Returns:
        The candidates that are considered, in text order.
    """
    if not facts.mentions:
        return ()
    scores = np.concatenate([_word_scores(facts, some, model) for some in _groups(range(len(facts.mentions)))])
    numbers = [number for number, score in enumerate(scores[:, 0].tolist()) if score >= model.cut or number in forced]
    if not numbers:
        return ()
    dated = [_dated(facts, some, scores, model.dates) for some in _groups(numbers)]
    right = sigmoid(
        model.right.scores(_rows(facts, numbers, scores[numbers], [one.best for one in dated]), ENTRY_COLUMNS)[:, 0]
    )
    ordered = (one for some in dated for one in some.ordered)
    return tuple(
        Ranked(number, options, chances, round(chance, DIGITS))
        for number, (options, chances), chance in zip(numbers, ordered, right.tolist(), strict=True)
    )


def _groups(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """The candidates, `TOGETHER` at a time: the features of all those of a long article would fill the memory."""
    return (numbers[start : start + TOGETHER] for start in range(0, len(numbers), TOGETHER))


def _word_scores(facts: Facts, numbers: Sequence[int], model: Ranker) -> NDArray[np.float64]:
    words = [words_of(facts, number) for number in numbers]
    return model.words.scores(words, model.lemmas.meanings(words))


@dataclass(frozen=True, slots=True)
class _Best:
    """Some candidates with their features, and of each its likeliest dating: days, features and a summary."""

    rows: Rows
    days: Sequence[Days]
    dating_rows: Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class _Dated:
    """Some candidates with their best datings, and of each its likeliest options with their probabilities."""

    best: _Best
    ordered: Sequence[tuple[tuple[Option, ...], tuple[float, ...]]]


def _dated(facts: Facts, numbers: Sequence[int], scores: NDArray[np.float64], dates: Boosted) -> _Dated:
    """Rank the options of some candidates."""
    seen = with_scores(consider(facts, numbers), scores[numbers])
    chances = date_probabilities(seen, dates)
    lasting = (_lasting(facts, *one) for one in zip(numbers, seen.options, chances, strict=True))
    return _Dated(_best(seen, chances), [_ordered(*one) for one in zip(seen.options, lasting, strict=True)])


def _lasting(facts: Facts, number: int, found: Sequence[Option], chances: NDArray[np.float64]) -> NDArray[np.float64]:
    """The probabilities; what the words themselves count always ranks first.

    That is an open interval of the clause ("depuis des mois"), and a date counted from it ("deux ans après sa mort").
    """
    ruled, days = facts.ruled[number], facts.ruled_days[number]
    if ruled.rule is not DatingRule.MEASURED and (ruled.rule is not DatingRule.OWN or not ruled.ongoing):
        return chances
    return np.where([option.days == days for option in found], max(chances.max(), 0.5), chances * 0.5)


def _ordered(found: tuple[Option, ...], chances: NDArray[np.float64]) -> tuple[tuple[Option, ...], tuple[float, ...]]:
    order = np.argsort(-chances, kind="stable").tolist()[:KEPT]
    return tuple(found[at] for at in order), tuple(round(float(chances[at]), DIGITS) for at in order)


def words_of_all(facts: Facts) -> list[tuple[str, ...]]:
    """The words of each candidate of the article."""
    return [words_of(facts, number) for number in range(len(facts.mentions))]


def consider(facts: Facts, numbers: Sequence[int]) -> ConsideredCandidates:
    """The features of some candidates and of their options, without the scores of their words (see `with_scores`)."""
    rows = _rounded(matrix([candidate_features.candidate_features(facts, number) for number in numbers]))
    found: list[tuple[Option, ...]] = []
    features: list[list[float]] = []
    classes: list[list[int]] = []
    for number in numbers:
        mention, ruled = facts.mentions[number], facts.ruled[number]
        possible = options(facts.context, mention, facts.timexes, ruled)
        near = neighbours.neighbour_dates(facts, number)
        features += option_features.option_features(facts, number, possible, near)
        found.append(possible)
        ranks = {timex: rank for rank, timex in enumerate(in_reach(mention, facts.timexes))}
        classes.append([option_features.option_class(facts, number, option, ranks) for option in possible])
    sizes = [len(possible) for possible in found]
    option_rows = (
        _split(np.hstack([np.repeat(rows, sizes, axis=0), _rounded(matrix(features))]), sizes) if sizes else []
    )
    return ConsideredCandidates(facts, numbers, np.zeros((len(rows), 1)), rows, found, option_rows, classes)


def with_scores(seen: ConsideredCandidates, scores: NDArray[np.float64]) -> ConsideredCandidates:
    """The candidates with the scores of their words, also as features of their options.

    Args:
        seen: The candidates, from `consider`.
        scores: The scores: (candidates, 1 + classes of options); the first column is that of the event itself.
    """
    sizes = [len(classes) for classes in seen.classes]
    if not sizes:
        return replace(seen, scores=scores)
    owners, starts = np.repeat(np.arange(len(sizes)), sizes), np.cumsum([0, *sizes[:-1]])
    of_classes = scores[:, 1:]
    own = of_classes[owners, [one for classes in seen.classes for one in classes]]
    less = own - np.maximum.reduceat(own, starts)[owners]
    beside = less - np.log(np.add.reduceat(np.exp(less), starts))[owners]
    others = (of_classes - of_classes.mean(axis=1, keepdims=True))[owners]
    scored = np.column_stack([beside, own, others])
    rows = np.hstack([np.concatenate(list(seen.option_rows)), _rounded(scored)])
    return replace(seen, scores=scores, option_rows=_split(rows, sizes))


def _split(rows: Rows, sizes: Sequence[int]) -> list[Rows]:
    """Consecutive groups of rows."""
    return np.split(rows, np.cumsum(sizes[:-1]))


def _rounded(rows: NDArray[np.float64]) -> Rows:
    """The rows, rounded so that the last bit of a logarithm has no effect."""
    return np.round(rows, DIGITS).astype(np.float32)


def date_probabilities(seen: ConsideredCandidates, dates: Boosted) -> list[NDArray[np.float64]]:
    """The probability of each option of each candidate.

    Args:
        seen: The candidates with their scores, from `with_scores`.
        dates: The forest that scores options.

    Returns:
        An array for each candidate, in the order of its options; each sums to 1.
    """
    if not len(seen.numbers):
        return []
    scores = dates.scores(np.concatenate(list(seen.option_rows)), DATE_COLUMNS)[:, 0]
    return softmax(np.round(scores, DIGITS), [len(one) for one in seen.options])


def candidate_rows(seen: ConsideredCandidates, chances: Sequence[NDArray[np.float64]]) -> Rows:
    """The candidates' features, with those of their ranked datings and those of the competition.

    Args:
        seen: The candidates with their scores, from `with_scores`.
        chances: The probabilities of their options, from `date_probabilities`.

    Returns:
        A row for each candidate.
    """
    return _rows(seen.facts, seen.numbers, seen.scores, [_best(seen, chances)])


def _best(seen: ConsideredCandidates, chances: Sequence[NDArray[np.float64]]) -> _Best:
    width = seen.rows.shape[1]
    features = [
        [*_summary(one), *rows[int(np.argmax(one)), width:].tolist()]
        for one, rows in zip(chances, seen.option_rows, strict=True)
    ]
    return _Best(seen.rows, best_days(seen, chances), features)


def _rows(facts: Facts, numbers: Sequence[int], scores: NDArray[np.float64], found: Sequence[_Best]) -> Rows:
    """The features of all considered candidates (see `candidate_rows`), which come in groups."""
    dates = [days for one in found for days in one.days]
    sentences, stems = _places(facts, numbers)
    own = scores[:, 0].tolist()
    repeated = neighbours.repeats(sentences, stems, dates, own)
    of_dates = (row for one in found for row in one.dating_rows)
    more = [[*row, own[index], *repeated[index]] for index, row in enumerate(of_dates)]
    beside = neighbours.competition(sentences, stems, dates, sigmoid(scores[:, 0]))
    return np.hstack([np.concatenate([one.rows for one in found]), _rounded(matrix(more)), _rounded(beside)])


def best_days(seen: ConsideredCandidates, chances: Sequence[NDArray[np.float64]]) -> list[Days]:
    """The days of the likeliest option of each candidate."""
    return [found[int(np.argmax(one))].days for found, one in zip(seen.options, chances, strict=True)]


def _places(facts: Facts, numbers: Sequence[int]) -> tuple[list[int], list[str]]:
    return [facts.mentions[number].sentence for number in numbers], [facts.stems[number] for number in numbers]


def _summary(chances: NDArray[np.float64]) -> tuple[float, float, float]:
    ordered = np.sort(chances)[::-1]
    doubt = -float((chances * np.log(chances + 1e-9)).sum())
    return float(ordered[0]), float(ordered[1]) if len(ordered) > 1 else 0.0, doubt
