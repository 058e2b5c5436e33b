"""The graphs' arithmetic beside the same written out word by word."""

from __future__ import annotations

from math import exp, tanh
from typing import Any

import numpy as np
import pytest

from timeline.nlp.parser.network import Group, Network, Settings
from training.pipeline import graphs
from training.pipeline.architecture import DILATIONS, KERNEL

Array = Any
CHANCE = np.random.default_rng(7)
SETTINGS = Settings((50, 40), ("NOUN|", "VERB|Tense=Pres"), ("ROOT", "obj"), ("O", "S-LOC"))
WIDTH, HIDDEN, LETTERS, FILTERS, ARC = 8, 4, 5, 6, 4


def some(*shape: int) -> Array:
    return CHANCE.normal(size=shape).astype(np.float32)


def trained() -> dict[str, Array]:
    """A network of small widths with chance weights, named as training names them."""
    shapes = {
        "tables.0.weight": (50, 7),
        "tables.1.weight": (40, 3),
        "letters.weight": (200, LETTERS),
        "filters.weight": (FILTERS, KERNEL * LETTERS),
        "filters.bias": (FILTERS,),
        "mix.weight": (2 * WIDTH, 10 + FILTERS),
        "mix.bias": (2 * WIDTH,),
        "mix_norm.weight": (WIDTH,),
        "mix_norm.bias": (WIDTH,),
        "starts.weight": (1, WIDTH),
        "starts.bias": (1,),
    }
    for layer in range(len(DILATIONS)):
        shapes |= {f"convolutions.{layer}.weight": (2 * WIDTH, 3 * WIDTH), f"convolutions.{layer}.bias": (2 * WIDTH,)}
        shapes |= {f"norms.{layer}.weight": (WIDTH,), f"norms.{layer}.bias": (WIDTH,)}
    for side in ("l0", "l0_reverse"):
        shapes |= {f"lstm.like.weight_ih_{side}": (4 * HIDDEN, WIDTH), f"lstm.like.bias_ih_{side}": (4 * HIDDEN,)}
        shapes |= {f"lstm.like.weight_hh_{side}": (4 * HIDDEN, HIDDEN), f"lstm.like.bias_hh_{side}": (4 * HIDDEN,)}
    for name in ("arc_head", "arc_dependent", "relation_head", "relation_dependent"):
        shapes |= {f"{name}.weight": (ARC, 2 * HIDDEN), f"{name}.bias": (ARC,)}
    shapes |= {"arc_form": (ARC, ARC), "arc_root": (ARC,), "arc_prior": (ARC,), "relation_root": (ARC,)}
    for name, width in (("tags", 2 * HIDDEN), ("relations", ARC), ("names", 2 * HIDDEN)):
        shapes |= {f"{name}.weight": (2, width), f"{name}.bias": (2,)}
    return {name: some(*shape) for name, shape in shapes.items()}


P = trained()
READER, MARKER = graphs.parser(SETTINGS, P), graphs.ner(SETTINGS, P)
SENTENCES = Group.of([np.arange(3), np.arange(3, 4)])
"""Two sentences, of three words and of one."""


def by_hand(words: Array, side: str) -> list[Array]:
    """An LSTM as the paper has it, gates in the order input, forget, cell, output."""
    state, cell, states = np.zeros(HIDDEN), np.zeros(HIDDEN), []
    for word in words:
        gates = P[f"lstm.like.weight_ih_{side}"] @ word + P[f"lstm.like.weight_hh_{side}"] @ state
        gates = gates + P[f"lstm.like.bias_ih_{side}"] + P[f"lstm.like.bias_hh_{side}"]
        entering, kept, new, shown = np.split(gates, 4)
        for unit in range(HIDDEN):
            opened = [1 / (1 + exp(-float(gate[unit]))) for gate in (entering, kept, shown)]
            cell[unit] = opened[1] * cell[unit] + opened[0] * tanh(float(new[unit]))
            state[unit] = opened[2] * tanh(float(cell[unit]))
        states.append(state.copy())
    return states


