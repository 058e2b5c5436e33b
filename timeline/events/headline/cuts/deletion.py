"""A line without some of its words, and with the commas that it needs then."""

from __future__ import annotations

import re

from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_GENITIVE = function_words("genitive_case")
_WORD = r"(?:[\w-]+)"
_MARKS = ",;–—"
_OF_VERB = ("aux", "expl", "obj", "iobj", "advmod", "cop")
_APART = ("appos", "acl", "parataxis", "advcl", "conj")


def finder(tree: Tree, words: frozenset[int]) -> re.Pattern[str]:
    """What finds words in a line, whose verbs may be in the present, with the marks before and after them.

    Args:
        tree: The tree of the sentence.
        words: The words, by index.

    Returns:
        A pattern that finds nothing if the words are only marks.
    """
    tokens = [tree.tokens[index] for index in sorted(words)]
    while tokens and tokens[0].text in tuple(_MARKS):
        tokens.pop(0)
    while tokens and tokens[-1].text in (*_MARKS, "."):
        tokens.pop()
    if not tokens:
        return re.compile(r"(?!)")
    own = r"\s*".join(_as_printed(tree, one) for one in tokens)
    return re.compile(rf"(?P<before>\s*[{_MARKS}])?\s*(?<![\w'’-]){own}(?!\w)(?P<after>\s*,)?")


def without(
    line: str, found: re.Pattern[str], tree: Tree, root: Token, gone: frozenset[int], kept: frozenset[int]
) -> str:
    """The line without the words that a pattern finds.

    Args:
        line: The line.
        found: The `finder` of the words.
        tree: The tree of the sentence.
        root: The main verb of the line.
        gone: The words, by index.
        kept: The words of the line with them, by index.
    """
    return found.sub(_with_comma if _stays_apart(tree, root, gone, kept) else _joint, line, count=1)


def _as_printed(tree: Tree, token: Token) -> str:
    """What finds a word in a line, whose verbs may be in the present."""
    if token.pos == "AUX" and token.verb_form == "Fin":
        return _WORD + "?"
    told = token.verb_form == "Fin" or (token.verb_form == "Part" and tree.first(token, "aux") is not None)
    return _WORD if token.pos in ("VERB", "AUX") and told else re.escape(token.text)


def _stays_apart(tree: Tree, root: Token, gone: frozenset[int], kept: frozenset[int]) -> bool:
    """Whether a comma parts what stood before the words from what is behind them.

    It does before the subject, and before another aside: "À Lyon(, …), le maire", "X, (79 ans,) champion, …".
    """
    words = [one for one in sorted(gone) if tree.tokens[one].pos != "PUNCT"]
    first, last = words[0], words[-1]
    index = min((one for one in kept if one > last and tree.tokens[one].pos != "PUNCT"), default=-1)
    if index < 0:
        return False
    after = tree.tokens[index]
    if after.text.lower() in _GENITIVE or after.pos == "CCONJ":
        return False
    if last < root.index:
        of_verb = after.head == root.index and after.relation in _OF_VERB
        if after.index != root.index and not of_verb and after.verb_form != "Fin":
            return True
        return _has_an_open_aside(tree, root, first, kept)
    if after.pos in ("ADP", "SCONJ"):
        return False  # "permet à Athènes(, par divers moyens,) de cacher sa dette"
    tops = (one for one in (after, *tree.ancestors(after)) if tree.opening(one).index == index)
    return any(one.relation in _APART for one in tops)


def _has_an_open_aside(tree: Tree, root: Token, first: int, kept: frozenset[int]) -> bool:
    """Whether an aside before the words is closed by their comma: "X, des Messageries(, de Calcutta), entre …"."""
    subject = tree.first(root, "nsubj")
    if subject is None:
        return False
    commas = [index for index in kept if subject.index < index < first - 1 and tree.tokens[index].text == ","]
    return len(commas) % 2 == 1


def _with_comma(found: re.Match[str]) -> str:
    """The comma behind the words that went."""
    return "," if found["after"] else ""


def _joint(found: re.Match[str]) -> str:
    """What stays where words went: a comma where one stood on one side alone, and before the end of the sentence."""
    return "," if found["after"] and not found["before"] else ""
