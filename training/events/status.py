"""Fits the models of the factuality of an event: linear models of its words, and trees that take their scores."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.events.context import Context
from timeline.events.dating.types import Dating
from timeline.events.detection.mentions import Mention
from timeline.events.status import classifier, words
from timeline.events.word_weights import to_bytes
from timeline.model import Status
from training import boosting
from training.events import name_words
from training.events.name_words import Described

ROUNDS = 150
SETTINGS: Mapping[str, Any] = {"objective": "multiclass", "num_class": len(classifier.CLASSES), "min_data_in_leaf": 20}

Values = NDArray[Any]


@dataclass(frozen=True, slots=True)
class StatusExample:
    """An annotated event: the classifier's row of values, its words, and the number of the right class."""

    row: tuple[float, ...]
    words: tuple[str, ...]
    right: int


Folds = Mapping[int, Sequence[StatusExample]]
"""The examples, by the fold of their article."""


def example(context: Context, mention: Mention, dating: Dating, status: str) -> StatusExample:
    """An annotated event that the product has found.

    Args:
        context: The article's context.
        mention: The mention.
        dating: The product's date.
        status: The annotated status.

    Returns:
        The example.
    """
    row = tuple(classifier.features(context, mention, dating))
    return StatusExample(row, tuple(map(sys.intern, words.words_of(mention))), classifier.CLASSES.index(Status(status)))


def held_out(folds: Folds) -> dict[int, Values]:
    """For each fold the probabilities (examples, classes) by models that have not seen it."""
    described = _described(folds)
    scores, twice = name_words.held_out(described), name_words.held_out_twice(described)
    found = {}
    for fold, aside in folds.items():
        model = _fit([_table(folds[other], twice[fold, other]) for other in folds if other != fold])
        found[fold] = np.asarray(model.predict(_table(aside, scores[fold])[0]))
    return found


def cross_validate(folds: Folds) -> None:
    """Prints the share of right statuses by models that have not seen the article."""
    right = [found.argmax(axis=1) == [one.right for one in folds[fold]] for fold, found in held_out(folds).items()]
    print(f"status: {np.concatenate(right).mean():.3f} of {sum(map(len, right))}")


def write(folds: Folds) -> None:
    """Fits on all examples and writes the packaged models; the trees learn from the scores of held-out words."""
    described = _described(folds)
    scores = name_words.held_out(described)
    model = _fit([_table(some, scores[fold]) for fold, some in folds.items()])
    trees = boosting.packed(model, (*classifier.COLUMNS, *classifier.WORD_COLUMNS), len(classifier.CLASSES))
    home = Path(classifier.__file__).parent
    for name, packed in ((classifier.MODEL, trees), (words.MODEL, to_bytes(name_words.fit(described)))):
        home.joinpath(name).write_bytes(packed)
        print(f"status, {name}: {len(packed)} bytes")


def _described(folds: Folds) -> dict[int, Described]:
    classes = np.eye(len(classifier.CLASSES), dtype=np.int64)
    return {
        fold: Described([one.words for one in some], classes[[one.right for one in some]])
        for fold, some in folds.items()
    }


def _table(some: Sequence[StatusExample], scores: Values) -> tuple[Values, Values]:
    """The rows of some examples, with the scores of their words, and their classes."""
    rows = np.array([one.row for one in some], dtype=np.float32)
    return classifier.with_words(rows, scores), np.array([one.right for one in some])


def _fit(known: Sequence[tuple[Values, Values]]) -> Any:
    rows, truth = (np.concatenate(both) for both in zip(*known, strict=True))
    return boosting.fit(rows, truth, ROUNDS, **SETTINGS)
