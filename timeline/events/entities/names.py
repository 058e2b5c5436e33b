"""One canonical name for each person, organisation and place of an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from babel import Locale, UnknownLocaleError

from timeline.events.entities.apposition import founders
from timeline.events.entities.ner_fixes import clean
from timeline.events.lexicon import Lexicon, NounClass, WordList
from timeline.events.tree import Tree
from timeline.languages.function_words import pattern
from timeline.model import Article, Entity, Name, Sentence, Token

_INITIAL = re.compile(r"^[A-ZÀ-Ý]\.(?:-?[A-ZÀ-Ý]\.)*$")
_OF = pattern("head_of_name")
_SEATED = pattern("seat_of_body")
_ROAD = re.compile(r"([A-Z]{1,2})[ -]?\d{1,4}")
_PREFIX = re.compile(r"^(?P<place>[^:«»]{2,40}?)\s*:\s")


@dataclass(frozen=True, slots=True, eq=False)
class EntityIndex:
    """The names of an article.

    It maps each surface form to its canonical form. `setting` is the place before the colon of the headline
    ("Nigeria : …"), or "". `definite_descriptions` maps a bare noun to its name ("la sonde", where "la sonde Cassini"
    was mentioned). `lexicon` has the words of `language`.
    """

    canonical: Mapping[str, str]
    labels: Mapping[str, str]
    setting: str
    language: str = "fr"
    lexicon: Lexicon = field(default_factory=Lexicon)
    definite_descriptions: Mapping[str, Name] = field(default_factory=dict)
    _known: dict[tuple[int, int, str, str], Name] = field(init=False, default_factory=dict, repr=False)

    def holds(self, place: str) -> bool:
        """Whether the place can contain towns: a country or a region."""
        return place in countries(self.language) or place.lower() in self.lexicon.words(WordList.NAMES_REGIONS)

    def name(self, entity: Entity) -> Name:
        """The name of an entity, with its canonical form."""
        key = entity.span.start, entity.span.end, entity.label, entity.text
        known = self._known.get(key)
        if known is None:
            surface = clean(entity.text)
            canonical = self.canonical.get(surface, surface)
            known = Name(canonical, entity.text, entity.span, self.labels.get(canonical, entity.label))
            self._known[key] = known
        return known


def entities(article: Article, sentences: Sequence[Sentence], lexicon: Lexicon) -> EntityIndex:
    """The names of an article, from the entities of its sentences.

    Args:
        article: The article.
        sentences: Its parsed sentences, with corrected names.
        lexicon: The words of its language.

    Returns:
        The index of the names.
    """
    entities = [entity for sentence in sentences for entity in sentence.entities]
    people = [clean(entity.text) for entity in entities if entity.label == "PER"]
    bodies = [clean(entity.text) for entity in entities if entity.label == "ORG"]
    counted = Counter((clean(entity.text), entity.label) for entity in entities)
    surfaces = dict.fromkeys(clean(entity.text) for entity in entities)
    firms = founders(sentences, lexicon)
    somebodys = [name for name in surfaces if name not in firms]
    canonical = {name: _full(name, people) for name in somebodys if name in people or _is_family(name, people)}
    canonical |= _first_names(people, _with_office(sentences, lexicon))
    canonical |= {name: _whole(name, bodies) for name in dict.fromkeys(bodies) if name not in canonical}
    labels = _labels(counted, canonical) | _known(surfaces.keys(), lexicon)
    places = {name for name in surfaces if labels.get(name) == "LOC"}
    places |= {name.rpartition(" ")[2] for name in surfaces if _SEATED.search(name)}
    return EntityIndex(canonical, labels, setting(article, places), article.language, lexicon)


def _full(name: str, people: Iterable[str]) -> str:
    """The longest name of the article that this one shortens: the last word is the same, and the initials agree."""
    words = name.split()
    longer = [other for other in people if len(other.split()) > len(words) and _shortens(words, other.split())]
    expanded = [other for other in people if len(other.split()) == len(words) and _expands(words, other.split())]
    candidates = dict.fromkeys([*longer, *expanded])
    return max(candidates, key=lambda other: (len(other.split()), len(other))) if candidates else name


def _first_names(people: Sequence[str], with_office: Set[str]) -> dict[str, str]:
    """The people that a first name alone stands for: "Guy", once "Guy Hosneld" was mentioned.

    Not where two people of the article have that first name, nor where an office stands before it ("le pape François"),
    nor where it is a family name, too: "M. Joseph" is Claude Joseph, not Joseph Lambert.
    """
    found: dict[str, str] = {}
    for place, name in enumerate(people):
        if " " in name or name in with_office or name in found or _is_family(name, people):
            continue
        bearers = [other for other in people if " " in other and other.split()[0] == name]
        if len({other.split()[-1] for other in bearers}) == 1 and bearers[0] in people[:place]:
            found[name] = _full(max(bearers, key=len), people)
    return found


def _with_office(sentences: Sequence[Sentence], lexicon: Lexicon) -> set[str]:
    """The names that follow an office: "le pape François", "la reine Margot"."""
    return {
        clean(entity.text)
        for sentence in sentences
        for before, token in pairwise(sentence.tokens)
        for entity in sentence.entities
        if entity.span.start == token.start and lexicon.is_noun(before.lemma.lower(), NounClass.OFFICE)
    }


def _is_family(name: str, people: Iterable[str]) -> bool:
    """Whether the word is a person's family name, with any label that the NER gave it."""
    return len(name.split()) == 1 and any(other.split()[-1] == name for other in people if " " in other)


