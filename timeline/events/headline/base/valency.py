"""The obligatory complements of verbs, as the model learned them from parsed articles."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.events.detection import predicates
from timeline.events.detection.predicates import Form, Predicate
from timeline.events.tree import Tree
from timeline.model import Token

_UNKNOWN, _UNKNOWN_CASE = 0.35, 0.1
_TRANSITIVE = 0.5
"""The shares of a word's occurrences with a complement if it is unknown; that from which a verb needs an object."""
_SHORT_ASIDE = 6

OBJECTS = ("obj", "xcomp", "ccomp")
COMPLEMENTS = (*OBJECTS, "obl", "iobj", "advcl")


@dataclass(frozen=True, slots=True)
class Valency:
    """The needs of verbs, by `key`: an object (`objects`), any complement (`complements`).

    `bound` has the key and a preposition, "placer passive en", and nouns with theirs, "découverte NOUN de": what
    editors keep where they keep the word. `rates` has the share of a noun's or verb's occurrences with a complement
    ("délai NOUN"), and with one of a preposition ("hommage NOUN à").
    """

    objects: frozenset[str] = field(default_factory=frozenset)
    complements: frozenset[str] = field(default_factory=frozenset)
    bound: frozenset[str] = field(default_factory=frozenset)
    rates: Mapping[str, float] = field(default_factory=dict)

    def rate(self, word: Token, case: str = "") -> float:
        """How often the word has a complement (with the preposition `case`, if given); a low share if unknown."""
        return self.rates.get(rate_key(word, case), _UNKNOWN_CASE if case else _UNKNOWN)

    def lacks(self, tree: Tree, predicate: Predicate, shown: Container[int], hidden: Container[int]) -> bool:
        """Whether the verb lacks a complement that it nearly always has, although the sentence has it.

        Returns:
            True if the sentence has an object or complement for it and none of them is kept.
        """
        name = key(tree, predicate)
        if name not in self.objects and name not in self.complements:
            return False
        needed = OBJECTS if name in self.objects else COMPLEMENTS
        given = [
            one
            for part in predicate.heads
            for one in tree.dependents(part, *COMPLEMENTS)
            if _completes(one, predicate, hidden)
        ]
        wanted = any(one.relation in needed for one in given)
        return wanted and not any(one.index in shown for one in given)

    def loses(self, tree: Tree, predicate: Predicate, shown: Container[int], hidden: Container[int]) -> bool:
        """Whether the verb lost a complement with a preposition that it nearly always has: "accusé (de meurtre)".

        Returns:
            True if the sentence has such complements and none of them is kept.
        """
        bound = [
            one
            for one in _after(tree, predicate)
            if _completes(one, predicate, hidden) and self.binds(tree, predicate, one)
        ]
        return bool(bound) and not any(one.index in shown for one in bound)

    def binds(self, tree: Tree, predicate: Predicate, complement: Token) -> bool:
        """Whether the verb nearly always has a complement with this preposition."""
        case = tree.first(complement, "case", "mark")
        return case is not None and f"{key(tree, predicate)} {case.lemma.lower()}" in self.bound

    def binds_noun(self, tree: Tree, noun: Token, complement: Token) -> bool:
        """Whether editors nearly always keep the noun's complement with this preposition: "la découverte de …"."""
        case = tree.first(complement, "case")
        return case is not None and rate_key(noun, case.lemma.lower()) in self.bound


def object_behind_a_comma(needs: Valency, tree: Tree, predicate: Predicate) -> Token | None:
    """The noun behind a comma that must be the verb's object: "exprime, à des degrés divers, son désaccord".

    Returns:
        The noun; None if the verb has an object, or seldom has one.
    """
    verb = predicate.token
    given = any(one.index > verb.index for part in predicate.heads for one in tree.dependents(part, *OBJECTS))
    active = predicate.form is Form.FINITE and not predicate.passive and verb.pos == "VERB"
    if given or not active or predicates.is_reflexive(tree, verb):
        return None
    commas = [token.index for token in tree.tokens[verb.index + 1 :] if token.text == ","][:2]
    near = [one for one, before in zip(commas, (verb.index, *commas), strict=False) if one - before <= _SHORT_ASIDE]
    for comma in near if near[:1] == commas[:1] else ():
        following = tree.tokens[comma + 1 : comma + 4]
        noun = next((token for token in following if token.pos == "NOUN"), None)
        likely = needs.rate(verb, "-") >= _TRANSITIVE or (comma == commas[-1] and _is_a_date(tree, commas))
        if likely and noun is not None and following[0].pos == "DET" and not tree.has(noun, "case", "cc"):
            return noun
    return None


def _is_a_date(tree: Tree, commas: Sequence[int]) -> bool:
    """Whether only a span of years stands between two commas: "anime, de 1984 à 1988, une émission"."""
    between = tree.tokens[commas[0] + 1 : commas[-1]]
    return any(token.text.isdigit() for token in between) and all(token.pos in ("NUM", "ADP") for token in between)


def _after(tree: Tree, predicate: Predicate) -> Iterator[Token]:
    """The complements after the verb, without its agent, which is the subject of a draft in the active voice.

    Also an infinitive that the parse attaches to the noun before it: "soupçonné par la police d'avoir vidé la caisse".
    """
    for part in predicate.heads:
        for child in tree.dependents(part, *COMPLEMENTS):
            if child.index > predicate.token.index:
                yield from (child,) if child.dep != "obl:agent" else ()
                yield from (below for below in tree.dependents(child, "acl") if tree.has(below, "mark"))


def _completes(token: Token, predicate: Predicate, hidden: Container[int]) -> bool:
    return token.index not in hidden and token.index not in predicate.parts


def key(tree: Tree, predicate: Predicate) -> str:
    """The verb and its voice: "placer passive", "tenir reflexive", "prendre active"."""
    return tree.remembered(("verb and voice", id(predicate)), predicate, lambda: _key(tree, predicate))


def _key(tree: Tree, predicate: Predicate) -> str:
    verb = predicate.token
    if predicates.is_reflexive(tree, verb):
        voice = "reflexive"
    else:
        voice = "passive" if predicate.passive or predicate.form is Form.PARTICIPLE else "active"
    return f"{verb.lemma.lower()} {voice}"


def rate_key(word: Token, case: str = "") -> str:
    """The word with its part of speech, and the preposition of a complement: "hommage NOUN à"."""
    return f"{word.lemma.lower()} {word.pos} {case}".strip()


def complements(tree: Tree, word: Token) -> Iterator[tuple[Token, str]]:
    """The complements after a noun or verb, each with its preposition or conjunction ("" for none)."""
    wanted = ("nmod", "acl", "obl") if word.pos == "NOUN" else COMPLEMENTS
    for child in tree.dependents(word, *wanted):
        if child.index > word.index and child.dep != "acl:relcl":
            case = tree.first(child, "case", "mark")
            yield child, case.lemma.lower() if case is not None else ""
