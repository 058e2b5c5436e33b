"""What a line shows whole or not at all: ranges of numbers, participles, things that are asked together."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_FROM, _TO = function_words("range_start"), function_words("range_end")
_GENITIVE = function_words("genitive")
_BETWEEN, _AND = function_words("interval_start"), function_words("interval_end")
_NOT = function_words("denial_start")
_COUNTED_FROM = function_words("after_conjunction") | function_words("before_conjunction")
_COMPLETES = (function_words("denial") | function_words("that")) - _NOT
_TIMES = ("units_of_time", "stretches_of_time")
_NEAR, _FAR = 5, 9
"""How many words after the first number the second one may stand: "de 31 buts à 26", "entre X selon A et Y"."""


def parts_what_belongs_together(context: HeadlineContext, tree: Tree, shown: Container[int]) -> bool:
    """Whether the words keep only half of something."""
    hidden = timex_tokens(context, tree)
    if cuts_a_range(context, tree, shown) or _halves_a_denial(tree, shown) or _explains_what_is_gone(tree, shown):
        return True
    near = tree.remembered("participles and infinitives", None, lambda: _candidates(tree))
    kept = (tree.tokens[index] for index in near if index in shown)
    return any(_is_emptied(tree, word, shown, hidden) or _runs_on(tree, word, shown) for word in kept)


def _halves_a_denial(tree: Tree, shown: Container[int]) -> bool:
    """Whether "ne" is shown without the word that completes it: "ne pourrait progresser (que) de 1,3 %"."""
    halves = tree.remembered("halves of denials", None, lambda: tuple(_denials(tree)))
    return any(first in shown and last not in shown for first, last in halves)


def _denials(tree: Tree) -> Iterator[tuple[int, int]]:
    """Each "ne" with the word behind its verb that completes it."""
    for token in tree.tokens:
        if token.text.lower() in _NOT:
            behind = tree.tokens[token.index + 1 : token.index + _FAR]
            last = next((one for one in behind if one.text.lower() in _COMPLETES and one.relation != "mark"), None)
            if last is not None:
                yield token.index, last.index


def _explains_what_is_gone(tree: Tree, shown: Container[int]) -> bool:
    """Whether words behind a colon stand without those that they explain: "présente (six propositions :) l'arrêt"."""
    colons = tree.remembered("colons", None, lambda: tuple(one.index for one in tree.tokens[1:] if one.text == ":"))
    return any(
        colon + 1 in shown and colon - 1 not in shown and any(index in shown for index in range(colon))
        for colon in colons
    )


def _is_counted_from_nothing(context: HeadlineContext, tree: Tree, shown: Container[int]) -> bool:
    """Whether a duration lost what it is counted from: "explose seize minutes (avant l'atterrissage)"."""
    leads = tree.remembered("counted from", None, lambda: tuple(_counted_from(tree)))
    before = (tree.tokens[index - 1] for index in leads if index not in shown and index - 1 in shown)
    unit = (tree.head(one) if one.relation == "conj" else one for one in before)  # "deux mois et demi après"
    units = (one for one in unit if not (tree.first(one, "nummod") and tree.first(one, "case")))  # "un homme de 26 ans"
    return any(_is_a_time(context, one) for one in units)


def is_counted_from_what_follows(context: HeadlineContext, tree: Tree, word: Token) -> bool:
    """Whether a word is a time that is counted from what stands right behind it: "deux ans jour pour jour après …"."""
    end = tree.subtree(word)[-1].index + 1
    led = end < len(tree.tokens) and tree.tokens[end].lemma.lower() in _COUNTED_FROM
    return led and tree.has(word, "nummod") and _is_a_time(context, word)


def _is_a_time(context: HeadlineContext, word: Token) -> bool:
    """Whether a word is a unit or a stretch of time: "ans", "semaine"."""
    return any(context.words.has(name, word.lemma.lower()) for name in _TIMES)


def _counted_from(tree: Tree) -> Iterator[int]:
    """The words that may lead what a duration is counted from, by index."""
    return (one.index for one in tree.tokens[1:] if one.lemma.lower() in _COUNTED_FROM)


def _candidates(tree: Tree) -> tuple[int, ...]:
    """The participles behind their nouns and the infinitives below verbs, by index."""
    return tuple([token.index for token in tree.tokens if _is_behind_its_noun(token) or _is_asked(token)])


def _is_behind_its_noun(word: Token) -> bool:
    return word.verb_form == "Part" and word.relation == "acl" and word.head == word.index - 1


def _is_asked(word: Token) -> bool:
    return word.verb_form == "Inf" and word.relation == "xcomp"


def cuts_a_range(context: HeadlineContext, tree: Tree, shown: Container[int]) -> bool:
    """Whether only one end of a range is shown: "entre 223 000 (… et 400 000)", "battre X (31) à 26".

    A duration is one end, too, and what it is counted from the other: "seize minutes (avant de se poser)".
    """
    ranges = tree.remembered("ranges", None, lambda: tuple(_ranges(tree)))
    hidden = timex_tokens(context, tree)
    halves = any(not {first, last} & hidden and (first in shown) != (last in shown) for first, last in ranges)
    halves = halves or any(first in shown and last not in shown for first, last in _pairs(tree))
    return halves or _is_counted_from_nothing(context, tree, shown)


def _pairs(tree: Tree) -> tuple[tuple[int, int], ...]:
    """The two between whom something is, by index: "un accord conclu entre le syndicat (et la ville)"."""
    return tree.remembered("between", None, lambda: tuple(_between(tree)))


def _between(tree: Tree) -> Iterator[tuple[int, int]]:
    for token in tree.tokens:
        first, second = tree.head(token), tree.first(tree.head(token), "conj")
        led = token.relation == "case" and token.text.lower() in _BETWEEN and token.index == tree.opening(first).index
        if led and second is not None and tree.has(second, "cc") and not first.is_plural:
            yield first.index, second.index


def _ranges(tree: Tree) -> Iterator[tuple[int, int]]:
    """The two numbers of each range: "de 31 buts à 26", "entre 223 000 selon la police et 400 000"."""
    for token in tree.tokens[:-2]:
        first = tree.tokens[token.index + 1]
        led = token.text.lower()
        if first.pos != "NUM" or led not in _FROM | _BETWEEN:
            continue
        ends, reach = (_TO, _NEAR) if led in _FROM else (_AND, _FAR)
        for joint, number in zip(
            tree.tokens[first.index + 1 : first.index + reach],
            tree.tokens[first.index + 2 : first.index + reach + 1],
            strict=False,
        ):
            if joint.text.lower() in ends and number.pos == "NUM":
                yield first.index, number.index
                break


def _is_emptied(tree: Tree, word: Token, shown: Container[int], hidden: Container[int]) -> bool:
    """Whether a participle right behind its noun lost what comes next: "un prototype fabriqué (à partir de …)"."""
    if not _is_behind_its_noun(word) or word.head not in shown:
        return False
    following = tree.next(word)
    if following is None or following.pos != "ADP" or following.index in shown:
        return False
    noun = tree.head(following)
    given = [one for one in tree.dependents(word) if one.index > word.index and one.pos != "PUNCT"]
    return noun.index not in hidden and not any(one.index in shown for one in given)


def _runs_on(tree: Tree, word: Token, shown: Container[int]) -> bool:
    """Whether the second of two infinitives of one verb follows without its comma: "promet de partir (,) de rester"."""
    if not _is_asked(word):
        return False
    before = [one for one in tree.dependents(tree.head(word), "xcomp") if one.index < word.index and one.index in shown]
    first = tree.subtree(word)[0].index
    opening = first if tree.tokens[first].pos == "PUNCT" else first - 1
    led = any(one.index in shown for one in tree.dependents(word, "cc"))
    return bool(before) and not led and tree.tokens[opening].text == "," and opening not in shown


def is_who_is_asked(tree: Tree, token: Token, verb: Token) -> bool:
    """Whether it is who does what the verb asks: "demande (au gouvernement) d'établir un recensement"."""
    case = tree.first(token, "case")
    if token.relation != "obl" or case is None or case.lemma.lower() not in _TO or token.index < verb.index:
        return False
    asked = (one for one in tree.dependents(verb, "xcomp") if one.verb_form == "Inf" and one.index > token.index)
    marks = (tree.first(one, "mark") for one in asked)
    return any(mark is not None and mark.lemma.lower() in _GENITIVE for mark in marks)


def is_a_state(context: HeadlineContext, tree: Tree, token: Token, governor: Token) -> bool:
    """Whether an adjective says what its noun becomes or is thought to be: "rend le journal gratuit"."""
    if token.relation != "amod" or governor.relation != "obj" or token.index < governor.index:
        return False
    last = all(one.index <= token.index for one in tree.dependents(governor, "amod"))
    return last and context.words.has("of_a_state", tree.head(governor).lemma.lower())


def is_orphaned(tree: Tree, words: Iterable[Token], shown: Container[int]) -> bool:
    """Whether an object lost its verb: "l'explosion (qui avait détruit) un immeuble"."""
    objects = (word for word in words if word.relation == "obj" and word.pos in ("NOUN", "PROPN"))
    return any(tree.head(word).pos == "VERB" and word.head not in shown for word in objects)


def is_the_sentence(context: HeadlineContext, tree: Tree, token: Token, verb: Token) -> bool:
    """Whether it says to what somebody is condemned, or what a number amounts to: "à 25 ans", "s'élève à 282"."""
    case = tree.first(token, "case")
    return case is not None and case.lemma in _TO and context.words.has("of_a_sentence", verb.lemma.lower())


def names_one_of_a_people(name: Token, noun: Token) -> bool:
    """Whether a person's name stands right behind the name of a people: "face au Français Jimmy Vicaut".

    Args:
        name: The first word of the name.
        noun: The word that governs it.
    """
    people = noun.index > 0 and noun.text[:1].isupper() and not noun.text.isupper()
    return people and name.entity == "PER" and name.index == noun.index + 1
