"""The networks of the parser and the NER, run by ONNX Runtime: sentence starts, tags, heads, relations and names.

A network has three layers:

1. The vector of a word, from its features (`features`) and its letters. It is cached, for it does not depend on the
   context.
2. Convolutions over the running text, each with twice the reach of the one before. They do not need sentences, and
   predict where sentences begin.
3. A bidirectional LSTM over each sentence (Hochreiter and Schmidhuber, 1997), from which tags, heads, relations or
   names are predicted. Heads are scored by a biaffine form over all pairs of words (Dozat and Manning, 2017).

Each part is a graph (`training.pipeline.graphs` writes them); most of the arithmetic uses 8-bit integers. These are
scaled by the maximum of a whole array, so texts are processed one by one: the result for a text never depends on other
texts.
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
"""The graphs of a network; the NER network has no `RELATIONS`."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Sizes of the tables of `features`, and the names of the outputs; `names` are labels of `span_decoding`."""

    sizes: tuple[int, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Some sentences that are processed together.

    `rows` are the rows of all their words in the text, sentence after sentence; `lengths` are their numbers of words.
    `places` (sentences, longest) maps each position of a sentence to one of these words; positions past its end map to
    its first word.
    """

    rows: Array
    lengths: Array
    places: Array

    @classmethod
    def of(cls, sentences: Sequence[Array]) -> Group:
        """Make a group from the rows of each sentence's words."""
        lengths = np.array([len(sentence) for sentence in sentences])
        firsts = np.cumsum(lengths) - lengths
        steps = np.arange(int(lengths.max()))[None, :]
        places = np.where(steps < lengths[:, None], firsts[:, None] + steps, firsts[:, None])
        return cls(np.concatenate(sentences), lengths, places)

    @property
    def inside(self) -> Array:
        """Which positions of `places` hold a word."""
        return np.asarray(np.arange(self.places.shape[1])[None, :] < self.lengths[:, None])

    def beyond(self) -> Array:
        """Which heads are impossible because they lie past the end (sentences, longest, 1 + longest): 0 is the root."""
        longest = self.places.shape[1]
        beyond = np.arange(1 + longest) > self.lengths[:, None, None]
        itself = np.eye(longest, 1 + longest, 1, dtype=bool)
        return np.asarray(beyond | itself)


class Network:
    """A trained network: the names of its outputs, and its graphs, ready to run on one core."""

    def __init__(self, settings: Settings, graphs: Mapping[str, bytes]) -> None:
        self.settings, self.graphs = settings, dict(graphs)
        self._sessions = {name: _session(graph) for name, graph in graphs.items()}

    def words(self, words: Sequence[str]) -> Array:
        """One vector per word, without context: (words, width)."""
        keys = rows(words, self.settings.sizes)
        codes = np.array([letters(word) for word in words], dtype=np.int64)
        return self._run(WORDS, rows=keys, letters=codes)[0]

    def context(self, x: Array) -> list[Array]:
        """The vectors of a text's words in context (words, width), from their vectors without context.

        A network that predicts sentence starts also returns the log odds that each word begins a sentence.
        """
        return self._run(CONTEXT, x=x)

    def sentences(self, x: Array, group: Group) -> list[Array]:
        """The network's outputs for the words of some sentences.

        Args:
            x: The vectors of all words of a text in context: (words, width).
            group: The sentences.

        Returns:
            For the parser: the words' states, scores of tags (words, tags) and scores of heads (sentences, longest, 1 +
            longest; 0 is the root). For the NER network: scores of entity labels (words, labels).
        """
        return self._run(
            SENTENCES,
            x=x[group.rows],
            places=group.places,
            lengths=group.lengths.astype(np.int32),
            inside=np.flatnonzero(group.inside),
        )

    def relations(self, states: Array, heads: Array) -> Array:
        """The scores of each relation between a word and its head.

        Args:
            states: The states of the words: (words, width).
            heads: The index of each word's head in `states`; -1 is the root.

        Returns:
            The scores: (words, relations).
        """
        return self._run(RELATIONS, states=states, heads=np.where(heads < 0, len(states), heads))[0]

    def _run(self, graph: str, **given: Array) -> list[Array]:
        found: list[Array] = self._sessions[graph].run(None, given)
        return found

    def to_bytes(self) -> bytes:
        """The network as packed bytes."""
        return bytes(srsly.msgpack_dumps({"settings": astuple(self.settings), "graphs": self.graphs}))

    @classmethod
    def from_bytes(cls, data: bytes) -> Network:
        """Load the output of `to_bytes`."""
        parts = srsly.msgpack_loads(data)
        return cls(Settings(*(tuple(values) for values in parts["settings"])), parts["graphs"])


def _session(graph: bytes) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # each text has another length: a plan of its memory would serve it alone
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
