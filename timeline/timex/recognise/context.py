"""The words just before an expression: its signal ("depuis") and its modifier ("plus de")."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import re2

from timeline import languages
from timeline.languages.folding import fold_bytes
from timeline.languages.grammar import NOTHING, Language
from timeline.languages.patterns import Spans
from timeline.model import Modifier, Signal

_WIDTH = 40


class _WordsBefore(NamedTuple):
    """`endings` are the last letters of the words before wherever `pattern` matches; checking them first is cheaper."""

    pattern: Spans
    endings: tuple[bytes, ...]
    signals: dict[bytes, tuple[str, Signal]]
    modifiers: dict[bytes, Modifier]


@cache
def _compiled(code: str) -> _WordsBefore:
    language: Language = languages.get(code)
    signals = {fold_bytes(word): (word, signal) for word, signal in language.signals.items()}
    modifiers = {fold_bytes(word): modifier for word, modifier in language.modifiers.items()}
    articles = "|".join(language.articles)
    pattern = (
        rf"(?:\b({_longest_first(signals)})[ ]?)?(?:\b({_longest_first(modifiers)})[ ]?)?"
        rf"(?:\b(?:{articles}))?$"
    )
    endings = {words.rstrip().lower() for words in (*signals, *modifiers, *map(fold_bytes, language.articles))}
    return _WordsBefore(Spans(pattern), tuple(sorted(endings)), signals, modifiers)


def _longest_first(words: Iterable[bytes]) -> str:
    escaped = (re2.escape(word).decode("ascii") for word in words)
    return "|".join(sorted(escaped, key=len, reverse=True)) or NOTHING


def before(code: str, text: str, folded: bytes, start: int) -> tuple[Signal, Modifier | None]:
    """The signal and the modifier that stand before an expression.

    Args:
        code: The code of the language.
        text: The text.
        folded: The same text folded, one byte for each code point.
        start: The offset of the expression, in code points.

    Returns:
        The signal, NONE where there is none, and the modifier or None.
    """
    known = _compiled(code)
    first = max(0, start - _WIDTH)
    left = folded[first:start]
    if not left.rstrip().lower().endswith(known.endings):
        return Signal.NONE, None
    _, (begin, end), modifier = known.pattern.search(left, 0, len(left))
    signal = _signal(known, left[begin:end], text[first + begin : first + end]) if begin < end else Signal.NONE
    begin, end = modifier
    return signal, known.modifiers[left[begin:end].lower()] if begin < end else None


def _signal(known: _WordsBefore, folded: bytes, written: str) -> Signal:
    """The signal that the folded words express, NONE where the written accents make it another word."""
    word, signal = known.signals[folded.lower()]
    return signal if _same_accents(written, word) else Signal.NONE


def _same_accents(written: str, word: str) -> bool:
    """Whether the text writes the word with its accents: "des" is not "dès". Capitals may lack accents."""
    return written == word or all(
        here.lower() == there or here.isupper() or not there.isalpha() or here.isspace()
        for here, there in zip(written, word, strict=True)
    )
