"""From spaCy's Docs to the sentences that the stages know: nothing past this page knows spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token as SpacyToken

from timeline.languages.wrapped_lines import unwrap
from timeline.model import Entity, Sentence, Span, Token
from timeline.nlp.parser.features import STRAIGHT

BATCH = 64
"""Texts read at a time."""


def sentences(doc: Doc) -> tuple[Sentence, ...]:
    """The sentences of a Doc, in text order, without white space.

    Tokens' heads are counted within the sentence; spans are code points into the Doc's text. A Doc of a pipeline
    that finds no sentences is one sentence a paragraph.
    """
    text = doc.text  # a Doc joins its words anew each time that it is asked
    found = (_sentence(span, text) for span in _spans(doc))
    return tuple(sentence for sentence in found if sentence is not None)


def read(pipeline: Language, texts: Iterable[str], batch_size: int = BATCH) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of each text, in order; texts are read in batches, which is several times as fast as one by one.

    Lines broken at a fixed width are read as one: spans are code points into `unwrap(text).text`, as long as the text.
    """
    for doc in pipeline.pipe((unwrap(text).text for text in texts), batch_size=batch_size):
        yield sentences(doc)


def _spans(doc: Doc) -> Iterator[SpacySpan]:
    if doc.has_annotation("SENT_START"):
        yield from doc.sents
    elif len(doc):
        yield doc[:]


def _sentence(span: SpacySpan, text: str) -> Sentence | None:
    words = [token for token in span if not token.is_space]
    if not words:
        return None
    place = {token.i: index for index, token in enumerate(words)}
    tokens = tuple(_token(token, index, place) for index, token in enumerate(words))
    entities = tuple(_entity(entity, text) for entity in span.ents if not all(token.is_space for token in entity))
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
    """The entity without white space at its ends, which networks sometimes take in."""
    words = [token for token in entity if not token.is_space]
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    return Entity(Span(start, end), entity.label_, text[start:end])
