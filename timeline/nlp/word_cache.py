"""A cache of the words that a process has met: a word's vector is computed once, not at each occurrence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from spacy.attrs import ORTH
from spacy.tokens import Doc
from spacy.vocab import Vocab

from timeline.nlp.arrays import Array
from timeline.nlp.parser.features import oriented

Column: TypeAlias = Callable[[Sequence[str]], Array]
"""Computes a property of words, as one row per word."""

REMEMBERED = 60_000
"""The largest number of cached words; beyond it the cache is emptied, so memory stays bounded."""


def seen(doc: Doc) -> list[int]:
    """The hashes of the words in the form that networks use: straight quotation marks are replaced by « or »."""
    orths: list[int] = doc.to_array(ORTH).tolist()
    strings = doc.vocab.strings
    if strings['"'] not in orths:
        return orths
    words = oriented([token.text for token in doc], [bool(token.whitespace_) for token in doc])
    return [strings.add(word) for word in words]


class WordColumns:
    """A cache of several columns, with one row per word."""

    def __init__(self, *columns: Column) -> None:
        self._columns = columns
        self._forget()

    def _forget(self) -> None:
        self._rows: dict[int, int] = {}
        self._known = [np.empty(0) for _ in self._columns]

    def of(self, doc: Doc) -> list[Array]:
        """The rows of a Doc's words, for each column."""
        return self(seen(doc), doc.vocab)

    def __call__(self, orths: Sequence[int], vocab: Vocab) -> list[Array]:
        """The rows of words given by their hashes, for each column."""
        if len(self._rows) > REMEMBERED:
            self._forget()
        known = self._rows
        fresh = [orth for orth in dict.fromkeys(orths) if orth not in known]
        if fresh:
            self._learn(fresh, [vocab.strings[orth] for orth in fresh])
        at = np.array([known[orth] for orth in orths], dtype=np.int64)
        return [column[at] for column in self._known]

    def _learn(self, orths: list[int], words: list[str]) -> None:
        first, last = len(self._rows), len(self._rows) + len(orths)
        for number, column in enumerate(self._columns):
            found = column(words)
            self._known[number] = _with_room(self._known[number], last, found)
            self._known[number][first:last] = found
        self._rows.update(zip(orths, range(first, last), strict=True))


def _with_room(known: Array, count: int, like: Array) -> Array:
    """The rows, extended to at least `count`; an extension also reserves room for as many again."""
    if len(known) >= count:
        return known
    grown = np.zeros((max(1024, 2 * count), *like.shape[1:]), dtype=like.dtype)
    grown[: len(known)] = known if len(known) else 0
    return grown
