"""Convert spaCy's Docs to the sentences of the later stages, which do not use spaCy."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token as SpacyToken

from timeline.languages.wrapped_lines import unwrap
from timeline.model import Entity, Sentence, Span, Token
from timeline.nlp.parser.features import STRAIGHT

BATCH = 64
"""The number of texts in a batch."""
LONGEST_PART = 20_000
"""The largest number of code points that are parsed together: a network holds the vectors of all words of a part."""
_BREAKS = tuple(map(re.compile, (r"\n\s*\n", r"\n", r"[.!?…]\s", r"\s")))
"""Where a long text is cut into parts: the first of these that its second half has."""


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
    found = (
        _sentence(span, entities[bisect_left(starts, span.start) : bisect_left(starts, span.end)], text, start)
        for span in _spans(doc)
    )
    return tuple(sentence for sentence in found if sentence is not None)


def read(pipeline: Language, texts: Iterable[str], batch_size: int = BATCH) -> Iterator[tuple[Sentence, ...]]:
    """Read texts in batches, which is several times as fast as one by one.

    Lines broken at a fixed width are joined first: spans are code point offsets into `unwrap(text).text`, which is as
    long as the text. A text longer than `LONGEST_PART` is parsed in parts, so that memory is bounded.

    Args:
        pipeline: A pipeline from `load`.
        texts: The texts.
        batch_size: The number of texts in a batch.

    Yields:
        The sentences of each text, in the order of the texts.
    """
    numbered = (
        (part, (number, start)) for number, text in enumerate(texts) for start, part in parts(unwrap(text).text)
    )
    found = pipeline.pipe(numbered, as_tuples=True, batch_size=batch_size)
    for _, docs in groupby(found, key=lambda pair: pair[1][0]):
        yield tuple(sentence for doc, (_, start) in docs for sentence in sentences(doc, start))


def parts(text: str, longest: int = LONGEST_PART) -> Iterator[tuple[int, str]]:
    """Cut a long text where a paragraph, a line, a sentence or a word ends.

    Args:
        text: The text; one of at most `longest` code points is one part.
        longest: The largest number of code points of a part.

    Yields:
        The offset of each part in the text, and the part; together they are the text.
    """
    start = 0
    while len(text) - start > longest:
        middle, end = start + longest // 2, start + longest
        for pattern in _BREAKS:
            if found := [match.end() for match in pattern.finditer(text, middle, end)]:
                end = found[-1]
                break
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _spans(doc: Doc) -> Iterator[SpacySpan]:
    if doc.has_annotation("SENT_START"):
        yield from doc.sents
    elif len(doc):
        yield doc[:]


def _sentence(span: SpacySpan, named: Sequence[SpacySpan], text: str, start: int) -> Sentence | None:
    words = [token for token in span if not token.is_space]
    if not words:
        return None
    place = {token.i: index for index, token in enumerate(words)}
    tokens = tuple(_token(token, index, place, start) for index, token in enumerate(words))
    whole = (entity for entity in named if entity.end <= span.end and not all(token.is_space for token in entity))
    entities = tuple(_entity(entity, text, start) for entity in whole)
    return Sentence(Span(tokens[0].start, tokens[-1].end), tokens, entities)


def _token(token: SpacyToken, index: int, place: Mapping[int, int], start: int) -> Token:
    head = token.head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    dep = token.dep_ if token.dep_ != "ROOT" else "root"
    return Token(
        index=index,
        start=start + token.idx,
        end=start + token.idx + len(token),
        text=sys.intern(token.text),  # a long text has each word many times
        lemma=sys.intern(token.lemma_ or token.text.translate(STRAIGHT).lower()),
        pos=token.pos_,
        head=place.get(head.i, index),
        dep=dep,
        features=_features(str(token.morph)),
        entity=token.ent_type_,
    )


@lru_cache(maxsize=4096)
def _features(written: str) -> Mapping[str, str]:
    """The features of "Gender=Masc|Number=Sing": one mapping for all words that have them."""
    return dict(feature.split("=", 1) for feature in written.split("|")) if written else {}


def _entity(entity: SpacySpan, text: str, offset: int) -> Entity:
    """The entity without white space at its ends, which networks sometimes include."""
    words = [token for token in entity if not token.is_space]
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    return Entity(Span(offset + start, offset + end), entity.label_, text[start:end])
