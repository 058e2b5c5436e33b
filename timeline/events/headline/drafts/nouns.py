"""The drafts of a noun that names an event: the noun phrase, or a clause with the verb of the same event."""

from __future__ import annotations

from collections.abc import Container, Iterator

from timeline.events.detection.mentions import Frame, Mention
from timeline.events.detection.predicates import Form, Predicate
from timeline.events.detection.subjects import subject as subject_of
from timeline.events.headline import phrases
from timeline.events.headline.base import marks
from timeline.events.headline.base.bound import is_compound
from timeline.events.headline.base.gate import broken
from timeline.events.headline.base.types import Draft, Subject
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.clauses import numbers, subject_features
from timeline.events.headline.drafts.polarity import dates_another, is_unreal
from timeline.events.headline.realisation import Phrase, render, tidy
from timeline.events.headline.reference.pronouns import possessive
from timeline.events.headline.subtrees import units
from timeline.events.headline.subtrees.kept_sets import kept_sets
from timeline.events.headline.subtrees.units import Unit
from timeline.events.headline.times.kept import identifying_dates
from timeline.events.headline.wording.complements import readable_alone
from timeline.events.headline.wording.phrase_parts import asides
from timeline.events.headline.wording.subjects import noun_phrases, options
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_GENITIVE, _OF_ONE = function_words("genitive_case"), function_words("possessive")
_SHORTEST = 15
_TOLD_OF = 5
_MOST = 3
"""The number of noun phrases: no later one is ever the best."""


