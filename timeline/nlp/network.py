"""The reading network, computed with NumPy: from words to tags, sentence starts and heads.

Three storeys, each with its reason:

1. A word's vector, from its views (`views`) and its letters: the same wherever it stands, so it is remembered.
2. Convolutions over the running text, each looking twice as far as the one before. They need no sentences, and tell
   where sentences begin.
3. A bidirectional LSTM over each sentence (Hochreiter and Schmidhuber, 1997), from which tags, heads, relations and
   names are read. Heads are scored by a biaffine form over all pairs of words (Dozat and Manning, 2017).

Arrays are float32. Parameters have the names that `training.network` trains them by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from timeline.nlp.views import LETTERS, letters, rows

Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"
Parameters: TypeAlias = Mapping[str, Array]

DILATIONS = (1, 2, 4)
"""How far the three convolutions look to each side: seven words in all."""
NAMES_DILATIONS = (1, 2)
"""The same of the convolutions for names."""
REACH = sum(DILATIONS)
KERNEL = 5
"""Letters that a filter sees at a time."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Sizes of the tables of `views`, and what the outputs are called; `names` are labels as `spans` knows them."""

    sizes: tuple[int, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]


def word_vectors(words: Sequence[str], settings: Settings, p: Parameters) -> Array:
    """One vector a word, out of context: (words, width)."""
    keys = np.array([rows(word, settings.sizes) for word in words], dtype=np.int64)
    tables = [p[f"tables.{view}.weight"] for view in range(len(settings.sizes))]
    views = [table[keys[:, 2 * view]] + table[keys[:, 2 * view + 1]] for view, table in enumerate(tables)]
    spelt = spelling(np.array([letters(word) for word in words], dtype=np.int64), p)
    return normal(maxout(np.concatenate([*views, spelt], axis=1) @ p["mix.weight"].T + p["mix.bias"]), p, "mix_norm")


def spelling(codes: Array, p: Parameters) -> Array:
    """What the letters' filters find anywhere in the word."""
    side = KERNEL // 2
    padded = np.pad(p["letters.weight"][codes], ((0, 0), (side, side), (0, 0)))
    windows = np.concatenate([padded[:, at : at + LETTERS] for at in range(KERNEL)], axis=2)
    found: Array = (windows @ p["filters.weight"].T + p["filters.bias"]).max(axis=1)
    return np.maximum(found, 0, out=found)


def maxout(x: Array) -> Array:
    """The larger of two halves."""
    half = x.shape[-1] // 2
    return np.maximum(x[..., :half], x[..., half:])


def normal(x: Array, p: Parameters, name: str) -> Array:
    """Layer normalisation (Ba, Kiros and Hinton, 2016)."""
    centred = x - x.mean(axis=-1, keepdims=True)
    spread = np.einsum("ij,ij->i", centred, centred)[:, None] / x.shape[-1]
    centred *= 1 / np.sqrt(spread + 1e-5)
    centred *= p[f"{name}.weight"]
    centred += p[f"{name}.bias"]
    return np.asarray(centred)


def in_context(x: Array, p: Parameters) -> Array:
    """The convolutions: rows of `x` are words in text order, texts kept apart by `REACH` rows of zeros.

    The rows between texts must be zero in every layer: they are, for `inside` marks what is text.
    """
    return convolved(x, np.asarray(x.any(axis=1))[:, None], p, "", DILATIONS)


def convolved(x: Array, inside: Array, p: Parameters, prefix: str, distances: tuple[int, ...]) -> Array:
    """Layers over windows of three rows, `distances` apart; `inside` says which rows are words."""
    for layer, distance in enumerate(distances):
        windows = np.zeros((len(x), 3, x.shape[1]), dtype=x.dtype)
        windows[distance:, 0] = x[:-distance]
        windows[:, 1] = x
        windows[:-distance, 2] = x[distance:]
        found = linear(windows.reshape(len(x), -1), p, f"{prefix}convolutions.{layer}")
        x = (x + normal(maxout(found), p, f"{prefix}norms.{layer}")) * inside
    return x


def starts(x: Array, p: Parameters) -> Array:
    """How likely each word begins a sentence, as log odds."""
    return np.asarray(x @ p["starts.weight"][0] + p["starts.bias"][0])


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences by falling length. `places` (sentences, longest) are their words' rows, `lengths` how many there
    are; what stands after a sentence's end means nothing."""

    places: Array
    lengths: Array

    @property
    def running(self) -> list[int]:
        """How many sentences are not over at each step."""
        longest = self.places.shape[1]
        return list((self.lengths[None, :] > np.arange(longest)[:, None]).sum(axis=1).tolist())

    @property
    def orders(self) -> tuple[Array, Array]:
        """The rows of words in the order of steps, all first words, all second words, …; and from the sentences'
        ends."""
        steps = np.arange(self.places.shape[1])[None, :]
        back = (self.lengths[:, None] - 1 - steps).clip(0)
        inside = (steps < self.lengths[:, None]).T
        return self.places.T[inside], np.take_along_axis(self.places, back, axis=1).T[inside]


