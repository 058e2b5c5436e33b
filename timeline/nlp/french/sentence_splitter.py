"""Where sentences cannot run on, and where they cannot end, before the network says the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np

from timeline.nlp.arrays import Array
from timeline.nlp.french.tokenizer import ABBREVIATIONS

SPACE, LINES, CLOSING, NEVER_LAST, ENDING, SMALL, TITLE, INITIAL, OPENING, STOP, CAPITAL = (
    1 << bit for bit in range(11)
)
"""Kinds of words, one bit each: white space; with a line's end in it; a mark that closes what came before; a word that
something follows (an abbreviation, an article, a name's particle); a mark after which a sentence may end; a small first
letter; a capitalised word; an initial; a mark that opens a quotation; one that ends a sentence; a capital first
letter."""
KINDS = np.uint16

_ARTICLES = frozenset(["le", "la", "les", "l'", "l’", "un", "une", "du", "des", "de", "d'", "d’", "au", "aux", "et"])
_PARTICLES = frozenset(["Di", "Van", "Von", "Del", "Della", "Dos", "Ben", "El", "Al", "Abou", "Abu", "Sidi", "Ould"])
_NEVER_LAST = frozenset(ABBREVIATIONS) - {"etc.", "J.-C.", "a.m.", "p.m."} | _ARTICLES | _PARTICLES
_CLOSING = frozenset("»”)]’")
_OPENING, _STOPS = frozenset("«“"), frozenset([".", "!", "?", "…", "..."])
_ENDING = re.compile(r"[.!?…:»”\")\]]$")


def kind(word: str) -> int:
    """What the rules need to know of a word, as bits."""
    told = (
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
    )
    return sum(bit for bit, holds in told if holds)


def never_starts(kinds: Array, spaced: Array) -> Array:
    """Which words surely begin no sentence, by their `kinds` and whether a space follows each (`spaced`).

    White space, a mark that closes what came before, and what follows an abbreviation, an article, a particle (« Di
    Rupo »), an initial before a name, a word without a space after it, or, with a small letter, a word with no mark at
    its end. A line's end is another rule's.
    """
    before = np.concatenate([[KINDS(SPACE)], kinds[:-1]])
    joined = ~np.concatenate([[True], spaced[:-1]])
    never = _has(kinds, SPACE) | _has(kinds, CLOSING) | _has(before, NEVER_LAST) | joined
    never |= _has(before, INITIAL) & _has(kinds, TITLE)
    never |= _has(kinds, SMALL) & ~_has(before, ENDING)
    return np.asarray(never & ~_has(before, SPACE) | _has(kinds, SPACE))


def surely_starts(kinds: Array, spaced: Array) -> Array:
    """Which words surely begin a sentence: a mark that opens a quotation with a capital, after a stop and a space."""
    before = np.concatenate([[KINDS(0)], kinds[:-1]])
    after = np.concatenate([kinds[1:], [KINDS(0)]])
    apart = np.concatenate([[True], spaced[:-1]])
    return np.asarray(_has(kinds, OPENING) & _has(before, STOP) & apart & _has(after, CAPITAL))


def _has(kinds: Array, bit: int) -> Array:
    return np.asarray((kinds & bit).astype(bool))


def breaks_at(lines: Iterable[int], doc_length: int) -> Iterator[int]:
    """The words that ends of lines (`lines`, places of white space) make begin a sentence: those after them.

    Soft line ends of wrapped texts are blanks before a text comes here (`timeline.languages.wrapped_lines`).
    """
    return (index + 1 for index in map(int, lines) if index + 1 < doc_length)
