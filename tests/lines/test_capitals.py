"""Capitals without their accent: which words get it back."""

from __future__ import annotations

import pytest

from timeline.lines.capitals import with_accents


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Elu maire en 1977, il part.", "Élu maire en 1977, il part."),
        ("Il part. Ecrouées lundi, elles ont fait appel.", "Il part. Écrouées lundi, elles ont fait appel."),
        ("Un bilan\n- Evacués en mai, ils reviennent.", "Un bilan\n- Évacués en mai, ils reviennent."),
        ("Etaient présents deux élus.", "Étaient présents deux élus."),
    ],
)
def test_an_opening_word_gets_its_accent(text: str, read: str) -> None:
    assert with_accents(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "Eric Rey part.",
        "Emmenés à Lyon, ils partent.",
        "Il cite Elu de Dieu.",
        "Epinay vote.",
        "Elle part. Ecole fermée.",
    ],
)
def test_names_and_other_words_stay(text: str) -> None:
    assert with_accents(text) == text
