"""The dates of the sentence that an event did not take, and why."""

from __future__ import annotations

import datetime

import pytest

from tests.events.reading import resolved, table, told
from tests.events.test_dating import ANNOUNCED, PUT_OFF, SINCE
from timeline.annotation import Annotation
from timeline.events import extract
from timeline.model import Article

BORN = """
Née naître VERB Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part 6 advcl
en en ADP _ 3 case
1924 1924 NUM _ 1 obl
, , PUNCT _ 1 punct
elle il PRON Gender=Fem|Number=Sing|Person=3 6 nsubj
débute débuter VERB Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 0 root
en en ADP _ 8 case
1943 1943 NUM _ 6 obl
. . PUNCT _ 6 punct
"""

ASIDE = """
Le le DET Definite=Def 2 det
joueur joueur NOUN Gender=Masc|Number=Sing 8 nsubj
de de ADP _ 4 case
Monaco Monaco PROPN _ 2 nmod
( ( PUNCT _ 6 punct
2006 2006 NUM _ 4 nmod
) ) PUNCT _ 6 punct
signe signer VERB Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 0 root
mardi mardi NOUN Gender=Masc|Number=Sing 8 obl
. . PUNCT _ 8 punct
"""

TWO_OF_ITS_OWN = """
La le DET Definite=Def 2 det
ville ville NOUN Gender=Fem|Number=Sing 4 nsubj:pass
est être AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 4 aux:pass
reprise reprendre VERB Tense=Past|VerbForm=Part 0 root
mardi mardi NOUN Gender=Masc|Number=Sing 4 obl
, , PUNCT _ 8 punct
en en ADP _ 8 case
avril avril NOUN Gender=Masc|Number=Sing 4 obl
. . PUNCT _ 4 punct
"""


@pytest.mark.parametrize(
    ("text", "lemma", "lost"),
    [
        (ANNOUNCED, "rouvrir", [("mardi", "saying", "annoncé")]),
        (ANNOUNCED, "annoncer", [("1er avril", "other event", "rouvrirait")]),
        (BORN, "naître", [("1943", "other event", "débute")]),
        (BORN, "débuter", [("1924", "other event", "Née")]),
        (TWO_OF_ITS_OWN, "reprendre", [("avril", "coarser", "")]),
        (ASIDE, "signer", [("2006", "aside", "")]),
        (PUT_OFF, "reporter", []),
        (SINCE, "bloquer", []),
    ],
)
def test_what_lost_says_why(text: str, lemma: str, lost: list[tuple[str, str, str]]) -> None:
    events = {candidate.event.lemma: candidate.event for candidate in told(text, "2023-03-15")}
    rejected = events[lemma].rejected
    assert [(one.timex.expression.text, one.reason.value, one.word) for one in rejected] == lost


def test_the_annotation_names_the_expression_that_lost() -> None:
    text, sentences = table(ANNOUNCED)
    article = Article("a", "a.txt", "", datetime.date(2023, 3, 15), text)
    timexes = resolved(article, sentences)
    found = Annotation(article, timexes, extract(article, sentences, timexes)).to_dict()
    lost = {event["date"]: event["rejected"] for event in found["events"]}
    assert lost["2023-04-01"] == [{"timex": "t1", "reason": "saying", "word": "annoncé"}]
    assert found["timexes"][0]["id"] == "t1"
