"""spaCy's side of the network: the component that reads a Doc, its tags, features, sentences, heads and relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
import srsly  # type: ignore[import-untyped]  # spaCy's serialiser has no types
from spacy.attrs import DEP, HEAD, MORPH, ORTH, POS
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab

from timeline.nlp import network, splitter, tree
from timeline.nlp.network import Array, Parameters, Sentences, Settings
from timeline.nlp.views import TENSES, finite_tense, finite_tenses

REMEMBERED = 60_000
"""Words whose vectors a process keeps; beyond that it forgets all and starts again, so memory stays bounded."""
LONGEST = 160
"""Words of a sentence at most: a longer one is cut where it most looks like two, so that its pairs stay few."""
TOGETHER = 4000
"""Words whose sentences are read at a time."""


class Words:
    """The vectors of the words met so far, one row a word, and what finite tenses each may have."""

    def __init__(self, settings: Settings, parameters: Parameters) -> None:
        self._settings, self._parameters = settings, parameters
        self._forget()

    def _forget(self) -> None:
        self._rows: dict[int, int] = {}
        self._vectors = np.zeros((1024, len(self._parameters["mix_norm.weight"])), dtype=np.float32)
        self._tenses = np.ones((1024, len(TENSES)), dtype=bool)

    def __call__(self, orths: list[int], vocab: Vocab) -> tuple[Array, Array]:
        """A vector and the possible `TENSES` for each word, by its hash."""
        if len(self._rows) > REMEMBERED:
            self._forget()
        known = self._rows
        fresh = [orth for orth in dict.fromkeys(orths) if orth not in known]
        if fresh:
            self._learn(fresh, [vocab.strings[orth] for orth in fresh])
        at = [known[orth] for orth in orths]
        return self._vectors[at], self._tenses[at]

    def _learn(self, orths: list[int], words: list[str]) -> None:
        first, last = len(self._rows), len(self._rows) + len(orths)
        while last > len(self._vectors):
            self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])
            self._tenses = np.concatenate([self._tenses, np.ones_like(self._tenses)])
        self._vectors[first:last] = network.word_vectors(words, self._settings, self._parameters)
        self._tenses[first:last] = [finite_tenses(word) for word in words]
        self._rows.update(zip(orths, range(first, last), strict=True))


@dataclass(frozen=True, slots=True)
class Row:
    """Some Docs as one row of words, `network.REACH` empty places after each: where each Doc begins, and the words'
    vectors in context and possible tenses."""

    offsets: tuple[int, ...]
    vectors: Array
    tenses: Array


class Reader:
    """The component: parts of speech, features, sentences, heads and relations."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def fill(self, settings: Settings, trained: Parameters) -> None:
        """Takes a trained network; `Settings` names its outputs."""
        self.settings, self._trained = settings, {name: np.asarray(array, "float16") for name, array in trained.items()}
        self.parameters = network.prepared(self._trained)
        self._words = Words(settings, self.parameters)
        tags = [label.split("|", 1) for label in settings.tags]
        self._pos = np.array([IDS[pos] for pos, _ in tags], dtype=np.uint64)
        self._morph = np.array([self._vocab.morphology.add(features) for _, features in tags], dtype=np.uint64)
        self._tense = np.array([TENSES.index(finite_tense(features)) for _, features in tags])
        self._dep = np.array([self._vocab.strings.add(label) for label in settings.relations], dtype=np.uint64)
        self._dep_space = np.uint64(self._vocab.strings.add("dep"))

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, read."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """The Docs, read some at a time."""
        rest = iter(docs)
        while some := list(islice(rest, batch_size)):
            self._read(some)
            yield from some

    def _read(self, docs: list[Doc]) -> None:
        row = self._row(docs)
        odds = network.starts(row.vectors, self.parameters)
        sentences = [
            [place + offset for place in sentence]
            for doc, offset in zip(docs, row.offsets, strict=True)
            for sentence in cut(doc, odds[offset : offset + len(doc)])
        ]
        tags, heads, deps = (np.full(len(row.vectors), -1) for _ in range(3))
        for group in groups(sentences):
            self._understand(group, row, tags, heads, deps)
        for doc, offset in zip(docs, row.offsets, strict=True):
            inside = slice(offset, offset + len(doc))
            self._write(doc, tags[inside], heads[inside] - offset, deps[inside])

    def _row(self, docs: list[Doc]) -> Row:
        orths = [doc.to_array(ORTH).tolist() for doc in docs]
        vectors, possible = self._words([orth for some in orths for orth in some], self._vocab)
        total = sum(len(some) + network.REACH for some in orths)
        x = np.zeros((total, vectors.shape[1]), dtype=np.float32)
        tenses = np.ones((total, len(TENSES)), dtype=bool)
        offsets, at, taken = [], 0, 0
        for some in orths:
            offsets.append(at)
            x[at : at + len(some)] = vectors[taken : taken + len(some)]
            tenses[at : at + len(some)] = possible[taken : taken + len(some)]
            at, taken = at + len(some) + network.REACH, taken + len(some)
        return Row(tuple(offsets), network.in_context(x, self.parameters), tenses)

    def _understand(self, group: list[list[int]], row: Row, tags: Array, heads: Array, deps: Array) -> None:
        """Reads some sentences of about one length; writes what it finds to their places."""
        places = np.array([place for sentence in group for place in sentence])
        lengths = np.array([len(sentence) for sentence in group])
        some = Sentences(_filled(lengths), lengths)
        x = network.sentence_vectors(row.vectors[places], some, self.parameters)
        tag_scores = network.linear(x, self.parameters, "tags")
        tag_scores[~row.tenses[places][:, self._tense]] = -np.inf
        tags[places] = tag_scores.argmax(axis=1)
        columns = tree.trees(network.head_scores(x, some, self.parameters), lengths)
        inside = np.arange(some.places.shape[1])[None, :] < lengths[:, None]
        firsts = some.places[:, :1]
        governors = np.where(columns > 0, firsts + columns - 1, -1)[inside]
        relations = network.relation_scores(x, governors, self.parameters)
        root = self.settings.relations.index("ROOT")
        relations[:, root] = np.where(governors < 0, np.inf, -np.inf)
        deps[places] = relations.argmax(axis=1)
        heads[places] = np.where(governors < 0, places, places[governors])

    def _write(self, doc: Doc, tags: Array, heads: Array, deps: Array) -> None:
        """Sets a Doc's attributes; white space hangs on the word before it."""
        index = np.arange(len(doc))
        space = tags < 0
        before = np.maximum.accumulate(np.where(space, -1, index))
        following = int(np.argmin(space)) if len(doc) else 0
        heads = np.where(space, np.where(before < 0, following, before), heads)
        values = np.empty((len(doc), 4), dtype=np.uint64)
        values[:, 0] = np.where(space, np.uint64(IDS["SPACE"]), self._pos[tags])
        values[:, 1] = np.where(space, np.uint64(0), self._morph[tags])
        values[:, 2] = (heads - index).astype(np.int64).view(np.uint64)
        values[:, 3] = np.where(space, self._dep_space, self._dep[deps])
        doc.from_array([POS, MORPH, HEAD, DEP], values)  # type: ignore[arg-type]  # the stub knows signed numbers only

    def to_bytes(self, **_: object) -> bytes:
        """The network in half precision."""
        arrays = {name: (array.shape, array.tobytes()) for name, array in sorted(self._trained.items())}
        outputs = (self.settings.sizes, self.settings.tags, self.settings.relations)
        return bytes(srsly.msgpack_dumps({"settings": outputs, "parameters": arrays}))

    def from_bytes(self, data: bytes, **_: object) -> Reader:
        """What `to_bytes` gave."""
        parts = srsly.msgpack_loads(data)
        settings = Settings(*(tuple(values) for values in parts["settings"]))
        trained = {
            name: np.frombuffer(raw, dtype="float16").reshape(shape)
            for name, (shape, raw) in parts["parameters"].items()
        }
        self.fill(settings, trained)
        return self


