"""Find the true governor of a phrase that the parser attached to the wrong word.

A bare noun that opens a sentence is no subject beside one: "Faute de médecins, la maternité ferme". What somebody is
ordered or asked to do completes the verb, not the person: "enjoint à l'agence de rouvrir". So does what somebody is
suspected of: "soupçonnent l'élu d'avoir versé". A person explains no place: "arrêtent, à Lyon, le maire de Rieux".
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.lexicon import Lexicon, NounClass
from timeline.events.tree import Tree, relation
from timeline.languages.function_words import function_words
from timeline.model import Token

_OF, _TO = function_words("genitive_case"), function_words("dative_case")
_DIRECTIVE, _ACCUSING = function_words("directive_verb"), function_words("accusing_verb")


def reattached(tree: Tree, token: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """The words that change where a word hangs on the wrong one.

    Returns:
        The changed tokens, with their head and relation; nothing where the parse may be right.
    """
    circumstance = _opening_circumstance(tree, token)
    if circumstance is not None:
        subject = replace(token, head=circumstance.head, dep=circumstance.dep)
        return (subject, replace(circumstance, dep="obl:mod"))
    arrested = _parted_object(tree, token, lexicon)
    if arrested is not None:
        return (replace(token, head=arrested.index, dep="obj"),)
    verb = _directive(tree, token) or _accusing(tree, token)
    return () if verb is None else (replace(token, head=verb.index, dep="xcomp"),)


def begins_behind_a_comma(tree: Tree, token: Token) -> Token | None:
    """The first word of a phrase, behind the comma that parts it from what stands before; None without that comma."""
    first = tree.subtree(token)[0]
    first = tree.tokens[first.index + 1] if first.text == "," else first
    return first if tree.follows_comma(first) else None


def _opening_circumstance(tree: Tree, token: Token) -> Token | None:
    """The bare noun at the beginning that the parse takes for the subject, and the word for a second one beside it."""
    first = tree.tokens[0]
    if token.head != first.index or relation(token) != "conj" or token.pos not in ("NOUN", "PROPN"):
        return None
    if first.pos != "NOUN" or relation(first) != "nsubj" or tree.first(first, "det", "nummod", "amod") is not None:
        return None
    verb, others = tree.head(first), tree.dependents(first, "conj")
    begin = begins_behind_a_comma(tree, token)
    alone = len(others) == 1 and tree.first(token, "cc", "case") is None and token.index < verb.index
    return first if alone and begin is not None and begin.pos in ("DET", "PROPN") else None


def _parted_object(tree: Tree, token: Token, lexicon: Lexicon) -> Token | None:
    """The verb whose object the parse takes for an apposition to a place: "ont arrêté, à Lyon, | le maire de Rieux"."""
    if relation(token) != "appos":
        return None
    place = tree.head(token)
    named = any(one.entity == "PER" for one in tree.dependents(token, "appos", "flat", "nmod"))
    if not (named or _is_person(token, lexicon)) or _is_person(place, lexicon):
        return None
    begin = begins_behind_a_comma(tree, token)
    if begin is None or begin.pos != "DET":
        return None
    while relation(place) in ("nmod", "appos", "flat") and not tree.is_root(place):
        place = tree.head(place)
    verb = tree.head(place)
    if relation(place) != "obl" or verb.pos != "VERB" or place.index < verb.index:
        return None
    subject, given = tree.first(verb, "nsubj"), tree.first(verb, "obj", "iobj", "xcomp", "ccomp", "expl")
    active = all(one.dep != "aux:pass" for one in tree.dependents(verb, "aux"))
    return verb if active and given is None and subject is not None and subject.index < verb.index else None


def _is_person(token: Token, lexicon: Lexicon) -> bool:
    return token.entity == "PER" or lexicon.is_noun(token.lemma.lower(), NounClass.PERSON, NounClass.OFFICE)


def _directive(tree: Tree, token: Token) -> Token | None:
    """The verb of ordering or asking that an infinitive completes: "demande | aux compagnies | de réduire"."""
    if token.verb_form != "Inf" or relation(token) not in ("acl", "advcl"):
        return None
    person = tree.head(token)
    mark, case = tree.first(token, "mark"), tree.first(person, "case")
    if mark is None or case is None or mark.text.lower() not in _OF or case.text.lower() not in _TO:
        return None
    verb = tree.head(person)
    directive = verb.pos == "VERB" and verb.lemma.lower() in _DIRECTIVE and person.index > verb.index
    return verb if directive and relation(person) in ("obl", "iobj") else None


def _accusing(tree: Tree, token: Token) -> Token | None:
    """The verb of accusing that an infinitive completes: "soupçonnent | l'élu | d'avoir versé"."""
    infinitive = token.verb_form == "Inf" or any(one.verb_form == "Inf" for one in tree.dependents(token, "aux"))
    person, mark = tree.head(token), tree.first(token, "mark")
    if not infinitive or relation(token) != "acl" or mark is None or mark.text.lower() not in _OF:
        return None
    verb = tree.head(person)
    accusing = verb.pos == "VERB" and verb.lemma.lower() in _ACCUSING and person.index > verb.index
    return verb if accusing and relation(person) == "obj" else None
