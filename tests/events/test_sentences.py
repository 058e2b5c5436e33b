"""Parsed sentences with the headline or the date of one of their events, one fault of old each."""

from __future__ import annotations

import pytest

from tests.events.reading import HERE, told
from timeline.calendar import edtf

PUBLISHED = "2016-06-30"


def _cases(file: str) -> list[tuple[str, str, str]]:
    blocks = (HERE / file).read_text(encoding="utf-8").split("\n## ")[1:]
    return [_case(*block.split("\n", 2)) for block in blocks]


def _case(head: str, _why: str, parse: str) -> tuple[str, str, str]:
    lemma, wanted = head.split(" | ")
    return lemma, wanted, parse


@pytest.mark.parametrize(("lemma", "headline", "parse"), _cases("headline_sentences.txt"))
def test_headline(lemma: str, headline: str, parse: str) -> None:
    titles = [found.event.title for found in told(parse, PUBLISHED) if found.event.lemma == lemma]
    assert titles == [headline]


@pytest.mark.parametrize(("lemma", "date", "parse"), _cases("dated_sentences.txt"))
def test_date(lemma: str, date: str, parse: str) -> None:
    events = [found.event for found in told(parse, PUBLISHED) if found.event.lemma == lemma]
    assert [edtf(event.date) for event in events if event.date is not None] == [date]
