"""Participles that are of another noun than the parse says: "il fuit, des passants ayant appelé la police"."""

from __future__ import annotations

from timeline.events.detection.predicates import Form, Predicate
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_HELPERS = function_words("auxiliary_of_being") | function_words("auxiliary_of_having")
_NOMINAL = ("NOUN", "PROPN", "NUM")


def subject_of_its_own(tree: Tree, predicate: Predicate) -> Token | None:
    """The first noun or number between the comma and "ayant" or "étant": "65" of ", 65 d'entre eux ayant été repris".

    Returns:
        The word; None where the subject is that of the clause, as in "…, ayant été repris".
    """
    helper = next((one for one in tree.tokens if one.index in predicate.parts and _is_helper(one)), None)
    if predicate.form is not Form.PARTICIPLE or helper is None:
        return None
    found = None
    for token in reversed(tree.tokens[: helper.index]):
        if token.text == ",":
            return found
        if token.verb_form == "Fin":
            return None
        found = token if token.pos in _NOMINAL else found
    return None


def leads_an_absolute_clause(tree: Tree, token: Token) -> bool:
    """Whether it is the noun of such a clause behind a comma, which the parse ties to the verb before."""
    if token.pos != "NOUN" or token.index < token.head or token.relation in ("nsubj", "root", "conj"):
        return False
    participles = (one for one in tree.dependents(token, "acl") if one.index > token.index)
    led = any(_is_helper(one) for verb in participles for one in tree.dependents(verb, "aux"))
    return led and tree.follows_comma(tree.opening(token))


def _is_helper(token: Token) -> bool:
    return token.lemma in _HELPERS and token.verb_form == "Part" and token.tense == "Pres"
