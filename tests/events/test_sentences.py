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


def test_a_date_that_a_relative_explains_stays() -> None:
    found = told(
        """
        Cette ce DET Definite=Def|Gender=Fem|Number=Sing|PronType=Dem 2 det
        soirée soirée NOUN Gender=Fem|Number=Sing 9 nsubj:pass
        , , PUNCT _ 2 punct
        qui qui PRON PronType=Rel 6 nsubj:pass
        sera être AUX Mood=Ind|Number=Sing|Tense=Fut|VerbForm=Fin 6 aux:pass
        animée animer VERB Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part 2 acl:relcl
        , , PUNCT _ 6 punct
        est être AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 9 aux:pass
        annulée annuler VERB Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part 0 root
        . . PUNCT _ 9 punct
        """,
        PUBLISHED,
    )
    assert [one.title for one in found if one.title.startswith("Qui")] == []


@pytest.mark.parametrize(("lemma", "headline", "parse"), _cases("headline_sentences.txt"))
def test_headline(lemma: str, headline: str, parse: str) -> None:
    titles = [found.title for found in told(parse, PUBLISHED) if found.lemma == lemma]
    assert titles == [headline]


@pytest.mark.parametrize(("lemma", "date", "parse"), _cases("dated_sentences.txt"))
def test_date(lemma: str, date: str, parse: str) -> None:
    events = [found for found in told(parse, PUBLISHED) if found.lemma == lemma]
    assert [edtf(event.date) for event in events if event.date is not None] == [date]