def noun_drafts(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    """The drafts of an event noun; none if its sentence negates it or leaves its factuality open.

    Args:
        context: The inputs of headline writing.
        mention: A mention whose trigger is a noun.

    Yields:
        "Élection de X à Y" ("noun"), and "X est élu à Y" ("noun told") if the table of the language has the verb.
    """
    tree, noun = mention.tree, mention.trigger
    if noun.pos in ("VERB", "AUX") or _is_somebody(context, noun) or is_unreal(context, tree, noun):
        return
    out = _never(context, tree, noun)
    found = units.units(context, tree, noun, out)
    yield from _phrases(context, tree, noun, out, found)
    if mention.frame is not Frame.PLANNED:
        yield from _as_verb(context, tree, noun, out, found)
        yield from _of_owner(context, tree, noun, out, found)


def _is_somebody(context: HeadlineContext, noun: Token) -> bool:
    return context.context.lexicon.is_noun(noun.lemma.lower(), NounClass.OFFICE, NounClass.PERSON)


def _never(context: HeadlineContext, tree: Tree, noun: Token) -> frozenset[int]:
    """The words below the noun that its headline never keeps."""
    little = tree.dependents(noun, "det", "case", "mark", "cc", "punct", "cop", "nsubj", "aux", "advmod")
    edges = {child.index for child in little if not phrases.is_number(child)}
    clauses = {child.index for child in tree.dependents(noun, "conj") if child.pos in ("VERB", "AUX")}
    out = units.always_out(context, tree, noun, clause=False) | edges | clauses | asides(tree, noun)
    out |= identifying_dates(context, tree, noun)  # the line stands beside its date
    return frozenset(out - {noun.index})


def _phrases(
    context: HeadlineContext, tree: Tree, noun: Token, out: frozenset[int], found: tuple[Unit, ...]
) -> Iterator[Draft]:
    """The noun phrase without its article, with a complement: "Attaque de Bakhmut"."""
    if possessive(tree, noun) is not None and not _has_an_owner(tree, noun):
        return  # "son hospitalisation pour une hémorragie": whose?
    passing = 0
    for kept, least, gone in kept_sets(context, tree, noun, out, found):
        words = marks.with_marks(tree, kept)
        text = tidy(render(Phrase.of(words, readable_alone(context, tree, words, "")), context.conjugation))
        below = (child for child in tree.dependents(noun, "nmod", "appos", "obl") if child.index in kept)
        complement = any(not is_compound(tree, child, noun) for child in below)  # "conférence de presse" says nothing
        if not _says_whose(context, tree, noun, kept):
            continue
        if complement and len(text) > _SHORTEST and not any(_needs_a_sentence(token) for token in words):
            yield Draft("noun", text, numbers(found, kept, least, gone), words)
            passing += not broken(text, context.words)
            if passing == _MOST:
                return


def circumstance_drafts(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    """The drafts of a noun that another event is dated by, with what stands right behind it.

    Args:
        context: The inputs of headline writing.
        mention: A mention whose trigger is a noun.

    Yields:
        "Élections européennes" of "lors des élections européennes", "Finale perdue contre l'Espagne" of "onze jours
        après la finale perdue contre l'Espagne"; nothing of a noun with a complement, which `noun_drafts` has.
    """
    if mention.trigger.pos == "NOUN" and dates_another(context, mention.tree, mention.trigger):
        yield from described_drafts(context, mention)


def described_drafts(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    """The noun with what stands right behind it: "Vigilance orange"; none of an unreal or somebody's event."""
    tree, noun = mention.tree, mention.trigger
    if possessive(tree, noun) or _is_somebody(context, noun) or is_unreal(context, tree, noun):
        return
    out = _never(context, tree, noun)
    found = units.units(context, tree, noun, out)
    for kept, least, gone in kept_sets(context, tree, noun, out, found):
        words = marks.with_marks(tree, kept)
        if not _is_described(tree, noun, kept) or any(_needs_a_sentence(token) for token in words):
            continue
        text = tidy(render(Phrase.of(words, readable_alone(context, tree, words, "")), context.conjugation))
        if len(text) > _SHORTEST:
            yield Draft("noun", text, numbers(found, kept, least, gone), words)
            return


def _is_described(tree: Tree, noun: Token, kept: Container[int]) -> bool:
    """Whether an adjective or a participle with its complement stands right behind the noun."""
    for child in tree.dependents(noun, "amod", "acl"):
        below = tree.subtree(child)
        if child.index in kept and below[0].index == noun.index + 1:
            return child.relation == "amod" or any(one.index in kept for one in below[1:])
    return False


def _has_an_owner(tree: Tree, noun: Token) -> bool:
    """Whether a noun with a possessive has a complement with "de", too."""
    return any(_undergoes(tree, child) for child in tree.dependents(noun, "nmod"))


def _says_whose(context: HeadlineContext, tree: Tree, noun: Token, kept: Container[int]) -> bool:
    """Whether a victory or a defeat is somebody's: "Défaite de Nîmes à Rouen", but not "Défaite à Rouen"."""
    if not context.words.has("of_somebody", noun.lemma.lower()):
        return True
    return any(_undergoes(tree, child) for child in tree.dependents(noun, "nmod") if child.index in kept)


def _as_verb(
    context: HeadlineContext, tree: Tree, noun: Token, out: frozenset[int], found: tuple[Unit, ...]
) -> Iterator[Draft]:
    """The event as a clause: "l'arrestation de deux hommes à Lyon" is "Deux hommes sont arrêtés à Lyon"."""
    undergoer = _undergoer(context, tree, noun)
    if undergoer is None or undergoer.index in out or tree.has(noun, "amod", "conj"):
        return
    own = tree.indices(undergoer)
    rest = tuple(unit for unit in found if not unit.indices & own and unit.token.index > undergoer.index)
    for subject in tuple(noun_phrases(context, tree, undergoer))[:2]:
        verb = _verb(context, noun, subject)
        if not verb:
            continue
        for kept, least, gone in kept_sets(context, tree, noun, out | own, rest):
            words = marks.with_marks(tree, kept - {noun.index})
            if any(_needs_a_sentence(token) or token.index < undergoer.index for token in words):
                continue
            changed = readable_alone(context, tree, words, subject.text)
            text = tidy(f"{subject.text} {verb} {render(Phrase.of(words, changed), context.conjugation)}")
            seen = {**numbers(rest, kept, least, gone), **subject_features(subject)}
            yield Draft("noun told", text, seen, words, None, subject)


def _of_owner(
    context: HeadlineContext, tree: Tree, noun: Token, out: frozenset[int], found: tuple[Unit, ...]
) -> Iterator[Draft]:
    """The event of the clause's own subject: "depuis son lancement, le jeu a rapporté …" is "Le jeu est lancé"."""
    case = tree.first(noun, "case")
    temporal = case is not None and context.words.has("circumstances", case.lemma.lower())
    mine = possessive(tree, noun)
    owned = any(_undergoes(tree, child) for child in tree.dependents(noun, "nmod")) or tree.has(noun, "conj")
    if not temporal or mine is None or owned or noun.relation not in ("obl", "nmod"):
        return
    predicate = _clause_above(context, tree, noun)
    head = subject_of(tree, predicate) if predicate is not None else None
    if predicate is None or head is None or mine.text.lower() not in _OF_ONE or _names_another(tree, head, noun):
        return
    rest = tuple(unit for unit in found if unit.token.index > noun.index)
    for subject in tuple(options(context, tree, predicate, head))[:2]:
        verb = _verb(context, noun, subject)
        if not verb or subject.plural or noun.index in tree.indices(head):
            continue
        for kept, least, gone in kept_sets(context, tree, noun, out, rest):
            words = tuple(word for word in marks.with_marks(tree, kept - {noun.index}) if word.index > noun.index)
            if any(_needs_a_sentence(token) for token in words):
                continue
            changed = readable_alone(context, tree, words, subject.text)
            text = tidy(f"{subject.text} {verb} {render(Phrase.of(words, changed), context.conjugation)}")
            yield Draft("noun told", text, {**numbers(rest, kept, least, gone), **subject_features(subject)}, words)


def _names_another(tree: Tree, head: Token, noun: Token) -> bool:
    """Whether a person is named between the subject and the noun: "l'État confirme la mort de X après son malaise"."""
    own = tree.indices(head)
    between = tree.between(head, noun)
    return any(token.entity == "PER" and token.index not in own for token in between)


def _undergoes(tree: Tree, complement: Token) -> bool:
    return any(case.text.lower() in _GENITIVE for case in tree.dependents(complement, "case"))


def _clause_above(context: HeadlineContext, tree: Tree, noun: Token) -> Predicate | None:
    """The verb group that the noun's circumstance belongs to, if it is finite."""
    for above in tree.ancestors(noun):
        found = context.predicate_of(tree, above)
        if found is not None:
            return found if found.form in (Form.FINITE, Form.COPULA) else None
    return None


def _undergoer(context: HeadlineContext, tree: Tree, noun: Token) -> Token | None:
    """The person or thing affected by the event: the complement with "de" right after the noun."""
    found = next(iter(tree.dependents(noun, "nmod")), None)
    if found is None or not noun.index < found.index <= noun.index + _TOLD_OF or found.pos not in ("NOUN", "PROPN"):
        return None
    cases = [case.text.lower() for case in tree.dependents(found, "case")]
    amount = any(
        phrases.is_number(word) or not word.text[0].isalpha() for word in tree.subtree(found)[len(cases) :][:2]
    )
    measured = context.words.has("measured", noun.lemma.lower()) and amount  # "une baisse de 10 %"
    return found if cases and cases[0] in _GENITIVE and not measured else None


def _verb(context: HeadlineContext, noun: Token, subject: Subject) -> str:
    """The verb group in the present, in agreement with its subject; "" if the verb or its agreement is unknown."""
    lemma = noun.lemma.lower()
    plural = subject.plural if subject.plural is not None else (False if subject.person else None)
    if plural is None:
        return ""
    if active := context.words.verb_of(lemma, passive=False):
        reflexive, _, verb = active.rpartition(" ")
        form = context.conjugation.third_person(verb, plural=plural)
        pronoun = context.conjugation.elide(reflexive, verb)
        blank = "" if not pronoun or pronoun.endswith("'") else " "
        return f"{pronoun}{blank}{form}" if form else ""
    participle = context.words.verb_of(lemma, passive=True)
    if not participle or not subject.gender:
        return ""
    agreed = context.conjugation.participles.of(participle, feminine=subject.gender == "Fem", plural=plural)
    return f"{context.conjugation.third_person(context.conjugation.being, plural=plural)} {agreed}"


def _needs_a_sentence(token: Token) -> bool:
    """Whether it is a possessive or personal pronoun that the noun phrase does not explain."""
    possessive = token.pos == "DET" and token.is_possessive
    personal = token.pron_type == "Prs" and not token.is_reflexive
    relative = token.relation == "acl" and token.verb_form == "Fin"
    return possessive or relative or (token.pos == "PRON" and personal)
