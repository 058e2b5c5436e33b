"""The networks that read, computed by ONNX Runtime: from words to sentence starts, tags, heads, relations and names.

A network has three storeys, each with its reason:

1. A word's vector, from its views (`views`) and its letters: the same wherever it stands, so it is remembered.
2. Convolutions over the running text, each looking twice as far as the one before. They need no sentences, and tell
   where sentences begin.
3. A bidirectional LSTM over each sentence (Hochreiter and Schmidhuber, 1997), from which tags, heads, relations or
   names are read. Heads are scored by a biaffine form over all pairs of words (Dozat and Manning, 2017).

Each part is a graph (`training.graphs` writes them); most of the arithmetic is in whole numbers of eight bits. Such
numbers are scaled by the largest of a whole array, so texts are read one by one: what one says never depends on the
others that are read beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any

import numpy as np
import onnxruntime
import srsly  # type: ignore[import-untyped]  # spaCy's serialiser has no types

from timeline.nlp.arrays import Array
from timeline.nlp.parser.features import letters, rows

WORDS, CONTEXT, SENTENCES, RELATIONS = "words", "context", "sentences", "relations"
"""The graphs of a network; that for names has no `RELATIONS`."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Sizes of the tables of `views`, and what the outputs are called; `names` are labels as `spans` knows them."""

    sizes: tuple[int, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Some sentences read together.

    `rows` are the rows of all their words, sentence after sentence, in the text; `lengths` how many words each has.
    `places` (sentences, longest) says which of these words stands where, the sentence's first one past its end.
    """

    rows: Array
    lengths: Array
    places: Array

    @classmethod
    def of(cls, sentences: Sequence[Array]) -> Group:
        """From the rows of each sentence's words."""
        lengths = np.array([len(sentence) for sentence in sentences])
        firsts = np.cumsum(lengths) - lengths
        steps = np.arange(int(lengths.max()))[None, :]
        places = np.where(steps < lengths[:, None], firsts[:, None] + steps, firsts[:, None])
        return cls(np.concatenate(sentences), lengths, places)

    @property
    def inside(self) -> Array:
        """Where in `places` there is a word."""
        return np.asarray(np.arange(self.places.shape[1])[None, :] < self.lengths[:, None])

    def beyond(self) -> Array:
        """Which heads no word of a sentence can have (sentences, longest, 1 + longest): 0 is the root."""
        longest = self.places.shape[1]
        beyond = np.arange(1 + longest) > self.lengths[:, None, None]
        itself = np.eye(longest, 1 + longest, 1, dtype=bool)
        return np.asarray(beyond | itself)


class Network:
    """A trained network: what its outputs are called, and its graphs, ready to be computed on one core."""

    def __init__(self, settings: Settings, graphs: Mapping[str, bytes]) -> None:
        self.settings, self.graphs = settings, dict(graphs)
        self._sessions = {name: _session(graph) for name, graph in graphs.items()}

    def words(self, words: Sequence[str]) -> Array:
        """One vector a word, out of context: (words, width)."""
        keys = np.array([rows(word, self.settings.sizes) for word in words], dtype=np.int64)
        codes = np.array([letters(word) for word in words], dtype=np.int64)
        return self._run(WORDS, rows=keys, letters=codes)[0]

    def context(self, x: Array) -> list[Array]:
        """A text's words in context (words, width), from their vectors.

        And how likely each begins a sentence, as log odds, if the network tells.
        """
        return self._run(CONTEXT, x=x)

    def sentences(self, x: Array, some: Group) -> list[Array]:
        """What the network tells of the words of some sentences, from a text's words in context.

        The reader their states, scores of tags (words, tags) and of heads (sentences, longest, 1 + longest; 0 the
        root); the other one scores of names' labels (words, labels).
        """
        return self._run(
            SENTENCES,
            x=x[some.rows],
            places=some.places,
            lengths=some.lengths.astype(np.int32),
            inside=np.flatnonzero(some.inside),
        )

    def relations(self, states: Array, heads: Array) -> Array:
        """How well each relation fits between a word and its head among `states` (-1 the root): (words, relations)."""
        return self._run(RELATIONS, states=states, heads=np.where(heads < 0, len(states), heads))[0]

    def _run(self, graph: str, **given: Array) -> list[Array]:
        found: list[Array] = self._sessions[graph].run(None, given)
        return found

    def to_bytes(self) -> bytes:
        """The network as it is packed."""
        return bytes(srsly.msgpack_dumps({"settings": astuple(self.settings), "graphs": self.graphs}))

    @classmethod
    def from_bytes(cls, data: bytes) -> Network:
        """What `to_bytes` gave."""
        parts = srsly.msgpack_loads(data)
        return cls(Settings(*(tuple(values) for values in parts["settings"])), parts["graphs"])


def _session(graph: bytes) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
