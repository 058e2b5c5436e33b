"""Who takes part in an event: the people and organisations of its clause, and whom its words point back to."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from timeline.events import names
from timeline.events.context import Context
from timeline.events.mentions import Frame, Mention
from timeline.events.names import Cast
from timeline.events.predicates import Form, subject
from timeline.events.referents import Referent, is_definite, name_of, recalled, resolve
from timeline.events.tree import Tree, relation
from timeline.model import Name, Span, Token

_OTHER_CLAUSES = ("parataxis",)
_ACTORS = ("PER", "ORG", "MISC")
_AGENT = frozenset({"par", "by"})
_SOURCE = frozenset({"selon", "d'après"})


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


def told_in(mention: Mention, cast: Cast) -> tuple[Token, ...]:
    """The words of the clause that tell of the event itself: without relatives, and without what an office is of
    where its holder is named ("le ministre des Transports, Hervé Lanoux")."""
    tree = mention.tree
    words = clause(mention)
    above = {mention.trigger.index, *(token.index for token in tree.ancestors(mention.trigger))}
    aside = {
        below.index
        for token in words
        if token.index not in above and (token.dep == "acl:relcl" or _of_an_office(tree, token, cast))
        for below in tree.subtree(token)
    }
    return tuple(token for token in words if token.index not in aside)


def _of_an_office(tree: Tree, token: Token, cast: Cast) -> bool:
    """Whether the token is what an office is of, and the one who holds it has a name."""
    if relation(token) != "nmod" or tree.is_root(token):
        return False
    office = tree.head(token)
    return office.lemma.lower() in cast.offices and token.entity != "PER" and name_of(tree, office, cast) is not None


def people(context: Context, cast: Cast, mention: Mention, before: Sequence[Referent | None]) -> tuple[Name, ...]:
    """The people and organisations of the event.

    Those named in its clause, its subject followed back to its name, who "son", "lui", "l'accusé" or "la sonde" point
    back to, and institutions told by their common noun. A thing with a name counts where it acts ("Cassini").
    """
    words = told_in(mention, cast)
    found = {name.canonical: name for name in names.within(cast, mention.tree.sentence, words, "PER", "ORG")}
    agent = _subject_name(cast, mention, before)
    if agent is not None and (agent.label in _ACTORS or _speaks(mention, agent)):
        found = {agent.canonical: agent, **found}
    implied = itertools.chain(
        _things(cast, mention.tree, words),
        _implied(context, cast, mention, words, before),
        _institutions(context, mention.tree, words),
    )
    for name in implied:
        if not any(name.span.overlaps(other.span) for other in found.values()):
            found.setdefault(name.canonical, name)
    return tuple(found.values())


def _subject_name(cast: Cast, mention: Mention, before: Sequence[Referent | None]) -> Name | None:
    if mention.predicate is None:
        return None
    head = subject(mention.tree, mention.predicate)
    referent = resolve(mention.tree, head, before, cast) if head is not None else None
    return referent.name if referent else None


def _speaks(mention: Mention, agent: Name) -> bool:
    """Whether a place stands for those who govern it: no place says anything."""
    return agent.label == "LOC" and mention.kind in ("report", "announce")


def _things(cast: Cast, tree: Tree, words: Iterable[Token]) -> Iterator[Name]:
    """Named things that act in the clause ("par la sonde américaine Cassini"), and nouns that stand for a name."""
    for token in words:
        if not _acts(tree, token):
            continue
        name = name_of(tree, token, cast) if token.pos in ("NOUN", "PROPN") else None
        name = name or recalled(tree, token, cast)
        if name is not None and name.label in _ACTORS:
            yield name


def _acts(tree: Tree, token: Token) -> bool:
    """Whether the token is a subject, or the one by whom something is done."""
    if relation(token) == "nsubj":
        return True
    return bool({case.lemma for case in tree.dependents(token, "case")} & _AGENT)


def _implied(
    context: Context, cast: Cast, mention: Mention, words: Sequence[Token], before: Sequence[Referent | None]
) -> Iterator[Name]:
    """Who a possessive, an object pronoun or a noun like "l'accusé", "l'entreprise" points back to: the last one told
    of."""
    lexicon, tree = context.lexicon, mention.tree
    told = [referent.name for referent in reversed(before) if referent is not None and referent.name is not None]
    person = next((name for name in told if name.label == "PER"), None)
    company = next((name for name in told if name.label == "ORG"), None)
    for token in _with_main_clause(mention, words):
        if person is not None and _points_to_a_person(context, tree, token):
            yield person
        is_company = lexicon.is_noun(token.lemma.lower(), "company") and not token.entity
        if company is not None and is_company and is_definite(tree, token):
            yield company


def _with_main_clause(mention: Mention, words: Sequence[Token]) -> Sequence[Token]:
    """For a participle that opens its sentence, the whole of it: "Opéré hier, son absence durera …"."""
    opens = mention.predicate is not None and mention.predicate.form is Form.PARTICIPLE and mention.trigger.index <= 1
    return mention.tree.tokens if opens else words


def _points_to_a_person(context: Context, tree: Tree, token: Token) -> bool:
    if token.text.lower() in ("son", "sa", "ses") and token.pos == "DET":
        owned = tree.head(token)
        named = any(below.entity == "PER" for below in tree.subtree(owned))
        return relation(owned) in ("nsubj", "obj", "root") and not named
    if token.pos == "PRON" and relation(token) in ("obj", "iobj"):
        return token.text.lower() in ("lui", "le", "la", "l'", "l’")
    if relation(token) != "nsubj" or token.entity or not is_definite(tree, token):
        return False
    return token.pos == "ADJ" or context.lexicon.is_noun(token.lemma.lower(), "person")


def _institutions(context: Context, tree: Tree, words: Iterable[Token]) -> Iterable[Name]:
    """Institutions told by their common noun, where they act or are the source: "la préfecture", "selon la police"."""
    for token in words:
        cases = {case.lemma for case in tree.dependents(token, "case")}
        source = bool(cases & _SOURCE)
        acts = relation(token) in ("nsubj", "obl") and (source or token.dep != "obl:mod")
        if token.pos != "NOUN" or token.entity or not acts:
            continue
        if context.lexicon.is_noun(token.lemma.lower(), "institution") and cases <= _AGENT | _SOURCE:
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
