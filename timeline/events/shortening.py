"""What a headline leaves out: whole subtrees always, dates alone, the least needed complements where it is too long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from timeline.events import phrase
from timeline.events.desk import LENGTH, Desk
from timeline.events.tree import Tree, relation
from timeline.model import Token

_ASIDE = frozenset({"appos", "parataxis", "discourse", "vocative", "dislocated", "list", "reparandum"})


def droppable(desk: Desk, tree: Tree, head: Token) -> set[int]:
    """The subtrees that a headline never keeps, anywhere below `head`."""
    connectors = {
        *desk.context.lexicon.words("background", "after"),
        *desk.context.lexicon.words("background", "before"),
    }
    found = _in_brackets(tree)
    for token in tree.subtree(head):
        if token.index == head.index:
            continue
        connects = token.head == head.index and _connects(token, connectors)
        if connects or _is_aside(tree, token) or _is_relative(token) or _is_orphan(tree, token):
            found.update(t.index for t in tree.subtree(token))
    return found


def _connects(token: Token, connectors: set[str]) -> bool:
    """Whether the word only ties the clause to others: conjunctions, "puis", "également"."""
    name = relation(token)
    return name in ("cc", "mark") or (name == "advmod" and token.lemma.lower() in connectors)


def _is_aside(tree: Tree, token: Token) -> bool:
    """Whether the subtree is a clause of its own or an aside; a name right behind an office is none."""
    name = relation(token)
    apart = name == "advcl" and not _is_what_is_said(tree, token)
    other_clause = token.dep == "acl:relcl" or apart or (name == "conj" and token.pos in ("VERB", "AUX"))
    beside = name == "appos" and (
        token.entity or (token.pos == "PROPN" and tree.tokens[token.index - 1].pos != "PUNCT")
    )
    return other_clause or (name in _ASIDE and not beside)


def _is_what_is_said(tree: Tree, token: Token) -> bool:
    """Whether a clause that the parse calls adverbial completes its verb: "que" leads it, nothing before "que" compares
    or joins with it ("plus … que", "bien que"), and the verb has no other object clause."""
    head, first = tree.head(token), min(tree.subtree(token), key=lambda word: word.index)
    led = relation(first) == "mark" and first.lemma.lower() in ("que", "that") and head.pos == "VERB"
    return led and tree.first(head, "ccomp") is None and not _compares(tree, head, first)


def _compares(tree: Tree, head: Token, conjunction: Token) -> bool:
    between = tree.tokens[head.index + 1 : conjunction.index]
    return any(word.pos in ("ADV", "ADJ") or word.lemma.lower() == "même" for word in between)


def _is_relative(token: Token) -> bool:
    return token.features.get("PronType") == "Rel" or token.lemma in ("dont", "lequel")


def _in_brackets(tree: Tree) -> set[int]:
    found: set[int] = set()
    depth = 0
    for token in tree.tokens:
        depth += token.text in ("(", "[")
        if depth:
            found.add(token.index)
        depth = max(0, depth - (token.text in (")", "]")))
    return found if depth == 0 else set()


def second_clause(tree: Tree, head: Token) -> set[int]:
    """A clause tied on by "et", from that word to the end, where the parse took its subject for one more complement:
    "conclut des accords sur l'énergie | et la Russie formera des soldats".
    """
    for token in tree.tokens[head.index + 1 :]:
        if relation(token) == "cc" and _leads_a_clause(tree.tokens[token.index + 1 :]):
            return {later.index for later in tree.tokens[token.index :]}
    return set()


def _leads_a_clause(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb comes before anything that would make its clause a dependent one, or end it."""
    for place, token in enumerate(tokens):
        if token.verb_form == "Fin" and token.pos in ("VERB", "AUX"):
            return place > 0
        if token.pos in ("SCONJ", "CCONJ", "PUNCT") or _is_relative(token):
            return False
    return False


def _in_quotes(tree: Tree) -> set[int]:
    """The words between quotation marks: what someone said is not ours to shorten."""
    found: set[int] = set()
    inside: list[int] = []
    for token in tree.tokens:
        if token.text in ("«", "“"):
            inside = [token.index]
        elif token.text in ("»", "”"):
            found.update(inside[1:])
            inside = []
        elif inside:
            inside.append(token.index)
    return found


