"""What a process remembers of the words that it has met: a word's vector is computed once, not wherever it stands."""

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
"""What is to be known of words: one row a word."""

REMEMBERED = 60_000
"""Words remembered; beyond that all are forgotten, so memory stays bounded."""


def seen(doc: Doc) -> list[int]:
    """The words' hashes as networks see them: typewriter quotes open or close."""
    orths: list[int] = doc.to_array(ORTH).tolist()
    strings = doc.vocab.strings
    if strings['"'] not in orths:
        return orths
    words = oriented([token.text for token in doc], [bool(token.whitespace_) for token in doc])
    return [strings.add(word) for word in words]


class Memory:
    """Some columns, one row a word."""

    def __init__(self, *columns: Column) -> None:
        self._columns = columns
        self._forget()

    def _forget(self) -> None:
        self._rows: dict[int, int] = {}
        self._known = [np.empty(0) for _ in self._columns]

    def of(self, doc: Doc) -> list[Array]:
        """Each column's rows of a Doc's words."""
        return self(seen(doc), doc.vocab)

    def __call__(self, orths: Sequence[int], vocab: Vocab) -> list[Array]:
        """Each column's rows of words given by their hashes."""
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
    """The rows, as many as `count` at least, with room for as many again where they were fewer."""
    if len(known) >= count:
        return known
    grown = np.zeros((max(1024, 2 * count), *like.shape[1:]), dtype=like.dtype)
    grown[: len(known)] = known if len(known) else 0
    return grown
