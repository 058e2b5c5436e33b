"""Boosted trees, computed by ONNX Runtime: the models of the learned choices of this package.

A model is an ONNX graph of one tree ensemble (`training.boosting` writes it), gzipped, with the names of its features
in its metadata. Trees are added one after the other on one core, so equal rows give equal scores on each machine.
"""

from __future__ import annotations

import gzip
import json
import struct
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import onnxruntime
from numpy.typing import NDArray

Rows = NDArray[np.float32]
Scores = NDArray[np.float64]


class Boosted:
    """A trained model.

    Args:
        graph: The ONNX graph; its metadata has `features`, a JSON list of names, and `outputs`, the number of scores.

    Attributes:
        graph: The same bytes.
        features: The names of the columns that the model uses.
        outputs: The number of scores of a row.
    """

    def __init__(self, graph: bytes) -> None:
        self.graph = graph
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        metadata = self._session.get_modelmeta().custom_metadata_map
        self.features: tuple[str, ...] = tuple(json.loads(metadata["features"]))
        self.outputs = int(metadata["outputs"])

    def scores(self, rows: Rows, columns: Sequence[str]) -> Scores:
        """Compute the scores of some rows.

        Args:
            rows: Values (rows, columns).
            columns: The names of the columns; the model picks those that it uses.

        Returns:
            (rows, outputs): log odds for a model of one output, else one score per class.
        """
        if not len(rows):
            return np.zeros((0, self.outputs))
        taken = rows if columns == self.features else rows.take(_places(tuple(columns), self.features), axis=1)
        (found,) = self._session.run(None, {"rows": np.ascontiguousarray(taken, dtype=np.float32)})
        return np.asarray(found, dtype=np.float64)


def matrix(rows: Sequence[Sequence[float]]) -> NDArray[np.float64]:
    """Rows of numbers as an array. NumPy takes five times as long to read a list of lists.

    Args:
        rows: The rows, all of one length.

    Returns:
        (rows, columns); (0, 0) without rows.
    """
    width = len(rows[0]) if rows else 0
    pack = struct.Struct(f"{width}d").pack
    return np.frombuffer(bytearray().join([pack(*row) for row in rows])).reshape(len(rows), width)


def table(rows: Sequence[Sequence[float]]) -> Rows:
    """Rows of numbers as a model reads them.

    Args:
        rows: The rows, all of one length.

    Returns:
        (rows, columns), rounded to 32 bits.
    """
    return matrix(rows).astype(np.float32)


@cache
def _places(columns: tuple[str, ...], wanted: tuple[str, ...]) -> NDArray[np.intp]:
    return np.array([columns.index(name) for name in wanted], dtype=np.intp)


@cache
def load(package: str, name: str) -> Boosted:
    """A packaged model, read once per process.

    Args:
        package: The package whose folder holds the model ("timeline.events.arguments").
        name: The name of its file.

    Raises:
        FileNotFoundError: There is no such file.
    """
    return Boosted(gzip.decompress(files(package).joinpath(name).read_bytes()))
