"""Who takes part in an event, and where it is."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from timeline.events import names
from timeline.events.context import Context
from timeline.events.mentions import Frame, Mention
from timeline.events.names import Cast
from timeline.events.predicates import subject
from timeline.events.referents import Referent, resolve
from timeline.events.tree import Tree, relation
from timeline.model import Name, Span, Token

_OTHER_CLAUSES = ("parataxis",)


def clause(mention: Mention) -> tuple[Token, ...]:
    """The words of the mention's clause: what hangs on it, without the clauses coordinated with it that have their
    own subject."""
    tree, predicate = mention.tree, mention.predicate
    if predicate is None or mention.frame in (Frame.DATED, Frame.OBLIQUE):
        return tree.subtree(mention.trigger)
    others = frozenset(
        child.index
        for part in (predicate.top, predicate.token)
        for child in tree.dependents(part)
        if relation(child) in _OTHER_CLAUSES or (relation(child) == "conj" and child.pos in ("VERB", "AUX"))
    )
    own = tree.subtree(predicate.top, without=others)
    head = subject(tree, predicate)
    inherited = tree.subtree(head) if head is not None and head.index not in {token.index for token in own} else ()
    return tuple(sorted({token.index: token for token in (*own, *inherited)}.values(), key=lambda token: token.index))


def people(context: Context, cast: Cast, mention: Mention, before: Sequence[Referent | None]) -> tuple[Name, ...]:
    """The people and organisations of the event: named in its clause, its subject followed back, institutions by
    their noun."""
    words = clause(mention)
    found = {name.canonical: name for name in names.within(cast, mention.tree.sentence, words, "PER", "ORG")}
    agent = _subject_name(cast, mention, before)
    if agent is not None and agent.label in ("PER", "ORG"):
        found = {agent.canonical: agent, **found}
    for name in _institutions(context, mention.tree, words):
        if not any(name.span.overlaps(other.span) for other in found.values()):
            found.setdefault(name.canonical, name)
    return tuple(found.values())


def _subject_name(cast: Cast, mention: Mention, before: Sequence[Referent | None]) -> Name | None:
    if mention.predicate is None:
        return None
    head = subject(mention.tree, mention.predicate)
    referent = resolve(mention.tree, head, before, cast) if head is not None else None
    return referent.name if referent else None


def _institutions(context: Context, tree: Tree, words: Iterable[Token]) -> Iterable[Name]:
    """Institutions told by their common noun, where they act: "la préfecture", "le ministère de l'Intérieur"."""
    for token in words:
        acts = relation(token) in ("nsubj", "obl") and token.dep != "obl:mod"
        if token.pos != "NOUN" or token.entity or not acts:
            continue
        cases = {case.lemma for case in tree.dependents(token, "case")}
        if context.lexicon.is_noun(token.lemma.lower(), "institution") and cases <= {"par", "by"}:
            yield _institution(tree, token)


def _institution(tree: Tree, token: Token) -> Name:
    below = [token, *(t for child in tree.dependents(token, "nmod", "amod", "flat") for t in tree.subtree(child))]
    last = max(below, key=lambda t: t.index)
    tokens = tree.tokens[token.index : last.index + 1]
    short = tokens if len(tokens) <= 6 else (token,)
    start = short[0].start - tree.sentence.span.start
    text = _text(short)
    del start
    return Name(text, text, Span(short[0].start, short[-1].end), "ORG")


def _text(tokens: Sequence[Token]) -> str:
    pieces = [tokens[0].text]
    for previous, token in itertools.pairwise(tokens):
        pieces.append(("" if previous.end == token.start else " ") + token.text)
    return "".join(pieces)


def places(context: Context, cast: Cast, mention: Mention, near: Sequence[Name]) -> tuple[Name, ...]:
    """Where the event is: the places of its clause, else of its sentence, else the paragraph's last, else the
    article's."""
    tree = mention.tree
    for words in (clause(mention), tree.tokens):
        found = names.within(cast, tree.sentence, words, "LOC")
        if found:
            return found
    if cast.setting:
        at = tree.sentence.span.start
        return (Name(cast.setting, "", Span(at, at), "LOC"),)
    return tuple(near[-1:])
