"""The shipped model: its file, its size, its names."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest

from timeline.events.ranking import model, option_features, rank
from timeline.events.ranking.meaning import vectors

LARGEST = 3_000_000


def shipped() -> bytes:
    return files("timeline.events.ranking").joinpath("fr.npz").read_bytes()


def loaded() -> model.Ranker:
    return model.from_bytes(shipped(), vectors.load("fr"))


def test_the_file_is_small() -> None:
    assert len(shipped()) < LARGEST


def test_a_model_written_again_has_the_same_bytes() -> None:
    assert model.to_bytes(loaded()) == shipped()


def test_a_language_with_no_file_has_no_model() -> None:
    assert model.load("en") is None


def test_the_forests_have_the_columns_that_are_computed() -> None:
    found = loaded()
    assert set(found.dates.features) <= set(rank.DATE_COLUMNS)
    assert set(found.right.features) <= set(rank.ENTRY_COLUMNS)


@pytest.mark.parametrize("columns", [rank.DATE_COLUMNS, rank.ENTRY_COLUMNS])
def test_a_column_has_a_name_of_its_own(columns: tuple[str, ...]) -> None:
    assert len(set(columns)) == len(columns)


def test_scores_are_exact_in_any_batch() -> None:
    forest = loaded().right
    rows = np.linspace(-1, 1, 300 * len(rank.ENTRY_COLUMNS), dtype=np.float32).reshape(300, -1)
    scores = forest.scores(rows, rank.ENTRY_COLUMNS)
    assert np.array_equal(scores, np.concatenate([forest.scores(row[None], rank.ENTRY_COLUMNS) for row in rows]))
    assert np.array_equal(scores * 2**16, np.round(scores * 2**16))


def test_words_have_one_column_for_events_and_one_a_class() -> None:
    found = loaded()
    assert found.words.linear.weights.shape == (len(found.words.linear.rows), 1 + len(option_features.CLASSES))
    assert found.words.of_meaning.shape == (found.lemmas.width, 1 + len(option_features.CLASSES))
    nothing = np.zeros((1, found.lemmas.width))
    assert np.array_equal(found.words.scores([()], nothing)[0], found.words.linear.intercepts / 1000)
