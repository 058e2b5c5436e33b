"""The trained model as one file: tables of numbers that NumPy reads, a list of words, and the graphs of two forests."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from timeline.events import word_weights
from timeline.events.boosting import Boosted
from timeline.events.ranking.meaning import vectors
from timeline.events.ranking.meaning.vectors import LemmaVectors
from timeline.events.ranking.words import WordWeights


@dataclass(frozen=True, slots=True)
class Ranker:
    """The models that rank candidates and datings.

    `words` selects the candidates to rank (those with at least `cut`, in log odds), with the meanings of `lemmas`. The
    forest `dates` ranks datings; the forest `right` estimates whether a candidate is an entry with the right date.
    """

    lemmas: LemmaVectors
    words: WordWeights
    cut: float
    dates: Boosted
    right: Boosted


def to_bytes(model: Ranker) -> bytes:
    """Write the model without its `lemmas` as a file (NumPy's npz); equal models give equal bytes."""
    written = io.BytesIO()
    np.savez_compressed(
        written,
        allow_pickle=False,
        **word_weights.tables(model.words.linear),
        cut=np.array(model.cut),
        dates=np.frombuffer(model.dates.graph, dtype=np.uint8),
        right=np.frombuffer(model.right.graph, dtype=np.uint8),
        **{"of meaning": model.words.of_meaning},
    )
    return written.getvalue()


def from_bytes(data: bytes, lemmas: LemmaVectors) -> Ranker:
    """Read the output of `to_bytes`; `lemmas` are the vectors that the model was trained with."""
    with np.load(io.BytesIO(data), allow_pickle=False) as tables:
        words = WordWeights(word_weights.from_bytes(data), tables["of meaning"])
        forests = (Boosted(bytes(tables[name])) for name in ("dates", "right"))
        return Ranker(lemmas, words, float(tables["cut"]), *forests)


@cache
def load(language: str) -> Ranker | None:
    """The model of a language that the package contains, read once per process.

    Returns:
        The model; None where the language has none.
    """
    path = files("timeline.events.ranking").joinpath(f"{language}.npz")
    return from_bytes(path.read_bytes(), vectors.load(language)) if path.is_file() else None
