"""Texts that share much have sketches that share much, and the others are seen to share little."""

import pytest

from timeline.coref.features.sketches import repeated, shared, sketches

TEXT = [f"mot{number}" for number in range(300)]
OTHER = [f"autre{number}" for number in range(300)]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        (TEXT, 1.0, 1.0),
        ([*TEXT, "fin"], 0.9, 1.0),
        (TEXT[:240] + OTHER[:60], 0.4, 0.9),
        (TEXT[:30] + OTHER[:270], 0.0, 0.2),
        (OTHER, 0.0, 0.0),
        ([], 0.0, 0.0),
    ],
)
def test_what_two_sketches_share_is_what_the_texts_share(text: list[str], least: float, most: float) -> None:
    one, other = sketches([TEXT, text], 4)
    assert least <= shared(one, other) <= most
    assert shared(one, other) == shared(other, one)


def test_a_text_that_shares_with_none_is_not_compared() -> None:
    made = sketches([TEXT, OTHER, [*TEXT, "fin"], []], 4)
    assert repeated(made, 0.3) == [True, False, True, False]
    assert repeated([], 0.3) == []


def test_a_sketch_does_not_depend_on_the_texts_beside_it() -> None:
    texts = [TEXT[start : start + 40] for start in range(260)] + [["seul"], []]
    together = sketches(texts, 4)
    assert all((own == sketches([text], 4)[0]).all() for own, text in zip(together, texts, strict=True))


def test_a_run_of_words_does_not_cross_from_one_text_into_the_next() -> None:
    assert [len(each) for each in sketches([["a", "b"], ["c", "d"], ["a", "b", "c", "d"]], 4)] == [0, 0, 1]
