"""Whether a draft tells as a fact what its sentence only reports in the conditional: "il aurait crié et réclamé …"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.headline.drafts.types import Draft
from timeline.events.tree import Tree, relation
from timeline.languages.function_words import function_words
from timeline.model import Token

_HELPERS = function_words("auxiliary_of_being") | function_words("auxiliary_of_having")
_SHARED = ("conj", "advcl", "xcomp")


def loses_its_condition(tree: Tree, draft: Draft) -> bool:
    """Whether the auxiliary in the conditional that the draft's verb has or shares is not in its line.

    Args:
        tree: The tree of the sentence.
        draft: The draft.

    Returns:
        True for "Il réclame sa libération" of "il aurait crié et réclamé sa libération"; False for a verb with an
        auxiliary of its own ("il aurait crié et a réclamé …"), and below a modal verb, which reports nothing ("le pont
        pourrait rouvrir après avoir été fermé").
    """
    if draft.predicate is None or not draft.words or not tree.remembered("hedged", None, lambda: _is_hedged(tree)):
        return False
    helpers = next(_helpers(tree, draft.predicate.top), ())
    hedged = [token.text.lower() for token in helpers if token.features.get("Mood") == "Cnd"]
    line = f" {draft.text.lower()} ".replace("'", " ").replace("’", " ")
    return bool(hedged) and not any(f" {word} " in line for word in hedged)


def _is_hedged(tree: Tree) -> bool:
    return any(token.features.get("Mood") == "Cnd" for token in tree.tokens)


def _helpers(tree: Tree, verb: Token) -> Iterator[tuple[Token, ...]]:
    """The finite auxiliaries of the verb, else those of the nearest verb above it that it shares the clause with."""
    for one in (verb, *tree.ancestors(verb)):
        if one.verb_form == "Fin":
            return
        finite = tuple(token for token in tree.dependents(one, "aux", "cop") if token.verb_form == "Fin")
        if finite:
            yield tuple(token for token in finite if token.lemma.lower() in _HELPERS)
            return
        if relation(one) not in _SHARED:
            return
