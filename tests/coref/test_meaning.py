"""Vectors of meaning: near for the same in other words, and the same in every run."""

import numpy as np
import pytest

from tests.coref.making import annotated
from timeline.coref import meaning
from timeline.coref.meaning import DIMENSIONS, Vector, cosine, encode, let_go, texts_of, vectors_of, window

NEAR = (
    ("Le ministre a démissionné.", "Démission du ministre."),
    ("Un séisme a frappé l'Italie.", "La terre a tremblé en Italie."),
    ("Un séisme a frappé l'Italie.", "An earthquake struck Italy."),
)
FAR = "La finale du tournoi a été remportée par les visiteurs."


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_the_same_in_other_words_is_nearer_than_something_else(one: str, other: str) -> None:
    first, second, third = encode([one, other, FAR])
    assert cosine(first, second) > cosine(first, third) + 0.2


def test_a_text_has_one_vector_in_any_company() -> None:
    alone, beside = encode([FAR])[0], encode([NEAR[0][0], FAR, NEAR[1][1]])[1]
    assert np.allclose(alone, beside, atol=1e-5)
    assert alone.shape == (DIMENSIONS,)


def test_an_encoder_that_was_let_go_comes_back_the_same() -> None:
    before = encode(["Le pont a rouvert."])
    let_go()
    assert not meaning._encoder.cache_info().currsize
    assert np.array_equal(encode(["Le pont a rouvert."]), before)


def test_no_text_has_no_vector() -> None:
    assert encode([]).shape == (0, DIMENSIONS)
    (nothing, _) = vectors_of(np.zeros((1, DIMENSIONS), np.float32), 0)
    assert not nothing.vector.any()


@pytest.mark.parametrize(
    ("row", "bytes_a_number"),
    [
        (encode(["Le pont de Brive a été fermé par la préfecture."]), 1),
        (np.array([[0.3, *[0.04] * (DIMENSIONS - 1)]], np.float32), 2),  # a number that no byte holds
    ],
)
def test_a_rounded_vector_has_fewer_bytes_and_the_same_last_bits(row: Vector, bytes_a_number: int) -> None:
    (kept, _) = vectors_of(row, 0)
    whole = np.rint(row[0] * np.float32(512 / float(np.sqrt(row[0] @ row[0]))))
    assert kept.whole.nbytes == bytes_a_number * DIMENSIONS
    assert np.array_equal(kept.vector, whole / np.float32(np.sqrt(float(whole @ whole))))
    assert kept.vector.dtype == np.float32


def test_an_event_has_the_vector_of_its_title_and_its_words_together() -> None:
    event = annotated("Paul Rey a été arrêté à Gap.", "arrêter", trigger="arrêté").events[0]
    rows = encode(texts_of("Gap", [event]))
    title, (both,) = vectors_of(rows, 1)
    vector = both.vector
    assert cosine(title.vector, rows[0]) == pytest.approx(1, abs=0.02)
    assert cosine(vector, vector) == pytest.approx(1, abs=1e-5)
    assert min(cosine(vector, rows[1]), cosine(vector, rows[2])) > 0.5


LONG = "mot " * 40


@pytest.mark.parametrize(
    ("quote", "trigger", "words"),
    [
        ("Paul Rey a été arrêté à Gap.", "arrêté", "Paul Rey a été arrêté à Gap."),
        (f"{LONG}arrêté à Gap.", "arrêté", f"{'mot ' * 22}arrêté à Gap."),
        (f"Il fut arrêté {LONG}", "arrêté", f"Il fut arrêté{' mot' * 22}"),
    ],
)
def test_whole_words_around_the_trigger_tell_the_event(quote: str, trigger: str, words: str) -> None:
    assert window(annotated(quote, "arrêter", trigger=trigger).events[0]) == words
