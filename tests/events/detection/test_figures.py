"""Figures of speech in the conditional are no events; other objects and what has happened are."""

from __future__ import annotations

import pytest

from tests.events.reading import table
from timeline.events.detection.candidates import find_all
from timeline.events.lexicon import load
from timeline.events.ranking.prepare import trees_of

_WOULD = "VERB Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


_OPENS = "VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def clause(lemma: str, form: str, noun: str) -> str:
    """ "La ville <form> la <noun>." as a parse."""
    verb = _WOULD if form.endswith("rait") else _OPENS
    return f"""
La le DET Definite=Def 2 det
ville ville NOUN Number=Sing 3 nsubj
{form} {lemma} {verb} 0 root
la le DET Definite=Def 5 det
{noun} {noun} NOUN Number=Sing 3 obj
. . PUNCT _ 3 punct
"""


@pytest.mark.parametrize(
    ("lemma", "form", "noun", "is_event"),
    [
        ("ouvrir", "ouvrirait", "voie", False),
        ("jouer", "jouerait", "rôle", False),
        ("mettre", "mettrait", "accent", False),
        ("ouvrir", "ouvre", "voie", True),
        ("ouvrir", "ouvrirait", "bibliothèque", True),
        ("jouer", "jouerait", "finale", True),
    ],
)
def test_a_figure_of_speech_is_no_candidate(lemma: str, form: str, noun: str, is_event: bool) -> None:
    _, sentences = table(clause(lemma, form, noun))
    lexicon = load("fr")
    found = find_all(trees_of(sentences, (), lexicon), (), lexicon)
    assert (form in {mention.trigger.text for mention in found}) is is_event


def aside(first: str, verb: str, lemma: str, who: str) -> str:
    return f"""
La le DET Definite=Def 2 det
ville ville NOUN Number=Sing 3 nsubj
brûle brûler {_OPENS} 0 root
{first} {first} PUNCT _ 3 punct
a avoir AUX VerbForm=Fin 6 aux:tense
{verb} {lemma} VERB VerbForm=Part 3 parataxis
{who} {who} PROPN _ 6 obj
. . PUNCT _ 3 punct
"""


@pytest.mark.parametrize(
    ("first", "verb", "lemma", "who", "is_event"),
    [
        (",", "appris", "apprendre", "franceinfo", False),
        (",", "appris", "apprendre", "AFP", False),
        (",", "appris", "apprendre", "Vidal", True),
        (",", "refusé", "refuser", "AFP", True),
        (";", "appris", "apprendre", "AFP", True),
    ],
)
def test_what_the_press_learns_is_its_own_affair(first: str, verb: str, lemma: str, who: str, is_event: bool) -> None:
    _, sentences = table(aside(first, verb, lemma, who))
    lexicon = load("fr")
    found = find_all(trees_of(sentences, (), lexicon), (), lexicon)
    assert (verb in {mention.trigger.text for mention in found}) is is_event
