"""Cut the words of a text into sentences, and group sentences of similar length to process them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from spacy.attrs import SPACY
from spacy.tokens import Doc

from timeline.nlp.arrays import Array
from timeline.nlp.french import sentence_splitter

LONGEST = 160
"""The largest number of words of a sentence: a longer one is cut at its likeliest start, to limit its pairs."""
TOGETHER = 1600
"""The number of words whose sentences are processed together."""


def cut(doc: Doc, odds: Array, kinds: Array) -> Iterator[Array]:
    """The words of each sentence, without white space.

    Args:
        doc: The Doc.
        odds: The log odds that each word begins a sentence (words,).
        kinds: The kind of each word (words,), see `sentence_splitter.kind`.

    Yields:
        The indices of the words of a sentence. It begins where the odds are at least even, unless a rule decides.
    """
    starts = odds > 0
    spaced = doc.to_array(SPACY).astype(bool)
    starts[sentence_splitter.surely_starts(kinds, spaced)] = True
    starts[sentence_splitter.never_starts(kinds, spaced)] = False
    for index in sentence_splitter.breaks_at(np.flatnonzero(kinds & sentence_splitter.LINES), len(doc)):
        starts[index] = True
    words = np.flatnonzero(~(kinds & sentence_splitter.SPACE).astype(bool))
    firsts = np.flatnonzero(starts[words])
    for sentence in np.split(words, firsts[firsts > 0]):
        if len(sentence):
            yield from _bounded(sentence, odds)


def _bounded(sentence: Array, odds: Array) -> Iterator[Array]:
    """The sentence, cut at its likeliest inner sentence start until no part is too long."""
    margin = LONGEST // 4
    while len(sentence) > LONGEST:
        at = margin + int(odds[sentence[margin:LONGEST]].argmax())
        yield sentence[:at]
        sentence = sentence[at:]
    yield sentence


def groups(sentences: Iterable[Array]) -> Iterator[list[Array]]:
    """Groups sentences of similar length, so that they can be processed as one array.

    Args:
        sentences: The indices of the words of each sentence.

    Yields:
        Groups of about `TOGETHER` words, longest sentences first; none is shorter than half of its group's first.
    """
    group: list[Array] = []
    size = 0
    for sentence in sorted(sentences, key=len, reverse=True):
        if group and (size + len(sentence) > TOGETHER or len(sentence) * 2 < len(group[0])):
            yield group
            group, size = [], 0
        group.append(sentence)
        size += len(sentence)
    if group:
        yield group
