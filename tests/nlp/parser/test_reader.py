"""The reading component: what it writes, and that company changes nothing."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

TEXTS = [
    "Le maire de Lyon a démissionné mardi.",
    "",
    "Titre sans point\n\nElle a été élue par le conseil. Qui viendra ?",
    " \n ",
    "« Nous irons », a dit Léa Roux. Ils sont partis.",
]


def told(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (token.text, token.pos_, str(token.morph), token.dep_, token.head.i, token.is_sent_start, token.ent_type_)
        for token in doc
    ]


def test_a_text_reads_the_same_in_any_company(pipeline: Language) -> None:
    alone = [told(pipeline(text)) for text in TEXTS]
    assert [told(doc) for doc in pipeline.pipe(TEXTS)] == alone
    assert [told(doc) for doc in pipeline.pipe(TEXTS[::-1])] == alone[::-1]


def test_white_space_hangs_on_a_word(pipeline: Language) -> None:
    doc = pipeline("Un titre\n\nUne fin.")
    (space,) = [token for token in doc if token.is_space]
    assert (space.pos_, space.head.text) == ("SPACE", "titre")
    assert [sent.text.strip() for sent in doc.sents] == ["Un titre", "Une fin."]


def test_every_sentence_is_a_tree(pipeline: Language) -> None:
    doc = pipeline(" ".join(TEXTS))
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        assert sum(token.head.i == token.i for token in words) == 1
        assert all(sent.start <= token.head.i < sent.end for token in sent)


def test_a_long_sentence_is_cut(pipeline: Language) -> None:
    doc = pipeline("mot " * 1000)
    assert max(len(sent) for sent in doc.sents) <= 160
    assert sum(len(sent) for sent in doc.sents) == len(doc)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Elle vit à Marseille.", ("Marseille", "LOC")), ("Emmanuel Macron a parlé.", ("Emmanuel Macron", "PER"))],
)
def test_names(pipeline: Language, text: str, name: tuple[str, str]) -> None:
    assert name in [(span.text, span.label_) for span in pipeline(text).ents]
