"""Vectors of meaning with one byte for each component: a quarter of the size, cosines to within a hundredth."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
"""A matrix with one vector in each row."""

_MOST = 127.0
_SCALE = np.dtype("<f4")


def packed(vectors: Vectors) -> bytes:
    """Vectors as bytes: the scales of all rows as floats, then their components as signed bytes.

    Args:
        vectors: The vectors: (rows, width).

    Returns:
        The bytes; none for no rows.
    """
    if not vectors.size:
        return b""
    scales = np.abs(vectors).max(axis=1, initial=0.0).astype(_SCALE) / np.float32(_MOST)
    whole = np.where(scales[:, None] > 0, vectors / np.where(scales > 0, scales, 1)[:, None], 0)
    return bytes(scales.astype(_SCALE).tobytes() + np.rint(whole).astype(np.int8).tobytes())


def unpacked(data: bytes, width: int) -> Vectors:
    """The inverse of `packed`.

    Args:
        data: The scale of each row as a float, then its components as signed bytes.
        width: The number of components of a row.

    Returns:
        The vectors: (rows, width).
    """
    count = len(data) // (width + _SCALE.itemsize)
    scales = np.frombuffer(data, _SCALE, count)
    whole = np.frombuffer(data, np.int8, offset=count * _SCALE.itemsize).reshape(count, width)
    return np.asarray(whole * scales[:, None], dtype=np.float32)


def nearest(rows: npt.NDArray[np.int8], wanted: Vectors, least: float) -> list[tuple[int, float]]:
    """The rows that are near one of some vectors.

    Args:
        rows: The components of the archive's vectors, as signed bytes: (rows, width).
        wanted: The vectors to compare with: (vectors, width), of any length.
        least: The least cosine of a row that is returned.

    Returns:
        The indices of the rows with their best cosine, nearest first.
    """
    whole = rows.astype(np.float32)
    lengths = np.maximum(np.linalg.norm(whole, axis=1), 1e-9)[:, None]
    each = whole @ wanted.T / lengths / np.maximum(np.linalg.norm(wanted, axis=1), 1e-9)[None, :]
    found = each.max(axis=1)
    near = np.flatnonzero(found >= least)
    return [(int(row), float(found[row])) for row in near[np.argsort(-found[near], kind="stable")]]
