"""The linear models over the words of a name and an event."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from timeline.events import word_weights
from timeline.events.word_weights import SCALE, LinearWords

MODEL = "words.npz"
COLUMNS = tuple(
    f"words: {what} {kind}" for kind in ("person", "place") for what in ("score of", "lead of", "rank of", "likely as")
)
"""Features of a pair from the scores of the linear models: the score, its lead on the best other name's, its rank, and
how many names of the article are not unlikely."""
_LIKELY = -1000


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


def load() -> LinearWords:
    """The shipped model: whether a name takes part in an event, and whether it is its place."""
    return word_weights.load("timeline.events.arguments", MODEL)
