"""The linear models over the words of a name and an event.

Weights are in thousandths, so that sums are exact on any machine.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

MODEL = "words.npz"
SCALE = 1000
"""A weight of 1.0 is stored as this number."""
COLUMNS = tuple(
    f"words: {what} {kind}" for kind in ("person", "place") for what in ("score of", "lead of", "rank of", "likely as")
)
"""Features of a pair from the scores of the linear models: the score, its lead on the best other name's, its rank, and
how many names of the article are not unlikely."""
_LIKELY = -1000


@dataclass(frozen=True, slots=True)
class NameWeights:
    """Two linear models over words: whether a name takes part in an event, and whether it is its place.

    `rows` maps a feature to its row of `weights` (features, 2), in parts of `SCALE`; an unknown one has no weight.
    """

    intercepts: NDArray[np.int32]
    rows: Mapping[str, int]
    weights: NDArray[np.int32]

    def scores(self, described: Sequence[Sequence[str]]) -> NDArray[np.int64]:
        """The scores of pairs of a name and an event.

        Args:
            described: The features of each pair.

        Returns:
            (pairs, 2): log odds, in parts of `SCALE`.
        """
        return self.added(described) + self.intercepts.astype(np.int64)

    def added(self, described: Sequence[Sequence[str]]) -> NDArray[np.int64]:
        """The same without the intercepts: parts of the features can be added up apart."""
        row_of, known = self.rows.get, []
        ends = []
        for words in described:
            known += [row for row in map(row_of, words) if row is not None]
            ends.append(len(known))
        sums = np.zeros((len(known) + 1, 2), dtype=np.int64)
        np.cumsum(self.weights[known], axis=0, out=sums[1:])
        return np.diff(sums[ends], axis=0, prepend=np.zeros((1, 2), dtype=np.int64))


def columns(scores: NDArray[np.int64]) -> NDArray[np.float32]:
    """The values of `COLUMNS` for the names of an article, seen from its events.

    Args:
        scores: (..., names, 2), in parts of `SCALE`.

    Returns:
        (..., names, COLUMNS).
    """
    order = np.sort(scores, axis=-2)
    best, second = order[..., -1:, :], order[..., [max(0, scores.shape[-2] - 2)], :]
    lead = scores - np.where(scores == best, second, best)
    rank = (scores[..., None, :, :] > scores[..., :, None, :]).sum(axis=-2)
    likely = np.broadcast_to((scores >= _LIKELY).sum(axis=-2, keepdims=True), scores.shape)
    found = np.stack([scores / SCALE, lead / SCALE, rank, likely], axis=-1)
    return found.reshape(*scores.shape[:-1], len(COLUMNS)).astype(np.float32)


def to_bytes(model: NameWeights) -> bytes:
    """Write a model as a file (NumPy's npz); equal models give equal bytes."""
    written = io.BytesIO()
    np.savez_compressed(
        written,
        allow_pickle=False,
        words=np.frombuffer("\n".join(model.rows).encode(), dtype=np.uint8),
        weights=model.weights.astype(np.int16),
        intercepts=model.intercepts,
    )
    return written.getvalue()


def from_bytes(data: bytes) -> NameWeights:
    """Read the output of `to_bytes`."""
    with np.load(io.BytesIO(data), allow_pickle=False) as tables:
        words = bytes(tables["words"]).decode().split("\n")
        rows = {word: row for row, word in enumerate(words)}
        return NameWeights(tables["intercepts"], rows, tables["weights"].astype(np.int32))


@cache
def load() -> NameWeights:
    """The shipped model, read once per process."""
    return from_bytes(files("timeline.events.arguments").joinpath(MODEL).read_bytes())
