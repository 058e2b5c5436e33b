"""Words are cut into their likeliest pieces."""

from __future__ import annotations

import numpy as np
import pytest

from training.encoder.packed_model import Pieces
from training.encoder.tokenizer import Tokenizer

NUMBERS = {
    name: number for number, name in enumerate(("<s>", "</s>", "<pad>", "<unk>", "▁", "▁le", "le", "l", "e", "nde"))
}
SCORES = {"▁": -3.0, "▁le": -1.0, "le": -2.0, "l": -4.0, "e": -4.0, "nde": -2.5}
PIECES = Pieces(
    NUMBERS, np.array([SCORES.get(name, 0.0) for name in NUMBERS], dtype=np.float32), {"Ⅼ": "l"}, 0, 1, 2, 3
)


@pytest.mark.parametrize(
    ("word", "spaced", "expected"),
    [
        ("le", True, ["▁le"]),
        ("le", False, ["le"]),
        ("Ⅼe", False, ["le"]),  # a character is replaced before the word is cut
        ("lende", True, ["▁le", "nde"]),
        ("lze", False, ["l", "<unk>", "e"]),
        ("", False, ["<unk>"]),
    ],
)
def test_cut(word: str, spaced: bool, expected: list[str]) -> None:
    names = list(NUMBERS)
    assert [names[number] for number in Tokenizer(PIECES).cut(word, spaced)] == expected
