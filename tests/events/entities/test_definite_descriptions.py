"""Whom a bare noun stands for: a name that the article has beside it, unless it is of a man and of a woman."""

from __future__ import annotations

import datetime

import pytest

from tests.events.reading import table
from timeline.events.entities.definite_descriptions import definite_descriptions
from timeline.events.entities.names import entities
from timeline.events.lexicon import load
from timeline.events.tree import grow
from timeline.model import Article

TEXT = """
Le le DET Gender=Masc 2 det
ministre ministre NOUN Gender=Masc|Number=Sing 4 nsubj
Rey Rey PROPN _ 2 appos PER
part partir VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
. . PUNCT _ 4 punct

{article} le DET Gender={gender} 2 det
ministre ministre NOUN Number=Sing 3 nsubj
revient revenir VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
. . PUNCT _ 3 punct
"""


@pytest.mark.parametrize(("article", "gender", "known"), [("Le", "Masc", {"ministre": "Rey"}), ("La", "Fem", {})])
def test_a_noun_of_a_man_and_of_a_woman_stands_for_neither(article: str, gender: str, known: dict[str, str]) -> None:
    text, sentences = table(TEXT.format(article=article, gender=gender))
    index = entities(Article("a", "a.txt", "", datetime.date(2024, 5, 1), text), sentences, load("fr"))
    found = definite_descriptions([grow(one) for one in sentences], index)
    assert {noun: name.canonical for noun, name in found.items()} == known
