"""The shipped model: its file, its size, its names."""

from __future__ import annotations

from importlib.resources import files

import numpy as np

from timeline.events.ranking import candidate_features, model, neighbours, option_features, rank
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


def test_the_forests_ask_for_features_that_there_are() -> None:
    found = loaded()
    own = len(candidate_features.NAMES)
    options = own + len(option_features.NAMES) + len(rank.WORD_SCORES)
    beside = own + len(rank.SUMMARY) + 1 + len(neighbours.REPEATS) + len(neighbours.COMPETITION)
    for forest, width in ((found.dates, options), (found.right, beside)):
        assert int(forest.features.max()) < width


def test_words_have_one_column_for_events_and_one_a_class() -> None:
    found = loaded()
    assert found.words.weights.shape == (len(found.words.rows), 1 + len(option_features.CLASSES))
    assert found.words.of_meaning.shape == (found.lemmas.width, 1 + len(option_features.CLASSES))
    nothing = np.zeros((1, found.lemmas.width))
    assert np.array_equal(found.words.scores([()], nothing)[0], found.words.intercepts / 1000)
