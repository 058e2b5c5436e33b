"""What a parse shows of a clause's source and of its condition: verbs of saying, adverbs of doubt, "selon", "si".

Also whether it only asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline.events.detection.mentions import Mention
from timeline.events.lexicon import Lexicon, VerbClass, WordList
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words, pattern
from timeline.model import Token

_IF = function_words("conditional")
_QUESTION = pattern("direct_question")
_ADDRESSED = function_words("addressed_pronoun")
_DASHES, _LEFT_OPEN = ("–", "—", "-"), ("…", "...")


def has_condition(tree: Tree, top: Token, lexicon: Lexicon) -> bool:
    """Whether "si" introduces a clause, or a clause that depends on it, or the sentence names a condition.

    Returns:
        True where one of the two has a conditional conjunction, or for "à condition que", "en cas de victoire"; a
        clause in the future is a question ("décidera s'il continuera").
    """
    clauses = (top, *(one for one in tree.dependents(top, "advcl") if one.tense != "Fut" and one.mood != "Cnd"))
    if any(mark.lemma in _IF for clause in clauses for mark in tree.dependents(clause, "mark")):
        return True
    return tree.remembered("condition", lexicon, lambda: _names(tree, lexicon.words(WordList.CONDITIONAL_PHRASES)))


def is_asked(mention: Mention) -> bool:
    """Whether a mention is what a question asks: "Que s'est-il passé le 3 mai ?", "Acceptera-t-elle ?".

    An interview also asks by a sentence that it leaves open: "Vous avez failli arrêter en 2018…".

    Returns:
        False for what the question only names beside it: "Qui remplacera le maire, mort lundi ?".
    """
    predicate, tree = mention.own_predicate, mention.tree
    if predicate is None or not tree.is_root(predicate.top):
        return False
    if _is_put_to_somebody(tree, predicate.top):
        return True
    return tree.remembered("is asked", _QUESTION, lambda: _QUESTION.search(_text(tree)) is not None)


def _is_put_to_somebody(tree: Tree, verb: Token) -> bool:
    """Whether a sentence says "vous", and opens with a dash or is left open: "– Vous avez failli arrêter en 2018…"."""
    addressed = any(one.text.lower() in _ADDRESSED for one in tree.dependents(verb, "nsubj"))
    return addressed and (tree.tokens[0].text in _DASHES or tree.tokens[-1].text in _LEFT_OPEN)


def is_only_possible(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether "peut-être" belongs to a mention's verb, or stands right behind it: "votera peut-être blanc".

    Returns:
        False also for a mention without a predicate.
    """
    predicate, tree = mention.predicate, mention.tree
    if predicate is None:
        return False
    near = (*tree.dependents(predicate.top, "advmod"), tree.next(predicate.token))
    return any(
        token is not None and token.text.lower() in lexicon.words(WordList.CONDITIONAL_ADVERBS) for token in near
    )


def is_said(tree: Tree, top: Token, lexicon: Lexicon) -> bool:
    """Whether a clause is the content of a verb of saying.

    Returns:
        True also for a clause that is coordinated with such a content.
    """
    for ancestor in tree.ancestors(top):
        if top.relation == "ccomp" and lexicon.is_verb(
            ancestor.lemma, VerbClass.REPORT, VerbClass.ANNOUNCE, VerbClass.OPINION
        ):
            return True
        if top.relation not in ("conj", "ccomp"):
            return False
        top = ancestor
    return False


def is_hedged(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether an adverb expresses doubt about a mention: "apparemment", "peut-être".

    Returns:
        False also for a mention without a predicate.
    """
    predicate = mention.predicate
    words = lexicon.words(WordList.REPORTED_ADVERBS)
    return predicate is not None and any(
        child.lemma in words or child.text.lower() in words
        for child in mention.tree.dependents(predicate.top, "advmod")
    )


def said_beside(tree: Tree, top: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of saying is attached to a clause: "…, ont déclaré ses porte-parole".

    Returns:
        True where that verb has a subject.
    """
    return any(
        lexicon.is_verb(child.lemma, VerbClass.REPORT, VerbClass.ANNOUNCE) and any(tree.dependents(child, "nsubj"))
        for child in tree.dependents(top, "parataxis")
    )


def by_source(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a sentence begins or ends with its source ("selon la police"), outside quotation marks.

    Returns:
        True or False, computed once for each sentence.
    """
    return mention.tree.remembered("by source", lexicon, lambda: _names_a_source(mention.tree, lexicon))


def _text(tree: Tree) -> str:
    return " ".join([token.text for token in tree.tokens])


def _names(tree: Tree, phrases: Sequence[str]) -> bool:
    """Whether a sentence has one of the phrases."""
    text = f" {' '.join([token.text.lower() for token in tree.tokens])} ".replace("’", "'")
    return any(f" {phrase} " in text for phrase in phrases)


def _names_a_source(tree: Tree, lexicon: Lexicon) -> bool:
    text = f", {' '.join([token.text.lower() for token in tree.tokens])}"
    return any(phrase in text for phrase in _sources(lexicon))


@cache
def _sources(lexicon: Lexicon) -> tuple[str, ...]:
    """What leads a source at the beginning of a sentence and behind a comma, the apostrophe as a word's end, too."""
    phrases = lexicon.words(WordList.REPORTED_PREPOSITIONS)
    return tuple(f", {form} " for phrase in phrases for form in dict.fromkeys((phrase.replace("'", "' "), phrase)))
