"""Verbs that the network takes for adjectives or nouns, and words that it rightly does not take for verbs."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from timeline.nlp.french.retag import retag

VOCAB = spacy.blank("fr").vocab


def retagged(*rows: str) -> list[tuple[str, str, str]]:
    """The words of a sentence that are verbs after the correction; a row is `form tag head relation`."""
    forms, tags, heads, relations = zip(*(row.split() for row in rows), strict=True)
    doc = Doc(VOCAB, list(forms), pos=list(tags), heads=[int(head) for head in heads], deps=list(relations))
    retag(doc)
    return [
        (token.text, *token.morph.get("Tense"), *token.morph.get("Number")) for token in doc if token.pos_ == "VERB"
    ]


@pytest.mark.parametrize(
    ("rows", "verb"),
    [
        (("L' DET 1 det", "usine NOUN 2 nsubj", "ferme ADJ 2 root", "ses DET 4 det", "portes NOUN 2 obj"), "ferme"),
        (
            ("Le DET 1 det", "conducteur NOUN 2 nsubj", "écope NOUN 2 root", "de ADP 4 case", "tout PRON 2 obl"),
            "écope",
        ),
    ],
)
def test_a_word_with_a_subject_is_a_verb(rows: tuple[str, ...], verb: str) -> None:
    assert retagged(*rows) == [(verb, "Pres", "Sing")]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("Il PRON 2 nsubj", "est AUX 2 cop", "calme ADJ 2 root"), id="a copula"),
        pytest.param(("Elle PRON 2 nsubj", "est AUX 1 aux", "partie NOUN 2 root"), id="an auxiliary in between"),
        pytest.param(("Le PRON 2 nsubj", "grande ADJ 1 amod", "marche NOUN 2 root"), id="an adjective before the noun"),
        pytest.param(("Un DET 1 det", "code NOUN 2 nsubj", "rouge ADJ 2 root"), id="no form of a verb"),
        pytest.param(("La DET 1 det", "ville NOUN 2 nsubj", "close ADJ 1 acl"), id="a participle beside its noun"),
        pytest.param(("La DET 1 det", "ferme NOUN 1 root", "brûle ADJ 1 amod"), id="no subject"),
    ],
)
def test_other_words_keep_their_tag(rows: tuple[str, ...]) -> None:
    assert retagged(*rows) == []


PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"


@pytest.mark.parametrize(
    ("forms", "tenses"),
    [
        (["réunit"], ["Pres"]),
        (["réunit", "alourdit"], ["Pres", "Pres"]),
        (["réunit", "parla"], ["Past", "Past"]),  # a text told in the simple past
        (["partit"], ["Past"]),  # in the present, "part"
        (["faillit"], ["Past"]),
    ],
)
def test_a_form_of_both_tenses_is_a_present_without_a_simple_past_beside_it(
    forms: list[str], tenses: list[str]
) -> None:
    count = len(forms)
    doc = Doc(VOCAB, forms, pos=["VERB"] * count, morphs=[PAST] * count, heads=[0] * count, deps=["dep"] * count)
    retag(doc)
    assert [token.morph.get("Tense")[0] for token in doc] == tenses


@pytest.mark.parametrize(
    ("form", "tense"),
    [
        ("implante", ["Pres"]),  # "l'entreprise s'implante"
        ("implantée", ["Past"]),
        ("morte", ["Past"]),
        ("prise", ["Past"]),
    ],
)
def test_a_present_is_no_participle(form: str, tense: list[str]) -> None:
    past = "Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part"
    doc = Doc(VOCAB, [form], pos=["VERB"], morphs=[past], heads=[0], deps=["root"])
    retag(doc)
    assert doc[0].morph.get("Tense") == tense
