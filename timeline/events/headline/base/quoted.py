"""The words of a sentence in brackets and in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.entities.speakers import quotation_marks
from timeline.events.tree import Tree
from timeline.model import Token


def in_brackets(tree: Tree) -> frozenset[int]:
    """The words in brackets, with the brackets."""
    return tree.remembered("brackets", None, lambda: frozenset(_in_brackets(tree)))


def _in_brackets(tree: Tree) -> set[int]:
    found: set[int] = set()
    depth = 0
    for token in tree.tokens:
        depth += token.text in ("(", "[")
        if depth:
            found.add(token.index)
        depth = max(0, depth - (token.text in (")", "]")))
    return found if depth == 0 else set()


def in_quotes(tree: Tree) -> set[int]:
    """The words between quotation marks, which must not be shortened."""
    return {index for quotation in quotations(tree) for index in quotation}


def quotations(tree: Tree, without: Token | None = None) -> tuple[frozenset[int], ...]:
    """The words of each quotation, with the marks inside it.

    Args:
        tree: The sentence.
        without: A verb; the quotations that it or the clause below it stands in are left out: a clause that is quoted
            may be shortened, for it is told without quotation marks.
    """
    found = tree.remembered("quoted", None, lambda: tuple(_quotations(tree)))
    if without is None or not found:
        return found
    verbs = {without.index, *(one.index for one in tree.dependents(without, "xcomp", "ccomp"))}
    return tuple([one for one in found if not verbs & one])


def _quotations(tree: Tree) -> Iterator[frozenset[int]]:
    begin: int | None = None
    for index, opens in quotation_marks(tree):
        if not opens:
            yield frozenset(range(begin + 1, index) if begin is not None else ())
        begin = index if opens else None
