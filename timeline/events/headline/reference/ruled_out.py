"""Whom a pronoun cannot mean."""

from __future__ import annotations

from timeline.events.detection.predicates import Predicate, Tense
from timeline.events.entities.coreference import Referent, agrees
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.genders import is_of_the_other_gender
from timeline.events.headline.reference.people import (
    counts_some,
    is_counsel,
    is_dead,
    is_human,
    is_named_body,
    names_a_place,
)
from timeline.events.headline.reference.pronouns import is_one_person, protagonist
from timeline.events.headline.reference.quoted import is_said, speaker_of
from timeline.events.headline.reference.selection import (
    is_body,
    is_no_subject,
    is_of_the_accused,
    looks_for_others,
    opener,
    takes_nobody,
)
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.verbs import is_plural
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Name, Token

_DATIVE, _OBJECTS = function_words("dative_of_one"), function_words("object_pronoun")
_FEMININE = function_words("feminine_pronoun")
_MASCULINE_OBJECT, _FEMININE_OBJECT = function_words("object_of_him"), function_words("object_of_her")
_ANY = function_words("any_one")
_NEAR = 2
_AFTERWARDS = (Tense.PRESENT, Tense.PERFECT, Tense.FUTURE)


def is_ruled_out(
    context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token, referent: Referent, *, personal: bool
) -> bool:
    """Whether a pronoun cannot mean a referent.

    Args:
        context: The inputs of headline writing.
        tree: The sentence of the pronoun.
        predicate: Its verb group.
        head: The pronoun; one that is put for an object does not agree with the verb.
        referent: Whom it may mean.
        personal: Whether the verb is one of people.

    Returns:
        True for one of the other gender, quoted, dead, passed over, a place named after a person, a date; before a verb
        of people for a thing.
    """
    spoken = is_said(context, tree, head)
    if spoken != is_said(context, referent.tree, referent.token) and (not spoken or _speaks(tree, referent)):
        return True
    body = is_named_body(referent) and not predicate.passive
    return (
        names_a_place(context, referent)
        or _cannot_have_done_it(context, tree, predicate, head, referent)
        or (_is_passed_over(context, tree, head, referent) and not takes_nobody(context, tree, predicate))
        or is_no_subject(context, tree, predicate, head, referent)
        or looks_for_others(context, tree, predicate, referent)
        or _is_in_its_opening(tree, head, referent)
        or _says_where(context, referent)
        or _is_any(referent)
        or (is_one_person(head) and tree.tokens[head.index] is head and is_plural(context, tree, predicate, head))
        or _is_interrupted(context, tree, referent)
        or _is_beside_a_person(context, head, referent)
        or referent.token.index in timex_tokens(context, referent.tree)
        or (personal and not body and not is_human(context, referent))
    )


def _speaks(tree: Tree, referent: Referent) -> bool:
    """Whether the sentence's quotation is the referent's own: "« Il est mort », a déclaré François Hollande"."""
    own = referent.name.canonical.split()[-1] if referent.name is not None else referent.token.text
    return speaker_of(tree) in (own, referent.token.text)


def _cannot_have_done_it(
    context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token, referent: Referent
) -> bool:
    """Whether a person is of the other gender, speaks for an accused, or is dead where a later one is named nearer."""
    name = referent.name.canonical if referent.name is not None and referent.name.label == "PER" else ""
    if not name:
        return False
    feminine = head.text.lower() in _FEMININE  # of "ils", one may be a woman
    if (is_one_person(head) or feminine) and is_of_the_other_gender(context, head, name):
        return True
    if is_of_the_accused(context, tree, predicate) and is_counsel(context, name) and name != protagonist(context):
        return True
    if context.words.has("burying", predicate.token.lemma.lower()):
        return not is_dead(context, name)
    if predicate.passive or predicate.tense not in _AFTERWARDS or name == protagonist(context):
        return False
    between = (one for one in (*context.trees_before(tree), tree) if one.sentence.span.end > referent.token.end)
    others = {
        other.canonical for one in between for other in context.names(one, "PER") if _is_between(other, referent, head)
    }
    return bool(others - {name}) and is_dead(context, name)


