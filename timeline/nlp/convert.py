"""Convert spaCy's Docs to the sentences of the later stages, which do not use spaCy."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token as SpacyToken

from timeline.languages.wrapped_lines import unwrap
from timeline.model import Entity, Sentence, Span, Token
from timeline.nlp.parser.features import STRAIGHT

BATCH = 64
"""The number of texts in a batch."""


def sentences(doc: Doc) -> tuple[Sentence, ...]:
    """The sentences of a Doc, in text order, without white space.

    Token heads are indices within the sentence; spans are code point offsets into the Doc's text, end exclusive. If the
    pipeline does not find sentences, each paragraph is one sentence.
    """
    text = doc.text  # computed once: a Doc joins its words again at each access
    entities = doc.ents  # once, too: `span.ents` looks at those of the whole text
    starts = [entity.start for entity in entities]
    found = (
        _sentence(span, entities[bisect_left(starts, span.start) : bisect_left(starts, span.end)], text)
        for span in _spans(doc)
    )
    return tuple(sentence for sentence in found if sentence is not None)


def read(pipeline: Language, texts: Iterable[str], batch_size: int = BATCH) -> Iterator[tuple[Sentence, ...]]:
    """Read texts in batches, which is several times as fast as one by one.

    Lines broken at a fixed width are joined first: spans are code point offsets into `unwrap(text).text`, which is as
    long as the text.

    Args:
        pipeline: A pipeline from `load`.
        texts: The texts.
        batch_size: The number of texts in a batch.

    Yields:
        The sentences of each text, in the order of the texts.
    """
    for doc in pipeline.pipe((unwrap(text).text for text in texts), batch_size=batch_size):
        yield sentences(doc)


def _spans(doc: Doc) -> Iterator[SpacySpan]:
    if doc.has_annotation("SENT_START"):
        yield from doc.sents
    elif len(doc):
        yield doc[:]


def _sentence(span: SpacySpan, named: Sequence[SpacySpan], text: str) -> Sentence | None:
    words = [token for token in span if not token.is_space]
    if not words:
        return None
    place = {token.i: index for index, token in enumerate(words)}
    tokens = tuple(_token(token, index, place) for index, token in enumerate(words))
    whole = (entity for entity in named if entity.end <= span.end and not all(token.is_space for token in entity))
    entities = tuple(_entity(entity, text) for entity in whole)
    return Sentence(Span(tokens[0].start, tokens[-1].end), tokens, entities)


def _token(token: SpacyToken, index: int, place: dict[int, int]) -> Token:
    head = token.head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    dep = token.dep_ if token.dep_ != "ROOT" else "root"
    return Token(
        index=index,
        start=token.idx,
        end=token.idx + len(token),
        text=token.text,
        lemma=token.lemma_ or token.text.translate(STRAIGHT).lower(),
        pos=token.pos_,
        head=place.get(head.i, index),
        dep=dep,
        features=token.morph.to_dict(),
        entity=token.ent_type_,
    )


def _entity(entity: SpacySpan, text: str) -> Entity:
    """The entity without white space at its ends, which networks sometimes include."""
    words = [token for token in entity if not token.is_space]
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    return Entity(Span(start, end), entity.label_, text[start:end])
