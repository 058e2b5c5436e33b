"""What a pronoun goes on with where no person is there that it may mean: "La scierie a fermé. Elle a été condamnée"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.detection.predicates import Predicate, is_reflexive
from timeline.events.detection.subjects import own_subject
from timeline.events.entities.coreference import Referent, agrees
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.genders import is_like, is_of_the_other_gender
from timeline.events.headline.reference.people import is_human
from timeline.events.headline.reference.pronouns import is_one_person, protagonist
from timeline.events.headline.reference.ruled_out import is_ruled_out
from timeline.events.headline.reference.selection import is_body, takes_nobody
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_THEY = function_words("plural_subject")


def carried_on(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> Referent | None:
    """The subject of the sentence before, if it is a thing or a body, and a verb of people allows one.

    Returns:
        The subject; None where its gender or number differs or is not known, where a person is near whom the pronoun
        may mean, or where only people do what the verb tells.
    """
    last = context.tree_before(tree)
    root = last.root if last is not None else None
    noun = own_subject(last, root) if last is not None and root is not None else None
    if last is None or root is None or noun is None or noun.pos != "NOUN" or not is_like(noun, head):
        return None
    if any(last.has(verb, "nsubj") for verb in last.dependents(root, "conj")):
        return None  # "le camion s'arrête et son conducteur fuit. Il est recherché"
    found = context.referent(last, noun)
    if not _does_so(context, tree, predicate, found) or _is_about_somebody(context, tree, predicate, head):
        return None
    near = (person for one in (last, tree) for person in _people(context, one, head, before=one is tree))
    return None if any(near) or is_ruled_out(context, tree, predicate, head, found, personal=False) else found


def _does_so(context: HeadlineContext, tree: Tree, predicate: Predicate, referent: Referent) -> bool:
    """Whether a thing may be its subject: not of "mourir", of "vouloir" only a body, and no corpse."""
    lemma, noun = predicate.token.lemma.lower(), referent.token.lemma.lower()
    if context.words.has("only_people", lemma) or context.words.has("dying", lemma):
        return False
    if is_body(context, referent):
        return True
    event = context.entities.lexicon.is_noun(noun, NounClass.EVENT)
    return not (event or context.words.has("somebodys", noun)) and (
        predicate.passive or is_reflexive(tree, predicate.token)
    )


def _is_about_somebody(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> bool:
    about = protagonist(context) if is_one_person(head) and not takes_nobody(context, tree, predicate) else ""
    return bool(about) and not is_of_the_other_gender(context, head, about)


def _people(context: HeadlineContext, tree: Tree, head: Token, *, before: bool) -> list[Referent]:
    """The people of a sentence whom the pronoun may mean."""
    words = tree.tokens[: head.index] if before else tree.tokens
    nouns = (context.referent(tree, one) for one in words if one.pos in ("NOUN", "PROPN"))
    return [one for one in nouns if is_human(context, one) and one.token.relation != "flat" and agrees(head, one)]


def only_group(context: HeadlineContext, tree: Tree, head: Token) -> Iterator[Referent]:
    """The only people in the plural of the sentence before: "l'identité des tireurs est inconnue. Ils …"."""
    last = context.tree_before(tree)
    if last is None or head.text.lower() not in _THEY:
        return
    nouns = (Referent(last, one) for one in last.tokens if one.pos == "NOUN")
    groups = [one for one in nouns if one.token.is_plural and is_human(context, one)]
    yield from groups if len(groups) == 1 else ()
