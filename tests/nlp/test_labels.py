from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from timeline.nlp.labels import relation, translated

RELATIONS = [
    ("obl:mod", "obl"),
    ("obl:arg", "obl"),
    ("obl:agent", "obl:agent"),
    ("nsubj:pass", "nsubj:pass"),
    ("nsubjpass", "nsubj:pass"),
    ("auxpass", "aux:pass"),
    ("dobj", "obj"),
    ("expl:pass", "expl:comp"),
    ("expl:subj", "expl:subj"),
    ("parataxis:insert", "parataxis"),
    ("root", "ROOT"),
    ("ROOT", "ROOT"),
    ("", ""),
]


@pytest.mark.parametrize(("label", "ours"), RELATIONS)
def test_relations(label: str, ours: str) -> None:
    assert relation(label) == ours


def test_an_agent_behind_a_preposition_hangs_on_its_verb() -> None:
    doc = Doc(
        spacy.blank("xx").vocab,
        words=["Ann", "was", "seen", "by", "Bob", "in", "Rome"],
        pos=["PROPN", "AUX", "VERB", "ADP", "PROPN", "ADP", "PROPN"],
        heads=[2, 2, 2, 2, 3, 2, 5],
        deps=["nsubjpass", "auxpass", "ROOT", "agent", "pobj", "prep", "pobj"],
        ents=["B-PERSON", "O", "O", "O", "B-PERSON", "O", "B-GPE"],
    )
    new = translated(doc)
    assert [(token.text, token.dep_, token.head.text) for token in new] == [
        ("Ann", "nsubj:pass", "seen"),
        ("was", "aux:pass", "seen"),
        ("seen", "ROOT", "seen"),
        ("by", "case", "Bob"),
        ("Bob", "obl:agent", "seen"),
        ("in", "case", "Rome"),
        ("Rome", "obl", "seen"),
    ]
    assert [(span.text, span.label_) for span in new.ents] == [("Ann", "PER"), ("Bob", "PER"), ("Rome", "LOC")]


def test_labels_that_are_no_names_are_dropped() -> None:
    doc = Doc(spacy.blank("xx").vocab, words=["Lundi", "Paris"], ents=["B-DATE", "B-LOC"])
    assert [span.label_ for span in translated(doc).ents] == ["LOC"]
