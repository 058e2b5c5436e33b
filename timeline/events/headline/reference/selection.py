"""Which subjects a verb takes: people alone, no people, only texts and measures, a suspect."""

from __future__ import annotations

from timeline.events.detection.predicates import Predicate
from timeline.events.entities.coreference import Referent, agrees
from timeline.events.headline.base.valency import key
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.people import is_human, is_named_body
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.model import Token

_OPENS = ("advcl", "acl", "amod", "appos", "dislocated", "parataxis", "dep", "nsubj")
_BODIES = (NounClass.COLLECTIVE, NounClass.INSTITUTION, NounClass.COMPANY, NounClass.BODY)
_COMPLEMENTS = ("obl", "obj", "xcomp", "nmod")


def is_no_subject(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token, referent: Referent) -> bool:
    """Whether the verb of a pronoun, or what opens its sentence, takes no such subject.

    "Il devait entrer en vigueur" is no ministry, "Déposée lundi, elle …" no company, "Président depuis 2010, il …" no
    prize.
    """
    opening = opener(tree, head)
    body = is_body(context, referent)
    person = is_human(context, referent) and not body
    if opening is not None and _is_a_person(context, tree, opening):  # "président", "né"
        return not person
    verbs = [key(tree, predicate)]
    if opening is not None and opening.verb_form == "Part" and opening is not predicate.token:
        verbs.append(f"{opening.lemma.lower()} passive")
    if any(context.words.has("verbs_of_things", verb) for verb in verbs):
        return person
    if body and context.words.has("verbs_of_no_body", verbs[0]):
        return True
    return (person or body) and (
        any(context.words.has("verbs_of_texts", verb) for verb in verbs)
        or _is_completed_by(context, tree, predicate, "complements_of_texts")
    )


def _is_completed_by(context: HeadlineContext, tree: Tree, predicate: Predicate, name: str) -> bool:
    """Whether a list has a bare complement of the verb: "entrer en vigueur", "avoir lieu", "placé en garde à vue"."""
    below = tree.dependents(predicate.token, *_COMPLEMENTS)
    return any(context.words.has(name, one.lemma.lower()) and not tree.has(one, "det") for one in below)


def takes_nobody(context: HeadlineContext, tree: Tree, predicate: Predicate) -> bool:
    """Whether a verb tells of things or texts alone: "elle se tiendra en mai", "il entrera en vigueur"."""
    verb = key(tree, predicate)
    of_things = context.words.has("verbs_of_things", verb) or context.words.has("verbs_of_texts", verb)
    return of_things or _is_completed_by(context, tree, predicate, "complements_of_texts")


def is_body(context: HeadlineContext, referent: Referent) -> bool:
    """Whether it is an organisation, an authority or a country, by its name or its noun."""
    if is_named_body(referent):
        return True
    lemma = referent.token.lemma.lower()
    of_a_body = context.entities.lexicon.is_noun(lemma, *_BODIES) or context.words.has("topic_bodies", lemma)
    return referent.token.pos == "NOUN" and of_a_body and not is_human(context, referent)


def opener(tree: Tree, head: Token) -> Token | None:
    """The bare participle or noun that opens the sentence of a pronoun: "Déposée lundi, elle", "Président, il"."""
    first = next((one for one in tree.tokens[: head.index] if one.pos not in ("PUNCT", "ADV")), None)
    if first is None or tree.head(first) not in (tree.head(head), head) or first.relation not in _OPENS:
        return None
    if first.verb_form == "Part":
        return first if first.tense == "Past" or first.features.get("Voice") == "Pass" else None
    bare = first.pos == "NOUN" and not first.entity and not tree.has(first, "det", "case", "nummod")
    return first if bare else None


def _is_a_person(context: HeadlineContext, tree: Tree, noun: Token) -> bool:
    born = noun.verb_form == "Part" and context.words.has("only_people", noun.lemma.lower())
    return born or (noun.pos == "NOUN" and is_human(context, Referent(tree, noun)))


def brought_in(context: HeadlineContext, tree: Tree, head: Token) -> Referent | None:
    """The new thing that the sentence before is about, for what opens with a participle.

    "Les autorités annoncent un référendum. Conduit le 25, il …".
    """
    opening = opener(tree, head)
    last = context.tree_before(tree)
    if opening is None or opening.verb_form != "Part" or last is None:
        return None
    root = last.root
    for noun in last.dependents(root, "obj") if root is not None else ():
        found = Referent(last, noun)
        new = last.is_indefinite(noun)
        if new and noun.pos == "NOUN" and not is_human(context, found) and agrees(head, found):
            return found
    return None


def is_measure(context: HeadlineContext, tree: Tree, predicate: Predicate) -> bool:
    """Whether the verb is a measure against a suspect: "arrêté", "mis en examen", not "blessé", "mis en vente"."""
    verb = key(tree, predicate)
    if context.words.has("measures_by_complement", verb):
        return _is_completed_by(context, tree, predicate, "charges")
    return context.words.has("suspect_verbs", verb)


def looks_for_others(context: HeadlineContext, tree: Tree, predicate: Predicate, referent: Referent) -> bool:
    """Whether the police who look for suspects are no suspects: "les gendarmes ont repéré deux hommes. Ils …"."""
    noun, verb = referent.token, referent.tree.head(referent.token)
    looks = noun.relation == "nsubj" and context.words.has("pursuing", verb.lemma.lower())
    return looks and context.words.has("pursuers", noun.lemma.lower()) and is_measure(context, tree, predicate)


def is_of_the_accused(context: HeadlineContext, tree: Tree, predicate: Predicate) -> bool:
    """Whether the verb tells what an accused does or suffers: "être condamné", "encourir", "nier"."""
    return context.words.has("acts_of_the_accused", key(tree, predicate)) or is_measure(context, tree, predicate)


def is_done_to_an_accused(context: HeadlineContext, verb: Token) -> bool:
    """Whether an active verb tells what is done to an accused, its object: "l'a condamné"."""
    done = f"{verb.lemma.lower()} passive"
    return any(context.words.has(name, done) for name in ("suspect_verbs", "acts_of_the_accused"))
