"""What stays beside the word that it depends on: "celui de …", "homme d'affaires", "entrer en collision"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.events.headline.context import HeadlineContext
from timeline.events.lexicon import WordList
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Span, Token

_BARE_DEMONSTRATIVE, _TO = function_words("bare_demonstrative"), function_words("rank_mark")
_GENITIVE, _CONTRACTED = function_words("genitive"), function_words("contracted")
_PARTITIVE = function_words("genitive_form")


def is_title(context: HeadlineContext, tree: Tree, token: Token) -> bool:
    """Whether it is the title of a work, right behind its noun: "le film Piège de cristal"."""
    if token.relation not in ("appos", "nmod") or not token.text[:1].isupper():
        return False
    noun = tree.head(token)
    return token.index == noun.index + 1 and context.words.has("works", noun.lemma.lower())


def says_first_at_what(context: HeadlineContext, tree: Tree, token: Token, governor: Token) -> bool:
    """Whether an infinitive says at what somebody is the first or the only one: "la première femme à voter"."""
    if token.relation not in ("acl", "advcl", "xcomp") or token.verb_form != "Inf":
        return False
    led = any(mark.text.lower() in _TO for mark in tree.dependents(token, "mark"))
    objects = (one for one in tree.dependents(governor, "obj", "xcomp") if governor.index < one.index < token.index)
    nouns = [governor] if governor.pos == "NOUN" else list(objects)
    ranks = (one for noun in nouns for one in tree.dependents(noun, "amod"))
    return led and any(context.words.has("defining", one.lemma.lower()) for one in ranks)


def needs_it(context: HeadlineContext, tree: Tree, token: Token) -> bool:
    """Whether the governor means nothing without this word: "celui de …", "en raison de …", "l'équivalent de …"."""
    governor = tree.head(token)
    if governor.lemma in _BARE_DEMONSTRATIVE:
        return True
    if token.relation != "nmod" or not any(case.lemma in _GENITIVE for case in tree.dependents(token, "case")):
        return False
    cases = [case.text.lower() for case in tree.dependents(governor, "case")]
    merged = any(case in _CONTRACTED for case in cases)
    bare = bool(cases) and not merged and not tree.has(governor, "det", "nummod", "amod")
    return (bare and governor.pos == "NOUN" and not governor.is_plural) or (
        governor.lemma in context.context.lexicon.words(WordList.HEADLINE_QUANTITIES)
    )


def is_in_one_name(tree: Tree, token: Token) -> bool:
    """Whether the word and its governor belong to one name: "République populaire | de Chine"."""
    governor = tree.head(token)
    both = Span(min(token.start, governor.start), max(token.end, governor.end))
    return any(entity.span.contains(both) for entity in tree.sentence.entities)


def is_compound(tree: Tree, token: Token, governor: Token) -> bool:
    """Whether the two words form a compound: "homme d'affaires", "femme maire", "à bas coûts"."""
    if token.relation == "amod" and token.index < governor.index:
        return tree.has(governor, "case") and not tree.has(governor, "det", "nummod")
    bare = token.pos == "NOUN" and not token.entity and not tree.has(token, "det", "nummod")
    merged = any(case.text.lower() in _CONTRACTED for case in tree.dependents(token, "case"))
    bare = bare and not (merged and governor.relation == "nmod")  # "une équipe d'astronomes (du centre de …)"
    return bare and (token.relation, token.index - governor.index) in (("nmod", 1), ("nmod", 2), ("appos", 1))


def is_turn(tree: Tree, token: Token, verb: Token) -> bool:
    """Whether verb, preposition and bare noun form a fixed expression: "entrer en collision", "mettre en orbite"."""
    bare = token.pos == "NOUN" and not token.entity and not tree.has(token, "det", "nummod", "amod")
    case = tree.first(token, "case")
    return bare and verb.pos == "VERB" and case is not None and case.index == verb.index + 1 == token.index - 1


def runs_on(words: Sequence[Token]) -> bool:
    """Whether a person's name follows a noun that it does not belong to: "le décret migratoire | Donald Trump".

    The words between them ("du président") were left out.
    """
    return any(
        after.entity == "PER" and after.pos == "PROPN" and before.pos in ("NOUN", "ADJ") and not before.entity
        for before, after in pairwise(words)
        if after.index > before.index + 1
    )


def is_bare(tree: Tree, noun: Token) -> bool:
    """Whether a complement has a preposition and no article: "pour blessures", "de réalité"."""
    cases = tree.dependents(noun, "case")
    bare = bool(cases) and all(case.text.lower() not in _CONTRACTED for case in cases)
    return bare and noun.relation == "nmod" and noun.pos == "NOUN" and not tree.has(noun, "det", "nummod")


def follows_de(tree: Tree, noun: Token) -> bool:
    """Whether an adjective changes the noun's article: "de nouvelles propositions" is not "de propositions".

    Args:
        tree: The sentence.
        noun: The noun behind its adjective.
    """
    return any(det.text.lower() in _PARTITIVE for det in tree.dependents(noun, "det"))


def is_led_by(tree: Tree, word: Token, among: frozenset[str]) -> bool:
    """Whether a preposition or a conjunction leads to a word: "par la police" with the words of an agent.

    Args:
        tree: The sentence.
        word: The word.
        among: The lemmas of the words that may lead to it.
    """
    return any(one.lemma.lower() in among for one in tree.dependents(word, "case", "mark"))
