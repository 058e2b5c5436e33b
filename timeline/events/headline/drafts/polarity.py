"""Whether the sentence negates, refuses, fears or only asks for the event of a noun."""

from __future__ import annotations

from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.realisation import is_negation
from timeline.events.tree import Tree
from timeline.model import Token


def is_unreal(context: HeadlineContext, tree: Tree, noun: Token) -> bool:
    """Whether the noun alone would be untrue: "a voté contre la réforme" does not give "Réforme".

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        noun: The head of the noun phrase that would stand alone.

    Returns:
        True if a preposition, a governing noun or the verb above negates the noun or leaves it open.
    """
    if _is_presupposed(context, tree, noun):
        return False
    for token in (noun, *tree.ancestors(noun)):
        if token.pos in ("VERB", "AUX") or token.relation == "root":
            return _is_turned(context, tree, token) or _leaves_open(context, tree, token)
        if _is_turned(context, tree, token) or (
            token is not noun and context.words.has("unreal_nouns", token.lemma.lower())
        ):
            return True
    return False


def _is_presupposed(context: HeadlineContext, tree: Tree, noun: Token) -> bool:
    """Whether a time is counted from the event, which so has happened: "depuis la victoire, il n'a cessé de promettre".

    Not before it: "avant la grève" may never have one.
    """
    definite = tree.is_definite(noun)
    return definite and bool(_leads(tree, noun) & context.words.get("since")) and not _is_turned(context, tree, noun)


def dates_another(context: HeadlineContext, tree: Tree, noun: Token) -> bool:
    """Whether another event is dated by the noun: "depuis son lancement", "lors des élections"."""
    return bool(_leads(tree, noun) & (context.words.get("circumstances") | context.words.get("since")))


def _leads(tree: Tree, noun: Token) -> frozenset[str]:
    """The lemmas of the prepositions that lead a noun, and of the word right before them: "lors" of "lors de"."""
    cases = tree.dependents(noun, "case")
    before = (tree.tokens[case.index - 1] for case in cases if case.index)
    return frozenset(word.lemma.lower() for word in (*cases, *before))


def _is_turned(context: HeadlineContext, tree: Tree, token: Token) -> bool:
    """Whether the word has "contre", "sans", "aucun" or a negation."""
    near = tree.dependents(token, "case", "advmod", "mark", "det")
    against = context.words.get("against") | context.words.get("limits")
    return any(is_negation(word) or word.lemma.lower() in against for word in near)


def _leaves_open(context: HeadlineContext, tree: Tree, verb: Token) -> bool:
    """Whether the verb, its governor or a coordinated verb says that something is not so or not yet so."""
    group = [verb, *tree.dependents(verb, "aux", "cop", "xcomp")]
    if verb.relation in ("xcomp", "ccomp", "advcl"):
        group.append(tree.head(verb))
    lemmas = {word.lemma.lower() for word in group}
    doubted = context.words.get("doubt") | context.words.get("averting") | context.words.get("modal")
    return bool(lemmas & doubted) or any(word.mood == "Cnd" for word in group)
