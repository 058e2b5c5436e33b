"""Where a phrase begins."""

from __future__ import annotations

from timeline.events.tree import Tree
from timeline.model import Token


def begins_behind_a_comma(tree: Tree, token: Token) -> Token | None:
    """The first word of a phrase, behind the comma that parts it from what stands before; None without that comma."""
    first = tree.subtree(token)[0]
    first = tree.tokens[first.index + 1] if first.text == "," else first
    return first if tree.follows_comma(first) else None
