from __future__ import annotations

import time

import pytest

from timeline.nlp.french.tokenizer import PressFrench

NLP = PressFrench.blank()

WORDS = [
    ("L'armée n'a pu l'atteindre.", "L' armée n' a pu l' atteindre ."),
    ("L’armée qu’il a", "L’ armée qu’ il a"),
    ("Aujourd'hui, quelqu’un viendra", "Aujourd'hui , quelqu’un viendra"),
    ("« Oui », a-t-il dit.", "« Oui » , a -t-il dit ."),
    ("Est-ce vrai ?", "Est -ce vrai ?"),
    ("M. Dupont et Mme Roux", "M. Dupont et Mme Roux"),
    ("le J.-C. de l'O.N.U. demain", "le J.-C. de l' O.N.U. demain"),
    ("Jean-Pierre vit à Aix-en-Provence.", "Jean-Pierre vit à Aix-en-Provence ."),
    ("à 20h30, 20 h 30.", "à 20 h 30 , 20 h 30 ."),
    ("une hausse de 5,5% (10 000 €)", "une hausse de 5,5 % ( 10 000 € )"),
    ("Il part... puis revient…", "Il part ... puis revient …"),
    ("le vice-président lui-même", "le vice-président lui-même"),
    ("jusqu'à lundi, lorsqu'elle", "jusqu' à lundi , lorsqu' elle"),
    ("celui-ci ou celle-là", "celui-ci ou celle-là"),
    ("et/ou fin.Demain", "et / ou fin . Demain"),
    ("voir https://example.org/a,b.", "voir https://example.org/a,b ."),
    ("–Bonjour", "– Bonjour"),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words(text: str, words: str) -> None:
    assert [token.text for token in NLP.make_doc(text)] == words.split(" ")


def test_nothing_is_lost() -> None:
    text = "  Deux\n\nlignes \t et  l'espace\u00a0fine."
    assert NLP.make_doc(text).text == text


@pytest.mark.parametrize("sign", ["(", "« ", "a,b,", "A.", "-", "l'", "é", '"', "[{", "…"])
def test_what_has_no_blank_is_cut_and_nothing_is_lost(sign: str) -> None:
    """The time of spaCy's own tokenizer is the square of such a run: 100 s for 20,000 brackets."""
    text = "Avant  " + sign * (8_000 // len(sign)) + " après."
    started = time.process_time()
    assert NLP.make_doc(text).text == text
    assert time.process_time() - started < 5, "a second on a slow machine"


def test_it_leaves_spacy_french_alone() -> None:
    from spacy.util import registry

    assert registry.languages.get("press_french") is PressFrench
