"""The names that may be arguments of an article's events: entities, groups named by a noun, places of the headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from timeline.events.arguments.offered import unmarked
from timeline.events.arguments.offered.noun_phrases import groups, sites
from timeline.events.context import Context
from timeline.events.entities.demonyms import country_of
from timeline.events.entities.name_gate import may_be_name
from timeline.events.entities.names import EntityIndex, countries
from timeline.events.entities.places import is_led_to
from timeline.events.geography.country_codes import PlaceKind, country_code
from timeline.events.lexicon import Lexicon, NounClass, WordList
from timeline.events.tree import Tree
from timeline.languages.function_words import pattern
from timeline.model import Entity, Name, Span, Token

LABELS = ("PER", "ORG", "LOC", "MISC", "EVENT")
_CAPITALS = pattern("capitals")

_CASES = tuple(which for which in WordList if which.startswith("cases."))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence of a name: its sentence number, its governing word, its extent and its words in the article.

    `kinds` are the classes of the prepositions before it (`cases` of the lexicon). `is_office` is set where the name
    only completes the title of an office ("le ministre de l'Intérieur").
    """

    sentence: int
    token: Token
    span: Span
    surface: str
    kinds: frozenset[WordList]
    is_subject: bool
    is_locative: bool
    is_complement: bool
    is_office: bool
    is_quoted: bool
    is_bracketed: bool


@dataclass(frozen=True, slots=True)
class NameCandidate:
    """A name of the article: its canonical form, how often each label was found, and its occurrences.

    A group named by a noun ("l'armée irakienne") is a `phrase`; a country that only the headline or an adjective gives
    ("un port mexicain") has no occurrences.
    """

    name: str
    votes: Mapping[str, int]
    occurrences: tuple[Occurrence, ...] = ()
    phrase: bool = False
    by_sentence: Mapping[int, tuple[Occurrence, ...]] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The commonest label; for equal counts, the first of `LABELS`."""
        return max(LABELS, key=lambda label: self.votes.get(label, 0))

    def as_name(self, sentence: int, at: Span) -> Name:
        """The name for an event of a sentence: its surface form there, or none at `at`, the sentence's beginning."""
        occurrences = self.by_sentence.get(sentence)
        if not occurrences:
            return Name(self.name, "", Span(at.start, at.start), self.label)
        return Name(self.name, occurrences[0].surface, occurrences[0].span, self.label)


class _NamesFound:
    """The candidates found so far."""

    def __init__(self) -> None:
        self.votes: dict[str, Counter[str]] = {}
        self.occurrences: dict[str, list[Occurrence]] = {}
        self.phrases: set[str] = set()

    def add(self, name: str, label: str, occurrence: Occurrence | None) -> None:
        self.votes.setdefault(name, Counter())[label] += 1
        if occurrence is not None:
            self.occurrences.setdefault(name, []).append(occurrence)

    def candidates(self) -> Iterator[NameCandidate]:
        for name, votes in self.votes.items():
            at = tuple(self.occurrences.get(name, ()))
            by_sentence: dict[int, tuple[Occurrence, ...]] = {}
            for one in at:
                by_sentence[one.sentence] = (*by_sentence.get(one.sentence, ()), one)
            yield NameCandidate(name, votes, at, name in self.phrases, by_sentence)


def find(context: Context, entities: EntityIndex, trees: Sequence[Tree]) -> tuple[NameCandidate, ...]:
    """The candidates of an article, in text order; those with no occurrence come last.

    Args:
        context: The article.
        entities: Its canonical names.
        trees: Its sentences, in text order.
    """
    found = _NamesFound()
    known = aliases(entities, trees)
    for number, tree in enumerate(trees):
        for entity in tree.sentence.entities:
            name = entities.name(entity)
            label = name.label if name.label in ("ORG", "LOC", "EVENT") else entity.label
            named_after = label == "PER" and _names_site(tree, entity, context.lexicon)
            if named_after or not may_be_name(name.canonical, label, context.lexicon):
                continue
            found.add(known.get(name.canonical, name.canonical), label, _occurrence(context, tree, number, entity.span))
        for label, phrases in (("ORG", groups), ("LOC", sites)):
            for noun, span in phrases(tree, context.lexicon):
                text = " ".join(context.article.text[span.start : span.end].split())
                found.phrases.add(text)
                found.add(text, label, _occurrence(context, tree, number, span, noun))
    _add_unmarked(found, context, entities, trees)
    for place in (*_of_headline(context, entities, found.votes), *_of_adjectives(context, trees)):
        if place not in found.votes:
            found.add(place, "LOC", None)
    return tuple(found.candidates())


