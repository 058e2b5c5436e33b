"""The noun that a participle describes, where the parser attached it to a nearer one."""

from __future__ import annotations

import pytest

from tests.events.reading import table
from timeline.events.detection.fixes.participles import described
from timeline.events.lexicon import load
from timeline.events.tree import grow

COUNTED = """
    {det} Number=Sing 2 det
    {noun} Number=Sing 0 root
    de de ADP _ 4 case
    maisons maison NOUN Gender=Fem|Number=Plur 2 nmod
    brûlées brûler VERB Gender=Fem|Number=Plur|Tense=Past|VerbForm=Part 4 acl
"""
BEHIND_A_COMMA = """
    {above} 0 root
    de de ADP _ 4 case
    la le DET Gender=Fem|Number=Sing 4 det
    Comoria Comoria PROPN _ 1 nmod
    , , PUNCT _ 6 punct
    abîmé abîmer VERB Gender={gender}|Number=Sing|Tense=Past|VerbForm=Part 4 acl
"""
OF_SOMEBODY = """
    Le le DET Gender=Masc|Number=Sing 2 det
    {noun} NOUN Gender=Masc|Number=Sing 0 root
    d' de ADP _ 4 case
    {whose} 2 nmod {entity}
    , , PUNCT _ 6 punct
    accusée accuser VERB Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part 2 acl
"""
FOUND = """
    Il lui PRON _ 2 nsubj
    voit voir VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
    un un DET Gender=Masc|Number=Sing 4 det
    homme homme NOUN Gender=Masc|Number=Sing 2 obj
    {found} VERB Gender={gender}|Number=Sing|Tense=Past|VerbForm=Part|Voice=Pass 4 acl
    mort mourir VERB Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part 2 advcl
"""
OBJECT = """
    Il lui PRON _ 2 nsubj
    visite visiter VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
    la le DET Gender=Fem|Number=Sing 4 det
    {noun} 2 obj
    mise mettre VERB Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part 2 xcomp
    en en ADP _ 7 case
    service service NOUN _ {above} obl
"""
SAFE = """
    revenu revenir VERB _ 0 root
    {safe} ADJ Gender=Masc 1 xcomp
    et et CCONJ _ 6 cc
    sauf sauf ADP _ 6 case
    trois trois NUM _ 6 nummod
    jours jour NOUN _ 1 conj
"""


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (COUNTED.format(det="Une un DET", noun="dizaine dizaine NOUN"), "brûlées", {"brûlées": ("dizaine", "acl")}),
        (COUNTED.format(det="Une un DET", noun="rue rue NOUN"), "brûlées", {}),
        (OBJECT.format(noun="tour tour NOUN Gender=Fem|Number=Sing", above=5), "mise", {"mise": ("tour", "acl")}),
        (OBJECT.format(noun="pont pont NOUN Gender=Masc|Number=Sing", above=5), "mise", {}),
        (OBJECT.format(noun="tour tour NOUN Gender=Fem|Number=Sing", above=2), "mise", {}),  # "trouve la porte fermée"
        (BEHIND_A_COMMA.format(above="Fokker Fokker PROPN _", gender="Masc"), "abîmé", {"abîmé": ("Fokker", "acl")}),
        (BEHIND_A_COMMA.format(above="Fokker Fokker PROPN _", gender="Fem"), "abîmé", {}),  # it agrees with its own
        (BEHIND_A_COMMA.format(above="veille veille NOUN _", gender="Masc"), "abîmé", {}),
        (BEHIND_A_COMMA.format(above="ligne ligne NOUN Gender=Fem", gender="Masc"), "abîmé", {}),
        (
            OF_SOMEBODY.format(noun="procès procès", whose="Ana Ana PROPN _", entity="PER"),
            "accusée",
            {"accusée": ("Ana", "acl")},
        ),
        (OF_SOMEBODY.format(noun="procès procès", whose="Ain Ain PROPN _", entity="LOC"), "accusée", {}),
        (OF_SOMEBODY.format(noun="vol vol", whose="or or NOUN Gender=Masc|Number=Sing", entity=""), "accusée", {}),
        (OF_SOMEBODY.format(noun="millier millier", whose="Ana Ana PROPN _", entity="PER"), "accusée", {}),
        (
            FOUND.format(found="retrouvé retrouver", gender="Masc"),
            "mort",
            {"mort": ("retrouvé", "xcomp"), "retrouvé": ("homme", "acl")},
        ),
        (FOUND.format(found="aimé aimer", gender="Masc"), "mort", {}),
        (FOUND.format(found="retrouvée retrouver", gender="Fem"), "mort", {}),
        (
            SAFE.format(safe="sain sain"),
            "sauf",
            {"sauf": ("sain", "conj"), "et": ("sauf", "cc"), "jours": ("revenu", "obl")},
        ),
        (SAFE.format(safe="las las"), "sauf", {}),
    ],
)
def test_a_participle_is_of_its_noun(text: str, word: str, expected: dict[str, tuple[str, str]]) -> None:
    tree = grow(table(text)[1][0])
    token = next(one for one in tree.tokens if one.text == word)
    changed = described(tree, token, load("fr"))
    assert {one.text: (tree.tokens[one.head].text, one.relation) for one in changed} == expected
