"""Texts that share much are found by their signatures, the same ones on every machine."""

from __future__ import annotations

import random

import pytest

from timeline.minhash import NearTexts

WORDS = [f"mot{number}".encode() for number in range(2000)]


def near(share: float, number: int) -> bool:
    """Whether a text is found by one of 200 shingles that shares so much with it."""
    chance = random.Random(number)
    shingles = chance.sample(WORDS, 400)
    common = round(2 * 200 * share / (1 + share))  # of two sets of 200 whose union is the rest
    index = NearTexts[str](64, 10)
    index.add("other", index.signature(shingles[:200]))
    return index.near(index.signature(shingles[200 - common : 400 - common])) == ["other"]


@pytest.mark.parametrize(("share", "least", "most"), [(0.9, 49, 50), (0.6, 10, 30), (0.2, 0, 2), (0.0, 0, 0)])
def test_texts_are_found_by_the_share_that_they_have_in_common(share: float, least: int, most: int) -> None:
    assert least <= sum(near(share, number) for number in range(50)) <= most


def test_names_come_in_order_and_once() -> None:
    index = NearTexts[int](64, 10)
    signature = index.signature(WORDS[:50])
    for number in (7, 3, 5):
        index.add(number, signature)
    assert index.near(signature) == [3, 5, 7]
    assert index.near(index.signature(WORDS[50:])) == []


def test_signatures_are_the_same_everywhere() -> None:
    signature = NearTexts[int](48, 9).signature([b"le pont", b"de Brive"])
    assert signature[:3].tolist() == [989614602, 2755131495, 2561902143]
    assert NearTexts[int](48, 9).signature([b"de Brive", b"le pont", b"le pont"]).tolist() == signature.tolist()


def test_a_text_without_shingles_is_near_to_none_but_such() -> None:
    index = NearTexts[str](48, 9)
    index.add("empty", index.signature([]))
    assert index.near(index.signature(WORDS[:30])) == []
