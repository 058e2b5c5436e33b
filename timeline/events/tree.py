"""Traverse the dependency tree of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from timeline.model import Sentence, Span, Timex, Token
from timeline.model.timex import within

_CODED = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "obl", "nmod", "appos", "flat", "conj", "root", "ccomp", "acl",
    "advcl",
)  # fmt: skip


@cache
def relation_code(name: str) -> float:
    """A number for a UD relation, as a feature of the learned models; similar relations have close numbers.

    Args:
        name: The relation, with or without its subtype.

    Returns:
        The number; the same one for all unknown relations.
    """
    found = name if name in _CODED else name.partition(":")[0].lower()
    return float(_CODED.index(found)) if found in _CODED else float(len(_CODED))


_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """A sentence with the children of each token, computed once; `children[i]` are indices in text order.

    `tokens` are those of the sentence. Trees are compared by identity. A tree caches results (`remembered`), since each
    of its mentions needs them again.
    """

    sentence: Sentence
    children: tuple[tuple[int, ...], ...]
    tokens: tuple[Token, ...] = field(init=False, repr=False)
    _known: dict[Hashable, Any] = field(init=False, default_factory=dict, repr=False)
    _below: list[tuple[Token, ...] | None] = field(init=False, repr=False)
    _subtrees: list[tuple[Token, ...] | None] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", self.sentence.tokens)
        object.__setattr__(self, "_below", [None] * len(self.children))
        object.__setattr__(self, "_subtrees", [None] * len(self.children))

    def remembered(self, key: Hashable, given: object, make: Callable[[], _Found]) -> _Found:
        """A result that is computed once for the tree.

        Args:
            key: What is computed.
            given: The object that the result depends on besides the tree; with another one it is computed again.
            make: Computes it.
        """
        known = self._known.get(key)
        if known is None or known[0] is not given:
            known = self._known[key] = (given, make())
        found: _Found = known[1]
        return found

    def forget(self) -> None:
        """Forgets all results: they refer to the tree, so that only the garbage collector could free both."""
        self._known.clear()

    def holds(self, token: Token) -> bool:
        """Whether a token is one of this sentence, and not of another one."""
        return token.index < len(self.tokens) and self.tokens[token.index] is token

    def head(self, token: Token) -> Token:
        """The governor; the root governs itself."""
        return self.tokens[token.head]

    def is_root(self, token: Token) -> bool:
        """Whether nothing governs the token."""
        return token.head == token.index

    @property
    def root(self) -> Token | None:
        """The first word that nothing governs; None for a sentence without words."""
        for token in self.tokens:
            if token.head == token.index:
                return token
        return None

    def dependents(self, token: Token, *relations: str) -> tuple[Token, ...]:
        """The children of `token`; only those with one of the relations (without subtypes), if any are given."""
        below = self._below[token.index]  # this is the most frequent call of all
        if below is None:
            below = self._children(token.index)
        if not below or not relations:
            return below
        found: tuple[Token, ...] = ()
        for child in below:  # few have one of the relations: a comprehension takes half as long again
            if child.relation in relations:
                found += (child,)
        return found

    def _children(self, index: int) -> tuple[Token, ...]:
        tokens = self.tokens
        below = self._below[index] = tuple([tokens[child] for child in self.children[index]])
        return below

    def first(self, token: Token, *relations: str) -> Token | None:
        """The first child with one of the relations, or None."""
        below = self._below[token.index]
        if below is None:
            below = self._children(token.index)
        for child in below:
            if child.relation in relations:
                return child
        return None

    def has(self, token: Token, *relations: str) -> bool:
        """Whether `token` has a child with one of the relations."""
        return self.first(token, *relations) is not None

    def is_definite(self, noun: Token) -> bool:
        """Whether a noun has a definite article."""
        return "Def" in [word.definite for word in self.dependents(noun, "det")]

    def is_indefinite(self, noun: Token) -> bool:
        """Whether a noun has an indefinite article."""
        return "Ind" in [word.definite for word in self.dependents(noun, "det")]

    def article_gender(self, noun: Token) -> str:
        """The gender of a noun's first determiner: Masc, Fem, or "" for an unknown one or none."""
        first = self.first(noun, "det")
        return first.gender if first is not None else ""

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The governors of `token`, nearest first."""
        seen = {token.index}
        while token.head not in seen:
            token = self.tokens[token.head]
            seen.add(token.index)
            yield token

    def subtree(self, token: Token, without: frozenset[int] = frozenset()) -> tuple[Token, ...]:
        """A token and all tokens below it, in text order.

        Args:
            token: The top, a token of the tree.
            without: The indices of tokens to leave out, with all tokens below them.
        """
        if without:
            return self.remembered(("subtree", token.index, without), None, lambda: self._subtree(token.index, without))
        known = self._subtrees[token.index]
        if known is None:
            known = self._subtrees[token.index] = self._subtree(token.index, without)
        return known

    def indices(self, token: Token) -> frozenset[int]:
        """The indices of `subtree(token)`."""
        return frozenset([one.index for one in self.subtree(token)])

    def _subtree(self, top: int, without: frozenset[int]) -> tuple[Token, ...]:
        if not self.children[top] and top not in without:
            return (self.tokens[top],)
        found: set[int] = set()
        pending = [top]
        while pending:
            index = pending.pop()
            if index in found or index in without:
                continue
            found.add(index)
            pending.extend(self.children[index])
        tokens = self.tokens
        return tuple([tokens[index] for index in sorted(found)])

    def is_finite(self, verb: Token) -> bool:
        """Whether the word, one of its auxiliaries or its copula is a finite verb."""
        return verb.verb_form == "Fin" or "Fin" in [one.verb_form for one in self.dependents(verb, "aux", "cop")]

    def is_impersonal(self, verb: Token) -> bool:
        """Whether the verb has an "il" that is nobody as its subject."""
        return any(one.dep == "expl:subj" for one in self.dependents(verb, "expl"))

    def opening(self, token: Token) -> Token:
        """The first word of the phrase below a token; the token itself where there are only marks."""
        return next((word for word in self.subtree(token) if word.pos != "PUNCT"), token)

    def previous(self, token: Token) -> Token | None:
        """The word right before `token`; None for the first one."""
        return self.tokens[token.index - 1] if token.index else None

    def next(self, token: Token) -> Token | None:
        """The word right behind `token`; None for the last one."""
        return self.tokens[token.index + 1] if token.index + 1 < len(self.tokens) else None

    def between(self, one: Token, other: Token) -> tuple[Token, ...]:
        """The words between two words of the sentence; none where they stand in the other order."""
        return self.tokens[one.index + 1 : other.index]

    def follows_comma(self, token: Token) -> bool:
        """Whether a comma stands right before the token."""
        return token.index > 0 and self.tokens[token.index - 1].text == ","

    def opening_behind_a_comma(self, token: Token) -> Token | None:
        """The first word of a phrase behind the comma that parts it from what stands before; None without one."""
        first = self.subtree(token)[0]
        first = self.tokens[first.index + 1] if first.text == "," else first
        return first if self.follows_comma(first) else None

    def within(self, span: Span) -> tuple[Token, ...]:
        """The tokens that share a code point with `span`."""
        start, end = span.start, span.end
        key = ("within", start, end)
        known: tuple[Token, ...] | None = self._known.get(key)
        if known is None:
            known = self._known[key] = tuple(
                [token for token in self.tokens if token.start < end and start < token.end]
            )
        return known

    def times(self, timexes: Sequence[Timex]) -> Sequence[Timex]:
        """Those of an article's time expressions that lie within the sentence, in text order; not to be changed."""
        return self.remembered("times", timexes, lambda: within(timexes, self.sentence.span))

    def top(self, span: Span) -> Token | None:
        """The token of `span` that governs the others: the first one with a head outside the span."""
        return self.remembered(("top", span.start, span.end), None, lambda: self._top(span))

    def _top(self, span: Span) -> Token | None:
        tokens = self.within(span)
        indices = {token.index for token in tokens}
        outside = (token for token in tokens if token.head not in indices or self.is_root(token))
        content = sorted(outside, key=lambda token: token.pos in ("ADP", "PUNCT", "DET"))
        return content[0] if content else None


def may_agree(one: Token, other: Token) -> bool:
    """Whether two words can agree in gender and number: an unknown value agrees with all.

    Args:
        one: A word.
        other: Another one, of any sentence.

    Returns:
        Whether neither value differs.
    """
    genders, numbers = {one.gender, other.gender}, {one.number, other.number}
    return len(genders - {""}) < 2 and len(numbers - {""}) < 2


def grow(sentence: Sentence) -> Tree:
    """The tree of a sentence.

    Returns:
        The tree, with the children of each token.
    """
    children: list[list[int]] = [[] for _ in sentence.tokens]
    for token in sentence.tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    return Tree(sentence, tuple(map(tuple, children)))
