"""The stems by which words of a title and of a draft are compared."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.languages.folding import fold
from timeline.model import Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_STEM = 5
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """The first letters of a word without accents, which other forms of the same word share."""
    return fold(word)[:_STEM]


@lru_cache(maxsize=1 << 10)
def stems(text: str) -> frozenset[str]:
    """The stems of the words of three letters or more, and of figures."""
    return frozenset([stem(word) for word in _WORD.findall(text) if len(word) > 2 or word.isdigit()])


def is_content(token: Token) -> bool:
    """Whether the word is a content word."""
    return token.pos in _CONTENT
