"""Whom or what "ce dernier", "cette dernière", "celui-ci" take up."""

from __future__ import annotations

from timeline.events.detection.predicates import Predicate
from timeline.events.entities.coreference import Referent
from timeline.events.headline.base.valency import key
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.genders import is_like, is_not_of
from timeline.events.headline.reference.people import is_human
from timeline.events.headline.reference.relatives import is_determined
from timeline.events.headline.reference.selection import is_measure
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.tree import Tree
from timeline.model import Token


def latter(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> Referent | None:
    """The last person, organisation or thing that the sentence before names and that agrees.

    Args:
        context: The inputs of headline writing.
        tree: The sentence of the pronoun.
        predicate: Its verb group.
        head: The pronoun, or the noun of "ce dernier".

    Returns:
        The person with the name, or the noun; None where the sentence names somebody before the pronoun, or where the
        last name is of a body.
    """
    before = context.trees_before(tree)
    if not before or any(token.entity in ("PER", "ORG") for token in tree.tokens[: head.index]):
        return None
    last, several = before[-1], head.is_plural
    personal = _is_of_people(context, tree, predicate, last, head)
    for noun in reversed(last.tokens):
        if personal and noun.pos == "NOUN" and not is_human(context, Referent(last, noun)):
            continue
        if noun.entity in ("PER", "ORG") and not several:
            people = context.names(last, "PER")[-1:]
            if noun.entity != "PER" or not people or noun.text not in people[0].canonical:
                return None
            if not is_not_of(context, head.gender, people[0].canonical):
                return Referent(last, noun, people[0])
            continue
        if _may_be(context, last, noun, head):
            return Referent(last, noun)
    main = context.before[-1] if context.before and not several else None
    if main is None or main.name is None or main.name.label != "PER":
        return None
    return None if is_not_of(context, head.gender, main.name.canonical) else main


def _may_be(context: HeadlineContext, tree: Tree, noun: Token, head: Token) -> bool:
    """Whether a noun agrees, has an article, and is no date."""
    return (
        noun.pos == "NOUN"
        and noun.index not in timex_tokens(context, tree)
        and is_like(noun, head)
        and is_determined(context, tree, noun)
    )


def _is_of_people(context: HeadlineContext, tree: Tree, predicate: Predicate, last: Tree, head: Token) -> bool:
    """Whether the verb is one of people, or people are there that agree, and nothing is done to them.

    Of "deux hommes relevaient des collets", "ceux-ci" who flee are the men.
    """
    if context.words.has("personal_verbs", key(tree, predicate)) or is_measure(context, tree, predicate):
        return True
    people = (Referent(last, one) for one in last.tokens if _may_be(context, last, one, head))
    return not predicate.passive and any(is_human(context, one) for one in people)