def _filled(lengths: Array) -> Array:
    """Row numbers of each sentence's words when sentences follow each other; past the end, its first word's."""
    firsts = np.cumsum(lengths) - lengths
    steps = np.arange(int(lengths.max()))[None, :]
    return np.asarray(np.where(steps < lengths[:, None], firsts[:, None] + steps, firsts[:, None]))


def cut(doc: Doc, odds: Array) -> Iterator[list[int]]:
    """The words of each sentence, white space left out: where the odds are even or better, unless the text is sure."""
    words = [token.text for token in doc]
    starts = odds > 0
    for index, sure in splitter.boundaries(words, doc.text):
        starts[index] = sure
    sentence: list[int] = []
    for index, (start, word) in enumerate(zip(starts.tolist(), words, strict=True)):
        if word.isspace():
            continue
        if start and sentence:
            yield from _bounded(sentence, odds)
            sentence = []
        sentence.append(index)
    if sentence:
        yield from _bounded(sentence, odds)


def _bounded(sentence: list[int], odds: Array) -> Iterator[list[int]]:
    """The sentence, cut where it most looks like two while it is too long."""
    if len(sentence) <= LONGEST:
        yield sentence
        return
    margin = LONGEST // 4
    at = margin + int(odds[sentence[margin:LONGEST]].argmax())
    yield sentence[:at]
    yield from _bounded(sentence[at:], odds)


def groups(sentences: list[list[int]]) -> Iterator[list[list[int]]]:
    """Sentences by falling length, about `TOGETHER` words at a time, none less than half as long as the first."""
    group: list[list[int]] = []
    size = 0
    for sentence in sorted(sentences, key=len, reverse=True):
        if group and (size + len(sentence) > TOGETHER or len(sentence) * 2 < len(group[0])):
            yield group
            group, size = [], 0
        group.append(sentence)
        size += len(sentence)
    if group:
        yield group


@Language.factory("timeline_reader", assigns=["token.pos", "token.morph", "token.dep", "token.head", "doc.sents"])
def make_reader(nlp: Language, name: str) -> Reader:
    """The factory that a spaCy configuration names."""
    return Reader(nlp.vocab)
