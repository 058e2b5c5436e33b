"""One canonical name for a person or place across all articles, and the orders of a person in `names.yaml`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from timeline.coref.names.same_name import Tokens, alike, family_name, set_apart, tokens
from timeline.languages.folding import fold
from timeline.languages.press import phrases
from timeline.lines.first_letter import capitalised
from timeline.model import Annotated

_Spelling: TypeAlias = tuple[str, Tokens, int]  # a name, its words, and the number of articles it occurs in

_DOMINANT = 0.9  # share of the full names that one must have for the bare family name to stand for it
_ENOUGH = 5
_LEAST_LETTERS, _VOWELS = 4, "aeiouy"
_WORDS = re.compile(r"([\s-]+|['’])")


@dataclass(frozen=True, slots=True)
class Naming:
    """A person's orders about one person or place.

    `also` are other spellings to be joined under `name`; `apart` are names that must never be joined with it. `slug` is
    its address on the site, where it is not the one made from the name. `ignored` says that it names nobody and no
    place: no entry has it.
    """

    name: str
    also: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    slug: str = ""
    ignored: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The orders of `names.yaml`; empty where there is no such file."""

    people: tuple[Naming, ...] = ()
    places: tuple[Naming, ...] = ()

    def aliases(self) -> Mapping[str, Tokens]:
        """From every folded spelling to the words of the name that it is joined under, or kept apart as."""
        found: dict[str, Tokens] = {}
        for naming in (*self.people, *self.places):
            found |= {fold(other): set_apart(tokens(other), fold(other)) for other in naming.apart}
        for naming in (*self.people, *self.places):
            marked = naming.apart or fold(naming.name) in found
            its = set_apart(tokens(naming.name), fold(naming.name)) if marked else tokens(naming.name)
            found |= {fold(spelling): its for spelling in (naming.name, *naming.also)}
        return found

    def addresses(self) -> dict[tuple[str, str], str]:
        """The ordered slugs, by kind (`people`, `places`) and name."""
        sections = (("people", self.people), ("places", self.places))
        return {(kind, naming.name): naming.slug for kind, its in sections for naming in its if naming.slug}


@dataclass(frozen=True, slots=True)
class Canon:
    """The canonical name of every name in the articles, people and places separately; "" for an ignored one."""

    people: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)


def slug(name: str) -> str:
    """A name as part of an address: « Emmanuel Macron » is `emmanuel-macron`.

    Args:
        name: A name in any script.

    Returns:
        Lower-case letters, digits and hyphens.
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "x"


@dataclass(frozen=True, slots=True)
class NamesOf:
    """The names that an article's events have, each once: of people, of organisations and other actors, of places."""

    persons: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.persons, *self.others, *self.places)

    def only(self, wanted: Callable[[str], bool]) -> NamesOf:
        """Those that are wanted."""
        return NamesOf(*(tuple(filter(wanted, its)) for its in (self.persons, self.others, self.places)))


def names_of(annotated: Annotated) -> NamesOf:
    """The names that an article's events have.

    Returns:
        The names, sorted.
    """
    named = {(name.canonical, name.label) for event in annotated.events for name in event.people}
    return NamesOf(
        tuple(sorted({name for name, label in named if label == "PER"})),
        tuple(sorted({name for name, label in named if label != "PER"})),
        tuple(sorted({name.canonical for event in annotated.events for name in event.places})),
    )


def canon(annotated: Iterable[Annotated], names: Names) -> Canon:
    """The canonical names of all people and places of some articles: see `canon_of`.

    Args:
        annotated: The articles with their events.
        names: The names that a person has ordered in the names file; they come first.

    Returns:
        The canonical name of each name.
    """
    return canon_of(map(names_of, annotated), names)


def canon_of(articles: Iterable[NamesOf], names: Names) -> Canon:
    """The canonical names of all people and places of some articles; the articles' order does not change them.

    People are also joined by their family names ("Poutine", "V. Poutine"); organisations and places only by spelling.

    Args:
        articles: The names of each article.
        names: The names that a person has ordered in the names file; they come first.

    Returns:
        The canonical name of each name.
    """
    persons: Counter[str] = Counter()
    others: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for one in articles:
        persons.update(one.persons)
        others.update(one.others)
        places.update(one.places)
    by_spelling = _canonical(others, names.people, short_forms=False)
    people = by_spelling | _canonical(persons, names.people, short_forms=True)
    ordered = {naming.name for naming in names.places}
    printed = _canonical(places, names.places, short_forms=False)
    return Canon(people, {name: its if its in ordered else _in_small_letters(its) for name, its in printed.items()})


