"""Labels of words to names: only the orders that fit, and the best of them."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.nlp.ner import span_decoding

NAMES = ("B-LOC", "B-PER", "E-LOC", "E-PER", "I-LOC", "I-PER", "O", "S-LOC", "S-PER")


def fits(labels: tuple[str, ...]) -> bool:
    inside = ""
    for label in labels:
        part, kind = label[:1], label[2:]
        if inside and (part not in "IE" or kind != inside):
            return False
        if not inside and part in "IE":
            return False
        inside = kind if part in "BI" else ""
    return not inside


@pytest.mark.parametrize(
    ("labels", "right"),
    [
        (("B-LOC", "E-LOC"), True),
        (("S-PER", "O", "B-LOC", "I-LOC", "E-LOC"), True),
        (("B-LOC", "E-PER"), False),
        (("B-LOC", "O"), False),
        (("I-LOC",), False),
        (("O", "B-PER"), False),
    ],
)
def test_what_fits(labels: tuple[str, ...], right: bool) -> None:
    assert fits(labels) is right


@given(st.lists(st.lists(st.integers(-50, 50), min_size=9, max_size=9), min_size=1, max_size=4))
def test_the_best_order_that_fits(rows: list[list[int]]) -> None:
    scores = np.array(rows, dtype=np.float32)
    found = span_decoding.labels(scores, np.array([len(rows)]), NAMES)
    best = max(
        sum(scores[place, label] for place, label in enumerate(labels))
        for labels in product(range(9), repeat=len(rows))
        if fits(tuple(NAMES[label] for label in labels))
    )
    assert fits(tuple(NAMES[label] for label in found))
    assert scores[np.arange(len(rows)), found].sum() == best


def test_sentences_are_apart() -> None:
    """A name cannot go on past the end of its sentence: the second of two words may not be the end of it."""
    scores = np.full((2, 9), -5, dtype=np.float32)
    scores[0, NAMES.index("B-LOC")] = scores[1, NAMES.index("E-LOC")] = 1
    scores[:, NAMES.index("S-LOC")] = 0
    together, apart = (span_decoding.labels(scores, np.array(lengths), NAMES).tolist() for lengths in ([2], [1, 1]))
    assert [NAMES[label] for label in together] == ["B-LOC", "E-LOC"]
    assert [NAMES[label] for label in apart] == ["S-LOC", "S-LOC"]


@pytest.mark.parametrize(
    ("label", "told"), [("O", (2, "")), ("B-PER", (3, "PER")), ("E-PER", (1, "PER")), ("S-LOC", (3, "LOC"))]
)
def test_marks(label: str, told: tuple[int, str]) -> None:
    assert span_decoding.mark(label) == told
