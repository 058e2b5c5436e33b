"""A word's columns are computed once, and memory stays bounded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from spacy.vocab import Vocab

from timeline.nlp import word_cache
from timeline.nlp.word_cache import WordColumns

Array = Any


def hashes(vocab: Vocab, *words: str) -> list[int]:
    return [vocab.strings.add(word) for word in words]


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def lengths(asked: list[str]) -> WordColumns:
    def column(words: Sequence[str]) -> Array:
        asked.extend(words)
        return np.array([[len(word), 1] for word in words])

    return WordColumns(column, lambda words: np.array([word.istitle() for word in words]))


def test_a_word_is_asked_once(lengths: WordColumns, asked: list[str]) -> None:
    vocab = Vocab()
    first, titles = lengths(hashes(vocab, "Lyon", "a", "Lyon"), vocab)
    again, _ = lengths(hashes(vocab, "a", "été"), vocab)
    assert first.tolist() == [[4, 1], [1, 1], [4, 1]]
    assert titles.tolist() == [True, False, True]
    assert again.tolist() == [[1, 1], [3, 1]]
    assert asked == ["Lyon", "a", "été"]


def test_more_words_than_there_was_room_for(lengths: WordColumns) -> None:
    vocab = Vocab()
    words = [f"mot{number}" for number in range(3000)]
    lengths(hashes(vocab, *words[:1000]), vocab)
    found, _ = lengths(hashes(vocab, *words), vocab)
    assert found[:, 0].tolist() == [len(word) for word in words]


def test_what_is_too_much_is_forgotten(lengths: WordColumns, asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_cache, "REMEMBERED", 1)
    vocab = Vocab()
    for _ in range(2):
        lengths(hashes(vocab, "un", "deux"), vocab)
    assert asked == ["un", "deux", "un", "deux"]
