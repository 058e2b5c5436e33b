"""Scores on raw text: the pipeline gets the text alone.

Words are matched by their offsets; every score is an F over matched words. The measure follows the CoNLL 2018 shared
task (https://universaldependencies.org/conll18/evaluation.html), over surface words and merged relations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token

Place = tuple[int, int]
Fact = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of right, found and gold items; the scores are in percent."""

    hits: int
    found: int
    there: int

    @property
    def precision(self) -> float:
        """The share of found items that are right."""
        return 100 * self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of gold items that are found."""
        return 100 * self.hits / self.there if self.there else 0.0

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall."""
        return 200 * self.hits / (self.found + self.there) if self.found + self.there else 0.0


def _place(token: Token) -> Place:
    return token.idx, token.idx + len(token)


def _words(doc: Doc) -> list[Token]:
    return [token for token in doc if not token.is_space]


def _head(token: Token) -> Place | None:
    head = token.head
    while head.is_space and head.head is not head:
        head = head.head
    return None if head is token else _place(head)


def _finite(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.morph.get("VerbForm", []) == ["Fin"]


def _time(token: Token) -> str:
    return "/".join("".join(token.morph.get(name, [])) for name in ("Mood", "Tense"))


def _relation(name: str) -> Callable[[Doc], Iterable[Fact]]:
    return lambda doc: ((_place(token), _head(token)) for token in _words(doc) if token.dep_ == name)


MEASURES: dict[str, Callable[[Doc], Iterable[Fact]]] = {
    "words": lambda doc: (_place(token) for token in _words(doc)),
    "sentences": lambda doc: ((_words_span(span),) for span in doc.sents if any(not token.is_space for token in span)),
    "upos": lambda doc: ((_place(token), token.pos_) for token in _words(doc)),
    "lemma": lambda doc: ((_place(token), token.lemma_.lower()) for token in _words(doc)),
    "uas": lambda doc: ((_place(token), _head(token)) for token in _words(doc)),
    "las": lambda doc: ((_place(token), _head(token), token.dep_) for token in _words(doc)),
    "finite verbs": lambda doc: (_place(token) for token in _words(doc) if _finite(token)),
    "finite verbs with tense and mood": lambda doc: (
        (_place(token), _time(token)) for token in _words(doc) if _finite(token)
    ),
    "subjects": _relation("nsubj"),
    "objects": _relation("obj"),
    "passive subjects": _relation("nsubj:pass"),
    "agents": _relation("obl:agent"),
    "passive subjects and agents": lambda doc: (
        (_place(token), _head(token), token.dep_) for token in _words(doc) if token.dep_ in ("nsubj:pass", "obl:agent")
    ),
}


def _words_span(span: Iterable[Token]) -> Place:
    words = [token for token in span if not token.is_space]
    return words[0].idx, _place(words[-1])[1]


def syntax(nlp: Language, gold: Iterable[Doc]) -> dict[str, Score]:
    """Every measure over some documents."""
    counts = {name: Counter[str]() for name in MEASURES}
    expected = list(gold)
    for right, doc in zip(expected, nlp.pipe([doc.text for doc in expected]), strict=True):
        for name, measure in MEASURES.items():
            there, found = set(measure(right)), set(measure(doc))
            counts[name].update(hits=len(there & found), found=len(found), there=len(there))
    return {name: Score(count["hits"], count["found"], count["there"]) for name, count in counts.items()}


def entities(nlp: Language, gold: Iterable[Doc]) -> dict[str, Score]:
    """The scores of entities by exact span and label: for each label, and for `all`."""
    counts: dict[str, Counter[str]] = {}
    expected = list(gold)
    for right, doc in zip(expected, nlp.pipe([doc.text for doc in expected]), strict=True):
        there = {(span.start_char, span.end_char, span.label_) for span in right.ents}
        found = {(span.start_char, span.end_char, span.label_) for span in doc.ents}
        for label in {fact[2] for fact in there | found} | {"all"}:
            some = [{fact for fact in facts if label in ("all", fact[2])} for facts in (there, found)]
            counts.setdefault(label, Counter()).update(
                hits=len(some[0] & some[1]), found=len(some[1]), there=len(some[0])
            )
    return {label: Score(count["hits"], count["found"], count["there"]) for label, count in sorted(counts.items())}
