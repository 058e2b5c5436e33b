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
