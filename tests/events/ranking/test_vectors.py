"""What lemmas mean, as short vectors in whole numbers."""

from __future__ import annotations

import numpy as np
import pytest

from timeline.events.ranking.meaning import vectors
from timeline.events.ranking.meaning.vectors import LemmaVectors

SMALL = LemmaVectors({"signer": 0, "traité": 1, "accord": 2}, np.array([[3, -1], [4, 4], [2, 5]], dtype=np.int8))


def cosine(one: str, other: str) -> float:
    found = vectors.load("fr")
    a, b = (found.table[found.rows[word]].astype(float) for word in (one, other))
    return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))


def test_each_part_of_a_meaning_is_the_mean_of_its_lemmas() -> None:
    (found,) = SMALL.meanings([("w=signer/V", "b=traité", "b=accord", "t=perfect")])
    assert found.tolist() == [96, -32, *([0] * 6), 96, 144]


def test_unknown_words_and_candidates_without_words_mean_nothing() -> None:
    assert not SMALL.meanings([("w=xyz/V", "obj=PER"), ()]).any()
    assert SMALL.meanings([]).shape == (0, SMALL.width)


def test_the_table_written_again_has_the_same_bytes() -> None:
    written = vectors.to_bytes(SMALL)
    assert vectors.to_bytes(vectors.from_bytes(written)) == written


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [("incendie", "explosion", "discours"), ("tuer", "blesser", "voter"), ("réélire", "élire", "noyer")],
)
def test_lemmas_of_like_meaning_have_like_vectors(one: str, other: str, far: str) -> None:
    assert cosine(one, other) > cosine(one, far) + 0.2
