"""A noun and a participle that are one thing."""

from __future__ import annotations

import pytest

from tests.events.reading import table
from timeline.events.detection.fixes.parse_fixes import apply_fixes
from timeline.events.lexicon import load
from timeline.events.tree import grow

BRIDGE = """
    Le le DET _ 2 det
    {noun} NOUN Number=Sing 6 nsubj
    suspendu suspendre VERB Tense=Past|VerbForm=Part 2 acl
    {case} ADP _ 5 case
    Valmorin Valmorin PROPN _ 3 {relation} LOC
    rouvre rouvrir VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
"""


@pytest.mark.parametrize(
    ("noun", "case", "relation", "pos"),
    [
        ("pont pont", "de de", "obl:arg", "ADJ"),
        ("pont pont", "par par", "obl:agent", "VERB"),
        ("préfet préfet", "de de", "obl:arg", "VERB"),
    ],
)
def test_a_kind_of_thing_is_no_event(noun: str, case: str, relation: str, pos: str) -> None:
    text = BRIDGE.format(noun=noun, case=case, relation=relation)
    tree = apply_fixes(grow(table(text)[1][0]), (), load("fr"))
    assert tree.tokens[2].pos == pos
