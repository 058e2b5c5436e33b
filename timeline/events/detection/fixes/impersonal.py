"""Tell the "il" that is somebody from the one that is nobody.

"Il" is somebody before most verbs ("il s'est blessé"), though not before all ("il s'agit", "il est tombé 40
millimètres").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Timex, Token

_IMPERSONAL = function_words("impersonal_pronoun")
_NOBODY, _NOBODY_REFLEXIVE = function_words("impersonal_verb"), function_words("impersonal_reflexive")
_NO_STATE, _REFLEXIVE = function_words("impersonal_state"), function_words("reflexive_lemma")
_MODAL, _THERE = function_words("modal_of_somebody"), function_words("locative_pronoun")
_CLAUSES = ("ccomp", "xcomp")
_FALLS, _LEFT = function_words("falls_or_is_left"), ("obj", "xcomp")


def of_somebody(tree: Tree, token: Token) -> tuple[Token, ...]:
    """The pronoun as a subject, where the parse calls it expletive and it is somebody; else nothing.

    "Y" is a place then: "il y a visité un hôpital".
    """
    expletive = token.relation == "expl" and token.text.lower() in _IMPERSONAL
    if not expletive or not _stands_for_somebody(tree, token):
        return ()
    there = (one for one in tree.dependents(tree.head(token), "expl") if one.text.lower() in _THERE)
    return (replace(token, dep="nsubj"), *(replace(one, dep="obl") for one in there))


def of_nobody(tree: Tree, token: Token, timexes: Sequence[Timex]) -> tuple[Token, ...]:
    """The pronoun as an expletive, where the parse calls it a subject and it is nobody; else nothing.

    "Il est tombé" is no passive then.
    """
    noun = _subject_behind(tree, token, timexes)
    if noun is None:
        return ()
    verb, expletive = tree.head(token), replace(token, dep="expl:subj")
    helpers = [one for one in tree.dependents(verb, "aux") if one.dep == "aux:pass"]
    if verb.lemma.lower() not in _FALLS:
        return (expletive,)
    features = {name: value for name, value in verb.features.items() if name != "Voice"}
    active = (replace(one, dep="aux:tense") for one in helpers)
    return expletive, replace(noun, dep="nsubj"), replace(verb, features=features), *active


def _stands_for_somebody(tree: Tree, pronoun: Token) -> bool:
    """Whether "il" is a subject ("il s'était blessé") and not impersonal ("il s'agit", "il est prévu de partir").

    Args:
        tree: The sentence.
        pronoun: An "il" that the parse calls expletive.

    Returns:
        False before an impersonal verb, and where a clause or a noun behind the verb may be the real subject.
    """
    verb = tree.head(pronoun)
    told = tree.first(verb, "xcomp") if verb.lemma.lower() in _MODAL else None
    if told is not None and told.pos == "VERB":  # "il doit se réunir", but "il peut arriver que", "il doit y avoir"
        return told.lemma.lower() not in _NOBODY and _acts(tree, told)
    others = [child for child in tree.dependents(verb) if child.index != pronoun.index]
    lemma, found = verb.lemma.lower(), {one.relation for one in others}
    if pronoun.index > verb.index or found & {"nsubj", "csubj"}:
        return False
    if verb.pos in ("NOUN", "ADJ"):
        led = any(one.index > verb.index and one.relation in (*_CLAUSES, "acl", "advcl") for one in others)
        return "cop" in found and lemma not in _NO_STATE and (verb.pos == "NOUN" or not led)
    if verb.pos != "VERB":
        return False
    if any(one.relation == "expl" and one.lemma.lower() in _REFLEXIVE for one in others):
        return _acts(tree, verb)
    passive = any(one.dep == "aux:pass" for one in others)
    return lemma not in _NOBODY and not (passive and found & set(_CLAUSES))


def _subject_behind(tree: Tree, pronoun: Token, timexes: Sequence[Timex]) -> Token | None:
    """The noun right behind the verb of "il" that is its subject: "il n'est tombé que dix millimètres".

    The parse may take the noun for an object: "il est tombé 40 millimètres", "il restait onze pensionnaires".
    """
    verb = tree.head(pronoun)
    if pronoun.relation != "nsubj" or pronoun.text.lower() not in _IMPERSONAL or pronoun.index > verb.index:
        return None
    counted = verb.lemma.lower() in _FALLS
    behind = (one for one in tree.dependents(verb, "nsubj", *(_LEFT if counted else ())) if one.index > verb.index)
    noun = next((one for one in behind if _is_some(tree, one)), None)
    if noun is None or any(one.pos == "PUNCT" for one in tree.tokens[verb.index : noun.index]):
        return None
    return None if any(timex.span.start <= noun.start < timex.span.end for timex in timexes) else noun


def _is_some(tree: Tree, noun: Token) -> bool:
    """Whether a noun may be what falls or is left: behind an object's verb only with a number."""
    named = noun.relation == "nsubj" and noun.pos in ("NOUN", "NUM")
    return named or (noun.pos == "NOUN" and tree.has(noun, "nummod"))


def _acts(tree: Tree, verb: Token) -> bool:
    """Whether "il" of a reflexive verb is somebody: "se réunit", not "se produit une explosion", "s'agit"."""
    behind = {one.relation for one in tree.dependents(verb)}
    return verb.lemma.lower() not in _NOBODY_REFLEXIVE and not behind & {"ccomp", "obj"}
