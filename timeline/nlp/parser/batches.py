"""A text's words cut into sentences, and sentences of like length put together to be read at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from spacy.attrs import SPACY
from spacy.tokens import Doc

from timeline.nlp.arrays import Array
from timeline.nlp.french import sentence_splitter

LONGEST = 160
"""Words of a sentence at most: a longer one is cut where it most looks like two, so that its pairs stay few."""
TOGETHER = 1600
"""Words whose sentences are read at a time."""


def cut(doc: Doc, odds: Array, kinds: Array) -> Iterator[Array]:
    """The words of each sentence, white space left out: where the odds are even or better, unless the text is sure."""
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
    """The sentence, cut where it most looks like two while it is too long."""
    margin = LONGEST // 4
    while len(sentence) > LONGEST:
        at = margin + int(odds[sentence[margin:LONGEST]].argmax())
        yield sentence[:at]
        sentence = sentence[at:]
    yield sentence


def groups(sentences: Iterable[Array]) -> Iterator[list[Array]]:
    """Sentences by falling length, about `TOGETHER` words at a time, none less than half as long as the first."""
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
