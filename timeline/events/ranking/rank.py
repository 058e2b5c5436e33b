"""Weighing the candidates of an article and their possible datings.

1. Words alone tell which candidates are worth a look at all.
2. For each of these, a forest ranks its possible datings.
3. With the best dating seen, a second forest tells what a candidate is worth alone; a third and a fourth, beside the
   others, whether an editor keeps it, and whether its date is right as well.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.events.dating.options import Days, Option, in_reach, options
from timeline.events.ranking import candidate_features, neighbours, option_features
from timeline.events.ranking.facts import Facts
from timeline.events.ranking.model import Model
from timeline.events.ranking.trees import Matrix, sigmoid, softmax
from timeline.events.ranking.words import words_of

DIGITS = 4
SUMMARY = ("best chance", "second chance", "doubt", *(f"best {name}" for name in option_features.NAMES))
"""What the later forests see of the ranked datings: chances, their entropy, the best one's features."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The candidates that are worth a look.

    Their `numbers`, the `scores` of their words (candidates, columns), features (candidates, features), and for each
    its `options` with their features (options, features), in which the candidate's own stand first, and their
    `classes`.
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
    """A candidate with its options, the likeliest first, their chances, and its own.

    That an editor keeps it, and that its date is right as well.
    """

    number: int
    options: tuple[Option, ...]
    chances: tuple[float, ...]
    keep: float
    right: float


def rank(facts: Facts, model: Model, forced: Collection[int] = ()) -> tuple[Ranked, ...]:
    """The candidates that are worth a look, in text order; `forced` ones are, whatever their words."""
    scores = [model.words.scores(words) for words in words_of_all(facts)]
    numbers = [number for number, score in enumerate(scores) if score[0] >= model.cut or number in forced]
    if not numbers:
        return ()
    seen = look(facts, numbers, np.stack([scores[number] for number in numbers]))
    chances = date_chances(seen, model)
    alone_rows, dates = with_dates(seen, chances)
    alone = sigmoid(model.alone.scores(alone_rows))
    rows = beside(seen, alone_rows, dates, alone)
    keep, right = sigmoid(model.keep.scores(rows)), sigmoid(model.right.scores(rows))
    return tuple(
        _ranked(number, seen.options[at], chances[at], float(keep[at]), float(right[at]))
        for at, number in enumerate(numbers)
    )


def _ranked(number: int, found: tuple[Option, ...], chances: NDArray[np.float64], keep: float, right: float) -> Ranked:
    order = np.argsort(-chances, kind="stable").tolist()
    return Ranked(
        number,
        tuple(found[at] for at in order),
        tuple(round(float(chances[at]), DIGITS) for at in order),
        round(keep, DIGITS),
        round(min(right, keep), DIGITS),
    )


def words_of_all(facts: Facts) -> list[tuple[str, ...]]:
    """The words of each candidate of the article."""
    return [
        words_of(facts.context, mention, status) for mention, status in zip(facts.mentions, facts.statuses, strict=True)
    ]


def look(facts: Facts, numbers: Sequence[int], scores: NDArray[np.float64]) -> Seen:
    """The features of some candidates and of their options."""
    rows = [candidate_features.candidate_features(facts, number) for number in numbers]
    found: list[tuple[Option, ...]] = []
    option_rows: list[Matrix] = []
    classes: list[list[int]] = []
    for number, row in zip(numbers, rows, strict=True):
        mention, ruled = facts.mentions[number], facts.ruled[number]
        possible = options(facts.context, mention, facts.timexes, ruled)
        near = neighbours.neighbour_dates(facts, number)
        own = option_features.option_features(facts, number, possible, near)
        found.append(possible)
        option_rows.append(_matrix([[*row, *one] for one in own]))
        ranks = {timex: rank for rank, timex in enumerate(in_reach(mention, facts.timexes))}
        classes.append([option_features.option_class(facts, number, option, ranks) for option in possible])
    return Seen(facts, numbers, scores, _matrix(rows), found, option_rows, classes)


def _matrix(rows: Sequence[Sequence[float]]) -> Matrix:
    """Rounded, so that the last bit of a logarithm tells nothing."""
    return np.round(np.array(rows, dtype=np.float64), DIGITS).astype(np.float32)


def date_chances(seen: Seen, model: Model) -> list[NDArray[np.float64]]:
    """The chance of each option of each candidate."""
    return softmax(model.dates.scores(date_rows(seen)), [len(one) for one in seen.options])


def date_rows(seen: Seen) -> Matrix:
    """The features of all options, one candidate after the other, with what the words say of their classes."""
    told = [np.round(scores[1:][classes], DIGITS) for scores, classes in zip(seen.scores, seen.classes, strict=True)]
    return np.hstack([np.concatenate(list(seen.option_rows)), np.concatenate(told).astype(np.float32)[:, None]])


def with_dates(seen: Seen, chances: Sequence[NDArray[np.float64]]) -> tuple[Matrix, list[Days]]:
    """The candidates' features with what is known of their datings, and the days of the best of each."""
    best = [int(np.argmax(one)) for one in chances]
    dates = [found[at].days for found, at in zip(seen.options, best, strict=True)]
    sentences, stems = _places(seen)
    scores = seen.scores[:, 0].tolist()
    more = [
        [
            *_summary(one),
            *seen.option_rows[index][at, seen.rows.shape[1] :].tolist(),
            scores[index],
            *neighbours.repeats(sentences, stems, dates, scores, index),
        ]
        for index, (one, at) in enumerate(zip(chances, best, strict=True))
    ]
    return np.hstack([seen.rows, _matrix(more)]), dates


def _places(seen: Seen) -> tuple[list[int], list[str]]:
    mentions, stems = seen.facts.mentions, seen.facts.stems
    return [mentions[number].sentence for number in seen.numbers], [stems[number] for number in seen.numbers]


def _summary(chances: NDArray[np.float64]) -> tuple[float, float, float]:
    ordered = np.sort(chances)[::-1]
    doubt = -float((chances * np.log(chances + 1e-9)).sum())
    return float(ordered[0]), float(ordered[1]) if len(ordered) > 1 else 0.0, doubt


def beside(seen: Seen, rows: Matrix, dates: Sequence[Days], alone: NDArray[np.float64]) -> Matrix:
    """The candidates' features with those of the competition."""
    sentences, stems = _places(seen)
    return np.hstack([rows, _matrix(neighbours.competition(sentences, stems, dates, alone).tolist())])
