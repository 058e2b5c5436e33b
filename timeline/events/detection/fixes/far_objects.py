"""Find the object that a circumstance parts from its verb: "signent, devant les élus, un accord".

The parse takes it for a part of the circumstance.
"""

from __future__ import annotations

from timeline.events.lexicon import Lexicon, NounClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_TRANSITIVE = function_words("transitive_verb")


def verb_of_far_object(tree: Tree, token: Token, lexicon: Lexicon) -> Token | None:
    """The verb whose object the parse takes for a part of what parts them.

    Args:
        tree: The sentence.
        token: The word that may be an object.
        lexicon: The lexicon of the language.

    Returns:
        The verb; None where the parse may be right.
    """
    if token.relation not in ("appos", "conj") or token.pos != "NOUN" or tree.has(token, "case", "cc"):
        return None
    if lexicon.is_noun(token.lemma.lower(), NounClass.TOWN):
        return None  # "à Lyon, la ville de son enfance"
    above, first = tree.head(token), tree.opening_behind_a_comma(token)
    circumstance = circumstance_of(tree, above)
    goes_on = any(one.index > token.index for one in tree.dependents(above, "conj"))
    if first is None or first.pos != "DET" or circumstance is None or above.entity or goes_on:
        return None  # "à Valmorin, un pont" loses the place that says which one
    verb = lacking_its_object(tree, circumstance)
    if verb is None or verb.lemma.lower() not in _TRANSITIVE:
        return None
    between = tree.tokens[verb.index + 1 : tree.subtree(circumstance)[0].index + 1]
    return verb if any(one.text == "," for one in between) else None


def circumstance_of(tree: Tree, inside: Token) -> Token | None:
    """The head of the circumstance that a word is a part of; None for a part of something else."""
    while inside.relation in ("nmod", "appos", "flat", "conj") and not tree.is_root(inside):
        inside = tree.head(inside)
    return inside if inside.relation == "obl" else None


def lacking_its_object(tree: Tree, circumstance: Token) -> Token | None:
    """The verb before a circumstance, if it is active and has a subject and no object; else None."""
    verb = tree.head(circumstance)
    if verb.pos != "VERB" or circumstance.index < verb.index:
        return None
    subject, given = tree.first(verb, "nsubj"), tree.dependents(verb, "obj", "iobj", "xcomp", "ccomp", "expl")
    active = all(one.dep != "aux:pass" for one in tree.dependents(verb, "aux"))
    return verb if active and not given and subject is not None and subject.index < verb.index else None
