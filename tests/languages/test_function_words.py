"""Function words and patterns come from the languages' own tables, all languages at once."""

from __future__ import annotations

import pytest

from timeline.languages.function_words import function_words, pattern


@pytest.mark.parametrize(
    ("kind", "among", "not_among"),
    [
        ("negation", {"pas", "jamais", "not"}, {"ne", "que"}),
        ("agent", {"par", "by"}, {"de"}),
        ("personal_pronoun", {"elle", "ils", "they"}, {"qui"}),
        ("auxiliary", {"être", "avoir", "have"}, {"aller"}),
    ],
)
def test_words_of_a_kind(kind: str, among: set[str], not_among: set[str]) -> None:
    assert among <= function_words(kind)
    assert not not_among & function_words(kind)


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("seat", "la mairie de Bordeaux", "Bordeaux"),
        ("gone_to", "il est allé à Lyon hier", "Lyon"),
    ],
)
def test_a_place_in_a_phrase(kind: str, text: str, found: str) -> None:
    match = pattern(kind).search(text)
    assert match is not None
    assert match["place"] == found


@pytest.mark.parametrize(
    ("kind", "text"), [("seat", "la mairie de la ville"), ("gone_to", "il est à pied"), ("origin", "ministre")]
)
def test_a_pattern_refuses(kind: str, text: str) -> None:
    assert pattern(kind).search(text) is None


@pytest.mark.parametrize("ask", [function_words, pattern])
def test_an_unknown_kind_is_an_error(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(KeyError, match="no language"):
        ask("no such kind")
