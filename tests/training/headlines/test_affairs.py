"""What a phrase is worth beside the labels of editors."""

from __future__ import annotations

import pytest

from training.headlines.judgements.affair_labels import ALIKE, SAME_WORDS, read_labels, worth

LABELS = ("Pollution de la Semois", "Usine d'Ardenpulp")

WORTH = [
    ("Pollution de la Semois", 1.0),
    ("Usine d’Ardenpulp", 1.0),
    ("Pollution dans la Semois", SAME_WORDS),
    ("Grave pollution de la Semois", ALIKE),
    ("Bouillon", 0.0),
]


@pytest.mark.parametrize(("text", "value"), WORTH)
def test_worth(text: str, value: float) -> None:
    assert worth(text, LABELS) == value


def test_each_article_has_labels() -> None:
    found = read_labels()
    assert len(found) > 2100
    assert all(labels and all(labels) for labels in found.values())