def recurrent(x: Array, some: Sentences, p: Parameters, layer: int) -> Array:
    """One bidirectional layer: words' vectors (words, width) to (words, 2 × hidden), both directions side by side."""
    weights = p[f"recurrent.{layer}.state"]
    hidden = weights.shape[1]
    orders = some.orders
    told = [x[order] @ p[f"recurrent.{layer}.input"][side] for side, order in enumerate(orders)]
    bias = p[f"recurrent.{layer}.bias"]
    states = np.empty((2, len(x), hidden), dtype=x.dtype)
    state = np.zeros((2, len(some.lengths), hidden), dtype=x.dtype)
    cell = np.zeros_like(state)
    at = 0
    for count in some.running:
        gates = np.matmul(state[:, :count], weights)
        gates += bias
        for side in (0, 1):
            gates[side] += told[side][at : at + count]
        state, cell = _step(gates, cell[:, :count], hidden)
        states[:, at : at + count] = state
        at += count
    output = np.empty((len(x), 2, hidden), dtype=x.dtype)
    for side, order in enumerate(orders):
        output[order, side] = states[side]
    return output.reshape(len(x), 2 * hidden)


def _step(gates: Array, cell: Array, hidden: int) -> tuple[Array, Array]:
    """One step of the LSTM, both directions: the new state and cell. Sigmoids are read off the hyperbolic tangent."""
    squashed = np.tanh(gates, out=gates)
    opened = squashed[..., : 2 * hidden]
    opened += 1
    cell = opened[..., hidden:] * cell
    cell += opened[..., :hidden] * squashed[..., 2 * hidden : 3 * hidden]
    cell *= 0.5
    state = np.tanh(cell)
    shown = squashed[..., 3 * hidden :]
    shown += 1
    state *= shown
    state *= 0.5
    return state, cell


def prepared(trained: Parameters) -> dict[str, Array]:
    """Parameters as computing wants them, from those that training has: single precision, the two directions of a
    layer in one array, and the rows of sigmoid gates halved, since sigmoid(x) = (1 + tanh(x / 2)) / 2."""
    single = {name: np.ascontiguousarray(array, dtype=np.float32) for name, array in trained.items()}
    plain = {name: array for name, array in single.items() if not name.startswith("lstm.")}
    layer = 0
    while f"lstm.like.weight_ih_l{layer}" in single:
        ends = (f"l{layer}", f"l{layer}_reverse")
        plain[f"recurrent.{layer}.input"] = np.stack([_halved(single[f"lstm.like.weight_ih_{end}"]).T for end in ends])
        plain[f"recurrent.{layer}.bias"] = np.stack(
            [_halved(single[f"lstm.like.bias_ih_{end}"] + single[f"lstm.like.bias_hh_{end}"]) for end in ends]
        )[:, None]
        plain[f"recurrent.{layer}.state"] = np.stack(
            [_halved(single[f"lstm.like.weight_hh_{end}"]).T for end in ends]
        ).copy()
        layer += 1
    return plain


def _halved(gates: Array) -> Array:
    """The gates stand in PyTorch's order: input, forget, cell, output; the cell's is no sigmoid."""
    hidden = len(gates) // 4
    scale = np.full(len(gates), 0.5, dtype=gates.dtype)
    scale[2 * hidden : 3 * hidden] = 1
    return np.asarray(gates * (scale[:, None] if gates.ndim > 1 else scale))


def sentence_vectors(x: Array, some: Sentences, p: Parameters) -> Array:
    """The recurrent storey, whole."""
    layer = 0
    while f"recurrent.{layer}.state" in p:
        x = recurrent(x, some, p, layer)
        layer += 1
    return x


def sentence_width(p: Parameters) -> int:
    """Columns of `sentence_vectors`."""
    return 2 * int(p["recurrent.0.state"].shape[1])


def linear(x: Array, p: Parameters, name: str) -> Array:
    """An affine map."""
    return np.asarray(x @ p[f"{name}.weight"].T + p[f"{name}.bias"])


def rectified(x: Array, p: Parameters, name: str) -> Array:
    """An affine map and a rectifier."""
    found = linear(x, p, name)
    return np.maximum(found, 0, out=found)


def head_scores(x: Array, some: Sentences, p: Parameters) -> Array:
    """How well each word of each sentence serves as each word's head: (sentences, longest, 1 + longest); 0 is the
    root. What is no word, and a word itself, are minus infinity."""
    heads = rectified(x, p, "arc_head")
    dependents = rectified(x, p, "arc_dependent") @ p["arc_form"]
    root = np.broadcast_to(p["arc_root"], (len(some.places), 1, heads.shape[1]))
    candidates = np.concatenate([root, heads[some.places]], axis=1)
    scores = np.matmul(dependents[some.places], candidates.transpose(0, 2, 1))
    scores += (candidates @ p["arc_prior"])[:, None, :]
    longest = some.places.shape[1]
    scores[np.broadcast_to((np.arange(1 + longest) > some.lengths[:, None])[:, None, :], scores.shape)] = -np.inf
    scores[:, np.arange(longest), np.arange(longest) + 1] = -np.inf
    return np.asarray(scores)


def relation_scores(x: Array, heads: Array, p: Parameters) -> Array:
    """How well each relation fits between a word and its head's row (-1 for the root): (words, relations)."""
    governors = np.concatenate([linear(x, p, "relation_head"), p["relation_root"][None]])[heads]
    governors += linear(x, p, "relation_dependent")
    return linear(np.maximum(governors, 0, out=governors), p, "relations")


def name_scores(x: Array, states: Array, inside: Array, p: Parameters) -> Array:
    """How well each label of a name fits each row, from the words in context and in their sentences (zero outside):
    (rows, labels)."""
    mixed = normal(maxout(linear(np.concatenate([x, states], axis=1), p, "names_mix")), p, "names_mix_norm")
    inside = inside[:, None]
    return linear(convolved(mixed * inside, inside, p, "names_", NAMES_DILATIONS), p, "names")
