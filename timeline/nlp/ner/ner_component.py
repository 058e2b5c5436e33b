"""The spaCy component of the NER network: it labels the names of a Doc, sentence by sentence."""

from __future__ import annotations

import numpy as np
from spacy.attrs import ENT_IOB, ENT_TYPE, IS_SPACE
from spacy.language import Language
from spacy.tokens import Doc

from timeline.nlp.arrays import Array
from timeline.nlp.ner import span_decoding
from timeline.nlp.parser import batches
from timeline.nlp.parser.network import Group, Network
from timeline.nlp.parser.network_component import NetworkComponent
from timeline.nlp.word_cache import WordColumns


class NerComponent(NetworkComponent):
    """The component; it requires a Doc with sentence boundaries."""

    def fill(self, network: Network) -> None:
        """Set the trained network."""
        super().fill(network)
        self._memory = WordColumns(network.words)
        marks = [
            span_decoding.mark(label) for label in (*network.settings.names, "O")
        ]  # the last stands for no label at all
        self._mark = np.array([iob for iob, _ in marks], dtype=np.uint64)
        self._label = np.array([self._vocab.strings.add(name) if name else 0 for _, name in marks], dtype=np.uint64)
        self._goes_on = self._mark == span_decoding.INSIDE

    def __call__(self, doc: Doc) -> Doc:
        """Label the names of the Doc, and return it."""
        words = ~doc.to_array(IS_SPACE).astype(bool)
        if words.any():
            self._write(doc, self._labels(doc, words), ~words)
        return doc

    def _labels(self, doc: Doc, words: Array) -> Array:
        """The number of each word's label; -1 for white space."""
        (x,) = self.network.context(self._memory.of(doc)[0])
        labels = np.full(len(doc), -1)
        sentences = (np.arange(span.start, span.end)[words[span.start : span.end]] for span in doc.sents)
        for group in batches.groups([sentence for sentence in sentences if len(sentence)]):
            some = Group.of(group)
            (scores,) = self.network.sentences(x, some)
            labels[some.rows] = span_decoding.labels(scores, some.lengths, self.network.settings.names)
        return labels

    def _write(self, doc: Doc, names: Array, space: Array) -> None:
        """Set the names of a Doc; white space inside a name is part of the name."""
        index = np.where(space, len(doc) - 1, np.arange(len(doc)))
        after = np.minimum.accumulate(index[::-1])[::-1]
        names = np.where(space, np.where(self._goes_on[names[after]], names[after], -1), names)
        values = np.empty((len(doc), 2), dtype=np.uint64)
        values[:, 0] = np.where(space & ~self._goes_on[names], np.uint64(span_decoding.OUTSIDE), self._mark[names])
        values[:, 1] = np.where(names < 0, np.uint64(0), self._label[names])
        doc.from_array([ENT_IOB, ENT_TYPE], values)  # type: ignore[arg-type]  # the stub knows signed numbers only


@Language.factory("timeline_marker", requires=["doc.sents"], assigns=["doc.ents"])
def make_ner(nlp: Language, name: str) -> NerComponent:
    """The factory for spaCy configurations."""
    return NerComponent(nlp.vocab)
