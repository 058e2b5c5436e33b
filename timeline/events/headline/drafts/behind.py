"""The subject of a verb that has none in the parse: the noun behind it, or the only one that agrees."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.detection import predicates
from timeline.events.detection.predicates import Form, Predicate
from timeline.events.headline import phrases
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.verbs import is_plural
from timeline.events.tree import Tree
from timeline.model import Token

_LOOSE = ("obl", "dep", "dislocated", "appos", "nmod")
_BEHIND = ("obj", "nsubj", "obl", "xcomp", "dep", "nmod", "appos")


def unnamed(context: HeadlineContext, tree: Tree, predicate: Predicate) -> Token | None:
    """The subject of a finite verb without one in the parse; in French such a verb always has a subject.

    It is the subject of the clause that it is juxtaposed to, else the noun before it without a preposition.
    """
    if predicate.form is not Form.FINITE or predicate.top.relation == "acl" or phrases.impersonal(tree, predicate):
        return None
    if predicate.top.relation == "parataxis" and (shared := tree.first(tree.head(predicate.top), "nsubj")) is not None:
        return shared if shared.index < tree.head(predicate.top).index < predicate.top.index else None
    hidden, first = timex_tokens(context, tree), min(predicate.parts)
    for token in reversed(tree.tokens[:first]):
        loose = token.relation in _LOOSE and token.pos in ("NOUN", "PROPN") and token.index not in hidden
        near = tree.head(token).index in (predicate.top.index, predicate.token.index) or token.relation == "appos"
        if loose and near and not tree.has(token, "case") and is_determined(tree, token):
            return token if _agrees(context, tree, predicate, token) else None
    return _inverted(context, tree, predicate)


def behind(tree: Tree, predicate: Predicate) -> Token | None:
    """The subject after a reflexive or passive verb, which cannot have an object: "Samedi se tenait la finale"."""
    if predicate.form is not Form.FINITE or not (predicate.passive or predicates.is_reflexive(tree, predicate.token)):
        return None
    behind = (one for one in tree.dependents(predicate.token, "obj") if one.index > predicate.token.index)
    nouns = [one for one in behind if one.pos in ("NOUN", "PROPN")]
    return nouns[0] if len(nouns) == 1 else None


def _inverted(context: HeadlineContext, tree: Tree, predicate: Predicate) -> Token | None:
    """The noun after a verb that nothing or only circumstances precede: "Vers 11 h intervient un camion"."""
    first, last = min(predicate.parts), max(predicate.parts)
    before = tree.tokens[:first]
    named = any(
        one.relation in ("nsubj", "root") or (one.pos == "PRON" and one.relation != "expl")
        for one in before
        if one.pos != "PUNCT"
    )
    if named or predicate.negated or not _is_led(before):
        return None
    for token in tree.tokens[last + 1 :]:
        if token.pos in ("ADP", "SCONJ", "VERB", "PRON", "PUNCT", "AUX"):
            break
        if token.pos in ("NOUN", "PROPN"):
            near = (
                token.relation in ("obj", "nsubj", "obl", "xcomp", "dep") and tree.head(token).index in predicate.parts
            )
            if near and _agrees(context, tree, predicate, token):
                return token
            break
    return _only_one_behind(context, tree, predicate)


def _is_led(before: Sequence[Token]) -> bool:
    """Whether what stands before the verb is only circumstances."""
    heads = [one for one in before if one.relation in ("obl", "advmod", "advcl")]
    return bool(heads) or not [one for one in before if one.pos != "PUNCT"]


def _only_one_behind(context: HeadlineContext, tree: Tree, predicate: Predicate) -> Token | None:
    """The only noun after the verb without a preposition: "Ont été déployés sur place deux avions"."""
    hidden, last = timex_tokens(context, tree), max(predicate.parts)
    end = next((one.index for one in tree.tokens[last + 1 :] if one.verb_form == "Fin"), len(tree.tokens))
    nouns = (one for one in tree.tokens[last + 1 : end] if one.pos in ("NOUN", "PROPN"))
    found = [
        one
        for one in nouns
        if one.relation in _BEHIND
        and one.index not in hidden
        and not tree.has(one, "case")
        and is_determined(tree, one)
        and tree.tokens[one.index - 1].pos != "ADP"
    ]
    if len(found) != 1 or (not tree.has(found[0], "nummod", "det") and not found[0].entity):
        return None
    return found[0] if _agrees(context, tree, predicate, found[0]) else None


def _agrees(context: HeadlineContext, tree: Tree, predicate: Predicate, noun: Token) -> bool:
    """Whether a noun has the number of the verb."""
    several = noun.is_plural or tree.has(noun, "nummod", "conj")
    return is_plural(context, tree, predicate, noun) == several


def is_determined(tree: Tree, noun: Token) -> bool:
    """Whether the noun has an article or a number, or is a name."""
    before = tree.tokens[tree.subtree(noun)[0].index : noun.index]
    return noun.pos == "PROPN" or any(word.pos in ("DET", "NUM") for word in before) or _follows_article(tree, noun)


def _follows_article(tree: Tree, noun: Token) -> bool:
    """Whether an article that the parse attaches elsewhere stands a few words before: "la 4 e étape"."""
    return any(word.pos == "DET" for word in tree.tokens[max(0, noun.index - 3) : noun.index])
