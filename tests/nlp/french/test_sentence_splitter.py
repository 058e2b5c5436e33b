"""Where sentences surely start and surely do not, whatever a network says of the words between."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.attrs import SPACY

from timeline.nlp.french import sentence_splitter
from timeline.nlp.french.tokenizer import PressFrench
from timeline.nlp.parser.batches import cut

NLP = PressFrench.blank()


def sentences(text: str, odds: float) -> list[str]:
    """The sentences where the network gives every word the same odds of beginning one."""
    doc = NLP.make_doc(text)
    kinds = np.array([sentence_splitter.kind(token.text) for token in doc], dtype=sentence_splitter.KINDS)
    return [doc[int(sentence[0]) : int(sentence[-1]) + 1].text for sentence in cut(doc, np.full(len(doc), odds), kinds)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("M. Dupont", "an abbreviation that something follows"),
        ("J. Dupont", "an initial before a name"),
        ("Di Rupo", "a particle of a name"),
        ("les Échos", "an article"),
        ("Oui »", "a mark that closes"),
        ("L'État", "no space between"),
        ("le maire", "a small letter after a word"),
        ("Marine Le Pen", "an article in a name"),
        ("l'entreprise Toits Martin", "a name behind a word"),
        ("la discothèque Le Galion", "a name with its article behind a word"),
        ("Réjean Brodeur", "a family name"),
        ("t.a.b. à", "letters with stops"),
        ("c.-à-d. deux", "letters with stops and hyphens"),
        ("i.e. deux", "letters whose last stop is theirs"),
    ],
)
def test_no_sentence_starts_inside(text: str, why: str) -> None:
    assert sentences(text, odds=9) == [text], why


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Paris. Le Pen", ["Paris.", "Le Pen"]),
        ("elle Le Pen", ["elle", "Le Pen"]),
        ("t.a.b. Il", ["t.a.b.", "Il"]),
        ("pop. à", ["pop.", "à"]),
        ("30 F. De", ["30", "F.", "De"]),
        ("quai La Rochelle", ["quai", "La Rochelle"]),
        ("la mer Le maire", ["la mer", "Le maire"]),
        ("Marine Le maire", ["Marine", "Le maire"]),
    ],
)
def test_an_article_may_begin_a_sentence_where_it_is_in_no_name(text: str, parts: list[str]) -> None:
    assert sentences(text, odds=9) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Il a ri. « Non », dit-il.", ["Il a ri.", "« Non », dit-il."]),
        ("Il a dit « Non »", ["Il a dit « Non »"]),
        ("Il a ri. « non »", ["Il a ri. « non »"]),
    ],
)
def test_a_quotation_after_a_stop_is_a_sentence(text: str, parts: list[str]) -> None:
    assert sentences(text, odds=-9) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Un titre\nUne phrase", ["Un titre", "Une phrase"]),
        ("Une fin.\n\nune suite", ["Une fin.", "une suite"]),
        ("Il part", ["Il part"]),
    ],
)
def test_lines_decide(text: str, parts: list[str]) -> None:
    assert sentences(text, odds=-9) == parts


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        (" ", sentence_splitter.SPACE),
        ("etc.", sentence_splitter.ENDING | sentence_splitter.SMALL),
        ("vol.", sentence_splitter.ENDING | sentence_splitter.SMALL),  # "en plein vol. Deux pilotes …"
    ],
)
def test_kinds(word: str, kind: int) -> None:
    assert sentence_splitter.kind(word) == kind


def test_a_quote_that_closes_begins_nothing() -> None:
    doc = NLP.make_doc('« Non. » "Oui." Il sort.')
    kinds = np.array([sentence_splitter.kind(token.text) for token in doc], dtype=sentence_splitter.KINDS)
    never = sentence_splitter.never_starts(kinds, doc.to_array(SPACY).astype(bool))
    assert [token.text for token, sure in zip(doc, never, strict=True) if not sure and token.text != "«"] == [
        "Non", '"', "Il",
    ]  # fmt: skip
