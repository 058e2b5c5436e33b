"""The punctuation that stays beside the kept words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.events.entities.speakers import quotation_marks
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_THOUSAND = 3
_OF, _THAT = function_words("genitive_case"), function_words("that")
_QUOTES = ("«", "»", "“", "”", '"', "(", ")", "[", "]")


def with_marks(tree: Tree, kept: Iterable[int]) -> tuple[Token, ...]:
    """The kept words in order.

    A comma is kept only between two adjacent kept words, before a subtree that needs one, or at the end of a relative
    clause; a quotation mark only with its counterpart and all words between them.
    """
    tokens, of = tree.tokens, tree.remembered("marks", None, lambda: _Marks.of(tree))
    words = {index for index in kept if index in of.words}
    words |= {index - 1 for index in words & of.second_halves}
    marks = {
        index
        for index, before, after in of.between
        if after in words and (before in words or _opens_aside(tree, after, words))
    }
    closing = (index for index, before, after in of.between if after in words and before not in words)
    marks |= {index for index in closing if _closes_a_relative(tree, index, words, marks)}
    quotes = _quotes(tree, words) if of.quoted else set()
    return tuple([tokens[index] for index in sorted(words | marks | quotes)])


@dataclass(frozen=True, slots=True)
class _Marks:
    """What `with_marks` needs of a sentence whichever words are kept: indices of its tokens.

    `between` are the marks other than quotation marks, each with the nearest words before and after it.
    """

    words: frozenset[int]
    second_halves: frozenset[int]
    between: tuple[tuple[int, int, int], ...]
    quoted: bool

    @classmethod
    def of(cls, tree: Tree) -> _Marks:
        """The marks of a sentence."""
        tokens = tree.tokens
        words = frozenset(token.index for token in tokens if token.pos != "PUNCT")
        plain = (token.index for token in tokens if token.pos == "PUNCT" and token.text not in _QUOTES)
        return cls(
            words,
            frozenset(index for index in words if _is_second_half(tokens, index)),
            tuple((index, *_around(tokens, index)) for index in plain),
            bool(quotation_marks(tree)),
        )


def _around(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """The nearest places before and after a mark that hold no quotation mark or bracket of the same side."""
    before, after = index - 1, index + 1
    while before >= 0 and tokens[before].text in ("»", "”", '"', ")"):
        before -= 1
    while after < len(tokens) and tokens[after].text in ("«", "“", '"', "("):
        after += 1
    return before, after


def _is_second_half(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word is the second half of a number that a blank divides: "40 000"."""
    before, word = tokens[index - 1], tokens[index]
    whole = index > 0 and before.text.isdigit() and len(before.text) < _THOUSAND
    return whole and len(word.text) == _THOUSAND and word.text.isdigit() and word.start == before.end + 1


def _opens_aside(tree: Tree, index: int, words: set[int]) -> bool:
    """Whether a subtree begins here that needs a comma before it, with only a removed aside between."""
    top = tree.tokens[index]
    while top.head in words and top.head != top.index:
        above = tree.head(top)
        if min(token.index for token in tree.subtree(above) if token.index in words) != index:
            break
        top = above
    apart = top.relation in ("advcl", "acl", "conj", "appos", "parataxis") and top.head in words and top.head < index
    return apart and not tree.has(top, "cc") and not _completes(tree, top)


def _closes_a_relative(tree: Tree, comma: int, words: set[int], marks: set[int]) -> bool:
    """Whether a comma ends a kept relative clause whose last words are gone: ", qui devaient débuter (en 2022), "."""
    last = max((index for index in words if index < comma), default=None)
    if last is None or tree.tokens[comma].text != ",":
        return False
    for clause in (tree.tokens[last], *tree.ancestors(tree.tokens[last])):
        if clause.dep == "acl:relcl" and tree.subtree(clause)[-1].index <= comma:
            first = tree.opening(clause)
            return first.index - 1 in marks and tree.follows_comma(first)
    return False


def _completes(tree: Tree, top: Token) -> bool:
    """Whether it completes its governor, whatever the parse calls it, and the comma is that of the aside before it.

    "reconnaît, (lundi,) que …"; "fait le voyage, (hier,) pour …"; "la mort, (en mai,) de X", not "de Y, de X".
    """
    if top.relation == "advcl" and top.verb_form == "Inf":
        return not tree.has(top, "nsubj")  # "…, (en mai,) l'objectif étant de partir"
    led = top.relation in ("conj", "appos", "advcl") and _leads(tree, top)
    return led and not _leads(tree, tree.head(top))


def _leads(tree: Tree, top: Token) -> bool:
    """Whether "de" leads the noun, or "que" the clause."""
    lead = next((one for one in tree.dependents(top, "case", "mark") if one.index < top.index), None)
    return lead is not None and lead.text.lower() in (_OF if lead.relation == "case" else _THAT)


def _quotes(tree: Tree, words: set[int]) -> set[int]:
    found: set[int] = set()
    opening: int | None = None
    for index, opens in quotation_marks(tree):
        if not opens and opening is not None:
            between = tree.tokens[opening + 1 : index]
            inner = {word.index for word in between if word.pos != "PUNCT"}
            if inner and inner <= words:
                found |= {opening, index} | {word.index for word in between if word.text == ","}
        opening = index if opens else None
    return found
