"""Find the noun that a number counts, where the parser attached the number to the verb.

"Les deux principaux syndicats": the number counts the noun behind its adjective. "Entre 4 000 et 6 000 personnes": both
numbers are the noun's, or only the greater one would be printed.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_BETWEEN, _AND = function_words("interval_start"), function_words("interval_end")


def counted(tree: Tree, token: Token) -> tuple[Token, ...]:
    """The words that change where a noun lacks the numbers before it.

    Args:
        tree: The sentence.
        token: The noun.

    Returns:
        The numbers and their articles, with their new head and relation; nothing where the parse may be right.
    """
    if token.pos != "NOUN" or token.index == 0:
        return ()
    return _behind_an_adjective(tree, token) or _between(tree, token)


def _behind_an_adjective(tree: Tree, noun: Token) -> tuple[Token, ...]:
    """The number and the article of "les deux principaux syndicats", where these are words of the verb."""
    at = noun.index - 1
    while at > 0 and tree.tokens[at].pos == "ADJ" and tree.tokens[at].head == noun.index:
        at -= 1
    number, article = tree.tokens[at], tree.first(tree.tokens[at], "det")
    if at == noun.index - 1 or number.pos != "NUM" or number.head in (number.index, noun.index):
        return ()
    below = [one.index for one in tree.dependents(number)]
    if article is None or article.index != at - 1 or below != [article.index] or number.head != noun.head:
        return ()
    return replace(number, head=noun.index, dep="nummod"), replace(article, head=noun.index)


def _between(tree: Tree, noun: Token) -> tuple[Token, ...]:
    """The numbers of "entre 4 000 et 6 000 personnes", where the first one is a word of the verb."""
    greater = _numbers_before(tree, noun.index)
    at = noun.index - len(greater) - 1
    if not greater or at < 1 or tree.tokens[at].text.lower() not in _AND:
        return ()
    lesser = _numbers_before(tree, at)
    case = tree.tokens[at - len(lesser) - 1] if lesser and at > len(lesser) else None
    if case is None or case.text.lower() not in _BETWEEN or not all(_is_loose(tree, one, noun) for one in lesser):
        return ()
    numbers = (replace(one, head=noun.index, dep="nummod") for one in (*lesser, *greater))
    return (*numbers, replace(tree.tokens[at], head=greater[0].index, dep="cc"))


def _numbers_before(tree: Tree, end: int) -> tuple[Token, ...]:
    start = end
    while start and tree.tokens[start - 1].pos == "NUM":
        start -= 1
    return tree.tokens[start:end]


def _is_loose(tree: Tree, number: Token, noun: Token) -> bool:
    """Whether a number hangs on the verb of a noun, on the noun, or on a number beside it."""
    above = tree.head(number)
    return number.head in (noun.head, noun.index) or (above.pos == "NUM" and number.relation in ("nummod", "flat"))
