"""The participants of an event: the people and organisations of its clause, and the referents of its words."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from timeline.events.context import Context
from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Form
from timeline.events.detection.subjects import own_subject, subject
from timeline.events.entities import names
from timeline.events.entities.coreference import Referent, name_of, recalled, resolve
from timeline.events.entities.discourse import described, last_pair, stands_for_two
from timeline.events.entities.names import EntityIndex
from timeline.events.entities.speakers import is_in_quotes, is_spoken
from timeline.events.lexicon import NounClass, VerbClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Name, Token
from timeline.model.syntax import extent

_OTHER_CLAUSES = ("parataxis",)
_ACTORS = ("PER", "ORG", "MISC")
_CORE = ("nsubj", "obj", "obl")
_AGENT = function_words("agent")
_SOURCE = function_words("source")
_GENITIVE = function_words("genitive")
_POSSESSIVE, _OBJECT_PRONOUN = function_words("possessive"), function_words("object_pronoun")


def clause(mention: Mention) -> tuple[Token, ...]:
    """The words of a mention's clause: its dependents, without coordinated clauses that have their own subject.

    Returns:
        The tokens, in text order; the clause of each mention is needed many times, and found once.
    """
    return mention.tree.remembered(("clause", id(mention)), mention, lambda: _clause(mention))


def _clause(mention: Mention) -> tuple[Token, ...]:
    tree, predicate = mention.tree, mention.own_predicate
    if predicate is None:
        return tree.subtree(mention.trigger)
    others = frozenset(
        child.index
        for part in (predicate.top, predicate.token)
        for child in tree.dependents(part)
        if child.relation in _OTHER_CLAUSES or (child.relation == "conj" and child.pos in ("VERB", "AUX"))
    )
    own = tree.subtree(predicate.top, without=others)
    head = subject(tree, predicate)
    inherited = tree.subtree(head) if head is not None and head.index not in {token.index for token in own} else ()
    return tuple(sorted({token.index: token for token in (*own, *inherited)}.values(), key=lambda token: token.index))


def clause_forms(mention: Mention) -> frozenset[str]:
    """The lemmas and the words of a mention's clause.

    Returns:
        The forms, in lower case.
    """
    return mention.tree.remembered(("clause forms", id(mention)), mention, lambda: _clause_forms(mention))


def _clause_forms(mention: Mention) -> frozenset[str]:
    return frozenset(form for token in clause(mention) for form in (token.lemma.lower(), token.text.lower()))


def event_words(mention: Mention, entities: EntityIndex) -> tuple[Token, ...]:
    """The words of a mention's clause that describe the event itself.

    Relative clauses are left out, and so is the complement of an office whose holder is named ("le ministre des
    Transports, Hervé Lanoux").

    Returns:
        The tokens, in text order.
    """
    key = ("event words", id(mention))
    return mention.tree.remembered(key, entities, lambda: (mention, _event_words(mention, entities)))[1]


def _event_words(mention: Mention, entities: EntityIndex) -> tuple[Token, ...]:
    tree = mention.tree
    words = clause(mention)
    tops = tree.remembered("aside", entities, lambda: _aside(tree, entities))
    if not tops:
        return words
    above = {mention.trigger.index, *(token.index for token in tree.ancestors(mention.trigger))}
    aside = {
        below.index
        for token in words
        if token.index in tops and token.index not in above
        for below in tree.subtree(token)
    }
    return tuple(token for token in words if token.index not in aside)


def _aside(tree: Tree, entities: EntityIndex) -> frozenset[int]:
    """The words of the sentence that begin a relative clause or the complement of such an office."""
    found = (token for token in tree.tokens if token.dep == "acl:relcl" or _of_an_office(tree, token, entities))
    return frozenset(token.index for token in found)


def _of_an_office(tree: Tree, token: Token, entities: EntityIndex) -> bool:
    """Whether the token is the complement of an office whose holder has a name."""
    if token.relation != "nmod" or tree.is_root(token):
        return False
    office = tree.head(token)
    return (
        entities.lexicon.is_noun(office.lemma.lower(), NounClass.OFFICE)
        and token.entity != "PER"
        and name_of(tree, office, entities) is not None
    )


def people(
    context: Context, entities: EntityIndex, mention: Mention, before: Sequence[Referent | None]
) -> tuple[Name, ...]:
    """The people and organisations of the event.

    They are those named in its clause, the name of its subject, the referents of "son", "lui", "l'accusé" or "la
    sonde", and institutions given by a common noun. A named thing counts where it acts ("Cassini").

    Args:
        context: The article.
        entities: Its canonical names.
        mention: The mention.
        before: The main subject of each sentence before, in text order.
    """
    words = event_words(mention, entities)
    found = {name.canonical: name for name in names.within(entities, mention.tree.sentence, words, "PER", "ORG")}
    agents = [
        name for name in _subject_names(entities, mention, before) if name.label in _ACTORS or _speaks(mention, name)
    ]
    found = {name.canonical: name for name in agents} | found
    implied = itertools.chain(
        _named_things(entities, mention, words),
        _implied(entities, mention, words, before),
        _institutions(context, mention.tree, words),
    )
    for name in implied:
        if not any(name.span.overlaps(other.span) for other in found.values()):
            found.setdefault(name.canonical, name)
    return tuple(found.values())


def _subject_names(entities: EntityIndex, mention: Mention, before: Sequence[Referent | None]) -> Iterator[Name]:
    """The agents: the named subject, the names coordinated with it, and the noun that a relative clause is about."""
    if mention.predicate is None:
        return
    own = subject(mention.tree, mention.predicate)
    heads = [_speaker(entities, mention) if is_spoken(mention, own) else own, _relative_object(mention)]
    for head in heads:
        referent = resolve(mention.tree, head, before, entities) if head is not None else None
        if referent is not None and referent.name is not None:
            yield referent.name
        if referent is not None:
            yield from _coordinated(entities, referent)
    yield from subject_pair(entities, mention, before)


def subject_pair(entities: EntityIndex, mention: Mention, before: Sequence[Referent | None]) -> tuple[Name, ...]:
    """The two people whom a verb's subject stands for: "les deux chefs d'État", or "ils" behind it.

    Args:
        entities: The names of the article.
        mention: The mention.
        before: The main subject of each sentence before, in text order.

    Returns:
        The two names, or none.
    """
    own = subject(mention.tree, mention.predicate) if mention.predicate is not None else None
    referent = resolve(mention.tree, own, before, entities) if own is not None else None
    if referent is None or not stands_for_two(entities, referent.tree, referent.token):
        return ()
    return last_pair(before)


def _speaker(entities: EntityIndex, mention: Mention) -> Token | None:
    """The referent of "je" and "nous" in a quotation: the subject of the verb that introduces it."""
    tree = mention.tree
    saying = (
        t
        for t in tree.tokens
        if t.verb_form and entities.lexicon.is_verb(t.lemma, VerbClass.REPORT, VerbClass.ANNOUNCE)
    )
    outside = (own_subject(tree, token) for token in saying if not is_in_quotes(tree, token))
    return next((head for head in outside if head is not None), None)


def _relative_object(mention: Mention) -> Token | None:
    """ "Robert Vallon, qu'elle épouse": the relative pronoun that is the object of the verb."""
    objects = mention.tree.dependents(mention.predicate.token, "obj") if mention.predicate else ()
    return next((token for token in objects if token.pron_type == "Rel"), None)


def _coordinated(entities: EntityIndex, referent: Referent) -> Iterator[Name]:
    for other in referent.tree.dependents(referent.token, "conj"):
        name = name_of(referent.tree, other, entities) if other.pos in ("NOUN", "PROPN") else None
        if name is not None and name.label in _ACTORS:
            yield name


def _speaks(mention: Mention, agent: Name) -> bool:
    """Whether a place stands for its government: a place itself says nothing."""
    return agent.label == "LOC" and mention.kind.is_saying


def _named_things(entities: EntityIndex, mention: Mention, words: Iterable[Token]) -> Iterator[Name]:
    """Named things that act in the clause or complete the event noun, and nouns that stand for a name.

    "Par la sonde américaine Cassini", "le passage de Sandy".
    """
    tree, acting = mention.tree, actors(mention.tree)
    for token in words:
        if token.index not in acting and not _is_of(mention, token):
            continue
        name = name_of(tree, token, entities) if token.pos in ("NOUN", "PROPN") else None
        name = name or recalled(tree, token, entities)
        if name is not None and name.label in _ACTORS:
            yield name


def actors(tree: Tree) -> frozenset[int]:
    """The subjects and agents of a sentence.

    Returns:
        Their indices.
    """
    return tree.remembered("actors", None, lambda: frozenset(one.index for one in tree.tokens if _acts(tree, one)))


def _acts(tree: Tree, token: Token) -> bool:
    if token.relation == "nsubj":
        return True
    return any(case.lemma in _AGENT for case in tree.dependents(token, "case"))


def _is_of(mention: Mention, token: Token) -> bool:
    """Whether the token completes the event noun: "le lancement de Dragon"."""
    if mention.trigger.pos != "NOUN" or token.head != mention.trigger.index:
        return False
    return {case.lemma for case in mention.tree.dependents(token, "case")} == _GENITIVE


def _implied(
    entities: EntityIndex, mention: Mention, words: Sequence[Token], before: Sequence[Referent | None]
) -> Iterator[Name]:
    """The referents of a possessive, an object pronoun or a definite noun.

    Such nouns are "l'accusé", "l'entreprise", "les deux hommes".
    """
    tree = mention.tree
    clues = tree.remembered("clues", entities, lambda: _clues(entities, tree))
    for token in _with_main_clause(mention, words):
        points, is_core, is_a_pair = clues.get(token.index, _NO_CLUE)
        if points:
            owner = _named_before(entities, tree, token) or _last_person(before)
            yield from (owner,) if owner is not None else ()
        named = described(tree, token, before, entities) if is_core else None
        if named is not None:
            yield named
        if is_a_pair:
            yield from last_pair(before)


_NO_CLUE = (False, False, False)


def _clues(entities: EntityIndex, tree: Tree) -> dict[int, tuple[bool, bool, bool]]:
    """For words of a sentence: whether each points to a person, is a nameless argument, stands for two people."""
    found = {
        token.index: (
            _points_to_a_person(tree, token),
            token.relation in _CORE and not token.entity,
            stands_for_two(entities, tree, token),
        )
        for token in tree.tokens
    }
    return {index: clue for index, clue in found.items() if clue != _NO_CLUE}


def _last_person(before: Sequence[Referent | None]) -> Name | None:
    mentioned = (other for main in reversed(before) if main is not None for other in (main, *main.also))
    return next((other.name for other in mentioned if other.name is not None and other.name.label == "PER"), None)


def _named_before(entities: EntityIndex, tree: Tree, token: Token) -> Name | None:
    """The person named as a subject before the word in the same sentence: "…, a annoncé sa famille"."""
    subjects = (other for other in tree.tokens[: token.index] if other.relation == "nsubj" and other.pos != "PRON")
    named = (name_of(tree, other, entities) for other in subjects)
    return next((name for name in named if name is not None and name.label == "PER"), None)


def _with_main_clause(mention: Mention, words: Sequence[Token]) -> Sequence[Token]:
    """For a participle at the beginning of the sentence, all words of it: "Opéré hier, son absence durera …"."""
    opens = mention.predicate is not None and mention.predicate.form is Form.PARTICIPLE and mention.trigger.index <= 1
    return mention.tree.tokens if opens else words


def _points_to_a_person(tree: Tree, token: Token) -> bool:
    if token.pos == "DET" and token.text.lower() in _POSSESSIVE:
        owned = tree.head(token)
        named = any(below.entity == "PER" for below in tree.subtree(owned))
        return owned.relation in ("nsubj", "obj", "root") and not named
    return token.pos == "PRON" and token.relation in ("obj", "iobj") and token.text.lower() in _OBJECT_PRONOUN


def _institutions(context: Context, tree: Tree, words: Iterable[Token]) -> Iterable[Name]:
    """Institutions given by a common noun, where they act or are the source: "la préfecture", "selon la police"."""
    for token in words:
        if token.pos != "NOUN" or token.entity or token.relation not in ("nsubj", "obl"):
            continue
        cases = {case.lemma for case in tree.dependents(token, "case")}
        if token.dep == "obl:mod" and cases.isdisjoint(_SOURCE):
            continue
        if context.lexicon.is_noun(token.lemma.lower(), NounClass.INSTITUTION) and cases <= _AGENT | _SOURCE:
            yield _institution(tree, token)


def _institution(tree: Tree, token: Token) -> Name:
    below = [token, *(t for child in tree.dependents(token, "nmod", "amod", "flat") for t in tree.subtree(child))]
    last = max(below, key=lambda t: t.index)
    tokens = tree.tokens[token.index : last.index + 1]
    short = tokens if len(tokens) <= 6 else (token,)
    text = _text(short)
    return Name(text, text, extent(short), "ORG")


def _text(tokens: Sequence[Token]) -> str:
    pieces = [tokens[0].text]
    for previous, token in itertools.pairwise(tokens):
        pieces.append(("" if previous.end == token.start else " ") + token.text)
    return "".join(pieces)
