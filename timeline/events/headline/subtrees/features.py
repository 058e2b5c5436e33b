"""Features that predict whether a line needs a subtree of its clause."""

from __future__ import annotations

from timeline.events.headline.base.stems import is_content, stem, stems
from timeline.events.headline.context import HeadlineContext
from timeline.events.tree import Tree
from timeline.model import Token

_BESIDE = ("nmod", "amod", "acl", "appos", "obl", "obj", "xcomp", "ccomp", "advcl", "advmod")


def unit_features(
    context: HeadlineContext, tree: Tree, token: Token, head: Token, below: frozenset[int]
) -> dict[str, float]:
    """The features of the subtree of `token` (its words are `below`) in the clause or noun phrase of `head`."""
    governor, rel = tree.head(token), token.dep
    name, top = token.relation, governor.index == head.index
    case = next((child.lemma for child in tree.dependents(token, "case", "mark")), "-")
    words = [tree.tokens[index] for index in below if tree.tokens[index].pos != "PUNCT"]
    size, first = len(words), min(below)
    in_title = _share_in(stems(context.context.article.title), words)
    start = tree.tokens[first - 1].text if first and tree.tokens[first - 1].pos == "PUNCT" else "-"
    apart = "," in (start, tree.tokens[first].text)
    found = {
        "1": 1.0,
        f"rel={rel}": 1.0,
        f"rel,case={rel},{case}": 1.0,
        f"rel,top={rel},{top}": 1.0,
        f"rel,before={rel},{token.index < governor.index}": 1.0,
        f"pos={token.pos}": 1.0,
        f"gov={governor.lemma.lower()},{name},{case}": 1.0,
        f"word={token.lemma.lower()}": 1.0,
        f"headpos={head.pos}": 1.0,
        f"rel,headpos={rel},{head.pos}": 1.0,
        f"depth={min(_depth(tree, token, head), 5)}": 1.0,
        "length": min(sum(len(word.text) + 1 for word in words), 80) / 40,
        f"size={min(size, 8)}": 1.0,
        f"rel,size={name},{min(size, 5)}": 1.0,
        "in title": in_title,
        f"rel in title={name}": in_title,
        "far": min(abs(token.index - head.index), 30) / 15,
        f"start={start}": 1.0,
        f"first of sentence={first <= 1},{token.index < head.index}": 1.0,
        "verb inside": float(any(word.verb_form == "Fin" for word in words)),
        "digits": float(any(word.pos == "NUM" for word in words)),
        "quote": float(any(tree.tokens[index].text in "«»“”" for index in below)),
        f"after obj={tree.has(governor, 'obj')},{name}": 1.0,
    }
    found |= _of_its_governor(context, tree, token, first, apart)
    for label in {word.entity for word in words if word.entity} or {"none"}:
        found[f"entity={label}"] = 1.0
        found[f"rel,entity={rel},{label}"] = 1.0
    return found


def _of_its_governor(context: HeadlineContext, tree: Tree, token: Token, first: int, apart: bool) -> dict[str, float]:
    """How closely the subtree is tied to its governor, and what else says which one that is."""
    governor, name = tree.head(token), token.relation
    case = tree.first(token, "case", "mark")
    beside = sum(one.index != token.index for one in tree.dependents(governor, *_BESIDE))
    known = "definite" if tree.is_definite(governor) else "indefinite" if tree.is_indefinite(governor) else "bare"
    usual = context.model.valency.rate(governor, case.lemma.lower()) if case is not None else 0.0
    return {
        f"apart={apart},{name}": 1.0,
        f"adjacent={first == governor.index + 1},{name}": 1.0,
        f"governor={known},{name}": 1.0,
        f"named={bool(governor.entity)},{name}": 1.0,
        f"beside={min(beside, 3)},{name}": 1.0,
        f"path={governor.relation}>{name}": 1.0,
        "usual": usual,
        f"usual,rel={name}": usual,
        "usual at all": context.model.valency.rate(governor),
    }


def _share_in(title: frozenset[str], words: list[Token]) -> float:
    content = [word for word in words if is_content(word)]
    return sum(stem(word.text) in title for word in content) / max(1, len(content))


def _depth(tree: Tree, token: Token, head: Token) -> int:
    depth = 0
    for above in tree.ancestors(token):
        depth += 1
        if above.index == head.index:
            break
    return depth
