"""The noun phrases of a text that may name its affair: "pollution de la Semois", "fusillade"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.events.headline.context import HeadlineContext
from timeline.events.tree import Tree
from timeline.model import Token

SHORTEST, LONGEST = 3, 40
"""The numbers of characters between which a phrase may name an affair."""

_MARKS = re.compile(r'[,;:«»“”"()!?\[\]]')
_CLAUSES = ("VERB", "AUX", "PRON", "SCONJ", "PUNCT")


def phrases(context: HeadlineContext, tree: Tree) -> Iterator[tuple[str, Token, int]]:
    """The noun phrases of a sentence without their articles, each as short and as long as it may end.

    Yields:
        Words of the text, with the noun that they belong to, and the number of longer ones: "pollution" with 1,
        "pollution de la Semois" with 0.
    """
    text = context.context.article.text
    for noun in tree.tokens:
        if noun.pos != "NOUN" or noun.entity or noun.relation in ("flat", "fixed") or _is_a_kind(context, tree, noun):
            continue
        start = tree.tokens[_begin(tree, noun)].start
        ends = list(_ends(context, tree, noun))
        for place, end in enumerate(ends):
            words = " ".join(text[start : tree.tokens[end].end].split())
            if SHORTEST <= len(words) <= LONGEST and not _MARKS.search(words):
                yield words, noun, len(ends) - place - 1


def _is_a_kind(context: HeadlineContext, tree: Tree, noun: Token) -> bool:
    """Whether a noun without an article says of what kind the noun before it is: "car" of "accident de car"."""
    before = tree.tokens[noun.index - 1].text.lower().rstrip("'’") if noun.index else ""
    return noun.relation == "nmod" and context.words.has("topic_bare_links", before)


def _begin(tree: Tree, noun: Token) -> int:
    """The index of the first adjective right before a noun, else of the noun."""
    begin = noun.index
    while begin and (before := tree.tokens[begin - 1]).head == noun.index and before.relation == "amod":
        begin -= 1
    return begin


def _ends(context: HeadlineContext, tree: Tree, noun: Token) -> Iterator[int]:
    """The indices of the words that a phrase may end with: the noun, and each complement that follows without a gap."""
    end = noun.index
    yield end
    for below in (one for one in tree.dependents(noun) if one.index > noun.index):
        inside = tree.subtree(below)
        first, last = inside[0].index, inside[-1].index
        gapless = first == end + 1 and last - first + 1 == len(inside)
        if not gapless or not _completes(context, below, inside):
            return
        if below.relation == "nmod" and (short := _short_end(tree, below)) < last:
            yield short
        if any(one.pos in _CLAUSES for one in inside):
            return
        end = last
        yield end


def _completes(context: HeadlineContext, below: Token, inside: tuple[Token, ...]) -> bool:
    """Whether a dependent belongs to the name of its noun: an adjective, a complement, a name beside it."""
    lead = inside[0].text.lower().rstrip("'’")
    return (
        below.relation in ("amod", "flat")
        or (below.relation == "nmod" and context.words.has("affair_links", lead))
        or (below.relation in ("appos", "nmod") and below.pos == "PROPN")
    )


def _short_end(tree: Tree, noun: Token) -> int:
    """The index of the last adjective or name right behind a complement's noun, else of the noun."""
    end = noun.index
    while end + 1 < len(tree.tokens):
        behind = tree.tokens[end + 1]
        if behind.relation != "flat" and not (behind.head == noun.index and behind.relation == "amod"):
            break
        end += 1
    return end
