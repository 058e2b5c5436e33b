"""The type of a name by the noun before it: "la sonde Cassini" is not a place, "le voyagiste Soleil Bleu" a firm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from timeline.events.geography.country_codes import country_code
from timeline.events.lexicon import Lexicon, NounClass
from timeline.languages.function_words import function_words, pattern
from timeline.model import Entity, Sentence, Span, Token
from timeline.model.syntax import extent

_LABELS = {
    NounClass.COMPANY: "ORG",
    NounClass.FIRM: "ORG",
    NounClass.CRAFT: "MISC",
    NounClass.BEARER: "MISC",
    NounClass.SPOT: "LOC",
    NounClass.OFFICE: "PER",
}
_REACH = 6
_WORD = re.compile(r"[\w’'-]+|[^\w\s]")
_BORDERS = frozenset({"VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "PRON", "PROPN"})
_HONORIFICS = pattern("honorifics")
_OF, _ARTICLES = function_words("genitive_case"), function_words("name_article")
_BARE = frozenset({"ADP", "DET", "ADV"})
_GROUND, _CREW = function_words("ground"), function_words("crew")


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
    somebodys = _family_names(sentences, lexicon)
    for sentence in sentences:
        for entity in sentence.entities:
            label = _label(sentence, entity, lexicon) or _label_of_company(sentence, entity, lexicon)
            label = label or ("LOC" if entity.text not in somebodys and _is_ground(sentence, entity) else "")
            if label and label != entity.label and not (label == "ORG" and entity.text in somebodys):
                found.setdefault(entity.text, set()).add(label)
    return {text: labels_of_name.pop() for text, labels_of_name in found.items() if len(labels_of_name) == 1}


def founders(sentences: Sequence[Sentence], lexicon: Lexicon) -> frozenset[str]:
    """The names of companies that are also the family name of somebody whom the article names later.

    "Le laboratoire Savigny …" is no Jean Savigny. Where the text has "M. Savigny", the name is the person's.

    Args:
        sentences: The sentences of the article with their entities.
        lexicon: The classes of nouns.
    """
    first: dict[str, int] = {}
    for sentence, entity in _entities(sentences):
        if " " not in entity.text and _label(sentence, entity, lexicon) == "ORG":
            first.setdefault(entity.text, entity.span.start)
    for sentence, entity in _entities(sentences) if first else ():
        family = entity.text.rpartition(" ")[2]
        full = " " in entity.text and entity.label == "PER" and entity.span.start < first.get(family, 0)
        if full or _is_addressed(sentence, entity):
            first.pop(family, None)
    return frozenset(first)


def _family_names(sentences: Sequence[Sentence], lexicon: Lexicon) -> frozenset[str]:
    """The last words of people's full names, and the names behind "M." or "Mme", but those of `founders`."""
    told = (
        entity.text.rpartition(" ")[2]
        for sentence, entity in _entities(sentences)
        if (" " in entity.text and entity.label == "PER") or _is_addressed(sentence, entity)
    )
    return frozenset(told) - founders(sentences, lexicon)


def _entities(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Entity]]:
    return ((sentence, entity) for sentence in sentences for entity in sentence.entities)


def _is_addressed(sentence: Sentence, entity: Entity) -> bool:
    """Whether the name has "M." or "Mme" before it."""
    led = "".join(f"{token.text} " for token in sentence.before(entity.span.start, 1))
    return bool(_HONORIFICS.match(entity.text) or _HONORIFICS.match(led))


def _label_of_company(sentence: Sentence, entity: Entity, lexicon: Lexicon) -> str:
    return "ORG" if _is_a_company(sentence, entity, lexicon) else ""


def _is_a_company(sentence: Sentence, entity: Entity, lexicon: Lexicon) -> bool:
    """Whether the words before a name of one word say that it is a company's: "l'allemand Brose", "le PDG de Norex".

    A person's origin is written with a capital ("l'Allemand"), and a town that is known is none.
    """
    before = sentence.before(entity.span.start, 2)
    if len(before) < 2 or " " in entity.text or entity.text.isupper() or not entity.text[:1].isupper():
        return False
    led, last = before[0].text.lower(), before[1].text
    if lexicon.is_noun(last, NounClass.ORIGIN):
        return before[0].pos in ("DET", "ADP") and (led in _ARTICLES or led in _OF)
    owner = before[0].pos == "NOUN" and lexicon.is_noun(before[0].lemma.lower(), NounClass.SHARE)
    return owner and last.lower() in _OF and country_code(entity.text) is None


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
            yield Entity(extent(words), label, text)


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
            near, firm = _is_near(before, token), lexicon.is_noun(token.lemma.lower(), NounClass.FIRM)
            town = entity.label == "LOC" and country_code(entity.text) is not None
            told = not firm or (near and entity.text.isalpha() and not town)
            ship = near and _is_a_craft(sentence, token, lexicon)
            return label if told and (ship or _may_be(entity, label, near=near)) else ""
        if token.pos in _BORDERS or token.entity:
            return ""
    return ""


def _is_a_craft(sentence: Sentence, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is of a craft, and of nobody's: "le ferry Santa Lucia", not "le capitaine du navire Marc Rey"."""
    led = sentence.tokens[noun.head].lemma.lower() in _CREW
    return lexicon.is_noun(noun.lemma.lower(), NounClass.CRAFT) and not led


def _is_ground(sentence: Sentence, entity: Entity) -> bool:
    """Whether a noun before "de" says that the name is a place: "la province de Leyte", "au large de Pylos"."""
    before = sentence.before(entity.span.start, 2)
    led = len(before) == 2 and before[1].text.lower() in _OF and before[0].lemma.lower() in _GROUND
    return led and entity.label in ("PER", "MISC") and entity.text[:1].isupper()


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
