"""Who has died, by the article."""

from __future__ import annotations

from timeline.events.headline.context import HeadlineContext
from timeline.events.tree import Tree, relation
from timeline.model import Token

_OF_A_NAME = ("flat", "appos", "nmod")
"""The relations by which a name hangs on the noun that stands for the person."""


def is_of_the_dead(context: HeadlineContext, noun: Token) -> bool:
    """Whether only the dead have it: "obsèques"; the lemma of such a plural may be anything."""
    return any(context.words.has("of_the_dead", form) for form in (noun.lemma.lower(), noun.text.lower()))


def is_dead(context: HeadlineContext, name: str) -> bool:
    """Whether the article says that somebody died.

    Args:
        context: The inputs of headline writing.
        name: A person's name in full.

    Returns:
        True for the subject of "mourir", for whom "tuer" is done to, for the complement of "mort" or "mémoire".
    """
    first, _, family = name.rpartition(" ")
    shared = sum(one.endswith(f" {family}") for one, label in context.entities.labels.items() if label == "PER") > 1
    return any(
        token.text == family and _dies(context, tree, token) and (not shared or _is_preceded(tree, token, first))
        for tree in context.trees
        for token in tree.tokens
    )


def _is_preceded(tree: Tree, token: Token, first: str) -> bool:
    return token.index > 0 and tree.tokens[token.index - 1].text == first.rpartition(" ")[2]


def _dies(context: HeadlineContext, tree: Tree, person: Token) -> bool:
    """Whether the words above a person's name say that they die, and not that they kill."""
    below = person
    for above in tree.ancestors(person):
        lemma = above.lemma.lower()
        if context.words.has("dying", lemma) or is_of_the_dead(context, above):
            active = relation(below) == "nsubj" and not tree.dependents(above, "aux:pass")
            return not (active and context.words.has("killing", lemma))
        if relation(below) not in _OF_A_NAME:
            return False
        below = above
    return False
