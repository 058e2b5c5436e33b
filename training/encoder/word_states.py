"""The encoder's states of a document's words: of each word the mean over its pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.tokens import Doc
from torch import Tensor

from training.encoder.encoder import Encoder
from training.encoder.packed_model import PackedModel
from training.encoder.tokenizer import Tokenizer

LAYERS = (6, 9, 12)
"""The layers whose states are used: the middle ones know more of grammar and names, the last one of meaning."""
_LONGEST = 150
"""The number of words that are read together; a longer sentence is read in parts."""
_PIECES = 4000
"""The number of pieces that are computed together."""

States = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class _Part:
    """Some words of a document: its index among the documents, the words' indices, and each word's pieces."""

    document: int
    words: tuple[int, ...]
    pieces: tuple[tuple[int, ...], ...]

    @property
    def size(self) -> int:
        return 2 + sum(map(len, self.pieces))


class WordStates:
    """Computes the states of the words of documents."""

    def __init__(self, model: PackedModel) -> None:
        self.width = model.width * len(LAYERS)
        self._pieces, self._encoder, self._tokenizer = model.pieces, Encoder(model), Tokenizer(model.pieces)

    def of(self, documents: Sequence[Doc]) -> list[States]:
        """For each document, with its sentences known, an array (words, `width`); white space has zeros."""
        found = [np.zeros((len(doc), self.width), np.float16) for doc in documents]
        parts = sorted(self._parts(documents), key=lambda part: part.size)
        while parts:
            count = max(1, _PIECES // parts[-1].size)  # the longest ones first
            some, parts = parts[-count:], parts[:-count]
            for part, states in zip(some, self._computed(some), strict=True):
                found[part.document][list(part.words)] = states.half().numpy()
        return found

    def _parts(self, documents: Sequence[Doc]) -> Iterator[_Part]:
        for number, doc in enumerate(documents):
            for sentence in doc.sents:
                words = [token.i for token in sentence if not token.is_space]
                for start in range(0, len(words), _LONGEST):
                    some = words[start : start + _LONGEST]
                    yield _Part(number, tuple(some), tuple(self._cut(doc, index) for index in some))

    def _cut(self, doc: Doc, index: int) -> tuple[int, ...]:
        spaced = index == 0 or bool(doc[index - 1].whitespace_) or doc[index - 1].is_space
        return self._tokenizer.cut(doc[index].text.replace("’", "'"), spaced)

    def _computed(self, parts: Sequence[_Part]) -> Iterator[Tensor]:
        """The states of each part's words: sums over pieces, from the running sum, divided by their number."""
        texts = [(self._pieces.begin, *sum(part.pieces, ()), self._pieces.end) for part in parts]
        sums = torch.nn.functional.pad(self._encoder.states(texts, LAYERS).cumsum(1), (0, 0, 1, 0))
        for row, part in enumerate(parts):
            counts = torch.tensor([len(pieces) for pieces in part.pieces])
            ends = 1 + counts.cumsum(0)
            yield (sums[row, ends] - sums[row, ends - counts]) / counts[:, None]
