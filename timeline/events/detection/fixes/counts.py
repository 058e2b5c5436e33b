"""Find the noun that two numbers count: of "entre 4 000 et 6 000 personnes", only the greater would be printed.

Votes are no agents, and those against stand with those for: "par 102 voix contre 78". "Vingt et un" is one number.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_BETWEEN, _AND = function_words("interval_start"), function_words("interval_end")
_TENS, _ONES = function_words("tens"), function_words("ones_behind_tens")
_VOTES, _AGAINST = function_words("counted_votes"), function_words("against_number")


def counted(tree: Tree, noun: Token) -> tuple[Token, ...]:
    """The numbers of "entre 4 000 et 6 000 personnes", where the first one is a word of the verb.

    Args:
        tree: The sentence.
        noun: The word that may be a counted noun.

    Returns:
        The numbers and what joins them, with their new head and relation; nothing where the parse may be right.
    """
    greater = _numbers_before(tree, noun.index) if noun.pos == "NOUN" else ()
    at = noun.index - len(greater) - 1
    if not greater or at < 1 or tree.tokens[at].text.lower() not in _AND:
        return ()
    lesser = _numbers_before(tree, at)
    case = tree.tokens[at - len(lesser) - 1] if lesser and at > len(lesser) else None
    if case is None or case.text.lower() not in _BETWEEN or not all(_is_loose(tree, one, noun) for one in lesser):
        return ()
    numbers = (replace(one, head=noun.index, dep="nummod") for one in (*lesser, *greater))
    return (*numbers, replace(tree.tokens[at], head=greater[0].index, dep="cc"))


def voted(tree: Tree, noun: Token) -> tuple[Token, ...]:
    """The votes of "est rejeté par 174 voix contre 168", who reject nothing, and the number against.

    Args:
        tree: The sentence.
        noun: The word that may be the votes.

    Returns:
        The changed words, with their head and relation; nothing where the parse may be right.
    """
    if noun.lemma.lower() not in _VOTES or not tree.has(noun, "nummod"):
        return ()
    agent = (replace(noun, dep="obl:mod"),) if noun.dep == "obl:agent" else ()
    case, number = tree.next(noun), tree.tokens[noun.index + 2 : noun.index + 3]
    led = case is not None and case.text.lower() in _AGAINST and bool(number) and number[0].pos == "NUM"
    against = (replace(number[0], head=noun.index, dep="nmod"),) if led and number[0].head == noun.head else ()
    return (*agent, *against)


def in_words(tree: Tree, ones: Token) -> tuple[Token, ...]:
    """The words of "vingt et un", which the parse takes for two numbers, or for a number and an article.

    Args:
        tree: The sentence.
        ones: The word that may be the last of such a number.

    Returns:
        The changed words: the last one governs the others; nothing where it is no such number.
    """
    if ones.index <= 1 or ones.text.lower() not in _ONES:
        return ()
    tens, joint = tree.tokens[ones.index - 2], tree.tokens[ones.index - 1]
    if tens.text.lower() not in _TENS or joint.text.lower() not in _AND:
        return ()
    several = {**ones.features, "Number": "Plur"}
    number = replace(ones, features=several)
    if ones.head == tens.index:
        head = ones.index if tree.is_root(tens) else tens.head
        number = replace(number, head=head, dep=tens.dep)
    if ones.pos == "DET":
        number = replace(number, pos="NUM", dep="nummod")
    below = (one for one in tree.dependents(tens) if one.index not in (ones.index, joint.index))
    moved = (replace(one, head=ones.index) for one in below)
    return (number, replace(tens, head=ones.index, dep="nummod"), replace(joint, head=tens.index, dep="fixed"), *moved)


def _numbers_before(tree: Tree, end: int) -> tuple[Token, ...]:
    start = end
    while start and tree.tokens[start - 1].pos == "NUM":
        start -= 1
    return tree.tokens[start:end]


def _is_loose(tree: Tree, number: Token, noun: Token) -> bool:
    """Whether a number hangs on the verb of a noun, on the noun, or on a number beside it."""
    above = tree.head(number)
    return number.head in (noun.head, noun.index) or (above.pos == "NUM" and number.relation in ("nummod", "flat"))
