"""Capitals that agencies print without their accent: "Elu maire en 1977, …" is read as "Élu maire en 1977, …"."""

from __future__ import annotations

import re
from functools import cache

from timeline.languages.folding import fold
from timeline.languages.press import phrases

_OPENS = re.compile(r"""(?m)(?:^[^\S\n]*(?:[-–—•*][^\S\n])?|(?<=[.!?…:»”"]\s))(?P<word>[^\W\d_]+)""")


def with_accents(text: str) -> str:
    """The text with the accent of the first letter of sentences, where the word has no other spelling.

    Args:
        text: An article's text.

    Returns:
        As many code points: "Ecroué lundi" is "Écroué lundi". Names keep their letters.
    """
    accented = _accented()
    if not any(letter in text for letter in accented):
        return text
    letters = list(text)
    for found in _OPENS.finditer(text):
        word = found["word"]
        full = accented.get(word[0])
        if full is not None and fold(word) in _words():
            letters[found.start("word")] = full
    return "".join(letters)


@cache
def _accented() -> dict[str, str]:
    """Capitals without their accent, with what they stand for."""
    return {letters[0]: letters[1] for letters in phrases("accented_capitals")}


@cache
def _words() -> frozenset[str]:
    """The folded words of which the first letter has an accent, in all their forms."""
    endings = phrases("participle_endings")
    participles = {f"{stem}{ending}" for stem in phrases("accented_participles") for ending in ("", *endings)}
    return frozenset(participles | set(phrases("accented_words")))