def _in_small_letters(name: str) -> str:
    """A place of a dateline as the text prints it: "AIX-EN-PROVENCE" is "Aix-en-Provence", "RDC" stays."""
    if not _is_in_capitals(name):
        return name
    words = [
        word if len(word) == 1 or word in phrases("name_particles") else word.capitalize()
        for word in _WORDS.split(name.lower())
    ]
    small = "".join(words)
    return capitalised(small)


def _is_in_capitals(name: str) -> bool:
    """Whether a name is in capitals and no abbreviation: four letters or more, a vowel among the first three."""
    letters = [letter for letter in fold(name) if letter.isalpha()]
    return name.isupper() and len(letters) >= _LEAST_LETTERS and any(letter in _VOWELS for letter in letters[:3])


def _canonical(counts: Mapping[str, int], ordered: tuple[Naming, ...], *, short_forms: bool) -> dict[str, str]:
    """The canonical name of every name; `counts` is the number of articles that each occurs in."""
    joined = {
        fold(spelling): "" if naming.ignored else naming.name
        for naming in ordered
        for spelling in (naming.name, *naming.also)
    }
    found = {name: joined[fold(name)] for name in counts if fold(name) in joined}
    free = {name: count for name, count in counts.items() if name not in found}
    apart = {frozenset((fold(naming.name), fold(other))) for naming in ordered for other in naming.apart}
    targets = Counter(free)
    for name, target in found.items():
        if target:
            targets[target] += counts[name]
    by_family = _by_family(targets)
    for name in free:
        family = [item for item in by_family[family_name(tokens(name))] if _allowed(name, item[0], apart)]
        found[name] = _fullest(name, family) if short_forms else _spelling(name, family)
    return found


def _allowed(name: str, other: str, apart: set[frozenset[str]]) -> bool:
    return frozenset((fold(name), fold(other))) not in apart


def _by_family(counts: Mapping[str, int]) -> Mapping[str, list[_Spelling]]:
    families: defaultdict[str, list[_Spelling]] = defaultdict(list)
    for name, count in sorted(counts.items()):
        families[family_name(tokens(name))].append((name, tokens(name), count))
    return families


def _fullest(name: str, family: Sequence[_Spelling]) -> str:
    """The fullest name that this one is surely a short form or a spelling of; the name itself where there is none."""
    own = tokens(name)
    fuller = [item for item in family if alike(own, item[1]) and _detail(item[1]) > _detail(own)]
    if not fuller:
        return _spelling(name, family)
    bearers: Counter[Tokens] = Counter()
    for _, its, count in fuller:
        bearers[its] += count
    best = _one_bearer(bearers)
    return _commonest([item for item in fuller if item[1] == best], name) if best else name


def _spelling(name: str, family: Sequence[_Spelling]) -> str:
    """The commonest spelling of a name: « Etats-Unis » is « États-Unis », and « PARIS » is « Paris »."""
    return _commonest([item for item in family if item[1] == tokens(name)], name)


def _one_bearer(bearers: Mapping[Tokens, int]) -> Tokens | None:
    """The full name that is meant: where all the full names agree, or where one is used nearly always."""
    fullest = max(bearers, key=lambda its: (_detail(its), bearers[its], its))
    if all(alike(fullest, its) for its in bearers):
        return fullest
    total = sum(bearers.values())
    most = max(bearers, key=lambda its: (bearers[its], its))
    return most if total >= _ENOUGH and bearers[most] >= _DOMINANT * total else None


def _commonest(spellings: Sequence[_Spelling], default: str) -> str:
    return max(spellings, key=lambda item: (not _is_in_capitals(item[0]), item[2], item[0]), default=(default, (), 0))[
        0
    ]


def _detail(its: Tokens) -> tuple[int, int]:
    return (sum(len(token) > 1 for token in its), len(its))
