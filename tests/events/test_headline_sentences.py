"""Headlines of parsed sentences in `headline_sentences.txt`, one fault of old each."""

from __future__ import annotations

import pytest

from tests.events.reading import HERE, told


def _cases() -> list[tuple[str, str, str]]:
    blocks = (HERE / "headline_sentences.txt").read_text(encoding="utf-8").split("\n## ")[1:]
    return [_case(*block.split("\n", 2)) for block in blocks]


def _case(head: str, _why: str, parse: str) -> tuple[str, str, str]:
    lemma, headline = head.split(" | ")
    return lemma, headline, parse


@pytest.mark.parametrize(("lemma", "headline", "parse"), _cases())
def test_headline(lemma: str, headline: str, parse: str) -> None:
    titles = [found.event.title for found in told(parse, "2016-06-30") if found.event.lemma == lemma]
    assert titles == [headline]
