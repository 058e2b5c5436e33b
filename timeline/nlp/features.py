"""How spaCy's network for names sees words: their `views`, hashed and mixed, then convolutions.

A word's own vector is computed once for each word a process meets (`remembering`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from spacy.attrs import ORTH
from spacy.strings import hash_string  # type: ignore[attr-defined]  # compiled, and missing from the stub
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, clone, concatenate, expand_window, residual, with_array
from thinc.model import deserialize_attr, serialize_attr

from timeline.nlp.views import VIEWS, views


@lru_cache(maxsize=1 << 17)
def keys(word: str) -> tuple[int, ...]:
    """A 64-bit key for each view."""
    return tuple(hash_string(view) for view in views(word))


@registry.architectures("timeline.WordTok2Vec.v1")  # type: ignore[untyped-decorator]  # spaCy has no types
def word_tok2vec(
    width: int, depth: int, rows: list[int], pieces: int, unknown: float = 0.0
) -> Model[list[Doc], list[Any]]:
    """Word views, hashed and mixed, then a convolution of `depth` residual layers over a window of three words.

    `unknown` is the chance, in training only, that a word hides its own spelling, so that the network learns from
    the other views.
    """
    encode: Model[Any, Any] = with_array(
        clone(
            residual(
                chain(expand_window(window_size=1), Maxout(width, width * 3, nP=pieces, dropout=0.0, normalize=True))
            ),
            depth,
        ),
        pad=depth,
    )
    model: Model[list[Doc], list[Any]] = chain(word_embed(width, rows, pieces, unknown), encode)
    model.set_dim("nO", width)
    return model


class Memory(dict[int, Any]):
    """Vectors of words already met, by the word's hash. It belongs to one network and is never saved with it."""


@serialize_attr.register(Memory)
def _forget_on_save(_: Any, value: Memory, name: str, model: Model[Any, Any]) -> bytes:
    return b""


@deserialize_attr.register(Memory)
def _empty_on_load(_: Any, value: bytes, name: str, model: Model[Any, Any]) -> Memory:
    return Memory()


def word_embed(width: int, rows: list[int], pieces: int, unknown: float) -> Model[list[Doc], list[Any]]:
    """One vector a word, out of context."""
    tables: list[Model[Any, Any]] = [
        HashEmbed(width, number, column=column, seed=7 + column) for column, number in enumerate(rows)
    ]
    mix: Model[Any, Any] = chain(
        concatenate(*tables), Maxout(width, width * len(rows), nP=pieces, dropout=0.0, normalize=True)
    )
    return Model(
        "remembering",
        _forward,
        init=_initialize,
        layers=[mix],
        dims={"nO": width},
        attrs={"memory": Memory(), "unknown": unknown},
    )


def _initialize(model: Model[Any, Any], X: object = None, Y: object = None) -> None:  # noqa: N803  # thinc's names
    model.layers[0].initialize(X=np.zeros((1, len(VIEWS)), dtype="uint64"))


def _forward(
    model: Model[Any, Any], docs: list[Doc], is_train: bool
) -> tuple[list[Any], Callable[[list[Any]], list[Any]]]:
    if not is_train:
        return _remembered(model, docs), lambda gradients: []
    model.attrs["memory"].clear()  # its vectors are those of weights that are about to change
    rows = np.array([keys(token.text) for doc in docs for token in doc], dtype="uint64").reshape(-1, len(VIEWS))
    if model.attrs["unknown"]:
        rows[np.random.random(len(rows)) < model.attrs["unknown"], 0] = 0
    lengths = [len(doc) for doc in docs]
    output, backprop = model.layers[0](rows, is_train=True)

    def back(gradients: list[Any]) -> list[Any]:
        backprop(np.vstack(gradients))
        return []

    return _split(output, lengths), back


REMEMBERED = 60_000
"""Words whose vectors a process keeps; beyond that it forgets all and starts again, so memory stays bounded."""


def _remembered(model: Model[Any, Any], docs: list[Doc]) -> list[Any]:
    memory: dict[int, Any] = model.attrs["memory"]
    orths = [doc.to_array(ORTH) for doc in docs]
    wanted = np.concatenate(orths).tolist() if orths else []
    if len(memory) > REMEMBERED:
        memory.clear()
    fresh = [orth for orth in dict.fromkeys(wanted) if orth not in memory]
    if fresh:
        strings = docs[0].vocab.strings
        rows = np.array([keys(strings[orth]) for orth in fresh], dtype="uint64").reshape(-1, len(VIEWS))
        memory.update(zip(fresh, model.layers[0].predict(rows), strict=True))
    width = model.get_dim("nO")
    vectors = np.array([memory[orth] for orth in wanted], dtype="float32").reshape(-1, width)
    return _split(vectors, [len(doc) for doc in docs])


def _split(array: Any, lengths: list[int]) -> list[Any]:
    return np.split(array, np.cumsum(lengths)[:-1]) if lengths else []
