"""The linear models over words of names: what is held out has not been seen."""

from __future__ import annotations

import numpy as np

from training.events import name_words
from training.events.name_words import Described


def described(*kinds: str) -> Described:
    """Ten pairs of each kind: one of kind "agent" takes part, one of kind "place" is the place."""
    words = [[f"k={kind}", f"n={number}"] for kind in kinds for number in range(10)]
    labels = [[kind == "agent", kind == "place"] for kind in kinds for _ in range(10)]
    return Described(words, np.array(labels))


FOLDS = {0: described("agent", "place", "other"), 1: described("agent", "place"), 2: described("other", "agent")}


def test_words_tell_who_takes_part_and_where() -> None:
    model = name_words.fit(FOLDS)
    (agent, place, other) = model.scores([["k=agent"], ["k=place"], ["k=other"]])
    assert agent[0] > max(place[0], other[0])
    assert place[1] > max(agent[1], other[1])


def test_a_fold_is_scored_by_models_that_have_not_seen_it() -> None:
    wrong = {**FOLDS, 2: Described(FOLDS[2].words, 1 - FOLDS[2].labels)}  # its labels do not matter for its own scores
    assert (name_words.held_out(FOLDS)[2] == name_words.held_out(wrong)[2]).all()
    assert (name_words.held_out_twice(FOLDS)[0, 2] == name_words.held_out_twice(wrong)[0, 2]).all()
    assert (name_words.held_out_twice(FOLDS)[2, 0] == name_words.held_out_twice(wrong)[2, 0]).all()
    assert (name_words.held_out_twice(FOLDS)[1, 0] != name_words.held_out_twice(wrong)[1, 0]).any()


def test_rare_words_have_no_weight() -> None:
    model = name_words.fit(
        {0: Described([["a=1"], ["b=2"], ["b=2"], ["b=2"]], np.array([[1, 0], [0, 1], [0, 1], [0, 1]]))}
    )
    assert set(model.rows) == {"b=2"}
