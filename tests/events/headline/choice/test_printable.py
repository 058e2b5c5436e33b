"""The learned gate: what a draft loses is counted, and a verdict depends on nothing but the signs of the line."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import pytest

import timeline
from timeline import nlp
from timeline.events import extraction
from timeline.events.detection.mentions import Mention
from timeline.events.headline import build
from timeline.events.headline.base.types import Draft
from timeline.events.headline.choice import judging
from timeline.events.headline.choice.passing import printable_drafts
from timeline.events.headline.choice.printable import Verdict, signs, verdicts
from timeline.events.headline.choice.shape import shape
from timeline.events.headline.context import HeadlineContext
from timeline.model import Article, Span
from timeline.timex import normalise, recognise

TEXT = "Claire Dubreuil a fermé le pont suspendu de Valmorin à la circulation."


@cache
def given() -> tuple[HeadlineContext, Mention, tuple[Draft, ...]]:
    """The sentence read, and the drafts of its verb."""
    article = Article("pont", "pont.txt", "", datetime.date(2024, 3, 14), TEXT)
    (sentences,) = nlp.read(nlp.load("fr"), [TEXT])
    start = TEXT.index("fermé")
    (found,) = extraction.headline_inputs(article, sentences, (), [Span(start, start + len("fermé"))])
    assert found is not None
    return *found, tuple(printable_drafts(*found))


def shortened(draft: Draft, gone: str) -> Draft:
    """The draft without one word of its sentence."""
    return replace(draft, words=tuple(word for word in draft.words if word.text != gone))


@pytest.mark.parametrize(
    ("gone", "sign"), [("pont", "v lost obj"), ("suspendu", "w gaps"), ("Valmorin", ""), ("circulation", "")]
)
def test_what_is_lost_is_counted(gone: str, sign: str) -> None:
    context, mention, drafts = given()
    whole = max(drafts, key=lambda draft: len(draft.text))
    before, after = (shape(draft, context, mention.tree) for draft in (whole, shortened(whole, gone)))
    assert before != after
    assert not sign or after[sign] > before[sign]


def test_verdicts_are_chances() -> None:
    context, mention, drafts = given()
    found = verdicts([signs(draft, context, mention) for draft in drafts])
    assert len(found) == len(drafts) >= 2
    assert all(0 <= one.bad <= 1 and 0 <= one.good <= 1 and one.bad + one.good <= 1 + 1e-6 for one in found)


def test_a_verdict_does_not_depend_on_the_other_lines() -> None:
    context, mention, drafts = given()
    rows = [signs(draft, context, mention) for draft in drafts]
    alone: list[Verdict] = [verdicts([row])[0] for row in rows]
    assert list(verdicts(rows)) == alone


def test_of_lines_with_equal_verdicts_the_one_of_the_highest_rank_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    context, mention, drafts = given()
    clauses = {draft.text for draft in drafts if draft.kind == "clause"}
    assert len({len(text) for text in clauses}) == len(clauses) >= 2
    for wanted in clauses:

        def ranked(rows: Sequence[Mapping[str, float]], wanted: str = wanted) -> tuple[Verdict, ...]:
            return tuple(Verdict(0.1, 0.5, 9.0 * (row["l characters"] == len(wanted))) for row in rows)

        monkeypatch.setattr(judging, "verdicts", ranked)
        assert build.write(context, mention) == wanted


def test_no_lines_no_verdicts() -> None:
    assert verdicts([]) == ()


def test_an_object_that_stands_before_its_clause_goes_behind_its_verb() -> None:
    text = "Le hangar que le Secours populaire utilise depuis 1999 pour l'accueil a brûlé lundi."
    found = timeline.annotate(text, datetime.date(2024, 3, 14))
    titles = [event.title for event in (*found.events, *found.other_events)]
    told = [title for title in titles if title.startswith("Le Secours populaire utilise")]
    assert [title for title in told if not title.startswith("Le Secours populaire utilise le hangar")] == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Selon le maire, il s'agit d'un incendie survenu lundi.", "Le maire s'agit"),
        (
            "La nouvelle version du décret migratoire du président américain Donald Trump a été bloquée lundi.",
            "migratoire Donald",
        ),
        ("La télévision a qualifié lundi les frappes d'« agression ».", "de « agression"),
    ],
)
def test_lines_that_were_printed_once(text: str, kept: str) -> None:
    found = timeline.annotate(text, datetime.date(2024, 3, 14))
    assert [event.title for event in (*found.events, *found.other_events) if kept in event.title] == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("À Lyon, lundi, le pont suspendu a rouvert.", "À Lyon, le pont suspendu rouvre"),
        ("Lundi, le pont suspendu a rouvert.", "Le pont suspendu rouvre"),
    ],
)
def test_a_circumstance_keeps_its_comma(text: str, line: str) -> None:
    article = Article("pont", "pont.txt", "", datetime.date(2024, 3, 14), text)
    (sentences,) = nlp.read(nlp.load("fr"), [text])
    start = text.index("rouvert")
    (found,) = extraction.headline_inputs(article, sentences, (), [Span(start, start + len("rouvert"))])
    assert found is not None
    timexes = normalise.resolve(text, recognise.find(text, "fr"), article.published, sentences, "fr").timexes
    dated = replace(found[0], timexes=timexes)
    assert line in [draft.text for draft in printable_drafts(dated, found[1])]
