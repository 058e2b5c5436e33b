"""Words that become a line: what the present changes beside them."""

from __future__ import annotations

import pytest

from timeline.events.headline.conjugation import load
from timeline.events.headline.realisation import Phrase, render


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("promet", "-t-il"), "promet-il"),  # "a-t-il promis"
        (("répond", "-t-elle"), "répond-elle"),
        (("annonce", "-t-il"), "annonce-t-il"),
        (("s'", "dit"), "se dit"),
    ],
)
def test_words_fit_the_one_before(words: tuple[str, ...], line: str) -> None:
    glued = tuple((word, word.startswith("-")) for word in words)
    assert render(Phrase(glued), load("fr")) == line
