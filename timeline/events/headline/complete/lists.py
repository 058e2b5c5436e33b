"""Where a list may end."""

from __future__ import annotations

from collections.abc import Container

from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_ALTERNATIVE = function_words("alternative")


def may_be_cut(tree: Tree, token: Token, governor: Token) -> bool:
    """Whether a list may end before the word: a list keeps all or only its first element.

    "À la candidate ou au candidat" is kept whole, and so are names: "par Robert Brout et François Englert".

    Args:
        tree: The sentence.
        token: A word coordinated with another one.
        governor: The word above it that the headline shows.
    """
    first = tree.dependents(tree.head(token), "conj")[0].index == token.index
    either = any(word.lemma.lower() in _ALTERNATIVE for word in tree.dependents(token, "cc"))
    return first and not either and not _shares_object(tree, token, governor) and not _is_named_pair(tree, token)


def _is_named_pair(tree: Tree, token: Token) -> bool:
    """Whether two names are coordinated: who says that only the first took part says what is false."""
    first = tree.head(token)
    beside = tree.dependents(first, "conj")
    names = all(one.pos == "PROPN" and one.entity for one in (first, *beside))
    joined = any(word.pos == "CCONJ" for word in tree.subtree(first))  # not "à Tignieu, en Isère"
    return names and joined


def _shares_object(tree: Tree, token: Token, governor: Token) -> bool:
    """Whether a second infinitive has the object of the first: "abroger et remplacer la loi"."""
    infinitives = token.verb_form == governor.verb_form == "Inf"
    below = "obj", "ccomp", "xcomp"
    return infinitives and tree.first(token, *below) is not None and tree.first(governor, *below, "obl") is None


def ends_too_early(tree: Tree, token: Token, shown: Container[int]) -> bool:
    """Whether a list ends between its first and its last word, without "et": "aux ministères, au parlement".

    Args:
        tree: The sentence.
        token: A shown word that is coordinated with another one.
        shown: The indices of the shown words.
    """
    later = (*tree.dependents(tree.head(token), "conj"), *tree.dependents(token, "conj"))
    ends = [one for one in later if tree.first(one, "cc") is not None and one.pos == token.pos]
    return bool(ends) and not any(one.index in shown for one in ends)
