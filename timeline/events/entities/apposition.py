"""The type of a name by the noun before it: "la sonde Cassini" is not a place, "le voyagiste Soleil Bleu" a firm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from timeline.events.lexicon import Lexicon, NounClass
from timeline.model import Entity, Sentence, Span, Token

_LABELS = {
    NounClass.COMPANY: "ORG",
    NounClass.CRAFT: "MISC",
    NounClass.BEARER: "MISC",
    NounClass.SPOT: "LOC",
    NounClass.OFFICE: "PER",
}
_REACH = 6
_WORD = re.compile(r"[\w’'-]+|[^\w\s]")
_BORDERS = frozenset({"VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "PRON", "PROPN"})
_BARE = frozenset({"ADP", "DET", "ADV"})


def labels(sentences: Sequence[Sentence], lexicon: Lexicon, title: str = "") -> Mapping[str, str]:
    """The labels that nouns give to the names after them: "la lune Titan", in the headline "Ouragan Sandy : …".

    Args:
        sentences: The sentences of the article with their entities.
        lexicon: The classes of nouns.
        title: The headline.

    Returns:
        The label by the name's text; a name with conflicting nouns has none.
    """
    found = {name: {label} for _, name, label in in_headline(title, lexicon)}
    for sentence in sentences:
        for entity in sentence.entities:
            label = _label(sentence, entity, lexicon)
            if label and label != entity.label:
                found.setdefault(entity.text, set()).add(label)
    return {text: labels_of_name.pop() for text, labels_of_name in found.items() if len(labels_of_name) == 1}


def people(sentences: Sequence[Sentence], lexicon: Lexicon) -> Mapping[str, str]:
    """Names of unknown type that the text says are people: "Kito de Pavant est le deuxième skipper à abandonner".

    Returns:
        The label PER by name.
    """
    unknown = ((sentence, entity) for sentence in sentences for entity in sentence.entities if entity.label == "MISC")
    return {entity.text: "PER" for sentence, entity in unknown if _is_somebody(sentence, entity, lexicon)}


def _is_somebody(sentence: Sentence, entity: Entity, lexicon: Lexicon) -> bool:
    tokens = sentence.tokens
    subjects = [t for t in tokens if entity.span.contains(Span(t.start, t.end)) and t.dep.startswith("nsubj")]
    nouns = [
        tokens[t.head]
        for t in subjects
        if lexicon.is_noun(tokens[t.head].lemma.lower(), NounClass.OFFICE, NounClass.PERSON)
    ]
    return any(token.dep == "cop" and token.head == noun.index for noun in nouns for token in tokens)


def in_headline(title: str, lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """The names of the headline whose type the noun before them gives.

    Yields:
        The noun in lower case, the name, and its label.
    """
    for first, second in pairwise(_WORD.findall(title)):
        label = _label_of(first.lower(), lexicon)
        if label and label != "PER" and second[:1].isupper() and second[1:].islower():
            yield first.lower(), second, label


def missed(sentence: Sentence, lexicon: Lexicon) -> Iterator[Entity]:
    """Names right after a noun of their kind that the NER did not find: "la lune Titan", "la chorale Arpège".

    Yields:
        The names, in text order.
    """
    for noun in sentence.tokens[:-1]:
        label = _label_by(noun, lexicon)
        words = _capitals(sentence.tokens[noun.index + 1 :]) if label else []
        if words and not noun.entity:
            text = "".join(f"{' ' * (word.start - end)}{word.text}" for end, word in _with_ends(words))
            yield Entity(Span(words[0].start, words[-1].end), label, text)


def _with_ends(words: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    """Each word with the end of the word before it; the first word has its own beginning."""
    end = words[0].start
    for word in words:
        yield end, word
        end = word.end


def _capitals(tokens: Sequence[Token]) -> list[Token]:
    return list(takewhile(lambda t: t.text[:1].isupper() and t.pos in ("PROPN", "NOUN", "X") and not t.entity, tokens))


def _label_by(noun: Token, lexicon: Lexicon) -> str:
    """The label that the noun gives to a name after it; "" for any other word."""
    if noun.pos not in ("NOUN", "PROPN") or noun.text[:1].isupper():
        return ""
    return _label_of(noun.lemma.lower(), lexicon)


@lru_cache(maxsize=1 << 12)
def _label_of(lemma: str, lexicon: Lexicon) -> str:
    return next((label for name, label in _LABELS.items() if lexicon.is_noun(lemma, name)), "")


def _label(sentence: Sentence, entity: Entity, lexicon: Lexicon) -> str:
    before = sentence.before(entity.span.start, _REACH)
    if not before or before[-1].pos in _BARE or entity.text.isupper():
        return ""
    for token in reversed(before):
        if label := _label_by(token, lexicon):
            return label if _may_be(entity, label, near=_is_near(before, token)) else ""
        if token.pos in _BORDERS or token.entity:
            return ""
    return ""


def _is_near(before: Sequence[Token], noun: Token) -> bool:
    """Whether only adjectives stand between the noun and the name."""
    return all(token.pos == "ADJ" for token in before if token.index > noun.index)


def _may_be(entity: Entity, label: str, *, near: bool) -> bool:
    """Whether the noun's label may replace the label of the NER.

    It does not replace that of a person's full name, nor, from a distance, that of a place or an office's institution.
    """
    single = len(entity.text.split()) == 1
    if label == "PER":
        return near and entity.label == "MISC"
    if label == "ORG" and not near:
        return single and entity.label != "LOC"
    return near and (single or entity.label != "PER")
