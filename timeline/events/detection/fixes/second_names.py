"""Tie the second of two names to the first: "les candidats X (qui nie les faits) et | Y".

The parse ties it to the noun that says what both are, and with it what explains the first alone.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.lexicon import Lexicon
from timeline.events.tree import Tree
from timeline.model import Token


def second_name(tree: Tree, token: Token, _lexicon: Lexicon) -> tuple[Token, ...]:
    """A name behind the one that explains a plural, and a relative clause in the singular between them.

    Args:
        tree: The sentence.
        token: The word that may be the second name.

    Returns:
        The changed tokens; nothing where the parse may be right.
    """
    noun = tree.head(token)
    bare = token.pos == "PROPN" and not tree.has(token, "det", "case")
    if token.relation != "conj" or not bare or noun.pos != "NOUN" or not noun.is_plural:
        return ()
    name = next((one for one in tree.dependents(noun, "appos") if one.index == noun.index + 1), None)
    if name is None or name.pos != "PROPN":
        return ()
    inside = (one for one in tree.dependents(noun, "acl") if name.index < one.index < token.index)
    own = (replace(one, head=name.index) for one in inside if one.dep == "acl:relcl" and one.number == "Sing")
    return (replace(token, head=name.index), *own)
