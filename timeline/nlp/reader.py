"""spaCy's side of the network: the component that reads a Doc, its tags, features, sentences, heads,
relations and names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from itertools import islice

import numpy as np
import srsly  # type: ignore[import-untyped]  # spaCy's serialiser has no types
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, MORPH, ORTH, POS, SPACY
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab

from timeline.nlp import network, spans, splitter, tree
from timeline.nlp.network import Array, Parameters, Sentences, Settings
from timeline.nlp.tenses import TENSES, finite_tense, finite_tenses
from timeline.nlp.views import normal_form, oriented

REMEMBERED = 60_000
"""Words whose vectors a process keeps; beyond that it forgets all and starts again, so memory stays bounded."""
LONGEST = 160
"""Words of a sentence at most: a longer one is cut where it most looks like two, so that its pairs stay few."""
TOGETHER = 1600
"""Words whose sentences are read at a time."""


class Words:
    """What a process knows of the words met so far, one row a word: vectors, possible `TENSES`, `splitter.kind`."""

    def __init__(self, settings: Settings, parameters: Parameters) -> None:
        self._settings, self._parameters = settings, parameters
        self._forget()

    def _forget(self) -> None:
        self._rows: dict[int, int] = {}
        self.vectors = np.zeros((1024, len(self._parameters["mix_norm.weight"])), dtype=np.float32)
        self.tenses = np.ones((1024, len(TENSES)), dtype=bool)
        self.kinds = np.zeros(1024, dtype=splitter.KINDS)

    def __call__(self, orths: list[int], vocab: Vocab) -> Array:
        """The row of each word, by its hash: good until the next call."""
        if len(self._rows) > REMEMBERED:
            self._forget()
        known = self._rows
        fresh = [orth for orth in dict.fromkeys(orths) if orth not in known]
        if fresh:
            self._learn(fresh, [vocab.strings[orth] for orth in fresh])
        return np.array([known[orth] for orth in orths], dtype=np.int64)

    def _learn(self, orths: list[int], words: list[str]) -> None:
        first, last = len(self._rows), len(self._rows) + len(orths)
        while last > len(self.vectors):
            self.vectors = np.concatenate([self.vectors, np.zeros_like(self.vectors)])
            self.tenses = np.concatenate([self.tenses, np.ones_like(self.tenses)])
            self.kinds = np.concatenate([self.kinds, np.zeros_like(self.kinds)])
        self.vectors[first:last] = network.word_vectors(words, self._settings, self._parameters)
        self.tenses[first:last] = [finite_tenses(normal_form(word)) for word in words]
        self.kinds[first:last] = [splitter.kind(word) for word in words]
        self._rows.update(zip(orths, range(first, last), strict=True))


@dataclass(frozen=True, slots=True)
class Row:
    """Some Docs as one row of words, `network.REACH` empty places after each: where each Doc begins, and the words'
    vectors in context, possible tenses and kinds."""

    offsets: tuple[int, ...]
    vectors: Array
    tenses: Array
    kinds: Array


class Found:
    """What is found of each word of a row: numbers of tags, relations and names, the row of its head, and its vector in
    its sentence."""

    def __init__(self, count: int, width: int) -> None:
        self.states = np.zeros((count, width), dtype=np.float32)
        self.tags, self.heads, self.deps, self.names = (np.full(count, -1) for _ in range(4))


@dataclass(frozen=True, slots=True)
class Group:
    """Some sentences read together: the rows of all their words, and how they lie among these."""

    rows: Array
    sentences: Sentences

    @classmethod
    def of(cls, group: list[Array]) -> Group:
        """Sentences that follow each other; past a sentence's end its first word stands."""
        lengths = np.array([len(sentence) for sentence in group])
        firsts = np.cumsum(lengths) - lengths
        steps = np.arange(int(lengths.max()))[None, :]
        places = np.where(steps < lengths[:, None], firsts[:, None] + steps, firsts[:, None])
        return cls(np.concatenate(group), Sentences(places, lengths))


