"""Whether a verb that says nothing without its object has one, and only one voice."""

from __future__ import annotations

from collections.abc import Container, Sequence

from timeline.events.detection import predicates
from timeline.events.detection.predicates import Form, Predicate
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_QUOTES, _FREE = '«»“”"', ("obj", "obl", "xcomp", "iobj", "dep", "ccomp", "advcl", "parataxis", "root", "nsubj", "acl")
_NOMINAL = ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "X", "SYM")
_ELIDED = function_words("elided_article")
_AGENTS = function_words("agent") | function_words("genitive")


def lacks_its_object(context: HeadlineContext, tree: Tree, predicate: Predicate, words: Sequence[Token]) -> bool:
    """Whether a verb that says nothing without its object has none: "Le maire confirme", "La chaîne retransmet à Lyon".

    Its object is a word without a preposition, a clause, a quotation, or a pronoun that a name may stand for.
    """
    verb = predicate.token
    active = predicate.form is not Form.PARTICIPLE and not predicate.passive and verb.pos == "VERB"
    kind = "for_oneself" if predicates.is_reflexive(tree, verb) else "transitive"
    if not active or not context.words.has(kind, verb.lemma.lower()):
        return False
    if any(one.pos == "PRON" and one.index < verb.index for one in tree.dependents(verb, "obj", "iobj")):
        return False
    if any(one.text.lower() in _ELIDED for one in tree.dependents(verb, "expl")):  # "l'emporte"
        return False
    hidden = timex_tokens(context, tree)
    behind = (word for word in words if word.index > verb.index and word.index not in hidden)
    return not any(word.text in _QUOTES or word.pos == "SCONJ" or _may_be_an_object(tree, word) for word in behind)


def strands_a_gerund(context: HeadlineContext, tree: Tree, words: Sequence[Token]) -> bool:
    """Whether a present participle lost its object: "durcit le texte en rétablissant (, grâce à X, la peine)"."""
    for word in words:
        present = word.pos == "VERB" and word.verb_form == "Part" and word.tense == "Pres"
        if not present or not context.words.has("transitive", word.lemma.lower()):
            continue
        taken_up = any(one.index < word.index for one in tree.dependents(word, "obj", "iobj", "expl", "nsubj"))
        behind = [one for one in words if one.index > word.index]
        given = any(one.text in _QUOTES or one.pos == "SCONJ" or _may_be_an_object(tree, one) for one in behind)
        given = given or (bool(behind) and behind[0].pos in ("DET", *_NOMINAL))
        beside = any(one.relation == "appos" and not tree.has(one, "case") for one in behind)
        if not (taken_up or given or beside):
            return True
    return False


def _may_be_an_object(tree: Tree, word: Token) -> bool:
    """Whether it is an infinitive, a noun phrase without a preposition, or a number of one: "plus de la moitié".

    The parse may tie it to another word than the verb.
    """
    nominal = word.pos in _NOMINAL or (word.pos == "ADV" and bool(tree.dependents(word)))
    return word.verb_form == "Inf" or (nominal and word.relation in _FREE and not tree.has(word, "case"))


def has_two_voices(tree: Tree, predicate: Predicate) -> bool:
    """Whether a passive has a direct object, so that the article or the parse is wrong: "a été remporté l'appel".

    Not "est nommé ministre", nor a subject after its verb: "sont arrêtés deux hommes".
    """
    verb = predicate.token
    if predicate.form is Form.PARTICIPLE:
        given = tree.first(verb, "obj")
        alone = not tree.has(verb, "aux") and predicate.top.relation != "conj" and verb.tense == "Past"
        return alone and given is not None and given.pos in ("NOUN", "PROPN") and tree.has(given, "det")
    if not predicate.passive or predicate.form is not Form.FINITE or not tree.has(verb, "nsubj"):
        return False
    behind = (one for one in tree.dependents(verb, "obj", "xcomp") if one.index > verb.index)
    return any(one.pos == "NOUN" and tree.is_definite(one) for one in behind)


def lacks_its_agent(context: HeadlineContext, tree: Tree, predicate: Predicate, shown: Container[int]) -> bool:
    """Whether a passive that only relates two things lost the second: "l'annonce est suivie (d'autres)"."""
    if not predicate.passive or not context.words.has("relating", predicate.token.lemma.lower()):
        return False
    behind = [one for one in tree.dependents(predicate.token, "obl") if one.index > predicate.token.index]
    hidden = timex_tokens(context, tree)
    agents = [one for one in behind if one.index not in hidden and _leads_an_agent(tree, one)]
    return bool(agents) and not any(one.index in shown for one in agents)


def _leads_an_agent(tree: Tree, noun: Token) -> bool:
    case = tree.first(noun, "case")
    return noun.dep == "obl:agent" or (case is not None and case.lemma.lower() in _AGENTS)
