"""The sets of words that drafts of a clause or a noun phrase keep: all, those that it needs, and what fits a line."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import partial, reduce
from itertools import accumulate, chain, combinations

from timeline.events.headline.base.gate import LONGEST
from timeline.events.headline.complete.parted import cuts_a_range
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.subtrees.units import Unit, visible
from timeline.events.tree import Tree
from timeline.model import Token

_MOST, _DOUBTFUL, _EVEN = 14, 4, 0.5
_SPARE = 0.3
"""The probability of being needed below which a subtree is left out though there is room."""
_NEEDED, _SURE = 0.8, 0.999
"""The probability from which a subtree is surely needed: sets without one come last; the greatest that is counted."""
_MOST_CUTS, _MOST_TRIED = 3, 8
"""The most subtrees that are left out together to make a line fit, and the most that are tried."""


def kept_sets(
    context: HeadlineContext, tree: Tree, head: Token, out: frozenset[int], found: tuple[Unit, ...], room: int = LONGEST
) -> Iterator[tuple[frozenset[int], float, float]]:
    """The sets of kept words: all, all but what is spare, what loses least in a line, then fewer and fewer.

    Args:
        context: The inputs of headline writing.
        tree: The sentence.
        head: The main word of the clause or the noun phrase.
        out: The words that no headline keeps.
        found: The removable subtrees.
        room: The number of characters that the words may take in a line.

    Yields:
        Indices of words, with the smallest probability of the kept subtrees and the greatest of the removed ones.
    """
    kept = frozenset(token.index for token in visible(context, tree, head, out))
    order = sorted(found, key=lambda unit: (unit.keep, -unit.token.index))
    offered = chain(
        (kept,),
        _least_lost(tree, kept, order, room),
        accumulate(order[:_MOST], partial(_without, tree), initial=kept),
        _beginnings(head, kept, found),
        _near_the_likeliest(tree, kept, order),
    )
    doubtful: list[tuple[frozenset[int], float, float]] = []
    seen = set[frozenset[int]]()
    for words in offered:
        if words in seen:
            continue
        seen.add(words)
        if words != kept and cuts_a_range(context, tree, words):
            continue
        least = min((unit.keep for unit in found if unit.token.index in words), default=1.0)
        gone = _greatest_gone(found, words)
        if gone < _NEEDED:
            yield words, least, gone
        else:
            doubtful.append((words, least, gone))
    yield from doubtful


def _least_lost(tree: Tree, kept: frozenset[int], order: Sequence[Unit], room: int) -> Iterator[frozenset[int]]:
    """All words but what is spare; then what fits with the least chance to lose what is needed.

    Where the chances p of the subtrees to be needed are independent, the chance that one of those left out is needed is
    `1 - Π(1 - p)`.
    """
    ideal = reduce(partial(_without, tree), (unit for unit in order if unit.keep < _SPARE), kept)
    yield ideal
    sizes = {index: len(tree.tokens[index].text) + 1 for index in kept}
    for words in (kept, ideal):
        excess = sum(sizes[index] for index in words) - room
        if excess > 0 and (fitting := _fitting(tree, words, order, sizes, excess)) is not None:
            yield fitting


def _fitting(
    tree: Tree, words: frozenset[int], order: Sequence[Unit], sizes: Mapping[int, int], excess: int
) -> frozenset[int] | None:
    """The words without the subtrees that are least likely needed of those that take so many characters."""
    there = [(unit, _with_list(tree, unit) & words) for unit in order if unit.token.index in words][:_MOST_TRIED]
    tried = [(-math.log(1 - min(unit.keep, _SURE)), gone) for unit, gone in there]
    best: tuple[float, frozenset[int]] | None = None
    for count in range(1, _MOST_CUTS + 1):
        for chosen in combinations(tried, count):
            loss = sum(one for one, _ in chosen)
            if best is not None and loss >= best[0]:
                continue
            gone = frozenset[int]().union(*(own for _, own in chosen))
            if sum(sizes[index] for index in gone) >= excess:
                best = loss, words - gone
    return best[1] if best is not None else None


def _beginnings(head: Token, kept: frozenset[int], found: tuple[Unit, ...]) -> Iterator[frozenset[int]]:
    """The clause up to the end of one of its complements, without gaps and without the units before its head.

    Such a cut reads well, since nothing is missing in the middle.
    """
    before = [unit for unit in found if max(unit.indices) < head.index and unit.token.head == head.index]
    whole = kept.difference(*(unit.indices for unit in before))
    yield whole
    behind = sorted((unit for unit in found if min(unit.indices) > head.index), key=lambda unit: min(unit.indices))
    for unit in behind:
        first = min(unit.indices)
        left = (later for later in behind if min(later.indices) >= first)
        yield whole.difference(*(later.indices for later in left))


def _near_the_likeliest(tree: Tree, kept: frozenset[int], order: list[Unit]) -> Iterator[frozenset[int]]:
    """The set of units that are likelier kept than removed, with one or two of the least certain ones switched."""
    doubtful = sorted(order, key=lambda unit: abs(unit.keep - _EVEN))[:_DOUBTFUL]
    gone = {unit.token.index for unit in order if unit.keep < _EVEN}
    for turned in ((), *combinations([unit.token.index for unit in doubtful], 1), *_pairs(doubtful)):
        left = gone ^ set(turned)
        yield reduce(partial(_without, tree), (unit for unit in order if unit.token.index in left), kept)


def _pairs(units_: list[Unit]) -> Iterator[tuple[int, ...]]:
    return combinations([unit.token.index for unit in units_], 2)


def _greatest_gone(found: tuple[Unit, ...], words: frozenset[int]) -> float:
    """The greatest probability among the units that were removed by themselves, not with their governor."""
    missing = {unit.token.index for unit in found if unit.token.index not in words}
    return max((unit.keep for unit in found if unit.token.index in missing and unit.token.head in words), default=0.0)


def _without(tree: Tree, words: frozenset[int], unit: Unit) -> frozenset[int]:
    """The words without a subtree; all of them where it is gone with another."""
    return words - _with_list(tree, unit) if unit.token.index in words else words


def _with_list(tree: Tree, unit: Unit) -> frozenset[int]:
    if unit.token.relation != "conj":
        return unit.indices
    others = tree.dependents(tree.head(unit.token), "conj")
    return unit.indices | {token.index for other in others for token in tree.subtree(other)}
