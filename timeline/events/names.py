"""Who and where: one canonical name for each person, organisation and place of an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from babel import Locale, UnknownLocaleError

from timeline.events.lexicon import Lexicon
from timeline.model import Article, Entity, Name, Sentence, Span, Token

_HONORIFICS = re.compile(r"^(?:(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|Mr|Mrs|Ms|Sir|Lord|Lady)\.?\s+)+", re.IGNORECASE)
_LOOSE_END = re.compile(r"(?:\s+(?:de|du|des|d|la|le|les|l|et|à|au|aux|en|pour|par|sur))+$")
_INITIAL = re.compile(r"^[A-ZÀ-Ý]\.(?:-?[A-ZÀ-Ý]\.)*$")
_PREFIX = re.compile(r"^(?P<place>[^:«»]{2,40}?)\s*:\s")


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of an article: the canonical form of each surface form; `setting`, the place that the headline tells
    before its colon ("Nigeria : …"), or ""; `offices`, the nouns that a name may follow.
    """

    canonical: Mapping[str, str]
    labels: Mapping[str, str]
    setting: str
    offices: frozenset[str] = frozenset()

    def name(self, entity: Entity) -> Name:
        """An entity with its canonical name."""
        surface = clean(entity.text)
        canonical = self.canonical.get(surface, surface)
        return Name(canonical, entity.text, entity.span, self.labels.get(canonical, entity.label))


def clean(text: str) -> str:
    """A name without honorifics, with single blanks and straight edges: "M.  Barrow ," gives "Barrow".

    No French name ends in a preposition or an article: what was cut there is cut before it ("la Justice de l'État de").
    """
    plain = (
        " ".join(text.replace("\u00ad", "").split()).strip(" ,;.:«»\"'’()–-")
        if not text.endswith(".")
        else " ".join(text.split())
    )
    return _HONORIFICS.sub("", _LOOSE_END.sub("", plain))


def cast(article: Article, sentences: Sequence[Sentence], lexicon: Lexicon) -> Cast:
    """The names of an article, from the entities of its sentences."""
    entities = [entity for sentence in sentences for entity in sentence.entities]
    people = [clean(entity.text) for entity in entities if entity.label == "PER"]
    counted = Counter((clean(entity.text), entity.label) for entity in entities)
    canonical = {name: _full(name, people) for name in dict.fromkeys(people)}
    labels = _labels(counted, canonical)
    place = setting(article, entities)
    return Cast(canonical, labels, place, lexicon.nouns.get("office", frozenset()))


def complete(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences with the family names that the reading has missed: "Poutine", once "Vladimir Poutine" was found."""
    full = [
        clean(entity.text).split() for sentence in sentences for entity in sentence.entities if entity.label == "PER"
    ]
    families = frozenset(words[-1] for words in full if len(words) > 1 and words[-1][:1].isupper())
    return tuple(_completed(sentence, families) for sentence in sentences) if families else tuple(sentences)


def _completed(sentence: Sentence, families: frozenset[str]) -> Sentence:
    missed = {token.index for token in sentence.tokens if token.text in families and not token.entity}
    if not missed:
        return sentence
    tokens = tuple(replace(token, entity="PER") if token.index in missed else token for token in sentence.tokens)
    new = (Entity(Span(t.start, t.end), "PER", t.text) for t in sentence.tokens if t.index in missed)
    entities = tuple(sorted((*sentence.entities, *new), key=lambda entity: entity.span.start))
    return replace(sentence, tokens=tokens, entities=entities)


def _full(name: str, people: Iterable[str]) -> str:
    """The longest name of the article that this one shortens: same last word, and initials that agree."""
    words = name.split()
    longer = [other for other in people if len(other.split()) > len(words) and _shortens(words, other.split())]
    expanded = [other for other in people if len(other.split()) == len(words) and _expands(words, other.split())]
    candidates = dict.fromkeys([*longer, *expanded])
    return max(candidates, key=lambda other: (len(other.split()), len(other))) if candidates else name


def _shortens(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether `short` is the end of `long`, or its first letters and its end."""
    if list(long[-len(short) :]) == list(short):
        return len(long) <= len(short) + 3
    return False


def _expands(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the first word of `short` is the initial of that of `long`: "A. Barrow" and "Adama Barrow"."""
    same_end = len(short) > 1 and list(short[1:]) == list(long[1:])
    return (
        same_end and bool(_INITIAL.match(short[0])) and long[0].startswith(short[0][0]) and not _INITIAL.match(long[0])
    )


def _labels(counted: Mapping[tuple[str, str], int], canonical: Mapping[str, str]) -> Mapping[str, str]:
    """The label that each canonical name has most often in the article."""
    votes: dict[str, Counter[str]] = {}
    for (surface, label), count in counted.items():
        votes.setdefault(canonical.get(surface, surface), Counter())[label] += count
    return {name: max(sorted(counter), key=counter.__getitem__) for name, counter in votes.items()}


def setting(article: Article, entities: Sequence[Entity]) -> str:
    """The place that the headline names before its colon ("Gambie : …"), a country or a place of the text; or ""."""
    found = _PREFIX.match(article.title)
    if not found:
        return ""
    place = found["place"].strip()
    known = {clean(entity.text) for entity in entities if entity.label == "LOC"}
    return place if place in known or place in countries(article.language) else ""


@cache
def countries(language: str) -> frozenset[str]:
    """The names of the world's countries and territories in a language, by CLDR."""
    try:
        return frozenset(Locale.parse(language).territories.values())
    except (UnknownLocaleError, ValueError):
        return frozenset()


def within(cast_: Cast, sentence: Sentence, tokens: Iterable[Token], *labels: str) -> tuple[Name, ...]:
    """The names among `tokens` that have one of the labels, each once, in text order."""
    covered = [Span(token.start, token.end) for token in tokens]
    names = (cast_.name(e) for e in sentence.entities if any(e.span.overlaps(span) for span in covered))
    found: dict[str, Name] = {}
    for name in names:
        if name.label in labels:
            found.setdefault(name.canonical, name)
    return tuple(found.values())
