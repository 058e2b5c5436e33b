"""The spaCy component of the parser network.

It sets the tags, features, sentences, heads and relations of a Doc.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from spacy.attrs import DEP, HEAD, MORPH, POS
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc

from timeline.nlp.arrays import Array
from timeline.nlp.french import sentence_splitter
from timeline.nlp.french.tenses import TENSES, finite_tense, finite_tenses
from timeline.nlp.parser import batches, spanning_tree
from timeline.nlp.parser.features import normal_form
from timeline.nlp.parser.network import Group, Network
from timeline.nlp.parser.network_component import NetworkComponent
from timeline.nlp.parser.projective import projective
from timeline.nlp.word_cache import WordColumns


@dataclass(frozen=True, slots=True)
class NetworkOutputs:
    """Arrays with one row per word of a text: the network's outputs, and the properties of the word's form.

    They are the vectors in context, the log odds that the word begins a sentence, the tenses that its form allows, and
    its kind for `sentence_splitter`.
    """

    vectors: Array
    odds: Array
    tenses: Array
    kinds: Array


class WordLabels:
    """For each word, the numbers of its tag and its relation, and the index of its head; -1 for white space."""

    def __init__(self, count: int) -> None:
        self.tags, self.heads, self.deps = (np.full(count, -1) for _ in range(3))


def word_cache(network: Network) -> WordColumns:
    """A cache of the words' vectors, tenses and kinds."""
    return WordColumns(
        network.words,
        lambda words: np.array([finite_tenses(normal_form(word)) for word in words], dtype=bool),
        lambda words: np.array([sentence_splitter.kind(word) for word in words], dtype=sentence_splitter.KINDS),
    )


class ParserComponent(NetworkComponent):
    """The component: parts of speech, features, sentences, heads and relations."""

    def fill(self, network: Network) -> None:
        """Set the trained network."""
        super().fill(network)
        self._memory = word_cache(network)
        tags = [label.split("|", 1) for label in network.settings.tags]
        self._pos = np.array([IDS[pos] for pos, _ in tags], dtype=np.uint64)
        self._morph = np.array([self._vocab.morphology.add(features) for _, features in tags], dtype=np.uint64)
        self._tense = np.array([TENSES.index(finite_tense(features)) for _, features in tags])
        relations = network.settings.relations
        self._dep = np.array([self._vocab.strings.add(label) for label in relations], dtype=np.uint64)
        self._dep_space = np.uint64(self._vocab.strings.add("dep"))
        self._root = relations.index("ROOT")

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc, and return it."""
        if len(doc):
            outputs = self._outputs(doc, self.network, self._memory)
            labels = WordLabels(len(doc))
            for group in batches.groups(batches.cut(doc, outputs.odds, outputs.kinds)):
                self._parse_group(Group.of(group), outputs, labels)
            self._write(doc, labels)
        return doc

    @staticmethod
    def _outputs(doc: Doc, network: Network, memory: WordColumns) -> NetworkOutputs:
        vectors, tenses, kinds = memory.of(doc)
        in_context, odds = network.context(vectors)
        return NetworkOutputs(in_context, odds, tenses, kinds)

    def _parse_group(self, group: Group, outputs: NetworkOutputs, labels: WordLabels) -> None:
        """Store the labels of some sentences of similar length."""
        states, tags, heads = self.network.sentences(outputs.vectors, group)
        governors = self._label_tags(group, outputs, labels, tags, heads)
        self._label_heads(group, labels, governors, self.network.relations(states, governors))

    def _label_tags(
        self, group: Group, outputs: NetworkOutputs, labels: WordLabels, tags: Array, heads: Array
    ) -> Array:
        """Store the best tags that the forms allow, and return the governor of each word in the best tree.

        The governor of a root is -1.
        """
        tags[~outputs.tenses[group.rows][:, self._tense]] = -np.inf
        labels.tags[group.rows] = tags.argmax(axis=1)
        heads[group.beyond()] = -np.inf
        columns = projective(spanning_tree.trees(heads, group.lengths), heads, group.lengths)
        return np.asarray(np.where(columns > 0, group.places[:, :1] + columns - 1, -1)[group.inside])

    def _label_heads(self, group: Group, labels: WordLabels, governors: Array, relations: Array) -> None:
        """Store heads and the best relations; only the root has the root relation."""
        relations[:, self._root] = np.where(governors < 0, np.inf, -np.inf)
        labels.deps[group.rows] = relations.argmax(axis=1)
        labels.heads[group.rows] = np.where(governors < 0, group.rows, group.rows[governors])

    def _write(self, doc: Doc, labels: WordLabels) -> None:
        """Set a Doc's attributes; white space depends on the word before it."""
        index = np.arange(len(doc))
        space = labels.tags < 0
        before = np.maximum.accumulate(np.where(space, -1, index))
        heads = np.where(space, np.where(before < 0, int(np.argmin(space)), before), labels.heads)
        values = np.empty((len(doc), 4), dtype=np.uint64)
        values[:, 0] = np.where(space, np.uint64(IDS["SPACE"]), self._pos[labels.tags])
        values[:, 1] = np.where(space, np.uint64(0), self._morph[labels.tags])
        values[:, 2] = (heads - index).astype(np.int64).view(np.uint64)
        values[:, 3] = np.where(space, self._dep_space, self._dep[labels.deps])
        doc.from_array([POS, MORPH, HEAD, DEP], values)  # type: ignore[arg-type]  # the stub knows signed numbers only


@Language.factory("timeline_reader", assigns=["token.pos", "token.morph", "token.dep", "token.head", "doc.sents"])
def make_parser(nlp: Language, name: str) -> ParserComponent:
    """The factory for spaCy configurations."""
    return ParserComponent(nlp.vocab)
