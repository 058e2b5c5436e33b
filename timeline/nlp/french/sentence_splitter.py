"""Rules for where a sentence surely begins and where it cannot begin; the network decides the other cases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np

from timeline.languages.tables import section
from timeline.nlp.arrays import Array
from timeline.nlp.french.tokenizer import ABBREVIATIONS

(
    SPACE,
    LINES,
    CLOSING,
    NEVER_LAST,
    ENDING,
    SMALL,
    TITLE,
    INITIAL,
    OPENING,
    STOP,
    CAPITAL,
    NAMES_ARTICLE,
    DOTTED,
    NUMBER,
    FIRST,
) = (1 << bit for bit in range(15))
"""Kinds of words, one bit each: white space; white space with a line end; a mark that closes what precedes; a word that
must be followed by another (an abbreviation, an article, a name particle); a mark after which a sentence may end; a
lower-case first letter; a capitalised word; an initial; a mark that opens a quotation; a mark that ends a sentence; an
upper-case first letter; an article with a capital, as in names (« Le Pen »); letters with
stops between them (« c.-à-d »); figures; a word with a capital that sentences often begin with (« Le », « Mais »)."""
KINDS = np.uint16

_WORDS = section("fr", "pipeline", "sentences")
_NEVER_LAST = frozenset(ABBREVIATIONS) - {*_WORDS.words("last_abbreviations")} | {
    *_WORDS.words("articles", "particles")
}
_FIRST_WORDS = frozenset(_WORDS.words("first_words"))
_NAMES_ARTICLES = frozenset(_WORDS.words("names_articles"))
_CLOSING = frozenset("»”)]’")
_OPENING, _STOPS = frozenset("«“"), frozenset([".", "!", "?", "…", "..."])
_DOTTED = re.compile(r"[^\W\d_]{1,3}(?:\.-?[^\W\d_]{1,3}(?:-[^\W\d_]{1,3})*)+\.?")
_ENDING = re.compile(r"[.!?…:»”\")\]]$")


def kind(word: str) -> int:
    """The properties of a word that the rules need.

    Returns:
        The sum of the bits (`SPACE`, `CLOSING`, …) that hold.
    """
    bits = (
        (SPACE, word.isspace()),
        (LINES, word.isspace() and "\n" in word),
        (CLOSING, word in _CLOSING),
        (NEVER_LAST, word in _NEVER_LAST),
        (ENDING, _ENDING.search(word) is not None),
        (SMALL, word[:1].islower()),
        (TITLE, word.istitle()),
        (INITIAL, len(word) == 2 and word[1] == "." and word[0].isupper()),
        (OPENING, word in _OPENING),
        (STOP, word in _STOPS),
        (CAPITAL, word[:1].isupper()),
        (NAMES_ARTICLE, word in _NAMES_ARTICLES),
        (DOTTED, _DOTTED.fullmatch(word) is not None),
        (NUMBER, word[:1].isdigit()),
        (FIRST, word[:1].isupper() and word.lower() in _FIRST_WORDS),
    )
    return sum(bit for bit, holds in bits if holds)


def never_starts(kinds: Array, spaced: Array) -> Array:
    """Which words cannot begin a sentence.

    These are white space, a mark that closes what precedes, and a word after an abbreviation, an article, a particle
    (« Di Rupo »), an initial before a name, or a word without a space after it; also a lower-case word after a word
    without a mark at its end or after letters with stops (« t.a.b. à »), an article between two capitalised words
    and the second of them (« Marine Le Pen »), an article before a capitalised word and after two in small letters
    (« la discothèque Le Galion »), and a name after a word without a mark (« l'entreprise Toits Martin »).
    What follows « 30 F. » is no name. Line ends are handled by `breaks_at`.

    Args:
        kinds: The kind of each word (words,).
        spaced: Whether a space follows each word (words,).

    Returns:
        A boolean for each word (words,).
    """
    before = np.concatenate([[KINDS(SPACE)], kinds[:-1]])
    after = np.concatenate([kinds[1:], [KINDS(0)]])
    joined = ~np.concatenate([[True], spaced[:-1]])
    never = _has(kinds, SPACE) | _has(kinds, CLOSING) | _has(before, NEVER_LAST) | joined
    never |= _has(before, INITIAL) & _has(kinds, TITLE) & ~_before(_has(kinds, NUMBER), 2)
    never |= _has(before, SMALL | CAPITAL) & ~_has(before, ENDING) & _has(kinds, TITLE) & ~_has(kinds, FIRST)
    never |= _has(kinds, SMALL) & ~_has(before, ENDING)
    never |= _has(before, TITLE) & ~_has(before, ENDING) & _has(kinds, NAMES_ARTICLE) & _has(after, TITLE)
    never |= _has(before, NAMES_ARTICLE) & _has(kinds, TITLE)
    within = _has(before, SMALL) & ~_has(before, ENDING) & _before(_has(kinds, SMALL), 2)
    never |= within & _has(kinds, NAMES_ARTICLE) & _has(after, TITLE)
    dotted = _has(kinds, DOTTED)
    never |= _has(kinds, SMALL) & (_before(dotted, 1) | _before(dotted, 2) & _has(before, STOP))
    return np.asarray(never & ~_has(before, SPACE) | _has(kinds, SPACE))


def surely_starts(kinds: Array, spaced: Array) -> Array:
    """Which words surely begin a sentence: an opening quotation mark before a capital, after a stop and a space.

    Args:
        kinds: The properties of each word, from `kind`.
        spaced: Whether a space follows each word.

    Returns:
        A boolean for each word.
    """
    before = np.concatenate([[KINDS(0)], kinds[:-1]])
    after = np.concatenate([kinds[1:], [KINDS(0)]])
    apart = np.concatenate([[True], spaced[:-1]])
    return np.asarray(_has(kinds, OPENING) & _has(before, STOP) & apart & _has(after, CAPITAL))


def _before(holds: Array, words: int) -> Array:
    """Whether something holds so many words before."""
    return np.concatenate([np.zeros(words, dtype=bool), holds])[: len(holds)]


def _has(kinds: Array, bit: int) -> Array:
    return np.asarray((kinds & bit).astype(bool))


def breaks_at(lines: Iterable[int], doc_length: int) -> Iterator[int]:
    """The words that begin a sentence because a line ends before them.

    Soft line ends of wrapped texts have been replaced by blanks before (`timeline.lines.wrapped`).

    Args:
        lines: The indices of the words that are white space with a line end.
        doc_length: The number of words.

    Yields:
        Indices of words.
    """
    return (index + 1 for index in map(int, lines) if index + 1 < doc_length)