def _is_between(name: Name, referent: Referent, head: Token) -> bool:
    return referent.token.end < name.span.start < head.start


def _is_in_its_opening(tree: Tree, head: Token, referent: Referent) -> bool:
    """Whether what opens the sentence of a pronoun has the referent among its words: "Battue à Indian Wells, elle"."""
    opening = opener(tree, head) if referent.tree is tree else None
    return opening is not None and any(one is referent.token for one in tree.subtree(opening))


def _is_any(referent: Referent) -> bool:
    """Whether it is any one or none, and not a certain one: "chaque cas", "aucun navire", "tout espoir"."""
    marks = referent.tree.dependents(referent.token, "det", "amod")
    before = [one.text.lower() for one in marks if one.index < referent.token.index]
    return bool(before) and _ANY.issuperset(before)


def _says_where(context: HeadlineContext, referent: Referent) -> bool:
    """Whether the noun only points or is a part: "le premier pour un Colombien", "(au) milieu des bouteilles".

    A number of people does not: "une centaine de jeunes".
    """
    plain = referent.token.pos != "PROPN" and referent.name is None
    lemma = referent.token.lemma.lower()
    return (
        plain
        and not counts_some(context, referent)
        and (context.words.has("pointers", lemma) or context.words.has("stretches", lemma))
    )


def _is_passed_over(context: HeadlineContext, tree: Tree, head: Token, referent: Referent) -> bool:
    """Whether the sentence before tells what another person does, and the referent stands before that one."""
    before = context.trees_before(tree)
    if not before or referent.tree is tree:
        return False
    if referent.tree is before[-1]:
        return _is_before_a_person(context, head, referent) or _is_equated(context, referent)
    own = referent.name.canonical if referent.name is not None else ""
    last = before[-1]
    acting = (_acting(context, last, name) for name in context.names(last, "PER") if name.canonical != own)
    return any(acting) or _is_thing_behind_a_person(context, last, head, referent)


def _is_thing_behind_a_person(context: HeadlineContext, last: Tree, head: Token, referent: Referent) -> bool:
    """Whether a thing stands before a sentence where somebody whom the pronoun suits acts: "…, a lancé la gagnante"."""
    if is_human(context, referent) or is_body(context, referent):
        return False
    subjects = (one for one in last.tokens if one.relation == "nsubj" and one.pos == "NOUN")
    people = (found for one in subjects if is_human(context, found := Referent(last, one)))
    return any(agrees(head, one) for one in people)


def _is_before_a_person(context: HeadlineContext, head: Token, referent: Referent) -> bool:
    """Whether somebody acts in the next clause: of "le camion s'arrête et son conducteur fuit", "il" is the driver."""
    tree = referent.tree
    if is_human(context, referent) or is_body(context, referent) or referent.token.relation != "nsubj":
        return False
    verbs = tree.dependents(tree.head(referent.token), "conj")
    subjects = (one for verb in verbs for one in tree.dependents(verb, "nsubj") if one.pos == "NOUN")
    people = (found for one in subjects if is_human(context, found := Referent(tree, one)))
    return any(agrees(head, one) for one in people)


def _is_equated(context: HeadlineContext, referent: Referent) -> bool:
    """Whether a sentence says only what a thing is: "l'évènement du jour est la percée du parti. Il …": the party."""
    tree, verb = referent.tree, referent.tree.head(referent.token)
    said = verb.pos == "NOUN" and tree.has(verb, "cop") and referent.token.relation == "nsubj"
    definite = any(det.definite == "Def" for det in tree.dependents(verb, "det"))
    return said and definite and referent.name is None and not is_human(context, referent)


