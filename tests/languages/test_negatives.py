"""A corpus of press sentences in which there is no time at all."""

from __future__ import annotations

from pathlib import Path

from timeline.timex.recognise import find

SENTENCES = [
    line
    for line in (Path(__file__).parent / "negatives_fr.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_nothing_is_found() -> None:
    found = {sentence: [(one.text, one.rule) for one in find(sentence)] for sentence in SENTENCES}
    assert {sentence: expressions for sentence, expressions in found.items() if expressions} == {}


def test_there_are_enough() -> None:
    assert len(set(SENTENCES)) >= 300
