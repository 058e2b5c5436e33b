"""What the network sees of a word."""

from __future__ import annotations

import pytest

from timeline.nlp.parser import features


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ('Il dit " oui " .', 'Il dit " oui " .'),
        ('Il dit "oui" .', "Il dit « oui » ."),
        ('"Oui" dit-il', "« Oui » dit-il"),
        ('fini."', "fini . »"),
        ("« Oui »", "« Oui »"),
    ],
)
def test_typewriter_quotes_open_or_close(text: str, seen: str) -> None:
    words, spaces = [], []
    for chunk in text.split(" "):
        parts = [part for part in chunk.replace('"', ' " ').replace(".", " . ").split(" ") if part]
        words += parts
        spaces += [False] * (len(parts) - 1) + [True]
    assert " ".join(features.oriented(words, spaces)) == seen


@pytest.mark.parametrize(
    ("word", "shape"), [("Paris", "Xxxxx"), ("ONU", "XXX"), ("2018", "dddd"), ("20h30", "ddxdd"), ("réélu", "xxxx")]
)
def test_shapes(word: str, shape: str) -> None:
    assert features.shape(word) == shape


@pytest.mark.parametrize(("one", "other"), [("l’on", "l'on"), ("12345", "67890"), ("Le", "LE"), ("-il", "il")])
def test_words_of_one_norm(one: str, other: str) -> None:
    assert features.features(one)[0] == features.features(other)[0]


@pytest.mark.parametrize(("one", "other"), [("1998", "2018"), ("12", "13"), ("«", "»")])
def test_words_apart(one: str, other: str) -> None:
    assert features.features(one)[0] != features.features(other)[0]


@pytest.mark.parametrize("word", ["", "a", "anticonstitutionnellement", "日本"])
def test_letters_fill_their_places(word: str) -> None:
    assert len(features.letters(word)) == features.LETTERS
