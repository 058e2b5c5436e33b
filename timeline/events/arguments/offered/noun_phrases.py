"""Names given by a common noun and its complement: "l'armée irakienne", "la salle des fêtes"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.entities.name_gate import end_of_group, replaced_person
from timeline.events.lexicon import Lexicon, NounClass, WordList
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Span, Token

_GROUPS = (NounClass.COLLECTIVE, NounClass.INSTITUTION, NounClass.BODY)
_INDEFINITE = function_words("indefinite")
_TIES = function_words("plural_contraction")
_REACH = 5
_LONGEST = 6


def groups(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[Token, Span]]:
    """Groups and institutions given by a noun and its complement: "l'armée irakienne", "le 1er régiment d'infanterie".

    A school or a hospital is a site: annotators give more of them as places than as participants.

    Yields:
        The noun, and the extent from it, or from the ordinal before it, to the end of its complement.
    """
    for noun in _nouns(tree):
        lemma = noun.lemma.lower()
        if lexicon.is_noun(lemma, *_GROUPS) and not lexicon.is_noun(lemma, NounClass.SITE):
            yield from _with_complement(tree, noun, lexicon, "amod", "nmod", "flat")


def sites(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[Token, Span]]:
    """Places given by a noun and its complement: "la salle des fêtes", "la départementale 783".

    The noun is definite, so that the place is one that a reader could find: not "une salle de classe", nor "le second
    tour" of an election.

    Yields:
        The noun, and the extent from it, or from the ordinal before it, to the end of its complement.
    """
    for noun in _nouns(tree):
        is_site = lexicon.is_noun(noun.lemma.lower(), NounClass.SITE) and not _is_round(tree, noun)
        if is_site and _is_definite(tree, noun):
            found = _with_complement(tree, noun, lexicon, "amod", "nmod", "flat", "nummod", "appos")
            yield from ((its, span) for its, span in found if not _is_instead(tree, span))


def _is_round(tree: Tree, noun: Token) -> bool:
    """Whether the noun is a place only in the other gender: "le second tour" is no tower."""
    if noun.lemma.lower() not in function_words("site_if_feminine"):
        return False
    return any(word.gender == "Masc" for word in (noun, *tree.dependents(noun, "det", "amod")))


def _is_instead(tree: Tree, span: Span) -> bool:
    """Whether the phrase says whom somebody replaces: "à la place de Stéphane Rossi"."""
    words = (token.text for token in tree.tokens if span.start <= token.start < span.end)
    return bool(replaced_person(tree.sentence, span.start, " ".join(words)))


def _nouns(tree: Tree) -> Iterator[Token]:
    return (token for token in tree.tokens if token.pos in ("NOUN", "PROPN") and not token.entity)


def _is_definite(tree: Tree, noun: Token) -> bool:
    """Whether an article says that the noun is known ("le stade", "au stade"), or it needs none ("14 h, salle Rex")."""
    articles = [word for word in tree.dependents(noun, "det", "nummod") if word.index < noun.index]
    if articles:
        return all(word.lemma in function_words("definite") for word in articles)
    cases = tree.dependents(noun, "case")
    if not cases:
        return not noun.is_plural
    return any(case.text.lower() in function_words("contracted") for case in cases)


def _with_complement(tree: Tree, noun: Token, lexicon: Lexicon, *relations: str) -> Iterator[tuple[Token, Span]]:
    end = noun.index
    for child in tree.dependents(noun, *relations):
        if not noun.index < child.index <= noun.index + _REACH or not _names(tree, child, lexicon):
            continue
        below = [child] if child.relation == "amod" else tree.subtree(child)
        if len(below) <= _LONGEST:
            end = max(end, *(token.index for token in below))
    last = end_of_group(tree, noun, end, lexicon)
    if last > noun.index:
        yield noun, Span(_first(tree, noun).start, tree.tokens[last].end)


def _names(tree: Tree, child: Token, lexicon: Lexicon) -> bool:
    """Whether a complement says which one: "de la Paix", "aux blés", "communal", not "en 1997", "d'une bataille"."""
    cases = tree.dependents(child, "case")
    if not cases:
        return True
    ties = {word for case in cases for word in (case.lemma, case.text.lower())}
    if any(word.lemma in _INDEFINITE for word in tree.dependents(child, "det")):
        return False
    is_counted = child.text.isdigit() or any(word.text.isdigit() for word in tree.dependents(child, "nummod"))
    return not is_counted and not ties.isdisjoint((*lexicon.words(WordList.CASES_OF), *_TIES))


def _first(tree: Tree, noun: Token) -> Token:
    """The ordinal in figures right before a noun, or the noun: "le 1er régiment"."""
    before = tree.previous(noun) or noun
    return before if before.text[0].isdigit() and before.text[-1].isalpha() else noun
