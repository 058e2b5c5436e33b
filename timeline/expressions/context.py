"""The words just before an expression: its signal ("depuis") and its modifier ("plus de")."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import re2

from timeline import languages
from timeline.languages.folding import fold
from timeline.languages.grammar import Language
from timeline.languages.patterns import compile_pattern
from timeline.model import Modifier, Signal

_WIDTH = 40


class _Before(NamedTuple):
    """`endings` are what the words before end in wherever `pattern` finds something: to see that is cheaper."""

    pattern: Any
    endings: tuple[bytes, ...]
    signals: dict[str, tuple[str, Signal]]
    modifiers: dict[str, tuple[str, Modifier]]


@cache
def _compiled(code: str) -> _Before:
    language: Language = languages.get(code)
    signals = {_folded(word): (word, signal) for word, signal in language.signals.items()}
    modifiers = {_folded(word): (word, modifier) for word, modifier in language.modifiers.items()}
    articles = "|".join(language.articles)
    pattern = (
        rf"(?:\b({_longest_first(signals)})[ ]?)?(?:\b({_longest_first(modifiers)})[ ]?)?"
        rf"(?:\b(?:{articles}))?$"
    )
    last = {words.split()[-1].encode("ascii").lower() for words in (*signals, *modifiers, *language.articles)}
    return _Before(compile_pattern(pattern), tuple(sorted(last)), signals, modifiers)


def _folded(word: str) -> str:
    return fold(word).decode("ascii")


def _longest_first(words: dict[str, Any]) -> str:
    return "|".join(sorted((re2.escape(word) for word in words), key=len, reverse=True)) or "(?:$^)"


def before(code: str, text: str, folded: bytes, start: int) -> tuple[Signal, Modifier | None]:
    """The signal and the modifier that stand before offset `start`."""
    known = _compiled(code)
    first = max(0, start - _WIDTH)
    left = folded[first:start]
    found = known.pattern.search(left) if left.rstrip().lower().endswith(known.endings) else None
    if found is None or found.start() == found.end():
        return Signal.NONE, None
    signal: tuple[str, Signal] | None = None
    modifier: tuple[str, Modifier] | None = None
    if found[1]:
        signal = known.signals[found[1].decode("ascii").lower()]
        if not _same_accents(text[first + found.start(1) : first + found.end(1)], signal[0]):
            signal = None
    if found[2]:
        modifier = known.modifiers[found[2].decode("ascii").lower()]
    return signal[1] if signal else Signal.NONE, modifier[1] if modifier else None


def _same_accents(written: str, word: str) -> bool:
    """Whether the text writes the word with its accents: "des" is no "dès". Capitals may lack them."""
    return all(
        here.lower() == there or here.isupper() or not there.isalpha() or here.isspace()
        for here, there in zip(written, word, strict=True)
    )