def _is_orphan(tree: Tree, token: Token) -> bool:
    """A coordinating word whose clause is left out."""
    if relation(token) != "cc" or tree.is_root(token):
        return False
    governor = tree.head(token)
    return relation(governor) == "conj" and governor.pos in ("VERB", "AUX")


def temporal(desk: Desk, tree: Tree) -> set[int]:
    """The words of dates, with the prepositions and articles that only they need."""
    found: set[int] = set()
    for timex in desk.timexes:
        if not tree.sentence.span.contains(timex.span):
            continue
        tokens = tree.within(timex.span)
        inside = {token.index for token in tokens}
        found |= inside
        top = tree.top(timex.span)
        if top is not None:
            found |= _only_for(tree, top, inside)
    return found


def _only_for(tree: Tree, top: Token, inside: set[int]) -> set[int]:
    """The little words that hang on a date or lead up to it: "au moins", "à compter de", "jusqu'à", "au bout de".

    A preposition only where it stands right before the date: in "entrera en vigueur le 16 mars" the "en" is not one.
    """
    found: set[int] = set()
    first = min(inside)
    for child in tree.subtree(top):
        if child.head in inside and child.pos in (_BEHIND if child.index > first else _AHEAD):
            found.add(child.index)
    for token in reversed(tree.tokens[:first]):
        follows = tree.tokens[token.index + 1]
        counted = token.pos == "NUM" and follows.pos == "CCONJ"
        if token.index not in found and not counted and not _leads_up(token):
            break
        found.add(token.index)
    return found


_AHEAD = frozenset({"PUNCT", "ADV"})
_BEHIND = frozenset({"ADP", "DET", "PUNCT", "ADV", "SCONJ"})
_LEADING = frozenset(
    {"partir", "compter", "ici", "cours", "moins", "plus", "environ", "lors", "même"}
    | {"bout", "terme", "issue", "début", "fin", "milieu"}
)


def _leads_up(token: Token) -> bool:
    return token.pos in ("ADP", "DET", "CCONJ", "SCONJ") or token.text.lower() in _LEADING


def shortened(
    desk: Desk,
    tree: Tree,
    head: Token,
    dropped: frozenset[int],
    render: Callable[[Iterable[Token]], str],
    limit: int = LENGTH,
) -> str:
    """Rendered with all that is kept; while too long, the least needed subtree goes."""
    hidden = temporal(desk, tree)
    text = render(_visible(tree, head, dropped, hidden))
    while len(text) > limit:
        victim = _least_needed(tree, head, dropped)
        if victim is None:
            break
        dropped = dropped | {token.index for token in tree.subtree(victim)}
        text = render(_visible(tree, head, dropped, hidden))
    return text


def _visible(tree: Tree, head: Token, dropped: frozenset[int], hidden: set[int]) -> tuple[Token, ...]:
    """The words to set: dates go alone, so that what a wrong parse hangs on them stays."""
    return tuple(token for token in tree.subtree(head, without=dropped) if token.index not in hidden)


_NEED = {"acl": -3, "obl": 1, "advmod": 2, "nmod": 3, "conj": 3, "amod": 4, "xcomp": 8, "ccomp": 7, "appos": 1}


def _least_needed(tree: Tree, head: Token, dropped: frozenset[int]) -> Token | None:
    """The subtree to leave out next: by relation, deeper ones first, later ones first; none that the verb cannot do
    without."""
    kept = tree.subtree(head, without=dropped)
    quoted = _in_quotes(tree)
    candidates = [
        token
        for token in kept
        if token.index != head.index and relation(token) in _NEED and _may_go(tree, token, head, quoted)
    ]
    if not candidates:
        return None
    return min(candidates, key=lambda token: (_NEED[relation(token)] - _depth(tree, token, head), -token.index))


def _may_go(tree: Tree, token: Token, head: Token, quoted: set[int]) -> bool:
    if token.index in quoted and {below.index for below in tree.subtree(token)} <= quoted:
        return False
    if relation(token) == "advmod":
        return not phrase.is_negation(token)
    return token.dep not in ("obl:arg", "obl:agent") or token.head != head.index


def _depth(tree: Tree, token: Token, head: Token) -> int:
    depth = 0
    for above in tree.ancestors(token):
        depth += 1
        if above.index == head.index:
            break
    return depth
