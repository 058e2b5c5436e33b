"""The definite nouns of a headline: which of them a reader knows, and what their features say."""

from __future__ import annotations

import datetime
from functools import cache

import pytest

from timeline import nlp
from timeline.events import extraction
from timeline.events.detection.mentions import Mention
from timeline.events.headline.choice.passing import printable_drafts
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.pronouns import protagonist
from timeline.events.headline.usage import nouns
from timeline.events.headline.usage.known import reader_signs
from timeline.events.headline.usage.nouns import NounUse, stands_alone, use
from timeline.events.tree import grow
from timeline.model import Article, Span

TEXT = "Un pont relie Valmorin à la côte. Le maire a fermé le pont."


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("Le gouvernement augmente les impôts.", {"gouvernement", "impôt"}),
        ("Le maire de Nantes ferme un pont.", set()),
        ("Le pont suspendu rouvre.", set()),
        ("Un pont ferme.", set()),
    ],
)
def test_a_definite_noun_without_complement_stands_alone(sentence: str, alone: set[str]) -> None:
    ((parsed,),) = nlp.read(nlp.load("fr"), [sentence])
    tree = grow(parsed)
    assert {word.lemma for word in tree.tokens if stands_alone(tree, word)} == alone


def test_a_hidden_complement_is_none() -> None:
    ((parsed,),) = nlp.read(nlp.load("fr"), ["Le maire de Nantes ferme un pont."])
    tree = grow(parsed)
    mayor = next(word for word in tree.tokens if word.text == "maire")
    assert not stands_alone(tree, mayor)
    assert stands_alone(tree, mayor, {mayor.index})


def test_headlines_know_the_government_and_not_the_bridge() -> None:
    table = nouns.load()
    for known_, unknown in (("gouvernement", "pont"), ("police", "bâtiment"), ("chômage", "texte")):
        assert table.familiar(known_) > table.familiar(unknown)
        assert table.share(known_) > table.share(unknown)


def test_a_noun_that_headlines_use_alone_is_more_familiar() -> None:
    assert use(10, 20, 10) > use(1, 20, 10) > use(1, 20, 100)
    assert NounUse().familiar("pont") == use(0, 0, 0)[0]


@cache
def given() -> tuple[HeadlineContext, Mention]:
    """The verb of the second sentence."""
    article = Article("pont", "pont.txt", "", datetime.date(2024, 3, 14), TEXT)
    (sentences,) = nlp.read(nlp.load("fr"), [TEXT])
    start = TEXT.index("fermé")
    (found,) = extraction.headline_inputs(article, sentences, (), [Span(start, start + len("fermé"))])
    assert found is not None
    return found


def test_a_noun_of_a_sentence_before_is_told() -> None:
    context, mention = given()
    table = NounUse({"maire": (1.5, 0.4), "pont": (-1.0, 0.1)})
    drafts = [one for one in printable_drafts(context, mention) if "pont" in one.text and "maire" in one.text]
    found = reader_signs(drafts[0], context, mention.tree, table)
    assert (found["d alone"], found["d alone told"]) == (2, 1)
    assert found["d familiar"] == pytest.approx(-1.0)
    assert found["d subject familiar"] == pytest.approx(1.5)
    assert found["d subject told"] == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("title", "person"),
    [("Affaire Lemercier : la chronologie", ""), ("Jean-Yves Lemercier mis en examen", "Jean-Yves Lemercier")],
)
def test_an_affair_is_nobody(title: str, person: str) -> None:
    text = f"{title}\n\nLe directeur a été mis en examen le 21 juin."
    article = Article("a", "a.txt", title, datetime.date(2018, 7, 5), text)
    (sentences,) = nlp.read(nlp.load("fr"), [text])
    start = text.index("mis en examen le")
    (found,) = extraction.headline_inputs(article, sentences, (), [Span(start, start + len("mis"))])
    assert found is not None
    assert protagonist(found[0]) == person
