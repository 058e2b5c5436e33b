"""Words that only tie a clause to the sentence before or stress another word."""

from __future__ import annotations

from timeline.events.headline.context import HeadlineContext
from timeline.events.tree import Tree, relation
from timeline.languages.function_words import function_words
from timeline.model import Token

_STRESSED = function_words("stressed_pronoun")


def only_stresses(tree: Tree, token: Token) -> bool:
    """Whether a pronoun only emphasises another word: "Marc Guillemot annonce, lui, que …".

    Args:
        tree: The sentence.
        token: A word of it.
    """
    if token.pos != "PRON" or token.text.lower() not in _STRESSED:
        return False
    before = tree.tokens[token.index - 1] if token.index else token
    after = tree.tokens[token.index + 1] if token.index + 1 < len(tree.tokens) else token
    behind = (token.index > token.head or before.verb_form == "Fin") and before.pos in ("VERB", "AUX", "PUNCT")
    behind = behind or before.text == after.text == ","
    alone = all(child.pos == "PUNCT" for child in tree.dependents(token))
    return behind and before.text != "-" and alone and relation(token) != "conj"


def only_points_back(context: HeadlineContext, tree: Tree, token: Token) -> bool:
    """Whether a circumstance says nothing without the sentence before: "dans ces conditions", "à cette occasion".

    Args:
        context: The inputs of headline writing.
        tree: The sentence.
        token: A word of it.
    """
    if not context.words.has("pointing_circumstances", token.lemma.lower()):
        return False
    points = any(context.words.has("demonstratives", det.text.lower()) for det in tree.dependents(token, "det"))
    return points and tree.first(token, "case") is not None and tree.first(token, "nmod", "acl", "amod") is None


def linking_adverbs(context: HeadlineContext, tree: Tree) -> set[int]:
    """The adverbs that only tie a clause to what was said before: "est également fermé".

    Args:
        context: The inputs of headline writing.
        tree: The sentence.
    """
    found = set()
    for token in tree.tokens:
        bound = tree.tokens[token.index - 1].pos in ("CCONJ", "PRON")  # "mais aussi", "lui aussi"
        alone = relation(token) == "advmod" and not tree.dependents(token) and not bound
        if alone and context.words.has("ties", token.text.lower()) and tree.head(token).pos in ("VERB", "AUX", "ADJ"):
            found.add(token.index)
    return found
