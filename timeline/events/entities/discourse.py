"""A pass through the article: the referents of each sentence that later pronouns and bare nouns may stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from timeline.events.detection.subjects import own_subject
from timeline.events.entities.coreference import (
    Referent,
    is_definite_singular,
    is_identified,
    is_of_a_place,
    name_of,
    resolve,
)
from timeline.events.entities.names import EntityIndex, of_sentence
from timeline.events.lexicon import Lexicon, NounClass, VerbClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Name, Token

_TWO = function_words("two")
_KINDS = {
    NounClass.PERSON: "PER",
    NounClass.OFFICE: "PER",
    NounClass.COMPANY: "ORG",
    NounClass.CRAFT: "MISC",
    NounClass.BEARER: "MISC",
}


def main_referents(trees: Sequence[Tree], entities: EntityIndex) -> tuple[Referent | None, ...]:
    """The subject of each sentence's main clause; pronouns and bare nouns are resolved to their referents.

    Args:
        trees: The trees of the sentences, in text order.
        entities: The names of the article.

    Returns:
        A referent for each sentence; None where its main clause has no subject.
    """
    found: list[Referent | None] = []
    for tree in trees:
        found.append(_taken_up(tree, entities, found))
    return tuple(found)


def _taken_up(tree: Tree, entities: EntityIndex, before: Sequence[Referent | None]) -> Referent | None:
    root = next((token for token in tree.tokens if tree.is_root(token) and token.pos != "PUNCT"), None)
    subject = (own_subject(tree, root) if root else None) or _first_person(tree)
    main = resolve(tree, subject, before, entities) if subject is not None else None
    if main is None or root is None:
        return main
    named = main.name or described(main.tree, main.token, before, entities)
    also, people = tuple(_also(tree, root, main, entities)), of_sentence(entities, tree, "PER")
    return replace(main, name=named, said=_reported_subject(tree, root, entities), also=also, people=people)


def _first_person(tree: Tree) -> Token | None:
    """The first person named without a preposition before: the topic of a sentence with no plain subject."""
    people = (token for token in tree.tokens if token.entity == "PER" and token.pos in ("PROPN", "NOUN"))
    return next((token for token in people if not tree.has(token, "case")), None)


def _reported_subject(tree: Tree, root: Token, entities: EntityIndex) -> Referent | None:
    """The subject of the clause that the main verb says, if it was mentioned before or has a name."""
    clause = (
        tree.first(root, "ccomp")
        if entities.lexicon.is_verb(root.lemma, VerbClass.REPORT, VerbClass.ANNOUNCE)
        else None
    )
    subject = own_subject(tree, clause) if clause else None
    if subject is None or subject.pos not in ("NOUN", "PROPN"):
        return None
    name = name_of(tree, subject, entities)
    return Referent(tree, subject, name) if name is not None or is_definite_singular(tree, subject) else None


def _also(tree: Tree, root: Token, main: Referent, entities: EntityIndex) -> Iterator[Referent]:
    """The other referents of the sentence: the object of its verb, the subjects of its other clauses."""
    for token in tree.tokens:
        if token.pos not in ("NOUN", "PROPN") or token is main.token:
            continue
        if token.relation != "nsubj" and not (token.head == root.index and token.relation in ("obj", "obl")):
            continue
        name = name_of(tree, token, entities)
        if name is not None and name.label == "PER":
            yield Referent(tree, token, name)


def described(tree: Tree, token: Token, before: Sequence[Referent | None], entities: EntityIndex) -> Name | None:
    """The name that a definite noun stands for by its type: the last one mentioned ("l'accusé", "l'appareil").

    Args:
        tree: The tree of the sentence.
        token: The noun, a token of `tree`.
        before: The referents of the sentences before, in text order.
        entities: The names of the article.

    Returns:
        The name; None for a noun that identifies someone else ("le ministre de l'Intérieur").
    """
    label = _kind(token, entities)
    if not label or token.entity or not is_definite_singular(tree, token):
        return None
    lemma = token.lemma.lower()
    apart = is_identified(tree, token) and not entities.lexicon.is_noun(lemma, NounClass.ANY_CRAFT)
    if (
        apart
        and entities.lexicon.is_noun(lemma, NounClass.PERSON)
        and not entities.lexicon.is_noun(lemma, NounClass.AUTHORITY)
    ):
        apart = not _is_of_a_team(tree, token)
    if apart:
        return None
    mentioned = (other for main in reversed(before) if main is not None for other in (main, *main.also))
    return next((other.name for other in mentioned if _fits(token, other, label)), None)


def stands_for_two(entities: EntityIndex, tree: Tree, token: Token) -> bool:
    """Whether a noun stands for two people just mentioned: "les deux hommes", "les deux chefs d'État".

    Returns:
        True for a definite noun of people with the number two, unless an adjective, a name or a whole noun phrase
        identifies it ("les deux autres otages", "les deux hommes de la brigade").
    """
    if token.entity or not any(child.text.lower() in _TWO for child in tree.dependents(token, "nummod")):
        return False
    known = tree.is_definite(token)
    kind = all(not one.entity and not tree.has(one, "det", "nmod") for one in tree.dependents(token, "nmod"))
    alone = kind and not tree.has(token, "amod", "acl", "appos", "conj")
    return known and alone and entities.lexicon.is_noun(token.lemma.lower(), NounClass.PERSON, NounClass.OFFICE)


def last_pair(before: Sequence[Referent | None]) -> tuple[Name, ...]:
    """The people of the last sentence that names any, if they are exactly two.

    Args:
        before: The main referents of the sentences before, in text order.

    Returns:
        The two names, or none.
    """
    people = next((main.people for main in reversed(before) if main is not None and main.people), ())
    return people if len(people) == 2 else ()


def _kind(token: Token, entities: EntityIndex) -> str:
    """The label of the noun's referent; "" for a noun without a particular referent."""
    kind = _kind_of(token.lemma.lower(), entities.lexicon)
    return kind or ("PER" if token.pos == "ADJ" or is_of_a_place(token.text) else "")


@lru_cache(maxsize=1 << 12)
def _kind_of(lemma: str, lexicon: Lexicon) -> str:
    return next((label for name, label in _KINDS.items() if lexicon.is_noun(lemma, name)), "")


def _is_of_a_team(tree: Tree, token: Token) -> bool:
    """Whether the only complement of the noun is a name: "l'attaquant du PSG", "le skipper de Groupe Bel"."""
    beside = tree.dependents(token, "nmod", "amod", "appos", "acl")
    return all(child.text[:1].isupper() for child in beside)


def _fits(token: Token, other: Referent, label: str) -> bool:
    if other.name is None or other.name.label != label:
        return False
    one, two = token.gender, other.token.gender
    return other.token.pos == "PROPN" or not one or not two or one == two
