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


def may_find(line: str, tree: Tree, words: frozenset[int]) -> bool:
    """Whether a line has the words that a `finder` looks for as they stand: without them it finds nothing.

    Args:
        line: The line.
        tree: The tree of the sentence.
        words: The words, by index.
    """
    tokens = (tree.tokens[index] for index in words)
    plain = (one for one in tokens if one.pos not in ("VERB", "AUX", "PUNCT"))
    return all(one.text in line for one in plain)


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
    after = next((one for one in tree.tokens[max(gone) + 1 :] if one.index in kept and one.pos != "PUNCT"), None)
    if after is not None and _stays_apart(tree, root, gone, kept, after):
        return found.sub(_with_comma, line, count=1)
    to_the_verb = after is not None and max(gone) < root.index and _is_of_verb(after, root)
    return found.sub("" if to_the_verb else _joint, line, count=1)


def _as_printed(tree: Tree, token: Token) -> str:
    """What finds a word in a line, whose verbs may be in the present."""
    if token.pos == "AUX" and token.verb_form == "Fin":
        return _WORD + "?"
    told = token.verb_form == "Fin" or (token.verb_form == "Part" and tree.has(token, "aux"))
    return _WORD if token.pos in ("VERB", "AUX") and told else re.escape(token.text)


def _stays_apart(tree: Tree, root: Token, gone: frozenset[int], kept: frozenset[int], after: Token) -> bool:
    """Whether a comma parts what stood before the words from what is behind them.

    It does before the subject, and before another aside: "À Lyon(, …), le maire", "X, (79 ans,) champion, …".
    """
    if after.text.lower() in _GENITIVE or after.pos == "CCONJ":
        return False
    if max(gone) < root.index:
        if (speaker := tree.first(root, "nsubj")) is not None and speaker.index > root.index:
            return True  # "…, a annoncé l'AMF"
        if not _is_of_verb(after, root) and after.verb_form != "Fin":
            return True
        return _has_an_open_aside(tree, root, gone, kept)
    if after.pos in ("ADP", "SCONJ"):
        return False  # "permet à Athènes(, par divers moyens,) de cacher sa dette"
    tops = (one for one in (after, *tree.ancestors(after)) if tree.opening(one) is after)
    return any(one.relation in _APART for one in tops)


def _is_of_verb(word: Token, root: Token) -> bool:
    """Whether it is the main verb, or a word of its group: "(s')est", "(l'a) vu", "ne"."""
    return word.index == root.index or (word.head == root.index and word.relation in _OF_VERB)


def _has_an_open_aside(tree: Tree, root: Token, gone: frozenset[int], kept: frozenset[int]) -> bool:
    """Whether an aside before the words is closed by their comma: "X, des Messageries(, de Calcutta), entre …"."""
    subject = tree.first(root, "nsubj")
    if subject is None:
        return False
    first = min(index for index in gone if tree.tokens[index].pos != "PUNCT")
    commas = [index for index in kept if subject.index < index < first - 1 and tree.tokens[index].text == ","]
    return len(commas) % 2 == 1


def _with_comma(found: re.Match[str]) -> str:
    """The comma behind the words that went."""
    return "," if found["after"] else ""


def _joint(found: re.Match[str]) -> str:
    """What stays where words went: a comma where one stood on one side alone, and before the end of the sentence."""
    return "," if found["after"] and not found["before"] else ""
