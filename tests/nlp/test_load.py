from __future__ import annotations

import logging
from pathlib import Path

import pytest

from timeline import nlp

STAND_IN = '''
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

@Language.component("stand_in_reader")
def reader(doc):
    """Reads one sentence of the labels that Sequoia has."""
    new = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        pos=["DET", "NOUN", "AUX", "AUX", "VERB", "ADP", "PROPN", "PUNCT"],
        morphs=["", "", "Mood=Cnd|Tense=Pres|VerbForm=Fin", "", "Tense=Past|VerbForm=Part", "", "", ""],
        lemmas=["le", "loi", "avoir", "être", "voter", "à", "Rome", "."],
        heads=[1, 4, 4, 4, 4, 6, 4, 4],
        deps=["det", "nsubj:pass", "aux:tense", "aux:pass", "ROOT", "case", "obl:mod", "punct"],
    )
    new.ents = [Span(new, 6, 7, label="LOC")]
    return new

def load(**overrides):
    nlp = spacy.blank("xx")
    nlp.add_pipe("stand_in_reader")
    return nlp
'''


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "fr_stand_in").mkdir()
    (tmp_path / "fr_stand_in" / "__init__.py").write_text(STAND_IN, encoding="utf-8")
    (tmp_path / "fr_stand_in-1.0.dist-info").mkdir()
    metadata = "Metadata-Version: 2.1\nName: fr_stand_in\nVersion: 1.0\n"
    (tmp_path / "fr_stand_in-1.0.dist-info" / "METADATA").write_text(metadata, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return "fr_stand_in"


def test_an_installed_pipeline_speaks_our_labels(stand_in: str) -> None:
    pipeline = nlp.load("fr", model=stand_in)
    (sentence,) = nlp.sentences(pipeline("La loi aurait été votée à Rome."))
    assert [token.dep for token in sentence.tokens] == [
        "det", "nsubj:pass", "aux:tense", "aux:pass", "root", "case", "obl", "punct",
    ]  # fmt: skip
    assert sentence.tokens[2].mood == "Cnd"
    assert [(entity.text, entity.label) for entity in sentence.entities] == [("Rome", "LOC")]


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(nlp.ModelNotFoundError, match=r"'fr_no_such_model'.*pip"):
        nlp.load("fr", model="fr_no_such_model")


def test_a_language_without_a_pipeline_is_read_without_tags_and_the_log_says_so(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING, logger="timeline.nlp.load"):
        pipeline = nlp.load("pt")
    assert [record.getMessage() for record in caplog.records] == [
        "no reading pipeline for the language 'pt': sentences are split at full stops, and tenses are not known"
    ]
    first, second = nlp.sentences(pipeline("O presidente chegou. Depois saiu."))
    assert (first.tokens[0].pos, first.tokens[2].head, second.tokens[0].text) == ("", 2, "Depois")


def test_a_language_that_spacy_does_not_know_is_read_all_the_same() -> None:
    assert len(nlp.sentences(nlp.load("xx-none")("Un. Deux."))) == 2


def test_french_needs_no_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        nlp.load("fr")
    assert not caplog.records


def test_two_pipelines_share_nothing() -> None:
    one, other = nlp.load("fr"), nlp.load("fr")
    assert one is not other
    assert one.vocab is not other.vocab


def test_only_the_properties_of_words_that_are_read_are_computed() -> None:
    vocab = nlp.load("fr").vocab
    assert (vocab["\n"].is_space, vocab["Maison"].is_space, vocab["Maison"].lower_) == (True, False, "maison")
    assert vocab["Maison"].shape_ == ""
