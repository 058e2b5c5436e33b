"""Converts spaCy's training documents to the arrays that the network is trained on."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch
from spacy.tokens import Doc, Token

from timeline.nlp.parser.features import letters, oriented, rows
from timeline.nlp.parser.network import Settings
from training.pipeline.architecture import REACH
from training.pipeline.network import Batch

SIZES = (12000, 2500, 3000, 8000, 1000, 500, 100)
"""Rows of the parser's tables, one for each of `timeline.nlp.parser.features.FEATURES`."""
NAMES_SIZES = (*SIZES, 50)
"""Rows of the tables of the NER network."""
UNKNOWN, ROOT, NOT_ASKED = -1, -1, -2
SILVER = 0.5
"""The weight of a word's grammar where networks annotated it; 1 where a person did."""


@dataclass(frozen=True, slots=True)
class Example:
    """A document. `words` include white space; the other fields are those of `network.Batch`, from index 0.

    `sentences` holds the indices of each sentence's words. `weight` is the weight of its grammar in the loss: less
    where a network and not a person annotated it.
    """

    words: tuple[str, ...]
    sentences: tuple[tuple[int, ...], ...]
    starts: tuple[int, ...]
    tags: tuple[int, ...]
    heads: tuple[int, ...]
    relations: tuple[int, ...]
    names: tuple[int, ...]
    weight: float = 1.0

    def __len__(self) -> int:
        return len(self.words)


def tag(token: Token) -> str:
    """Part of speech and features as one label."""
    return f"{token.pos_}|{token.morph}"


def name_labels(doc: Doc) -> list[str]:
    """`B-`, `I-`, `E-` and `S-` labels of names, O elsewhere; white space has no label of its own."""
    found = ["O"] * len(doc)
    for span in doc.ents:
        inside = [token.i for token in span if not token.is_space]
        for place in inside:
            found[place] = f"I-{span.label_}"
        found[inside[0]], found[inside[-1]] = f"B-{span.label_}", f"E-{span.label_}"
        if len(inside) == 1:
            found[inside[0]] = f"S-{span.label_}"
    return found


def names_settings(named: Iterable[Doc]) -> Settings:
    """The settings of an NER network with the labels of names in the documents."""
    names = {label for doc in named for label in name_labels(doc)}
    return Settings(NAMES_SIZES, (), (), tuple(sorted(names)))


def settings(syntax: Iterable[Doc], least: int = 3) -> Settings:
    """The settings of a parser with the labels in the documents; tags and relations rarer than `least` are left out."""
    tags, relations = Counter[str](), Counter[str]()
    for doc in syntax:
        words = [token for token in doc if not token.is_space]
        tags.update(map(tag, words))
        relations.update(token.dep_ for token in words)
    return Settings(SIZES, _frequent(tags, least), _frequent(relations, least), ())


def _frequent(counts: Counter[str], least: int) -> tuple[str, ...]:
    return tuple(sorted(label for label, count in counts.items() if count >= least))


def example(doc: Doc, known: Settings, *, read: bool = False) -> Example:
    """A document as arrays.

    A label that `known` lacks is left out of the loss. Where networks annotated the document (`read`), its sentence
    starts are left out as well, and its grammar has less weight.
    """
    sentences = [tuple(token.i for token in span if not token.is_space) for span in doc.sents]
    firsts = {sentence[0] for sentence in sentences if sentence}
    return Example(
        words=tuple(oriented([token.text for token in doc], [bool(token.whitespace_) for token in doc])),
        sentences=tuple(filter(None, sentences)),
        starts=tuple(UNKNOWN if token.is_space or read else int(token.i in firsts) for token in doc),
        tags=_numbers(doc, map(tag, doc), known.tags),
        heads=tuple(NOT_ASKED if token.is_space else _head(token) for token in doc),
        relations=_numbers(doc, (token.dep_ for token in doc), known.relations),
        names=_numbers(doc, name_labels(doc), known.names),
        weight=SILVER if read else 1.0,
    )


def _numbers(doc: Doc, labels: Iterable[str], known: tuple[str, ...]) -> tuple[int, ...]:
    place = {label: index for index, label in enumerate(known)}
    return tuple(
        UNKNOWN if token.is_space else place.get(label, UNKNOWN) for token, label in zip(doc, labels, strict=True)
    )


def _head(token: Token) -> int:
    return ROOT if token.head.i == token.i else token.head.i


def batches(examples: Sequence[Example], words: int, rng: random.Random) -> Iterator[list[Example]]:
    """All examples once, shuffled, in batches of about `words` words."""
    order = list(examples)
    rng.shuffle(order)
    batch: list[Example] = []
    for some in order:
        batch.append(some)
        if sum(map(len, batch)) >= words:
            yield batch
            batch = []
    if batch:
        yield batch


def frequencies(examples: Iterable[Example]) -> Counter[str]:
    """The frequency of each word in the examples."""
    return Counter(word for some in examples for word in some.words)


def collated(batch: Sequence[Example], counts: Counter[str], sizes: tuple[int, ...] = SIZES) -> Batch:
    """A batch as tensors. The rarer a word, the more often its spelling is hidden."""
    row: list[str | None] = []
    fields: dict[str, list[float]] = {name: [] for name in ("starts", "tags", "heads", "relations", "names", "weight")}
    places: list[list[int]] = []
    for some in batch:
        offset = len(row)
        row += [*some.words, *[None] * REACH]
        for name in ("starts", "tags", "relations", "names"):
            fields[name] += [*getattr(some, name), *[UNKNOWN] * REACH]
        fields["heads"] += [*(head + offset if head >= 0 else head for head in some.heads), *[NOT_ASKED] * REACH]
        fields["weight"] += [some.weight] * (len(some) + REACH)
        places += [[place + offset for place in sentence] for sentence in some.sentences]
    places.sort(key=len, reverse=True)
    different = list(dict.fromkeys(word for word in row if word is not None))
    index = {word: at for at, word in enumerate(different)}
    longest = len(places[0])
    return Batch(
        rows=torch.tensor(rows(different, sizes)),
        letters=torch.tensor([letters(word) for word in different]),
        rare=torch.tensor([0.6 / (0.6 + counts[word]) + 0.02 for word in different]),
        words=torch.tensor([-1 if word is None else index[word] for word in row]),
        places=torch.tensor([sentence + [-1] * (longest - len(sentence)) for sentence in places]),
        lengths=torch.tensor([len(sentence) for sentence in places]),
        **{name: torch.tensor(values) for name, values in fields.items()},
    )
