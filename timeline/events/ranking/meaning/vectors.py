"""Meanings of lemmas: short vectors from word2vec-like models (Mikolov et al., 2013), as integers.

Lemmas that occur in similar contexts have similar vectors, so a linear model can generalise to a verb that no annotated
article contains. `training.lemma_vectors` makes the table.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

ROLES = {"w": 0, "obj": 1, "subj": 2, "nsubj": 2, "h": 3, "b": 4}
"""The features of a candidate (`words.words_of`) that have a vector, and the part of its meaning that each belongs to.

The parts are the candidate itself, its object, its subject, its governor, and the content words of its clause.
"""
PARTS = 5


@dataclass(frozen=True, slots=True)
class LemmaVectors:
    """`rows` maps a lemma to its row of `table` (vectors, width); lemmas with similar meanings may share a row."""

    rows: Mapping[str, int]
    table: NDArray[np.int8]

    @property
    def width(self) -> int:
        """The number of values in a candidate's meaning."""
        return PARTS * int(self.table.shape[1])

    def meanings(self, candidates: Sequence[Sequence[str]]) -> NDArray[np.float64]:
        """The meaning of each candidate: for each of its parts, the mean vector of the part's lemmas.

        Args:
            candidates: The features of each candidate, `name=word`.

        Returns:
            Means in 32nds (candidates, width), as integers; zeros for a part with no known lemma.
        """
        found = np.zeros((len(candidates) * PARTS, self.table.shape[1]))
        filled: list[int] = []
        starts: list[int] = []
        known: list[int] = []
        for number, words in enumerate(candidates):
            for part, rows in enumerate(self._rows(words)):
                if rows:
                    filled.append(number * PARTS + part)
                    starts.append(len(known))
                    known += rows
        if known:
            totals = np.add.reduceat(self.table[known], starts, axis=0, dtype=np.int64)
            counts = np.diff([*starts, len(known)])[:, None]
            found[filled] = (totals * 64 + counts) // (2 * counts)
        return found.reshape(len(candidates), self.width)

    def _rows(self, words: Sequence[str]) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in range(PARTS)]
        for word in words:
            name, _, value = word.partition("=")
            part = ROLES.get(name)
            if part is None:
                continue
            row = self.rows.get(value.rpartition("/")[0] if name == "w" else value)
            if row is not None:
                found[part].append(row)
        return found


def to_bytes(vectors: LemmaVectors) -> bytes:
    """Write the table as a file (NumPy's npz); equal vectors give equal bytes."""
    written = io.BytesIO()
    words = np.frombuffer("\n".join(vectors.rows).encode(), dtype=np.uint8)
    rows = np.array(list(vectors.rows.values()), dtype=np.uint16)
    np.savez_compressed(written, allow_pickle=False, words=words, rows=rows, table=vectors.table)
    return written.getvalue()


def from_bytes(data: bytes) -> LemmaVectors:
    """Read the output of `to_bytes`."""
    with np.load(io.BytesIO(data), allow_pickle=False) as tables:
        words = bytes(tables["words"]).decode().split("\n")
        return LemmaVectors(dict(zip(words, tables["rows"].tolist(), strict=True)), tables["table"])


@cache
def load(language: str) -> LemmaVectors:
    """The vectors of a language that the package contains, read once per process."""
    path = files("timeline.events.ranking.meaning").joinpath(f"{language}.npz")
    return from_bytes(path.read_bytes())
