"""The packaged pipeline on text that it never saw, written for these tests: a worse model cannot slip in."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from tests.nlp.press import marked, paragraphs
from timeline import nlp
from timeline.model import Sentence, Token

TENSES = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "tenses.tsv").read_text(encoding="utf-8").splitlines()
]
ROLES = [
    line.split("\t") for line in (Path(__file__).parent / "data" / "roles.tsv").read_text(encoding="utf-8").splitlines()
]


def f(there: set[object], found: set[object]) -> float:
    return 200 * len(there & found) / (len(there) + len(found))


def test_the_annotations_are_read_as_they_are_written() -> None:
    assert marked("À [LOC Lyon], [PER Léa]") == ("À Lyon, Léa", {(2, 6, "LOC"), (8, 11, "PER")})
    assert len(paragraphs()) == 20


def test_entities_of_the_press(pipeline: Language) -> None:
    there, found = set(), set()
    for number, (text, spans) in enumerate(paragraphs()):
        there |= {(number, *span) for span in spans}
        found |= {
            (number, entity.span.start, entity.span.end, entity.label)
            for sentence in nlp.sentences(pipeline(text))
            for entity in sentence.entities
        }
    assert (
        f({fact for fact in there if fact[3] in ("PER", "LOC")}, {fact for fact in found if fact[3] in ("PER", "LOC")})
        >= 85
    )
    assert f(there, found) >= 75


def words(pipeline: Language, text: str) -> list[tuple[Sentence, Token]]:
    return [(sentence, token) for sentence in nlp.sentences(pipeline(text)) for token in sentence.tokens]


def test_tense_and_mood_of_verbs(pipeline: Language) -> None:
    """Each line: a sentence, a verb of it, its lemma, mood and tense."""
    wrong = []
    for text, verb, lemma, mood, tense in TENSES:
        token = next(token for _, token in words(pipeline, text) if token.text == verb)
        if (token.lemma, token.mood, token.tense) != (lemma, mood, tense):
            wrong.append((text, verb, token.lemma, token.mood, token.tense))
    assert len(wrong) <= len(TENSES) * 0.05, wrong


def test_who_does_what(pipeline: Language) -> None:
    """Each line: a sentence, a word of it, its relation, its governor."""
    wrong = []
    for text, word, relation, governor in ROLES:
        sentence, token = next((sentence, token) for sentence, token in words(pipeline, text) if token.text == word)
        if (token.dep, sentence.tokens[token.head].text) != (relation, governor):
            wrong.append((text, word, token.dep, sentence.tokens[token.head].text))
    assert len(wrong) <= len(ROLES) * 0.15, wrong


@pytest.mark.parametrize(
    "text", ["Il ne viendra pas.", "Aucun blessé n'est à déplorer.", "Le maire n’a jamais répondu."]
)
def test_negation_is_marked(pipeline: Language, text: str) -> None:
    assert any(token.features.get("Polarity") == "Neg" for _, token in words(pipeline, text))