def linear(x: Array, name: str) -> Array:
    return x @ P[f"{name}.weight"].T + P[f"{name}.bias"]


def test_the_recurrent_storey() -> None:
    x = some(4, WIDTH)
    states, tags, _ = READER.sentences(x, SENTENCES)
    ahead = by_hand(x[:3], "l0") + by_hand(x[3:], "l0")
    back = by_hand(x[2::-1], "l0_reverse")[::-1] + by_hand(x[3:], "l0_reverse")
    assert states == pytest.approx(np.concatenate([np.array(ahead), np.array(back)], axis=1), abs=1e-5)
    assert tags == pytest.approx(linear(states, "tags"), abs=1e-5)
    assert MARKER.sentences(x, SENTENCES)[0] == pytest.approx(linear(states, "names"), abs=1e-5)


def test_heads_by_the_biaffine_form() -> None:
    states, _, heads = READER.sentences(some(4, WIDTH), SENTENCES)
    governors, dependents = (np.maximum(linear(states, name), 0) for name in ("arc_head", "arc_dependent"))
    assert heads.shape == (2, 3, 4)
    for word in range(3):
        candidates = np.concatenate([P["arc_root"][None], governors[:3]])
        expected = candidates @ (dependents[word] @ P["arc_form"]) + candidates @ P["arc_prior"]
        assert heads[0, word] == pytest.approx(expected, abs=1e-4)


def test_relations_to_a_word_and_to_the_root() -> None:
    states = some(2, 2 * HIDDEN)
    found = READER.relations(states, np.array([1, -1]))
    governors = np.stack([linear(states, "relation_head")[1], P["relation_root"]])
    both = np.maximum(governors + linear(states, "relation_dependent"), 0)
    assert found == pytest.approx(linear(both, "relations"), abs=1e-5)


def test_a_word_sees_as_far_as_the_convolutions_reach() -> None:
    x = some(40, WIDTH)
    other = x.copy()
    other[20] += 1
    (one, odds), (two, _) = READER.context(x), READER.context(other)
    changed = np.flatnonzero(np.abs(one - two).max(axis=1) > 1e-6)
    assert (changed.min(), changed.max()) == (20 - sum(DILATIONS), 20 + sum(DILATIONS))
    assert odds == pytest.approx(linear(one, "starts")[:, 0], abs=1e-5)


def test_words_are_normalised_vectors_of_their_spelling() -> None:
    plain = trained() | P | {"mix_norm.weight": np.ones(WIDTH), "mix_norm.bias": np.zeros(WIDTH)}
    vectors = graphs.parser(SETTINGS, plain).words(["Lyon", "mardi", "Lyon"])
    assert vectors[0].tolist() == vectors[2].tolist() != vectors[1].tolist()
    assert vectors.mean(axis=1) == pytest.approx(0, abs=1e-5)
    assert vectors.std(axis=1) == pytest.approx(1, abs=1e-2)


def test_no_word_governs_itself_and_nothing_beyond_the_end_does() -> None:
    beyond = SENTENCES.beyond()
    assert beyond[:, [0, 1, 2], [1, 2, 3]].all()
    assert beyond[1, :, 2:].all()
    assert not beyond[0, 0, [0, 2, 3]].any()


def test_eight_bits_say_nearly_the_same() -> None:
    x = some(4, WIDTH)
    for whole, less in zip(READER.sentences(x, SENTENCES), graphs.small(READER).sentences(x, SENTENCES), strict=True):
        assert np.abs(whole - less).max() < 0.1 * np.abs(whole).max()


def test_a_network_survives_packing() -> None:
    x = some(5, WIDTH)
    again = Network.from_bytes(READER.to_bytes())
    assert again.settings == SETTINGS
    assert again.context(x)[0].tolist() == READER.context(x)[0].tolist()
    assert again.to_bytes() == READER.to_bytes()
