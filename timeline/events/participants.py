"""Who takes part in an event, and where it is."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

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
    """The people and organisations of the event.

    Those named in its clause, its subject followed back to its name, who "son", "lui" or "l'accusé" point back to,
    and institutions told by their common noun. A thing with a name counts where it is the subject ("Cassini").
    """
    words = clause(mention)
    found = {name.canonical: name for name in names.within(cast, mention.tree.sentence, words, "PER", "ORG")}
    agent = _subject_name(cast, mention, before)
    if agent is not None and agent.label in ("PER", "ORG", "MISC"):
        found = {agent.canonical: agent, **found}
    for name in (*_implied(context, mention, words, before), *_institutions(context, mention.tree, words)):
        if not any(name.span.overlaps(other.span) for other in found.values()):
            found.setdefault(name.canonical, name)
    return tuple(found.values())


def _subject_name(cast: Cast, mention: Mention, before: Sequence[Referent | None]) -> Name | None:
    if mention.predicate is None:
        return None
    head = subject(mention.tree, mention.predicate)
    referent = resolve(mention.tree, head, before, cast) if head is not None else None
    return referent.name if referent else None


def _implied(
    context: Context, mention: Mention, words: Iterable[Token], before: Sequence[Referent | None]
) -> Iterator[Name]:
    """Who a possessive, an object pronoun or a noun like "l'accusé", "l'entreprise" points back to: the last one told
    of."""
    lexicon, tree = context.lexicon, mention.tree
    told = [referent.name for referent in reversed(before) if referent is not None and referent.name is not None]
    person = next((name for name in told if name.label == "PER"), None)
    company = next((name for name in told if name.label == "ORG"), None)
    for token in words:
        if person is not None and _points_to_a_person(context, tree, token):
            yield person
        definite = any(child.lemma == "le" for child in tree.dependents(token, "det"))
        if company is not None and definite and lexicon.is_noun(token.lemma.lower(), "company") and not token.entity:
            yield company


def _points_to_a_person(context: Context, tree: Tree, token: Token) -> bool:
    if token.text.lower() in ("son", "sa", "ses") and token.pos == "DET":
        owned = tree.head(token)
        named = any(below.entity == "PER" for below in tree.subtree(owned))
        return relation(owned) in ("nsubj", "obj", "root") and not named
    if token.pos == "PRON" and relation(token) in ("obj", "iobj"):
        return token.text.lower() in ("lui", "le", "la", "l'", "l’")
    singular = token.features.get("Number") != "Plur" and relation(token) == "nsubj"
    definite = any(child.lemma == "le" for child in tree.dependents(token, "det"))
    return singular and definite and context.lexicon.is_noun(token.lemma.lower(), "person")


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
    text = _text(short)
    return Name(text, text, Span(short[0].start, short[-1].end), "ORG")


def _text(tokens: Sequence[Token]) -> str:
    pieces = [tokens[0].text]
    for previous, token in itertools.pairwise(tokens):
        pieces.append(("" if previous.end == token.start else " ") + token.text)
    return "".join(pieces)


def places(context: Context, cast: Cast, mention: Mention, near: Sequence[Name]) -> tuple[Name, ...]:
    """Where the event is: the places of its clause, that of an institution in it ("le tribunal de Nice"), else what the
    headline names before its colon, the sentence's places, at last the paragraph's last. No place is better than one
    that the headline names of another event (right for one in three, where it was measured)."""
    tree = mention.tree
    words = clause(mention)
    at = Span(tree.sentence.span.start, tree.sentence.span.start)
    for found in (
        names.within(cast, tree.sentence, words, "LOC"),
        tuple(_seats(names.within(cast, tree.sentence, words, "ORG"))),
        (Name(cast.setting, "", at, "LOC"),) if cast.setting else (),
        names.within(cast, tree.sentence, tree.tokens, "LOC"),
        tuple(near[-1:]),
    ):
        if found:
            return found
    return ()


_SEAT = re.compile(r"\b(?:de |du |d['’])(?P<place>[A-ZÀ-Ý][\w’'-]+(?:[ -][A-ZÀ-Ý][\w’'-]+)*)$")


def _seats(organisations: Iterable[Name]) -> Iterator[Name]:
    """The places in the names of institutions: "Cour d'appel de San Francisco"."""
    for name in organisations:
        if found := _SEAT.search(name.canonical):
            yield Name(found["place"], found["place"], name.span, "LOC")