def _acting(context: HeadlineContext, tree: Tree, name: Name) -> bool:
    """Whether a person is a subject or in one's phrase, and not quoted: "« la Foudre », Usain Bolt, prenait part"."""
    top = tree.top(name.span)
    if top is None or is_said(context, tree, top):
        return False
    chain = (top, *tree.ancestors(top))
    subject = next((one for one in chain if one.relation == "nsubj"), None)
    if subject is None or (subject is not top and subject.pos == "NOUN" and not _is_main(tree, subject)):
        return False
    return subject.pos != "NOUN" or is_human(context, Referent(tree, subject))


def _is_main(tree: Tree, subject: Token) -> bool:
    """Whether it is the subject of the sentence, or of a verb of saying beside it: "…, a déclaré le colonel X"."""
    verb = tree.head(subject)
    return tree.is_root(verb) or verb.relation == "parataxis"


def _is_interrupted(context: HeadlineContext, tree: Tree, referent: Referent) -> bool:
    """Whether another person acts between, where a chain of pronouns leads to one without a name far before.

    "Un officier s'est échangé contre un otage. (…) l'assaillant a été tué. Il a volé une voiture. Il a tiré".
    """
    before = context.trees_before(tree)
    if referent.name is not None or referent.tree is tree or any(one is referent.tree for one in before[-_NEAR:]):
        return False
    between = [one for one in before if one.sentence.span.start > referent.tree.sentence.span.start]
    return any(
        word.relation == "nsubj"
        and word.pos == "NOUN"
        and word.lemma != referent.token.lemma
        and word.number == referent.token.number
        and is_human(context, Referent(one, word))
        for one in between
        for word in one.tokens
    )


def goes_on_about(context: HeadlineContext, tree: Tree, referent: Referent, head: Token) -> bool:
    """Whether a person was last named as doing something to another: "X lui a écrit. Il …", "X la chante. Elle …".

    Args:
        context: The inputs of headline writing.
        tree: The sentence of the pronoun.
        referent: The person, with the sentence of that one's name.
        head: The pronoun.
    """
    before = context.trees_before(tree)
    if not before or referent.name is None:
        return False
    return any(
        word.start < token.start
        for last in (before[-1], referent.tree)
        for token in last.tokens
        if token.pos == "PRON" and _is_done_to(token, feminine=head.text.lower() in _FEMININE)
        for word in _words_of(context, last, referent.name.canonical)
    )


def _is_done_to(pronoun: Token, *, feminine: bool) -> bool:
    """Whether it is somebody of the gender to whom something is done: "lui", "la", "l'"."""
    form = pronoun.text.lower()
    if form in _DATIVE:
        return True
    other = _MASCULINE_OBJECT if feminine else _FEMININE_OBJECT
    return form in _OBJECTS - other and pronoun.relation in ("obj", "iobj")


def _words_of(context: HeadlineContext, tree: Tree, name: str) -> list[Token]:
    return [word for one in context.names(tree, "PER") if one.canonical == name for word in tree.within(one.span)]


def _is_beside_a_person(context: HeadlineContext, head: Token, referent: Referent) -> bool:
    """Whether "il" may as well be whom a body's act is done to: "le club recrute X. Il …", "le jury l'a élu. Il …"."""
    tree = referent.tree
    if not is_one_person(head) or referent.token.relation != "nsubj" or is_human(context, referent):
        return False
    if not is_body(context, referent) and referent.name is None:
        return False
    verb = tree.head(referent.token)
    verbs = (verb, *tree.dependents(verb, "xcomp"))
    done = [word for one in verbs for word in tree.dependents(one, "obj", "iobj")]
    named = is_named_body(referent) and any(word.entity == "PER" for one in done for word in tree.subtree(one))
    forms = {word.text.lower() for word in done if word.pos == "PRON"}
    return named or bool(forms & (_OBJECTS | _DATIVE))
