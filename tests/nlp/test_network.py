"""The network's arithmetic beside the same written out word by word."""

from __future__ import annotations

from math import exp, tanh

import numpy as np
import pytest

from timeline.nlp import network
from timeline.nlp.network import Array, Sentences

CHANCE = np.random.default_rng(7)
HIDDEN, WIDTH = 3, 4


def some(*shape: int) -> Array:
    return CHANCE.normal(size=shape).astype(np.float32)


def trained() -> dict[str, Array]:
    parameters = {}
    for side in ("l0", "l0_reverse"):
        parameters[f"lstm.like.weight_ih_{side}"] = some(4 * HIDDEN, WIDTH)
        parameters[f"lstm.like.weight_hh_{side}"] = some(4 * HIDDEN, HIDDEN)
        parameters[f"lstm.like.bias_ih_{side}"] = some(4 * HIDDEN)
        parameters[f"lstm.like.bias_hh_{side}"] = some(4 * HIDDEN)
    return parameters


def by_hand(words: Array, p: dict[str, Array], side: str) -> list[Array]:
    """An LSTM as the paper has it, gates in the order input, forget, cell, output."""
    state, cell, states = np.zeros(HIDDEN), np.zeros(HIDDEN), []
    for word in words:
        gates = p[f"lstm.like.weight_ih_{side}"] @ word + p[f"lstm.like.weight_hh_{side}"] @ state
        gates = gates + p[f"lstm.like.bias_ih_{side}"] + p[f"lstm.like.bias_hh_{side}"]
        entering, kept, new, shown = np.split(gates, 4)
        for unit in range(HIDDEN):
            opened = [1 / (1 + exp(-float(gate[unit]))) for gate in (entering, kept, shown)]
            cell[unit] = opened[1] * cell[unit] + opened[0] * tanh(float(new[unit]))
            state[unit] = opened[2] * tanh(float(cell[unit]))
        states.append(state.copy())
    return states


def test_the_recurrent_layer() -> None:
    """Two sentences, of three words and of one, read together."""
    p = trained()
    x = some(4, WIDTH)
    both = Sentences(np.array([[0, 1, 2], [3, 3, 3]]), np.array([3, 1]))
    found = network.recurrent(x, both, network.prepared(p), 0)
    ahead = by_hand(x[:3], p, "l0") + by_hand(x[3:], p, "l0")
    back = by_hand(x[2::-1], p, "l0_reverse")[::-1] + by_hand(x[3:], p, "l0_reverse")
    assert found == pytest.approx(np.concatenate([np.array(ahead), np.array(back)], axis=1), abs=1e-5)


def test_texts_do_not_see_each_other() -> None:
    """A text's vectors are the same whatever stands beyond `REACH` empty rows."""
    p = {}
    for layer in range(len(network.DILATIONS)):
        p[f"convolutions.{layer}.weight"], p[f"convolutions.{layer}.bias"] = some(2 * WIDTH, 3 * WIDTH), some(2 * WIDTH)
        p[f"norms.{layer}.weight"], p[f"norms.{layer}.bias"] = some(WIDTH), some(WIDTH)
    gap = np.zeros((network.REACH, WIDTH), dtype=np.float32)
    one, other = some(6, WIDTH), some(9, WIDTH)
    alone = network.in_context(np.concatenate([one, gap]), p)
    together = network.in_context(np.concatenate([one, gap, other, gap]), p)
    assert together[:6] == pytest.approx(alone[:6], abs=1e-5)
    assert not together[6 : 6 + network.REACH].any()


def test_normalised_rows() -> None:
    p = {"norm.weight": np.ones(WIDTH, dtype=np.float32), "norm.bias": np.zeros(WIDTH, dtype=np.float32)}
    found = network.normal(some(5, WIDTH) * 7 + 3, p, "norm")
    assert found.mean(axis=1) == pytest.approx(0, abs=1e-5)
    assert found.std(axis=1) == pytest.approx(1, abs=1e-3)


def test_no_word_governs_itself_and_nothing_beyond_the_end_does() -> None:
    shapes = {
        "arc_head.weight": (2, 5),
        "arc_head.bias": (2,),
        "arc_dependent.weight": (2, 5),
        "arc_dependent.bias": (2,),
    }
    shapes |= {"arc_form": (2, 2), "arc_root": (2,), "arc_prior": (2,)}
    p = {name: some(*shape) for name, shape in shapes.items()}
    scores = network.head_scores(some(4, 5), Sentences(np.array([[0, 1, 2], [3, 3, 3]]), np.array([3, 1])), p)
    assert scores.shape == (2, 3, 4)
    assert np.isneginf(scores[:, [0, 1, 2], [1, 2, 3]]).all()
    assert np.isneginf(scores[1, :, 2:]).all()
    assert np.isfinite(scores[0, 0, [0, 2, 3]]).all()
