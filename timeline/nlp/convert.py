"""Convert spaCy's Docs to the sentences of the later stages, which do not use spaCy."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice
from typing import TypeVar

import numpy as np
from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, MORPH, ORTH, POS
from spacy.language import Language
from spacy.morphology import Morphology
from spacy.parts_of_speech import NAMES
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from timeline.lines.wrapped import unwrap
from timeline.model import Entity, Sentence, Span, Token
from timeline.model.syntax import extent
from timeline.nlp.french.lexicon import STRAIGHT

_BATCH = 64
"""The number of texts in a batch."""
LONGEST_PART = 20_000
"""The largest number of code points that are parsed together: a network holds the vectors of all words of a part."""
MOST_WORDS = 7_000
"""The largest number of words and marks of a part, for "1/1/1": prose of `LONGEST_PART` has 4,000 to 5,300."""
_WORD = re.compile(r"\w+|[^\w\s]")
_BREAKS = tuple(map(re.compile, (r"\n\s*\n", r"\n", r"[.!?…]\s", r"\s")))
"""Where a long text is cut into parts: the first of these that its second half has."""
_ATTRIBUTES = (IS_SPACE, IDX, LENGTH, ORTH, LEMMA, POS, MORPH, DEP, ENT_TYPE)
_NO_FEATURES = ("", Morphology.EMPTY_MORPH)
_Made = TypeVar("_Made")


def sentences(doc: Doc, start: int = 0) -> tuple[Sentence, ...]:
    """The sentences of a Doc, in text order, without white space.

    Token heads are indices within the sentence. If the pipeline does not find sentences, each paragraph is one
    sentence.

    Args:
        doc: The Doc.
        start: The offset of the Doc's text in the whole text.

    Returns:
        The sentences; their spans are code point offsets into the whole text, end exclusive.
    """
    text = doc.text  # computed once: a Doc joins its words again at each access
    entities = doc.ents  # once, too: `span.ents` looks at those of the whole text
    starts = [entity.start for entity in entities]
    words = _Words.of(doc)
    found = (
        _sentence(words, span, entities[bisect_left(starts, span.start) : bisect_left(starts, span.end)], text, start)
        for span in _spans(doc)
    )
    return tuple(sentence for sentence in found if sentence is not None)


def read(pipeline: Language, texts: Iterable[str]) -> Iterator[tuple[Sentence, ...]]:
    """Read texts in batches, which is several times as fast as one by one.

    Lines broken at a fixed width are joined first: spans are code point offsets into `unwrap(text).text`, which is as
    long as the text. A text longer than `LONGEST_PART`, or of more words than `MOST_WORDS`, is parsed in parts, so that
    memory is bounded.

    Args:
        pipeline: A pipeline from `load`.
        texts: The texts.

    Yields:
        The sentences of each text, in the order of the texts.
    """
    numbered = (
        (part, (number, start)) for number, text in enumerate(texts) for start, part in parts(unwrap(text).text)
    )
    found = pipeline.pipe(numbered, as_tuples=True, batch_size=_BATCH)
    for _, docs in groupby(found, key=lambda pair: pair[1][0]):
        yield tuple(sentence for doc, (_, start) in docs for sentence in sentences(doc, start))


def parts(text: str, longest: int = LONGEST_PART, most: int = MOST_WORDS) -> Iterator[tuple[int, str]]:
    """Cut a long text where a paragraph, a line, a sentence or a word ends.

    Args:
        text: The text; one of at most `longest` code points and `most` words is one part.
        longest: The largest number of code points of a part.
        most: The largest number of words and marks of a part.

    Yields:
        The offset of each part in the text, and the part; together they are the text.
    """
    start = 0
    while (end := _furthest(text, start, longest, most)) < len(text):
        middle = (start + end) // 2
        for pattern in _BREAKS:
            if found := [match.end() for match in pattern.finditer(text, middle, end)]:
                end = found[-1]
                break
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _furthest(text: str, start: int, longest: int, most: int) -> int:
    """Where a part that begins at `start` ends at the latest."""
    end = min(len(text), start + longest)
    if end - start <= most:
        return end
    following = next(islice(_WORD.finditer(text, start, end), most, None), None)
    return end if following is None else following.start()


def _spans(doc: Doc) -> Iterator[SpacySpan]:
    if doc.has_annotation("SENT_START"):
        yield from doc.sents
    elif len(doc):
        yield doc[:]


@dataclass(frozen=True, slots=True)
class _Words:
    """The attributes of a Doc's words as lists: asking spaCy for those of each word takes three times as long.

    `heads` are indices in the Doc.
    """

    spaces: list[bool]
    offsets: list[int]
    lengths: list[int]
    texts: list[str]
    lemmas: list[str]
    pos: list[str]
    features: list[Mapping[str, str]]
    heads: list[int]
    relations: list[str]
    entities: list[str]

    @classmethod
    def of(cls, doc: Doc) -> _Words:
        """The attributes of all words of a Doc."""
        columns = [doc.to_array(attribute) for attribute in _ATTRIBUTES]
        heads = doc.to_array(HEAD).astype(np.int64) + np.arange(len(doc))
        spaces, offsets, lengths, texts, lemmas, pos, morphs, relations, entities = (one.tolist() for one in columns)
        strings = doc.vocab.strings
        return cls(
            spaces,
            offsets,
            lengths,
            _each(texts, lambda key: sys.intern(strings[key])),  # a long text has each word many times
            _each(lemmas, lambda key: sys.intern(strings[key])),
            _each(pos, NAMES.__getitem__),
            _each(morphs, lambda key: _features(strings[key])),
            heads.tolist(),
            _each(relations, lambda key: strings[key] if strings[key] != "ROOT" else "root"),
            _each(entities, lambda key: strings[key]),
        )


def _each(keys: Sequence[int], made: Callable[[int], _Made]) -> list[_Made]:
    """What is made of each key, once for all words that have it."""
    known = {key: made(key) for key in set(keys)}
    return [known[key] for key in keys]


def _sentence(words: _Words, span: SpacySpan, named: Sequence[SpacySpan], text: str, start: int) -> Sentence | None:
    inside = [number for number in range(span.start, span.end) if not words.spaces[number]]
    if not inside:
        return None
    place = {number: index for index, number in enumerate(inside)}
    tokens = tuple([_token(words, number, place, start) for number in inside])
    whole = (entity for entity in named if entity.end <= span.end and not all(token.is_space for token in entity))
    entities = tuple(_entity(entity, text, start) for entity in whole)
    return Sentence(extent(tokens), tokens, entities)


def _token(words: _Words, number: int, place: Mapping[int, int], start: int) -> Token:
    head = words.heads[number]
    while head not in place and words.heads[head] != head:
        head = words.heads[head]
    index, first, text = place[number], start + words.offsets[number], words.texts[number]
    return Token(
        index=index,
        start=first,
        end=first + words.lengths[number],
        text=text,
        lemma=words.lemmas[number] or sys.intern(text.translate(STRAIGHT).lower()),
        pos=words.pos[number],
        head=place.get(head, index),
        dep=words.relations[number],
        features=words.features[number],
        entity=words.entities[number],
    )


@lru_cache(maxsize=4096)
def _features(written: str) -> Mapping[str, str]:
    """The features of "Gender=Masc|Number=Sing": one mapping for all words that have them."""
    return dict(feature.split("=", 1) for feature in written.split("|")) if written not in _NO_FEATURES else {}


def _entity(entity: SpacySpan, text: str, offset: int) -> Entity:
    """The entity without white space at its ends, which networks sometimes include."""
    words = [token for token in entity if not token.is_space]
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    return Entity(Span(offset + start, offset + end), entity.label_, text[start:end])
