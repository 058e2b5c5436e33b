"""Names are found in calls proportional to the length of a text, however words that may begin one stand together."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from timeline.nlp.ner.gazetteer_names import completed

MOST = 3.3
"""The largest growth for three times the text that is taken for linear."""


def calls(pipeline: Language, words: list[str], tags: list[str], names: list[tuple[int, int, str]]) -> int:
    """How many functions, also of C, complete the names of a text."""
    doc = Doc(pipeline.vocab, words=words, pos=tags)
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in names])
    count = 0

    def counted(_frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        completed(doc)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("words", "tags", "label"),
    [
        (["M."], ["NOUN"], ""),
        (["Marie"], ["PROPN"], ""),
        (["président", "de"], ["NOUN", "ADP"], ""),
        (["lycée", "Zorgl"], ["NOUN", "PROPN"], "PER"),
        (["A8", ","], ["PROPN", "PUNCT"], ""),
        (["Renault", "Zorgl"], ["PROPN", "PROPN"], "ORG"),
        (["Renault", "de", "Zorgl"], ["PROPN", "ADP", "PROPN"], ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_names_take_calls_in_proportion_to_the_words(
    pipeline: Language, words: list[str], tags: list[str], label: str
) -> None:
    def growth(times: int) -> int:
        spans = [(at * len(words) + (label == "PER"), (at + 1) * len(words), label) for at in range(times)]
        return calls(pipeline, words * times, tags * times, spans if label else [])

    growth(1)  # lists are read once
    assert growth(600) < MOST * growth(200)
