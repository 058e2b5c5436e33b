"""The rows of a chronology and the paragraphs of a column of briefs: each is a scene of its own, at its own place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.events.paragraph_heads import ParagraphHead
from timeline.events.tree import Tree
from timeline.lines.rows import LEAST_ROWS, is_row
from timeline.model import Name, Span


def rows(trees: Sequence[Tree]) -> frozenset[int]:
    """The rows among the sentences of an article: "14 juin 2023 : la caméra est endommagée".

    Returns:
        Where they begin, as code points of the text; nothing where they are few.
    """
    found = frozenset(tree.sentence.span.start for tree in trees if is_row(token.text for token in tree.tokens))
    return found if len(found) >= LEAST_ROWS else frozenset()


def of_own_row(places: Iterable[Name], tree: Tree, rows_: frozenset[int], title: str) -> tuple[Name, ...]:
    """The places that a row names itself, or the article's headline: none of another row.

    Args:
        places: The places of an event.
        tree: Its sentence.
        rows_: Where the rows of the article begin.
        title: The headline.

    Returns:
        The places that stay, in their order; all of them for a sentence that is no row.
    """
    if tree.sentence.span.start not in rows_:
        return tuple(places)
    return tuple(place for place in places if place.canonical in title or _is_said(place, tree))


def of_own_head(places: Iterable[Name], tree: Tree, head: ParagraphHead | None) -> tuple[Name, ...]:
    """The places of an event in a paragraph that a town heads: "Secondigny. La fête du pommier se tiendra dimanche".

    Returns:
        Those that the sentence says, behind the town; all of them where no town heads the paragraph.
    """
    if head is None or not head.is_town:
        return tuple(places)
    at = tree.sentence.span.start
    stated = (place for place in places if place.canonical != head.name and _is_said(place, tree))
    return Name(head.name, "", Span(at, at), "LOC"), *stated


def _is_said(place: Name, tree: Tree) -> bool:
    """Whether the sentence has the name: what it does not say stands before it, with an empty span."""
    return place.span.start < place.span.end and tree.sentence.span.contains(place.span)
