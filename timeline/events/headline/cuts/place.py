"""A subtree of a line that may go, as the cuts see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.headline.context import HeadlineContext
from timeline.events.tree import Tree
from timeline.model import Token

_MARKS = (",", "–", "—", ";", ":")


@dataclass(frozen=True, slots=True)
class Place:
    """A subtree that may go: the sentence, its main verb, the line's words, its top word, its words, the first of them.

    The first one, `opening`, is no mark.
    """

    context: HeadlineContext
    tree: Tree
    root: Token
    kept: frozenset[int]
    token: Token
    below: tuple[Token, ...]
    opening: Token

    @property
    def marked(self) -> bool:
        """Whether it stands between marks of the line, or between one and the end."""
        mark = self.opening.index - 1
        return mark in self.kept and self.tree.tokens[mark].text in _MARKS and self.closed

    @property
    def closed(self) -> bool:
        """Whether a mark stands behind it, or nothing."""
        last = self.below[-1].index
        after = self.tree.tokens[last + 1 : last + 2]
        return self.below[-1].pos == "PUNCT" or not after or after[0].pos == "PUNCT"

    @property
    def ends(self) -> bool:
        """Whether the line ends behind it."""
        return self.following is None

    @property
    def following(self) -> Token | None:
        """The word of the line behind it."""
        last = self.below[-1].index
        after = (one for one in self.tree.tokens[last + 1 :] if one.index in self.kept and one.pos != "PUNCT")
        return next(after, None)

    @property
    def closes(self) -> bool:
        """Whether the line ends behind it, or the main verb comes: nothing of it is left behind."""
        after = self.following
        return after is None or self.root.index in (after.head, after.index)

    @property
    def head(self) -> Token:
        """The word that governs it."""
        return self.tree.head(self.token)

    def leads(self, words: Sequence[str] | frozenset[str]) -> bool:
        """Whether its first word is one of these."""
        return self.opening.text.lower() in words
