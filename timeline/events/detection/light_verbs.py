"""The words that name an event: one word, or a verb that only supports a noun together with that noun.

In a light verb construction ("effectuer une visite", "une enquête est prévue", "le match se déroule") the noun says
what happens and the verb when and whether; ISO-TimeML and the annotation guidelines count both as the event's words.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.detection import predicates, subjects
from timeline.events.detection.mentions import Mention, happens
from timeline.events.detection.predicates import Predicate
from timeline.events.lexicon import Lexicon, NounClass, VerbClass, WordList
from timeline.events.tree import Tree
from timeline.model import Span, Token
from timeline.model.syntax import extent

REACH = 8
"""The largest distance in words between the noun and the verb; farther apart they are no longer one expression."""
_AGENTS = (NounClass.PERSON, NounClass.COLLECTIVE, NounClass.INSTITUTION, NounClass.AUTHORITY, NounClass.COMPANY)


def expression(mention: Mention, lexicon: Lexicon) -> Span:
    """The words that name the event of a mention.

    Returns:
        From the first to the last word of the mention's light verb construction, or the trigger alone where it is in
        none; code points of the article.
    """
    near = [word for word in _partners(mention, lexicon) if abs(word.index - mention.trigger.index) <= REACH]
    words = sorted((mention.trigger, *near[:1]), key=lambda word: word.index)
    return extent(words)


def _partners(mention: Mention, lexicon: Lexicon) -> Iterator[Token]:
    """The noun that the mention's verb supports, or the verb that supports the mention's noun."""
    tree, trigger = mention.tree, mention.trigger
    for verb, noun in tree.remembered("light verbs", lexicon, lambda: _pairs(tree, lexicon)):
        if trigger.index == verb.index:
            yield noun
        elif trigger.index == noun.index:
            yield verb


def _pairs(tree: Tree, lexicon: Lexicon) -> tuple[tuple[Token, Token], ...]:
    """Each verb of a sentence with each noun that it supports, in the order of the verbs."""
    found = predicates.read(tree, lexicon)
    return tuple((one.token, noun) for one in found for noun in _nouns_of_the_expression(tree, one, lexicon))


def _nouns_of_the_expression(tree: Tree, predicate: Predicate, lexicon: Lexicon) -> tuple[Token, ...]:
    """The nouns that form one expression with a verb: its object, or its subject where that takes place or is planned.

    They may be any nouns but agents; those that are a mention in place of the verb are found by `mentions`. A verb that
    often leaves the event to its noun forms one with an event noun ("ouvrir une enquête").
    """
    lemma = predicate.token.lemma.lower()
    is_light = lexicon.is_verb(lemma, VerbClass.LIGHT)
    found = list(tree.dependents(predicate.token, "obj")) if is_light else []
    is_planned = predicate.passive and lemma in lexicon.words(WordList.PLANNED_PARTICIPLES)
    if is_planned or (is_light and predicate.passive) or happens(tree, predicate, lexicon):
        found += [noun for noun in (subjects.subject(tree, predicate),) if noun is not None]
    nouns = [noun for noun in found if noun.pos == "NOUN" and not _is_agent(noun, lexicon)]
    return tuple(nouns) or tuple(_event_arguments(tree, predicate, lexicon))


def _event_arguments(tree: Tree, predicate: Predicate, lexicon: Lexicon) -> Iterator[Token]:
    """The event nouns that are the object or the subject of a verb which often leaves the event to such a noun."""
    lemma = predicate.token.lemma.lower()
    if predicates.is_reflexive(tree, predicate.token):
        lemma = f"{lemma} se"
    for head in predicate.heads:
        for noun in tree.dependents(head, "obj", "nsubj"):
            is_subject = noun.relation == "nsubj" and not predicate.passive
            role = VerbClass.WITH_SUBJECT if is_subject else VerbClass.WITH_OBJECT
            common = noun.pos == "NOUN" and not noun.entity and predicates.may_name_event(noun, lexicon)
            if common and lexicon.is_verb(lemma, role):
                yield noun


def _is_agent(noun: Token, lexicon: Lexicon) -> bool:
    return bool(noun.entity) or lexicon.is_noun(noun.lemma.lower(), *_AGENTS)
