"""What a question asks is not told: a table with counter-examples."""

from __future__ import annotations

import datetime

import pytest

from timeline.annotator.dates import resolved, sentences_of
from timeline.events import extract
from timeline.events.detection.attribution import is_asked
from timeline.events.ranking.prepare import prepare
from timeline.model import Article


def article(text: str) -> Article:
    return Article("a", "a.txt", "", datetime.date(2023, 5, 15), text)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Que s'est-il *passé* le 3 mai ?", True),
        ("La fusée *décollera*-t-elle mardi ?", True),
        ("« Pourquoi le maire a-t-il *démissionné* lundi ? »", True),
        ("Mais qui nous avait *écoutés* en février ?", True),
        ("Qu'a *décidé* le conseil lundi ?", True),
        ("Ouest-France : Que s'est-il *passé* le 3 mai ?", True),  # an interview
        ("– Vous avez *gagné* la course en 2018.", True),
        ("Et en 2004, vous *marchez* devant le tribunal…", True),
        ("Vous avez *gagné* la course en 2018.", False),
        ("– Le maire a *démissionné* lundi…", False),
        ("Le maire a *démissionné* lundi.", False),
        ("Qui remplacera le maire, *mort* lundi ?", False),  # named beside what is asked
        ("Le maire a *démissionné* lundi, a-t-il dit.", False),
        ("« Que faire ? », a *demandé* lundi le maire.", False),
    ],
)
def test_what_a_question_asks(sentence: str, asked: bool) -> None:
    before, word, after = sentence.split("*")
    one = article(before + word + after)
    sentences = sentences_of(one)
    facts = prepare(one, sentences, resolved(one, one.text, sentences).timexes)
    (found,) = [mention for mention in facts.mentions if mention.trigger.start == len(before)]
    assert is_asked(found) is asked


def test_what_is_asked_is_no_event() -> None:
    one = article("Que s'est-il passé le 3 mai ? Le maire a démissionné lundi.")
    sentences = sentences_of(one)
    found = extract(one, sentences, resolved(one, one.text, sentences).timexes)
    assert [event.lemma for event in found] == ["démissionner"]