def _names_site(tree: Tree, entity: Entity, lexicon: Lexicon) -> bool:
    """Whether a person's name is that of the place right before it: "le stade Francis-Le-Basser", "rue Victor-Hugo"."""
    return any(
        word.pos in ("NOUN", "PROPN") and lexicon.is_noun(word.lemma.lower(), NounClass.SITE)
        for word in tree.sentence.before(entity.span.start, 1)
    )


def _add_unmarked(found: _NamesFound, context: Context, entities: EntityIndex, trees: Sequence[Tree]) -> None:
    """Add the names that the NER leaves unmarked, but no part of a name that the article has in full."""
    known = {word for name in found.votes for word in name.split()}
    missed = unmarked.names(trees, context.article.title, context.lexicon, context.article.language)
    for number, some in missed.items():
        for entity in some:
            if known.isdisjoint(entity.text.split()):
                name = entities.name(entity)
                found.add(name.canonical, name.label, _occurrence(context, trees[number], number, entity.span))


def aliases(entities: EntityIndex, trees: Sequence[Tree]) -> Mapping[str, str]:
    """Short names in brackets after the long one.

    "Forces démocratiques syriennes (FDS)" gives FDS its full name, for organisations and things only.
    """
    found: dict[str, str] = {}
    for tree in trees:
        for first, second in pairwise(tree.sentence.entities):
            if not {first.label, second.label} <= {"ORG", "MISC"} or not _in_brackets(tree, first.span, second.span):
                continue
            one, other = entities.name(first).canonical, entities.name(second).canonical
            if one != other:
                long, short = (one, other) if len(one) >= len(other) else (other, one)
                found[short] = long
    return found


def _in_brackets(tree: Tree, first: Span, second: Span) -> bool:
    """Whether only an opening bracket separates two names, and the second ends at the closing bracket."""
    between = [token.text for token in tree.tokens if first.end <= token.start and token.end <= second.start]
    after = next((token.text for token in tree.tokens if token.start >= second.end), "")
    return between == ["("] and after == ")"


def _of_headline(context: Context, entities: EntityIndex, names: Collection[str]) -> Iterator[str]:
    """Places of the headline: the one before its colon, countries, and known places that the text does not name."""
    if entities.setting:
        yield entities.setting
    title, known = context.article.title, countries(context.article.language)
    words = {word for name in names for word in name.split()}
    for match in _CAPITALS.finditer(title):
        if match[0] in known:
            yield match[0]
            continue
        for name in dict.fromkeys((match[0], match[0].rpartition(" ")[2])):  # "Rio" of "Jeux de Rio"
            if words.isdisjoint(name.split()) and _is_known_place(title, name, match.end() - len(name)):
                yield name


def _is_known_place(title: str, name: str, start: int) -> bool:
    """Whether a name of the headline is a town or region: "à Rio", "Fourneaux : …", but not "Nice journée"."""
    colon = start == 0 and title[len(name) :].lstrip().startswith(":")
    place = country_code(name) if colon or is_led_to(title, start) else None
    return place is not None and place.kind is not PlaceKind.SITE


def _of_adjectives(context: Context, trees: Sequence[Tree]) -> Iterator[str]:
    """The countries that only an adjective of origin gives: "un port mexicain"."""
    adjectives = (token for tree in trees for token in tree.tokens if token.pos == "ADJ" and not token.entity)
    yield from filter(None, (country_of(token.lemma, context.article.language) for token in adjectives))


def _occurrence(context: Context, tree: Tree, number: int, span: Span, top: Token | None = None) -> Occurrence | None:
    token = top or tree.top(span)
    if token is None:
        return None
    cases = [word for case in tree.dependents(token, "case") for word in (case.lemma, case.text.lower())]
    kinds = frozenset(name for word in cases for name in _kinds_of(context.lexicon, word))
    kind, governor = token.relation, tree.head(token)
    return Occurrence(
        sentence=number,
        token=token,
        span=span,
        surface=context.article.text[span.start : span.end],
        kinds=kinds,
        is_subject=kind == "nsubj",
        is_locative=WordList.CASES_PLACE in kinds,
        is_complement=kind == "nmod" and WordList.CASES_OF in kinds,
        is_office=kind == "nmod" and context.lexicon.is_noun(governor.lemma.lower(), NounClass.OFFICE),
        is_quoted=any(quote.contains(span) for quote in context.quotes),
        is_bracketed=any(word.text == "(" for word in tree.sentence.before(span.start, 1)),
    )


def _kinds_of(lexicon: Lexicon, case: str) -> Iterator[WordList]:
    """The classes of a preposition."""
    return (which for which in _CASES if case in lexicon.words(which))
