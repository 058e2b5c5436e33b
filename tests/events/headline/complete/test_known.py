"""Whom a description stands for: "ce fils d'ouvriers" is whom the headline and the text before are about."""

from __future__ import annotations

import pytest

from tests.events.reading import told

TEXT = """
{name} {name} PROPN _ 4 nsubj PER
Rey Rey PROPN _ 1 flat:name PER
est être AUX Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 4 aux:tense
venu venir VERB Number=Sing|Tense=Past|VerbForm=Part 0 root
. . PUNCT _ 4 punct

{article} {lemma} DET Gender=Masc|Number=Sing|PronType=Dem 2 det
fils fils NOUN Gender=Masc 6 nsubj
d' de ADP _ 4 case
ouvriers ouvrier NOUN Gender=Masc|Number=Plur 2 nmod
a avoir AUX Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 6 aux:tense
démissionné démissionner VERB Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part 0 root
. . PUNCT _ 6 punct
"""


@pytest.mark.parametrize(
    ("name", "article", "headline", "line"),
    [
        ("Paul", "Ce ce", "Portrait de Paul Rey", "Paul Rey démissionne"),
        ("Anne", "Ce ce", "Portrait d'Anne Rey", "le fils d'ouvriers démissionne"),
        ("Paul", "Le le", "Portrait de Paul Rey", "le fils d'ouvriers démissionne"),
        ("Paul", "Ce ce", "Une usine ferme", "Le fils d'ouvriers démissionne"),
    ],
    ids=["portrayed", "of the other gender", "not pointed at", "not of the headline"],
)
def test_a_description_of_whom_the_article_portrays(name: str, article: str, headline: str, line: str) -> None:
    word, lemma = article.split()
    text = TEXT.format(name=name, article=word, lemma=lemma)
    assert [one.line for one in told(text, title=headline) if one.lemma == "démissionner"] == [line]