class Reader:
    """The component: parts of speech, features, sentences, heads, relations and names."""

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
        self._root = settings.relations.index("ROOT")
        marks = [spans.mark(label) for label in (*settings.names, "O")]  # the last stands for no label at all
        self._mark = np.array([iob for iob, _ in marks], dtype=np.uint64)
        self._label = np.array([self._vocab.strings.add(name) if name else 0 for _, name in marks], dtype=np.uint64)
        self._goes_on = self._mark == spans.INSIDE
        self._quote = self._vocab.strings.add('"')

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, read."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """The Docs, read some at a time."""
        rest = iter(docs)
        while some := list(islice(rest, batch_size)):
            self._read(some)
            yield from some

    def _read(self, docs: list[Doc]) -> None:
        row = self._row(docs)
        sentences = self._sentences(docs, row, network.starts(row.vectors, self.parameters))
        found = Found(len(row.vectors), network.sentence_width(self.parameters))
        for group in groups(sentences):
            self._understand(group, row, found)
        self._name(sentences, row, found)
        for doc, offset in zip(docs, row.offsets, strict=True):
            self._write(doc, found, offset)

    @staticmethod
    def _sentences(docs: list[Doc], row: Row, odds: Array) -> list[Array]:
        """The rows of each sentence's words."""
        return [
            sentence + offset
            for doc, offset in zip(docs, row.offsets, strict=True)
            for sentence in cut(doc, odds[offset : offset + len(doc)], row.kinds[offset : offset + len(doc)])
        ]

    def _row(self, docs: list[Doc]) -> Row:
        orths = [self._seen(doc) for doc in docs]
        at = self._words([orth for some in orths for orth in some], self._vocab)
        begins = np.cumsum([0, *(len(some) + network.REACH for some in orths)])
        places = np.concatenate([np.arange(len(some)) + begin for some, begin in zip(orths, begins, strict=False)])
        x = np.zeros((begins[-1], self._words.vectors.shape[1]), dtype=np.float32)
        tenses = np.ones((begins[-1], len(TENSES)), dtype=bool)
        kinds = np.zeros(begins[-1], dtype=splitter.KINDS)
        x[places], tenses[places], kinds[places] = (
            self._words.vectors[at],
            self._words.tenses[at],
            self._words.kinds[at],
        )
        return Row(tuple(begins[:-1].tolist()), network.in_context(x, self.parameters), tenses, kinds)

    def _seen(self, doc: Doc) -> list[int]:
        """The words' hashes as the network sees them: typewriter quotes open or close."""
        orths: list[int] = doc.to_array(ORTH).tolist()
        if self._quote not in orths:
            return orths
        words = oriented([token.text for token in doc], [bool(token.whitespace_) for token in doc])
        return [self._vocab.strings.add(word) for word in words]

    def _understand(self, group: list[Array], row: Row, found: Found) -> None:
        """Reads some sentences of about one length; writes what it finds to their places."""
        some, p = Group.of(group), self.parameters
        x = network.sentence_vectors(row.vectors[some.rows], some.sentences, p)
        heads = network.head_scores(x, some.sentences, p)
        governors = self._settle(some, row, found, network.linear(x, p, "tags"), heads)
        self._relate(some, found, governors, network.relation_scores(x, governors, p))
        found.states[some.rows] = x

    def _settle(self, some: Group, row: Row, found: Found, tags: Array, heads: Array) -> Array:
        """Writes the best tags that the forms allow, and gives each word's governor in the best tree (-1 for none)."""
        tags[~row.tenses[some.rows][:, self._tense]] = -np.inf
        found.tags[some.rows] = tags.argmax(axis=1)
        places, lengths = some.sentences.places, some.sentences.lengths
        columns = tree.trees(heads, lengths)
        inside = np.arange(places.shape[1])[None, :] < lengths[:, None]
        return np.asarray(np.where(columns > 0, places[:, :1] + columns - 1, -1)[inside])

    def _relate(self, some: Group, found: Found, governors: Array, relations: Array) -> None:
        """Writes heads and the best relations; the root's is the root's alone."""
        relations[:, self._root] = np.where(governors < 0, np.inf, -np.inf)
        found.deps[some.rows] = relations.argmax(axis=1)
        found.heads[some.rows] = np.where(governors < 0, some.rows, some.rows[governors])

    def _name(self, sentences: list[Array], row: Row, found: Found) -> None:
        """Labels the names of all sentences."""
        if not sentences:
            return
        scores = network.name_scores(row.vectors, found.states, found.tags >= 0, self.parameters)
        places, lengths = np.concatenate(sentences), np.array([len(sentence) for sentence in sentences])
        found.names[places] = spans.labels(scores[places], lengths, self.settings.names)

    def _write(self, doc: Doc, found: Found, offset: int) -> None:
        """Sets a Doc's attributes; white space hangs on the word before it, and is part of a name that goes on."""
        index = np.arange(len(doc))
        tags, heads, deps, names = (
            part[offset : offset + len(doc)] for part in (found.tags, found.heads - offset, found.deps, found.names)
        )
        space = tags < 0
        before = np.maximum.accumulate(np.where(space, -1, index))
        following = int(np.argmin(space)) if len(doc) else 0
        heads = np.where(space, np.where(before < 0, following, before), heads)
        after = np.minimum.accumulate(np.where(space, len(doc) - 1, index)[::-1])[::-1] if len(doc) else index
        names = np.where(space, np.where(self._goes_on[names[after]], names[after], -1), names)
        values = np.empty((len(doc), 6), dtype=np.uint64)
        values[:, 0] = np.where(space, np.uint64(IDS["SPACE"]), self._pos[tags])
        values[:, 1] = np.where(space, np.uint64(0), self._morph[tags])
        values[:, 2] = (heads - index).astype(np.int64).view(np.uint64)
        values[:, 3] = np.where(space, self._dep_space, self._dep[deps])
        values[:, 4] = np.where(space & ~self._goes_on[names], np.uint64(spans.OUTSIDE), self._mark[names])
        values[:, 5] = np.where(names < 0, np.uint64(0), self._label[names])
        doc.from_array([POS, MORPH, HEAD, DEP, ENT_IOB, ENT_TYPE], values)  # type: ignore[arg-type]  # the stub knows signed numbers only

    def to_bytes(self, **_: object) -> bytes:
        """The network in half precision."""
        arrays = {name: (array.shape, array.tobytes()) for name, array in sorted(self._trained.items())}
        outputs = astuple(self.settings)
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


