"""The model that corrects how likely places are by the countries of the others (`arguments.geography.relations`).

It starts from the log odds that models give which have not seen the article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from timeline.events.arguments.geography.relations import COLUMNS, CONSIDERED, ArticleGeography, columns
from training import boosting

ROUNDS = 200
SETTINGS: Mapping[str, Any] = {"num_leaves": 8, "min_data_in_leaf": 60, "lambda_l2": 10}

Values = NDArray[Any]


@dataclass(frozen=True, slots=True)
class JudgedPlaces:
    """The names of an event: their log odds as places and as participants, and which are its places (names,)."""

    fold: int
    places: Values
    people: Values
    labels: Values
    geography: ArticleGeography

    @property
    def rows(self) -> Values:
        """(names, COLUMNS)."""
        rows: Values = columns(self.places[None], self.people[None], self.geography)[0]
        return rows


def fit(found: Sequence[JudgedPlaces]) -> lightgbm.Booster:
    """The model of some events."""
    scores = np.concatenate([one.places for one in found])
    likely = scores > CONSIDERED
    rows = np.concatenate([one.rows for one in found])[likely]
    labels = np.concatenate([one.labels for one in found]).astype(float)[likely]
    return boosting.fit(rows, labels, ROUNDS, start=scores[likely], **SETTINGS)


def held_out(found: Sequence[JudgedPlaces]) -> list[Values]:
    """The corrected log odds of each event's names, by the model of the other folds.

    Args:
        found: The events of all folds.

    Returns:
        One array for each event, in their order.
    """
    models = {fold: fit([one for one in found if one.fold != fold]) for fold in {one.fold for one in found}}
    added = (models[one.fold].predict(one.rows, raw_score=True) for one in found)
    return [one.places + np.where(one.places > CONSIDERED, more, 0.0) for one, more in zip(found, added, strict=True)]


def packed(found: Sequence[JudgedPlaces]) -> bytes:
    """The model of all events as a file."""
    return boosting.packed(fit(found), COLUMNS)
