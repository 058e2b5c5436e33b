"""Participles that are of another noun than the parse says: "il fuit, des passants ayant appelé la police"."""

from __future__ import annotations

from timeline.events.detection.predicates import Form, Predicate
from timeline.events.headline.context import HeadlineContext
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


def person_right_before(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token | None) -> Token | None:
    """The person before the comma of a participle that the parse gives to a noun of another gender, or to the verb.

    "La chute de Michel Jégo, touché à la clavicule", "s'incline sur la tombe d'Alexandre Rivière, mort en juillet".

    Returns:
        The first word of the person's name; None if the participle may be of the noun.
    """
    verb = predicate.token
    behind = verb.index > 1 and tree.follows_comma(verb)
    if predicate.form is not Form.PARTICIPLE or head is None or not behind:
        return None
    genders = {one.gender for one in (verb, head)}
    apart = len(genders - {""}) > 1 or (predicate.top.relation == "conj" and not tree.has(verb, "cc", "aux"))
    end = tree.tokens[verb.index - 2].end
    name = next((one for one in context.names(tree, "PER") if one.span.end == end), None)
    return tree.top(name.span) if apart and name is not None and not verb.is_plural else None


def _is_helper(token: Token) -> bool:
    return token.lemma in _HELPERS and token.verb_form == "Part" and token.tense == "Pres"
