"""The dates of the sentence that an event did not take, and why."""

from __future__ import annotations

import datetime

import pytest

from tests.events.dating.test_dating import ANNOUNCED, PUT_OFF, SINCE
from tests.events.reading import resolved, table, told
from timeline.annotation import Annotation
from timeline.events import extract
from timeline.events.dating.rejected import RULES, RejectionRule
from timeline.model import Article, RejectionReason

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


TWO_AS_FINE = """
La le DET Definite=Def 2 det
ville ville NOUN Gender=Fem|Number=Sing 4 nsubj:pass
est être AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 4 aux:pass
reprise reprendre VERB Tense=Past|VerbForm=Part 0 root
mardi mardi NOUN Gender=Masc|Number=Sing 4 obl
, , PUNCT _ 7 punct
jeudi jeudi NOUN Gender=Masc|Number=Sing 4 obl
. . PUNCT _ 4 punct
"""

DATELINE = """
LYON Lyon PROPN _ 9 dislocated LOC
, , PUNCT _ 1 punct
15 15 NUM _ 4 nummod
mars mars NOUN Gender=Masc|Number=Sing 1 nmod
– – PUNCT _ 1 punct
Le le DET Definite=Def 7 det
maire maire NOUN Gender=Masc|Number=Sing 9 nsubj
a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 9 aux:tense
démissionné démissionner VERB Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part 0 root
lundi lundi NOUN Gender=Masc|Number=Sing 9 obl
. . PUNCT _ 9 punct
"""

EXAMPLES: dict[RejectionReason, tuple[list[tuple[str, str, str]], list[tuple[str, str, str, str]]]] = {
    RejectionReason.SAYING: (
        [(ANNOUNCED, "rouvrir", "mardi")],
        [(ANNOUNCED, "annoncer", "1er avril", "what is said reports nothing")],
    ),
    RejectionReason.OTHER_EVENT: (
        [(BORN, "naître", "1943"), (ANNOUNCED, "annoncer", "1er avril")],
        [(ASIDE, "signer", "2006", "no event governs it")],
    ),
    RejectionReason.COARSER: (
        [(TWO_OF_ITS_OWN, "reprendre", "avril")],
        [(TWO_AS_FINE, "reprendre", "jeudi", "a day is as fine as a day")],
    ),
    RejectionReason.FARTHER: (
        [(TWO_AS_FINE, "reprendre", "jeudi")],
        [(TWO_OF_ITS_OWN, "reprendre", "avril", "a month is coarser than a day")],
    ),
    RejectionReason.DATELINE: (
        [(DATELINE, "démissionner", "15 mars")],
        [(ASIDE, "signer", "2006", "it is not the article's day")],
    ),
    RejectionReason.ASIDE: (
        [(ASIDE, "signer", "2006")],
        [(DATELINE, "démissionner", "15 mars", "no brackets")],
    ),
}
"""Of each reason: expressions that an event lost for it, and expressions that it lost for another one, with a word on
why."""


def reason(text: str, lemma: str, expression: str) -> RejectionReason:
    """Why the event lost the expression."""
    (event,) = [one for one in told(text, "2023-03-15") if one.lemma == lemma]
    (rejected,) = [one for one in event.rejected if one.timex.expression.text == expression]
    return rejected.reason


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.reason.name)
def test_a_rule_rejects_its_examples_alone(rule: RejectionRule) -> None:
    applies, spares = EXAMPLES[rule.reason]
    assert {reason(*example) for example in applies} == {rule.reason}
    assert spares
    assert rule.reason not in {reason(text, lemma, expression) for text, lemma, expression, _ in spares}


def test_every_reason_has_one_rule_and_examples() -> None:
    assert sorted(rule.reason.name for rule in RULES) == sorted(RejectionReason.__members__)
    assert set(EXAMPLES) == set(RejectionReason)


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
    events = {candidate.lemma: candidate for candidate in told(text, "2023-03-15")}
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