def cut(doc: Doc, odds: Array, kinds: Array) -> Iterator[Array]:
    """The words of each sentence, white space left out: where the odds are even or better, unless the text is sure."""
    starts = odds > 0
    spaced = doc.to_array(SPACY).astype(bool)
    starts[splitter.surely_starts(kinds, spaced)] = True
    starts[splitter.never_starts(kinds, spaced)] = False
    for index, sure in splitter.breaks_at(np.flatnonzero(kinds & splitter.LINES), kinds, doc):
        starts[index] = sure
    words = np.flatnonzero(~(kinds & splitter.SPACE).astype(bool))
    firsts = np.flatnonzero(starts[words])
    for sentence in np.split(words, firsts[firsts > 0]):
        if len(sentence):
            yield from _bounded(sentence, odds)


def _bounded(sentence: Array, odds: Array) -> Iterator[Array]:
    """The sentence, cut where it most looks like two while it is too long."""
    if len(sentence) <= LONGEST:
        yield sentence
        return
    margin = LONGEST // 4
    at = margin + int(odds[sentence[margin:LONGEST]].argmax())
    yield sentence[:at]
    yield from _bounded(sentence[at:], odds)


def groups(sentences: list[Array]) -> Iterator[list[Array]]:
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


@Language.factory(
    "timeline_reader", assigns=["token.pos", "token.morph", "token.dep", "token.head", "doc.sents", "doc.ents"]
)
def make_reader(nlp: Language, name: str) -> Reader:
    """The factory that a spaCy configuration names."""
    return Reader(nlp.vocab)
