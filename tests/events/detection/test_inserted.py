"""A verb of saying inserted into the clause of another verb."""

from __future__ import annotations

import pytest

from tests.events.reading import table
from timeline.events.detection.fixes.parse_fixes import apply_fixes
from timeline.events.lexicon import load
from timeline.events.tree import grow

SAID = """
    Rex Rex PROPN _ 5 nsubj PER
    , , PUNCT _ 1 punct
    a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 5 aux:tense
    -t-il lui PRON _ 5 expl:subj
    dit dire VERB Tense=Past|VerbForm=Part 0 root
    , , PUNCT _ 5 punct
    partira partir VERB Mood=Ind|Tense=Fut|VerbForm=Fin 5 ccomp
"""
RUMOUR = """
    Rex Rex PROPN _ 4 nsubj PER
    a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 4 aux:tense
    , , PUNCT _ 4 punct
    dit dire VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
    -on on PRON _ 4 nsubj
    , , PUNCT _ 7 punct
    menti mentir VERB Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part|Voice=Pass 4 ccomp
"""
YESTERDAY = SAID.replace("Rex Rex PROPN _ 5 nsubj PER", "Hier hier ADV _ 5 advmod")


@pytest.mark.parametrize(
    ("text", "word", "head", "name"),
    [
        (SAID, "Rex", "partir", "nsubj"),
        (SAID, "dit", "partir", "parataxis"),
        (SAID.replace("-t-il lui", "il lui"), "Rex", "dire", "nsubj"),
        (SAID.replace(", , PUNCT _ 5 punct", "que que SCONJ _ 7 mark"), "Rex", "dire", "nsubj"),
        (YESTERDAY, "Hier", "dire", "advmod"),
        (RUMOUR, "Rex", "mentir", "nsubj"),
        (RUMOUR, "a", "mentir", "aux"),
        (RUMOUR.replace("-on on PRON _ 4 nsubj", "Ana Ana PROPN _ 4 obj PER"), "a", "dire", "aux"),
    ],
)
def test_an_inserted_verb_is_not_the_main_one(text: str, word: str, head: str, name: str) -> None:
    tree = apply_fixes(grow(table(text)[1][0]), (), load("fr"))
    token = next(token for token in tree.tokens if token.text == word)
    assert (tree.head(token).lemma, token.relation) == (head, name)
