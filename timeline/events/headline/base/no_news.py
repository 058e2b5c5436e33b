"""Nouns and participles that tell nothing that happened, whatever stands beside them."""

from __future__ import annotations

from timeline.events.headline.base.bound import is_led_by
from timeline.events.headline.context import HeadlineContext
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_COMPARING, _GENITIVE = function_words("comparing"), function_words("genitive")
_POINTERS, _SOURCE = function_words("pointing_head"), function_words("source")
_NEAR = 3


def lacks_its_noun(tree: Tree, head: Token) -> bool:
    """Whether a subject only points to a noun of another sentence: "la plus meurtrière", "des celles"."""
    if head.text.lower() in _POINTERS:
        return any(one.dep == "acl" and one.verb_form == "Part" for one in tree.dependents(head, "acl"))
    graded = any(one.text.lower() in _COMPARING for one in tree.dependents(head, "advmod"))
    return head.pos == "ADJ" and graded and tree.has(head, "det") and not tree.has(head, "nmod")


def has_its_attribute_behind(context: HeadlineContext, tree: Tree, verb: Token) -> bool:
    """Whether a participle says what its noun is thought to be: "un état jugé critique" is not "un état est jugé"."""
    if verb.relation != "acl" or not context.words.has("of_a_state", verb.lemma.lower()):
        return False
    after = tree.next(verb)
    return after is not None and after.head == verb.head and after.relation in ("amod", "acl")


def is_no_news(context: HeadlineContext, tree: Tree, noun: Token) -> bool:
    """Whether what describes a noun is no event: the noun is a part of a body's name, only a source, or a state.

    "les affaires étrangères" of "le ministère des affaires étrangères", "selon des informations dévoilées par …", "le
    maire est dans un état jugé critique".

    Args:
        context: The inputs of headline writing.
        tree: The sentence.
        noun: The noun that a relative clause or a participle describes.
    """
    return is_led_by(tree, noun, _SOURCE) or _is_inside_a_name(context, tree, noun) or _is_a_state(tree, noun)


def _is_a_state(tree: Tree, noun: Token) -> bool:
    """Whether it says in what something is: "le pont est dans une zone inondée" is not "une zone est inondée"."""
    named = any(one.pos in ("NOUN", "PROPN") for one in tree.dependents(noun, "nsubj"))
    led = tree.has(noun, "case") and tree.is_indefinite(noun)
    return named and led and tree.has(noun, "cop")


def _is_inside_a_name(context: HeadlineContext, tree: Tree, noun: Token) -> bool:
    body = tree.head(noun)
    if (
        noun.relation != "nmod"
        or noun.pos != "NOUN"
        or noun.text[:1].isupper()
        or not 0 < noun.index - body.index <= _NEAR
    ):
        return False
    named = context.entities.lexicon.is_noun(body.lemma.lower(), NounClass.INSTITUTION)
    return named and is_led_by(tree, noun, _GENITIVE)
