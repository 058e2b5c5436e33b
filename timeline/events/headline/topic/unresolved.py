"""The nouns of a headline that only the article explains: "le conducteur est arrêté"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from timeline.events.entities.coreference import is_personal
from timeline.events.entities.demonyms import country_of
from timeline.events.headline.base.types import Draft
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.times.kept import identifying_dates
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.usage import known, nouns
from timeline.events.headline.usage.nouns import COMPLEMENTS, stands_alone
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_ARTICLE = function_words("definite_beginning")
_DEMONSTRATIVE = function_words("demonstrative_determiner")
_CLITICS, _REFLEXIVE = function_words("clitic"), function_words("reflexive_lemma")
_SHORT = 2
_POINTERS = ("topic_towns", "topic_countries", "topic_bodies")
_NAMES = ("PROPN", "NUM")


@dataclass(frozen=True, slots=True)
class OpenNoun:
    """A definite noun whose words do not say which one is meant.

    It has its word, whether it is the subject, whether the article used the noun before, how usual it is alone in
    headlines, whether it has no complement at all, and whether its rank, or what the line tells of it, is all that
    says which one it is ("la première").
    """

    word: Token
    subject: bool
    told: bool
    familiar: float
    alone: bool = True
    ranked: bool = False


def open_nouns(context: HeadlineContext, tree: Tree, draft: Draft) -> tuple[OpenNoun, ...]:
    """The definite nouns of a draft without a complement, its subject first."""
    found = _open_nouns(context, tree, draft)
    return tuple(sorted(found, key=lambda one: (not one.subject, one.word.index)))


def _open_nouns(context: HeadlineContext, tree: Tree, draft: Draft) -> Iterator[OpenNoun]:
    subject, use = draft.subject, nouns.load()
    here = known.head_here(subject, tree)
    hidden, before = timex_tokens(context, tree), known.told_before(context, tree)
    named = subject is not None and (subject.person or subject.named or subject.filled)
    if subject is not None and subject.head is not None and here is None and not named:
        head = subject.head
        short = subject.text[:3].lower() in _ARTICLE and len(re.findall(r"\w+", subject.text)) <= _SHORT
        if short and head.pos == "NOUN" and not head.entity:
            yield OpenNoun(head, subject=True, told=True, familiar=use.familiar(head.lemma.lower()))
    shown = {token.index for token in draft.words} | known.words_of_subject(subject, here, tree)
    shown -= identifying_dates(context, tree)
    for index in shown - hidden:
        word = tree.tokens[index]
        if word.pos != "NOUN":
            continue
        lemma = word.lemma.lower()
        is_subject = here is word or (here is None and subject is None and word.relation == "nsubj")
        counted = tree.has(word, "nummod")
        again = is_subject and (counted or lemma in before) and _leaves_open(context, tree, word, shown)
        back = _points_back(tree, word, draft if here is word else None)
        own = draft.predicate.parts if draft.predicate is not None else frozenset[int]()
        ranked = is_subject and _is_only_ranked(context, tree, word, shown - own)
        pointing = back or _is_pointer_behind_a_preposition(context, tree, word)
        whole, parts = (_is_alone(tree, word, words, pointing=pointing) for words in (shown, shown - own))
        alone, ranked = whole or parts, (ranked or parts) and not (again or whole)
        if not (again or alone or ranked) or (named and here is word):
            continue
        yield OpenNoun(word, is_subject, back or lemma in before, use.familiar(lemma), alone, ranked)


def _points_back(tree: Tree, noun: Token, of: Draft | None) -> bool:
    """Whether a noun had a demonstrative, or as the subject of a draft a possessive that its line does not have."""
    owned = of is not None and of.subject is not None and of.subject.vague
    return any(
        det.lemma.lower() in _DEMONSTRATIVE or (owned and det.is_possessive) for det in tree.dependents(noun, "det")
    )


def _is_pointer_behind_a_preposition(context: HeadlineContext, tree: Tree, noun: Token) -> bool:
    """Whether its article is in its preposition, and the noun is one that only points: "au nord du pays"."""
    if not any(context.words.has(name, noun.lemma.lower()) for name in _POINTERS):
        return False
    return any(context.words.article_of(case.text.lower()) for case in tree.dependents(noun, "case"))


def _is_alone(tree: Tree, noun: Token, shown: Collection[int], *, pointing: bool) -> bool:
    """Whether a noun has no complement among the shown words: "les attaques" of "ces attaques, revendiquées …"."""
    return stands_alone(tree, noun, shown) or (pointing and not _is_completed(tree, noun, shown))


def _is_only_ranked(context: HeadlineContext, tree: Tree, noun: Token, shown: Collection[int]) -> bool:
    """Whether its rank is all that says which one a definite noun means: "la première explosion"."""
    beside = [one for one in tree.dependents(noun, *COMPLEMENTS) if one.index in shown]
    ranks = [one for one in beside if context.words.has("topic_ranks", one.lemma.lower())]
    return _is_common(noun) and tree.is_definite(noun) and bool(ranks) and len(ranks) == len(beside)


def _is_completed(tree: Tree, noun: Token, shown: Collection[int]) -> bool:
    return any(one.index in shown for one in tree.dependents(noun, *COMPLEMENTS)) or bool(noun.entity)


def _leaves_open(context: HeadlineContext, tree: Tree, noun: Token, shown: Collection[int]) -> bool:
    """Whether the words beside a definite noun do not say which one it is: "les deux hommes", "les résultats faux".

    A name, a number behind it and an adjective of a kind ("russe", "régional") say it.
    """
    if not _is_common(noun) or not tree.is_definite(noun):
        return False
    beside = [word for word in tree.subtree(noun) if word.index in shown and word.index != noun.index]
    if any(
        word.entity or word.pos in ("PROPN", "VERB") or (word.pos == "NUM" and word.index > noun.index)
        for word in beside
    ):
        return False
    kinds = tuple(context.words.get("relational_endings"))
    adjectives = [word for word in beside if word.pos == "ADJ"]
    language = context.context.article.language
    return not any(word.text.endswith(kinds) or country_of(word.lemma, language) for word in adjectives)


def takes_up(tree: Tree, draft: Draft) -> bool:
    """Whether the line has a pronoun for what is outside it: "les secours l'ont retrouvé", "ils ont fui"."""
    line = f" {draft.text.lower()} "
    for word in draft.words:
        personal = word.pos == "PRON" and word.pron_type in ("", "Prs")
        reflexive = word.is_reflexive or word.lemma.lower() in _REFLEXIVE
        if not personal or reflexive or f" {word.text.lower()}" not in line:
            continue
        role, text = word.relation, word.text.lower()
        if role == "nsubj" and is_personal(word) and line.startswith(f" {text} "):
            return True
        clitic = text in _CLITICS and word.index < tree.head(word).index
        if clitic and role in ("obj", "iobj", "obl"):
            return True
    return False


def has_a_vague_noun(context: HeadlineContext, tree: Tree, draft: Draft) -> bool:
    """Whether a definite noun of the draft has a complement without a name: "l'individuel masculin", "sa poule"."""
    shown, hidden = {token.index for token in draft.words}, timex_tokens(context, tree)
    return any(_is_vague(tree, tree.tokens[index]) for index in shown - hidden)


def _is_vague(tree: Tree, noun: Token) -> bool:
    possessed = any(det.is_possessive for det in tree.dependents(noun, "det"))
    if not _is_common(noun) or not (possessed or tree.is_definite(noun)):
        return False
    parts = (child for child in tree.dependents(noun) if child.relation != "acl")  # "(remporté par Claire Dubreuil)"
    return not any(word.entity or word.pos in _NAMES for one in parts for word in tree.subtree(one))


def _is_common(word: Token) -> bool:
    """Whether a word is a common noun outside a name."""
    return word.pos == "NOUN" and not word.entity
