"""Take an inserted "a-t-il dit" out of the clause that it parts: "Rex, a-t-il dit, partira" tells that Rex leaves.

The parse makes it the main verb, with the subject that stands before it as its own, and so the auxiliary: "Rex a,
dit-on, menti".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from timeline.events.tree import Tree
from timeline.model import Token

_CLITIC, _COMMA = "-", ","


def parted_clause(tree: Tree, token: Token) -> tuple[Token, ...]:
    """The words that change where a verb with its subject behind it is inserted into a clause.

    Args:
        tree: The sentence.
        token: The word that may be the inserted verb.

    Returns:
        The verb of the clause, now above the inserted one, and what stands before the insertion, now below it; nothing
        where the parse may be right.
    """
    begin = _begin_of_insertion(tree, token)
    if begin is None:
        return ()
    before = [one for one in tree.dependents(token) if one.index < begin]
    verb = _verb_behind(tree, token)
    if verb is None or all(one.relation != "nsubj" for one in before):
        return ()
    features = dict(verb.features)
    if any(one.relation == "aux" for one in before):  # "a, dit-on, menti" is no passive
        features.pop("Voice", None)
    own = replace(verb, head=verb.index if tree.is_root(token) else token.head, dep=token.dep, features=features)
    return (own, replace(token, head=own.index, dep="parataxis"), *_moved(before, own))


def _begin_of_insertion(tree: Tree, verb: Token) -> int | None:
    """The comma before an inserted verb, whose subject is a pronoun behind a hyphen: "…, a-t-il dit", "…, dit-on"."""
    if verb.pos != "VERB":
        return None
    clitics = (one for one in tree.dependents(verb, "nsubj", "expl") if one.text.startswith(_CLITIC))
    clitic = next(clitics, None)
    if clitic is None:
        return None
    first = tree.tokens[clitic.index - 1]
    inverted = first is verb or first in tree.dependents(verb, "aux")
    return first.index - 1 if inverted and tree.follows_comma(first) else None


def _verb_behind(tree: Tree, inserted: Token) -> Token | None:
    """The verb without a subject that the parse takes for what is said; a comma ends the insertion before it."""
    for verb in tree.dependents(inserted, "ccomp", "parataxis"):
        ends = any(one.text == _COMMA for one in tree.between(inserted, verb))
        if verb.index > inserted.index and verb.pos == "VERB" and ends and not tree.has(verb, "nsubj", "mark"):
            return verb
    return None


def _moved(before: Iterable[Token], verb: Token) -> Iterator[Token]:
    """What stands before the insertion, as words of the clause's own verb."""
    passive = verb.features.get("Voice") == "Pass"
    for one in before:
        dep = one.dep if one.relation != "nsubj" else "nsubj:pass" if passive else "nsubj"
        yield replace(one, head=verb.index, dep=dep)
