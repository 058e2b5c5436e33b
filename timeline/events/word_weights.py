"""Linear models over words: several columns of weights, in thousandths, so that sums are exact on any machine."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

SCALE = 1000
"""A weight of 1.0 is stored as this number."""


@dataclass(frozen=True, slots=True)
class LinearWords:
    """Linear models over words, one for each column.

    `rows` maps a feature to its row of `weights` (features, columns), in parts of `SCALE`; an unknown one has no
    weight.
    """

    intercepts: NDArray[np.int32]
    rows: Mapping[str, int]
    weights: NDArray[np.int32]

    def scores(self, described: Sequence[Sequence[str]]) -> NDArray[np.int64]:
        """The scores of some described things.

        Returns:
            (things, columns): log odds, in parts of `SCALE`.
        """
        return self.added(described) + self.intercepts.astype(np.int64)

    def added(self, described: Sequence[Sequence[str]]) -> NDArray[np.int64]:
        """The same without the intercepts: parts of the features can be added up apart."""
        row_of, known, width = self.rows.get, list[int](), len(self.intercepts)
        ends = []
        for words in described:
            known += [row for row in map(row_of, words) if row is not None]
            ends.append(len(known))
        sums = np.zeros((len(known) + 1, width), dtype=np.int64)
        np.cumsum(self.weights[known], axis=0, out=sums[1:])
        return np.diff(sums[ends], axis=0, prepend=np.zeros((1, width), dtype=np.int64))


def to_bytes(model: LinearWords) -> bytes:
    """Write a model as a file (NumPy's npz).

    Returns:
        The bytes of the file; equal models give equal bytes.
    """
    written = io.BytesIO()
    np.savez_compressed(written, allow_pickle=False, **tables(model))
    return written.getvalue()


def tables(model: LinearWords) -> dict[str, Any]:
    """The arrays of a model by their names in a file.

    Returns:
        The features as bytes, a line each, their weights, and the intercepts.
    """
    words = np.frombuffer("\n".join(model.rows).encode(), dtype=np.uint8)
    return {"words": words, "weights": model.weights.astype(np.int16), "intercepts": model.intercepts}


def from_bytes(data: bytes) -> LinearWords:
    """Read the output of `to_bytes`.

    Args:
        data: The bytes of a file, which may hold other arrays as well.
    """
    with np.load(io.BytesIO(data), allow_pickle=False) as read:
        rows = {word: row for row, word in enumerate(bytes(read["words"]).decode().split("\n"))}
        return LinearWords(read["intercepts"], rows, read["weights"].astype(np.int32))


@cache
def load(package: str, name: str) -> LinearWords:
    """A packaged model, read once per process.

    Args:
        package: The package whose folder holds the model ("timeline.events.arguments").
        name: The name of its file.

    Raises:
        FileNotFoundError: There is no such file.
    """
    return from_bytes(files(package).joinpath(name).read_bytes())
