"""Rank the candidates of an article and their possible datings.

1. The words alone decide which candidates are considered at all.
2. For each of these, a forest ranks its possible datings.
3. With the best dating known, a second forest estimates, relative to the other candidates, whether the candidate is an
   entry with the right date.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from timeline.events.dating.options import Days, Option, in_reach, options
from timeline.events.dating.types import DatingRule
from timeline.events.ranking import candidate_features, neighbours, option_features
from timeline.events.ranking.facts import Facts
from timeline.events.ranking.model import Ranker
from timeline.events.ranking.trees import Forest, Matrix, sigmoid, softmax
from timeline.events.ranking.words import words_of

DIGITS = 4
WORD_SCORES = ("words beside the others", "words", *(f"words of {name}" for name in option_features.CLASSES))
"""The features of an option that come from the scores of the words."""
SUMMARY = (
    "best chance",
    "second chance",
    "doubt",
    *(f"best {name}" for name in (*option_features.NAMES, *WORD_SCORES)),
)
"""The features that summarise the ranked datings: probabilities, their entropy, the features of the best one."""


@dataclass(frozen=True, slots=True)
class ConsideredCandidates:
    """The candidates that are considered.

    They have `numbers`, the `scores` of their words (candidates, columns) and features (candidates, features). Each
    has its `options` with their features (options, features), the candidate's own first, and with their `classes`.
    """

    facts: Facts
    numbers: Sequence[int]
    scores: NDArray[np.float64]
    rows: Matrix
    options: Sequence[tuple[Option, ...]]
    option_rows: Sequence[Matrix]
    classes: Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its options, the likeliest first, their probabilities, and the probability that it is an entry.

    `right` is the probability that an editor keeps the candidate and that its first option is its date.
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
    words = words_of_all(facts)
    scores = model.words.scores(words, model.lemmas.meanings(words))
    numbers = [number for number, score in enumerate(scores[:, 0].tolist()) if score >= model.cut or number in forced]
    if not numbers:
        return ()
    seen = with_scores(consider(facts, numbers), scores[numbers])
    chances = date_probabilities(seen, model.dates)
    right = sigmoid(model.right.scores(candidate_rows(seen, chances)))
    return tuple(
        _ranked(number, seen.options[at], _lasting(facts, number, seen.options[at], chances[at]), float(right[at]))
        for at, number in enumerate(numbers)
    )


def _lasting(facts: Facts, number: int, found: Sequence[Option], chances: NDArray[np.float64]) -> NDArray[np.float64]:
    """The probabilities; an open interval that the clause itself states ("depuis des mois") always ranks first."""
    ruled, days = facts.ruled[number], facts.ruled_days[number]
    if ruled.rule is not DatingRule.OWN or not ruled.ongoing:
        return chances
    return np.where([option.days == days for option in found], max(chances.max(), 0.5), chances * 0.5)


def _ranked(number: int, found: tuple[Option, ...], chances: NDArray[np.float64], right: float) -> Ranked:
    order = np.argsort(-chances, kind="stable").tolist()
    return Ranked(
        number,
        tuple(found[at] for at in order),
        tuple(round(float(chances[at]), DIGITS) for at in order),
        round(right, DIGITS),
    )


def words_of_all(facts: Facts) -> list[tuple[str, ...]]:
    """The words of each candidate of the article."""
    return [words_of(facts, number) for number in range(len(facts.mentions))]


def consider(facts: Facts, numbers: Sequence[int]) -> ConsideredCandidates:
    """The features of some candidates and of their options, without the scores of their words (see `with_scores`).

    Args:
        facts: The article's facts.
        numbers: The indices of the candidates.

    Returns:
        The candidates.
    """
    rows = _matrix([candidate_features.candidate_features(facts, number) for number in numbers])
    found: list[tuple[Option, ...]] = []
    features: list[Matrix] = []
    classes: list[list[int]] = []
    for number in numbers:
        mention, ruled = facts.mentions[number], facts.ruled[number]
        possible = options(facts.context, mention, facts.timexes, ruled)
        near = neighbours.neighbour_dates(facts, number)
        features.append(_matrix(option_features.option_features(facts, number, possible, near)))
        found.append(possible)
        ranks = {timex: rank for rank, timex in enumerate(in_reach(mention, facts.timexes))}
        classes.append([option_features.option_class(facts, number, option, ranks) for option in possible])
    sizes = [len(possible) for possible in found]
    option_rows = _split(np.hstack([np.repeat(rows, sizes, axis=0), np.concatenate(features)]), sizes) if sizes else []
    return ConsideredCandidates(facts, numbers, np.zeros((len(rows), 1)), rows, found, option_rows, classes)


def with_scores(seen: ConsideredCandidates, scores: NDArray[np.float64]) -> ConsideredCandidates:
    """The candidates with the scores of their words, also as features of their options.

    Args:
        seen: The candidates, from `consider`.
        scores: The scores: (candidates, 1 + classes of options); the first column is that of the event itself.

    Returns:
        The same candidates.
    """
    sizes = [len(classes) for classes in seen.classes]
    if not sizes:
        return replace(seen, scores=scores)
    scored = np.empty((sum(sizes), len(WORD_SCORES)))
    start = 0
    for classes, score in zip(seen.classes, scores[:, 1:], strict=True):
        own = score[classes]
        own_less = own - own.max()
        part = scored[start : start + len(own)]
        part[:, 0], part[:, 1] = own_less - np.log(np.exp(own_less).sum()), own
        part[:, 2:] = score - score.mean()
        start += len(own)
    rows = np.hstack([np.concatenate(list(seen.option_rows)), _matrix(scored)])
    return replace(seen, scores=scores, option_rows=_split(rows, sizes))


def _split(rows: Matrix, sizes: Sequence[int]) -> list[Matrix]:
    """Consecutive groups of rows."""
    return np.split(rows, np.cumsum(sizes[:-1]))


def _matrix(rows: Sequence[Sequence[float]] | NDArray[np.float64]) -> Matrix:
    """The rows, rounded so that the last bit of a logarithm has no effect."""
    return np.round(np.array(rows, dtype=np.float64), DIGITS).astype(np.float32)


def date_probabilities(seen: ConsideredCandidates, dates: Forest) -> list[NDArray[np.float64]]:
    """The probability of each option of each candidate.

    Args:
        seen: The candidates with their scores, from `with_scores`.
        dates: The forest that scores options.

    Returns:
        An array for each candidate, in the order of its options; each sums to 1.
    """
    if not len(seen.numbers):
        return []
    scores = dates.scores(np.concatenate(list(seen.option_rows)))
    return softmax(np.round(scores, DIGITS), [len(one) for one in seen.options])


def candidate_rows(seen: ConsideredCandidates, chances: Sequence[NDArray[np.float64]]) -> Matrix:
    """The candidates' features, with those of their ranked datings and those of the competition.

    Args:
        seen: The candidates with their scores, from `with_scores`.
        chances: The probabilities of their options, from `date_probabilities`.

    Returns:
        A row for each candidate.
    """
    best = [int(np.argmax(one)) for one in chances]
    dates = best_days(seen, chances)
    sentences, stems = _places(seen)
    scores = seen.scores[:, 0].tolist()
    repeated = neighbours.repeats(sentences, stems, dates, scores)
    more = [
        [
            *_summary(one),
            *seen.option_rows[index][at, seen.rows.shape[1] :].tolist(),
            scores[index],
            *repeated[index],
        ]
        for index, (one, at) in enumerate(zip(chances, best, strict=True))
    ]
    beside = neighbours.competition(sentences, stems, dates, sigmoid(seen.scores[:, 0]))
    return np.hstack([seen.rows, _matrix(more), _matrix(beside)])


def best_days(seen: ConsideredCandidates, chances: Sequence[NDArray[np.float64]]) -> list[Days]:
    """The days of the likeliest option of each candidate."""
    return [found[int(np.argmax(one))].days for found, one in zip(seen.options, chances, strict=True)]


def _places(seen: ConsideredCandidates) -> tuple[list[int], list[str]]:
    mentions, stems = seen.facts.mentions, seen.facts.stems
    return [mentions[number].sentence for number in seen.numbers], [stems[number] for number in seen.numbers]


def _summary(chances: NDArray[np.float64]) -> tuple[float, float, float]:
    ordered = np.sort(chances)[::-1]
    doubt = -float((chances * np.log(chances + 1e-9)).sum())
    return float(ordered[0]), float(ordered[1]) if len(ordered) > 1 else 0.0, doubt
