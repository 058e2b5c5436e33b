"""Subjects that name nobody: "on", "il" of "il a été convenu", "ce dernier"."""

from __future__ import annotations

from timeline.events.detection.predicates import Predicate, is_reflexive
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_IMPERSONAL, _INDEFINITE = function_words("impersonal_pronoun"), function_words("indefinite_pronoun")
_BEING = function_words("auxiliary_of_being")


def does_nothing(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> bool:
    """Whether the word names nobody ("on", a date), or the verb has no agent.

    "Selon le maire, il s'agit d'un incendie": no other word of the sentence is its subject.
    """
    verbs = "nobody_reflexive" if is_reflexive(tree, predicate.token) else "nobody"
    nobody = context.words.has(verbs, predicate.token.lemma.lower())
    return nobody or head.text.lower() in _INDEFINITE or head.index in timex_tokens(context, tree)


def is_latter(context: HeadlineContext, tree: Tree, head: Token) -> bool:
    """Whether the subject is "ce dernier", "cette dernière", "celui-ci"."""
    pointed = any(context.words.has("demonstratives", token.text.lower()) for token in tree.dependents(head, "det"))
    form = head.text.lower() if head.pos == "PRON" else head.lemma.lower()
    return context.words.has("latter", form) and (pointed or head.pos == "PRON")


def is_nobody(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> bool:
    """Whether "il" stands for what is said or counted behind the verb, not in "il a été informé que".

    "Il a été convenu", "il a été établi que", "il est tombé 280 mm de pluie".
    """
    verb = predicate.token
    if head.text.lower() not in _IMPERSONAL or not _takes_being(tree, verb):
        return False
    if any(_is_counted(context, tree, noun) for noun in tree.dependents(verb, "obl", "obj", "nsubj")):
        return True
    if not predicate.passive:
        return False
    reports = any(tree.has(clause, "mark") for clause in tree.dependents(verb, "ccomp", "csubj"))
    reports_only = reports and not context.words.has("informing", verb.lemma.lower())
    return reports_only or context.words.has("nobody_passive", verb.text.lower())


def _takes_being(tree: Tree, verb: Token) -> bool:
    """Whether "être" is the auxiliary: of a passive, and of the verbs of what comes and falls."""
    return any(one.lemma.lower() in _BEING for one in tree.dependents(verb, "aux"))


def _is_counted(context: HeadlineContext, tree: Tree, noun: Token) -> bool:
    """Whether a number of things stands right behind the verb, as its real subject: "280 mm", "trois corps"."""
    number = tree.first(noun, "nummod")
    if noun.pos != "NOUN" or number is None or tree.has(noun, "case", "det"):
        return False
    behind = noun.index > number.index == tree.head(noun).index + 1
    return behind and not context.words.has("units_of_time", noun.lemma.lower())  # "il est resté trois heures"


def is_a_description(tree: Tree, head: Token) -> bool:
    """Whether a bare noun before a comma opens the sentence: "Fils de menuisier, il passe son brevet"."""
    below = tree.subtree(head)
    comma = any(one.text == "," for one in tree.tokens[below[-1].index : below[-1].index + 2])
    named = any(one.entity or one.pos == "PROPN" for one in below)
    opens = below[0] is head and not head.index and head.pos == "NOUN" and not (named or tree.first(head, "conj"))
    return opens and comma and head.number == "Sing"