def _whole(name: str, bodies: Iterable[str]) -> str:
    """The only organisation of the article whose name begins with this one: "les Girondins" are "de Bordeaux"."""
    longer = {other for other in bodies if other.startswith(f"{name} ")}
    return longer.pop() if len(longer) == 1 else name


def _shortens(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether `short` is the end of `long`, which has at most three words more."""
    return len(long) <= len(short) + 3 and list(long[-len(short) :]) == list(short)


def _expands(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the first word of `short` is the initial of that of `long`: "A. Barrow" and "Adama Barrow"."""
    same_end = len(short) > 1 and list(short[1:]) == list(long[1:])
    return (
        same_end and bool(_INITIAL.match(short[0])) and long[0].startswith(short[0][0]) and not _INITIAL.match(long[0])
    )


def _labels(counted: Mapping[tuple[str, str], int], canonical: Mapping[str, str]) -> dict[str, str]:
    """The label that each canonical name has most often in the article."""
    votes: dict[str, Counter[str]] = {}
    for (surface, label), count in counted.items():
        votes.setdefault(canonical.get(surface, surface), Counter())[label] += count
    return {name: max(sorted(counter), key=counter.__getitem__) for name, counter in votes.items()}


def _known(names: Set[str], lexicon: Lexicon) -> dict[str, str]:
    """The label that a name has because of its own words.

    A seat of power is an organisation; "l'État de Hawaï" is a place and so is "Hawaï"; "le Vendée Globe" is not a
    place; "la Bourse de New York" is an institution.
    """
    found: dict[str, str] = {}
    for name in names:
        words = name.lower().split()
        if name.lower() in lexicon.words(WordList.NAMES_SEATS):
            found[name] = "ORG"
        elif is_road(name, lexicon):
            found[name] = "LOC"
        elif words and words[0] in lexicon.words(WordList.NAMES_PLACES) and len(words) > 1:
            found[name] = "LOC"
            found |= dict.fromkeys(names & {_OF.sub("", name)}, "LOC")
        elif len(words) > 1 and lexicon.is_noun(words[0], NounClass.INSTITUTION):
            found[name] = "ORG"
        elif len(words) > 1 and set(words) & set(lexicon.words(WordList.NAMES_EVENTS)):
            found[name] = "EVENT"
    return found


def is_road(name: str, lexicon: Lexicon) -> bool:
    """Whether the name is the number of a road: "A89", "RN 205"; "N1N2" is not one."""
    found = _ROAD.fullmatch(name)
    return found is not None and found[1].lower() in lexicon.words(WordList.NAMES_ROADS)


def setting(article: Article, places: Iterable[str]) -> str:
    """The place before the colon of the headline ("Gambie : …").

    Returns:
        The place, if it is a country or one of `places`; else "".
    """
    found = _PREFIX.match(article.title)
    if not found:
        return ""
    place = found["place"].strip()
    return place if place in places or place in countries(article.language) else ""


@cache
def countries(language: str) -> frozenset[str]:
    """The names of the world's countries and territories in a language, from CLDR.

    Returns:
        The names; none for a language that CLDR does not have.
    """
    try:
        return frozenset(Locale.parse(language).territories.values())
    except (UnknownLocaleError, ValueError):
        return frozenset()


def of_sentence(index: EntityIndex, tree: Tree, label: str) -> tuple[Name, ...]:
    """The names of a whole sentence with a label, each once, in text order.

    Args:
        index: The names of the article.
        tree: The tree of the sentence, which remembers them.
        label: The label ("PER", "ORG", "LOC", "MISC").
    """
    return tree.remembered(("names", label), index, lambda: within(index, tree.sentence, tree.tokens, label))


def within(index: EntityIndex, sentence: Sentence, tokens: Iterable[Token], *labels: str) -> tuple[Name, ...]:
    """The names among some words of a sentence.

    Args:
        index: The names of the article.
        sentence: The sentence.
        tokens: Words of the sentence.
        labels: The labels to keep ("PER", "ORG", "LOC", "MISC").

    Returns:
        The names, each once, in text order.
    """
    if not sentence.entities:
        return ()
    named = [(entity, name) for entity in sentence.entities if (name := index.name(entity)).label in labels]
    if not named:
        return ()
    covered = [(token.start, token.end) for token in tokens]
    found: dict[str, Name] = {}
    for entity, name in named:
        start, end = entity.span.start, entity.span.end
        for begins, ends in covered:
            if begins < end and start < ends:
                found.setdefault(name.canonical, name)
                break
    return tuple(found.values())
