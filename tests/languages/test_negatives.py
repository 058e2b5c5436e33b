"""A corpus of press sentences in which there is no time at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.timex.recognise import find

SENTENCES = [
    line
    for line in (Path(__file__).parent / "negatives_fr.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_nothing_is_found(sentence: str) -> None:
    assert [(expression.text, expression.rule) for expression in find(sentence)] == []


def test_there_are_enough() -> None:
    assert len(set(SENTENCES)) >= 300
