"""The trained model as one file: tables of numbers that NumPy reads, and a list of words."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.events.ranking.meaning import vectors
from timeline.events.ranking.meaning.vectors import LemmaVectors
from timeline.events.ranking.trees import Forest
from timeline.events.ranking.words import WordWeights

FORESTS = ("dates", "right")


@dataclass(frozen=True, slots=True)
class Ranker:
    """The models that rank candidates and datings.

    `words` selects the candidates to rank (those with at least `cut`, in log odds), with the meanings of `lemmas`. The
    forest `dates` ranks datings; the forest `right` estimates whether a candidate is an entry with the right date.
    """

    lemmas: LemmaVectors
    words: WordWeights
    cut: float
    dates: Forest
    right: Forest


def to_bytes(model: Ranker) -> bytes:
    """Write the model without its `lemmas` as a file (NumPy's npz); equal models give equal bytes."""
    tables: dict[str, NDArray[Any]] = {
        f"{name}.{part}": table for name in FORESTS for part, table in getattr(model, name).arrays().items()
    }
    tables["words"] = np.frombuffer("\n".join(model.words.rows).encode(), dtype=np.uint8)
    tables["weights"] = model.words.weights.astype(np.int16)
    tables["of meaning"] = model.words.of_meaning
    tables["intercepts"], tables["cut"] = model.words.intercepts, np.array(model.cut)
    written = io.BytesIO()
    np.savez_compressed(written, allow_pickle=False, **tables)
    return written.getvalue()


def from_bytes(data: bytes, lemmas: LemmaVectors) -> Ranker:
    """Read the output of `to_bytes`; `lemmas` are the vectors that the model was trained with."""
    with np.load(io.BytesIO(data), allow_pickle=False) as tables:
        read = {name: tables[name] for name in tables.files}
    rows = {word: row for row, word in enumerate(bytes(read["words"]).decode().split("\n"))}
    words = WordWeights(read["intercepts"], rows, read["weights"], read["of meaning"])
    forests = (Forest.of(_of(read, name)) for name in FORESTS)
    return Ranker(lemmas, words, float(read["cut"]), *forests)


def _of(read: Mapping[str, NDArray[Any]], name: str) -> dict[str, NDArray[Any]]:
    prefix = f"{name}."
    return {part.removeprefix(prefix): table for part, table in read.items() if part.startswith(prefix)}


@cache
def load(language: str) -> Ranker | None:
    """The model of a language that the package contains, read once per process.

    Args:
        language: The code of the language.

    Returns:
        The model; None where the language has none.
    """
    path = files("timeline.events.ranking").joinpath(f"{language}.npz")
    return from_bytes(path.read_bytes(), vectors.load(language)) if path.is_file() else None
