from __future__ import annotations

import re
from itertools import accumulate

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tests.conftest import examples
from timeline import nlp
from timeline.model import Sentence
from timeline.nlp.convert import LONGEST_PART, MOST_WORDS, parts

PIECES = [
    "Le maire",
    " a dit",
    "\n",
    "\n\n",
    ".",
    " ",
    "«",
    "»",
    "l’",
    "M. ",
    "20 h 30",
    "Paris",
    "…",
    "!",
    "\u00a0",
    "’",
    "été",
    "\r\n",
    "🙂",
    "\x00",
]

SPLITS = [
    "M. Dupont viendra lundi.|Mme Roux est absente.",
    "Le pape J. M. Bergoglio est arrivé à Rome.|Il repartira mardi.",
    "Le match a débuté à 20 h 30.|Il a été interrompu peu après.",
    "« Je ne partirai pas », a-t-il déclaré.|Son parti le soutient.",
    "« Qui est venu ? » a demandé le juge.|Personne n'a répondu.",
    "Grève à la SNCF : un train sur trois\n|La direction a annoncé mercredi une reprise progressive.",
    "Le maire démissionne\n\n|Il quittera ses fonctions vendredi.",
    "– Vous étiez là ?\n|– Non, j'étais à Lyon.",
    "L'arrêté n° 12 du 3 mars est annulé.|Le préfet fera appel.",
    "Il a hésité...|Puis il est parti.",
]


def check(text: str, sentences: tuple[Sentence, ...]) -> None:
    """What every stage may rely on."""
    last = 0
    for sentence in sentences:
        assert sentence.tokens
        assert (sentence.span.start, sentence.span.end) == (sentence.tokens[0].start, sentence.tokens[-1].end)
        for index, token in enumerate(sentence.tokens):
            assert token.index == index
            assert text[token.start : token.end] == token.text
            assert token.start >= last
            assert 0 <= token.head < len(sentence.tokens)
            last = token.end
        for entity in sentence.entities:
            assert text[entity.span.start : entity.span.end] == entity.text
            assert sentence.span.contains(entity.span)


@settings(max_examples=examples(30, 60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_gives_whole_sentences(pipeline: Language, text: str) -> None:
    check(text, nlp.sentences(pipeline(text)))


@settings(max_examples=examples(15, 30), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_any_characters_at_all(pipeline: Language, text: str) -> None:
    check(text, nlp.sentences(pipeline(text)))


@pytest.mark.parametrize("marked", SPLITS)
def test_sentences_of_the_press(pipeline: Language, marked: str) -> None:
    parts = marked.split("|")
    text = " ".join(parts).replace("\n ", "\n")
    found = [text[sentence.span.start : sentence.span.end] for sentence in nlp.sentences(pipeline(text))]
    assert found == [part.strip() for part in parts]


def test_batches_give_what_single_texts_give(pipeline: Language) -> None:
    texts = ["Le train partira mardi.", "", "Il pleuvait. Elle est rentrée."]
    assert list(nlp.read(pipeline, texts)) == [nlp.sentences(pipeline(text)) for text in texts]


@pytest.mark.parametrize(
    ("text", "longest", "cut"),
    [
        ("Un. Deux.", 20, ["Un. Deux."]),
        ("", 20, [""]),
        ("Un deux trois.\n\nOui. Quatre.", 20, ["Un deux trois.\n\n", "Oui. Quatre."]),
        ("Un deux trois\nquatre cinq. Six", 20, ["Un deux trois\n", "quatre cinq. Six"]),
        ("Un deux trois. Quatre cinq", 20, ["Un deux trois. ", "Quatre cinq"]),
        ("Un deux trois quatre cinq", 20, ["Un deux trois ", "quatre cinq"]),
        (",,,,,,,,,,", 4, [",,,,", ",,,,", ",,"]),
    ],
)
def test_a_long_text_is_cut_where_most_ends(text: str, longest: int, cut: list[str]) -> None:
    found = list(parts(text, longest))
    assert [part for _, part in found] == cut
    assert [text[start : start + len(part)] for start, part in found] == cut


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.integers(2, 30), st.integers(1, 12))
def test_parts_are_the_text_and_bounded(text: str, longest: int, most: int) -> None:
    found = list(parts(text, longest, most))
    assert "".join(part for _, part in found) == text
    assert max(len(part) for _, part in found) <= longest
    assert max(len(re.findall(r"\w+|[^\w\s]", part)) for _, part in found) <= most
    assert [start for start, _ in found] == [0, *accumulate(len(part) for _, part in found)][:-1]


@pytest.mark.parametrize("text", ["1/", "a, ", "« ", "Non. ", "x "])
def test_the_words_of_a_part_are_bounded(pipeline: Language, text: str) -> None:
    """A network holds some 15 kB for each word of a part: 20,000 of them took 300 MB."""
    found = [part for _, part in parts(text * 9_000)]
    assert max(len(pipeline.make_doc(part)) for part in found) <= 1.1 * MOST_WORDS
    assert len(found) <= 5


def test_prose_is_cut_by_its_length_alone() -> None:
    text = (
        "Le maire de l'Haÿ-les-Roses, Vincent Jeanbrun (LR), a été élu mardi à 20 h 30 par 12 voix « pour ».\n\n" * 400
    )
    assert list(parts(text)) == list(parts(text, most=len(text)))


def test_a_text_of_several_parts_has_offsets_into_the_whole(pipeline: Language) -> None:
    text = "Le train partira mardi de Brest. Il arrivera à Paris.\n\n" * (LONGEST_PART // 40)
    short, found = nlp.read(pipeline, ["Il pleuvait.", text])
    assert len(short) == 1
    assert len(text) > LONGEST_PART
    assert len(found) == 2 * text.count("mardi")
    assert all(text[token.start : token.end] == token.text for sentence in found for token in sentence.tokens)
    assert all(text[name.span.start : name.span.end] == name.text for sentence in found for name in sentence.entities)


def test_reading_twice_gives_the_same(pipeline: Language) -> None:
    text = "La ministre s’est rendue à Brest, où elle a été reçue par le maire."
    assert nlp.sentences(pipeline(text)) == nlp.sentences(nlp.load("fr")(text))


def test_curly_and_straight_apostrophes_are_read_alike(pipeline: Language) -> None:
    text = "L'avion s'est posé jusqu'à la piste qu'il n'avait pas vue."
    curly = nlp.sentences(pipeline(text.replace("'", "’")))
    straight = nlp.sentences(pipeline(text))
    assert [(token.pos, token.head, token.dep, token.lemma) for token in curly[0].tokens] == [
        (token.pos, token.head, token.dep, token.lemma) for token in straight[0].tokens
    ]


def test_wrapped_lines_do_not_end_sentences(pipeline: Language) -> None:
    text = (
        "Le gouvernement a présenté mercredi un projet de loi qui prévoit la\n"
        "fermeture de trois centrales avant la fin de l'année prochaine et la\n"
        "construction de deux autres dans le nord du pays au cours de la\n"
        "décennie. Les syndicats ont aussitôt demandé le retrait du texte au\n"
        "ministre."
    )
    (sentences,) = nlp.read(pipeline, [text])
    assert len(sentences) == 2


def test_words_of_one_form_share_their_text_and_features(pipeline: Language) -> None:
    """A long text has each word many times: memory would grow with them."""
    (sentences,) = nlp.read(pipeline, ["Le maire a signé. Le maire a signé."])
    one, other = (sentence.tokens for sentence in sentences)
    for first, second in zip(one, other, strict=True):
        assert first.text is second.text
        assert first.lemma is second.lemma
        assert first.features is second.features or first.features != second.features
