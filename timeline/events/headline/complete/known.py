"""Names for descriptions of what the article is about: "le chanteur de pop", "le groupe français … Amundi"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.detection.subjects import subject
from timeline.events.entities.coreference import is_definite_singular, name_of
from timeline.events.headline.base.types import Subject
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.genders import is_not_of
from timeline.events.headline.reference.people import is_dead
from timeline.events.headline.reference.pronouns import protagonist
from timeline.events.headline.reference.relatives import is_determined
from timeline.events.headline.reference.selection import is_done_to_an_accused, is_measure
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.lines.elisions import with_lead
from timeline.model import Token

_POSSESSIVE = function_words("possessive") | function_words("possessive_of_several")
_DEMONSTRATIVE = function_words("demonstrative_determiner")
_TAKEN_UP = function_words("object_pronoun")
_NAMES = ("appos", "nmod", "flat")


def known(context: HeadlineContext, tree: Tree, head: Token) -> Subject | None:
    """The name of who or what a definite noun describes, where the article allows only one.

    A person: the one of the article's headline, if the article uses the noun beside no other name, and names no other
    person in this description ("l'avocat de X" is another). A company: the name at the end of its description.

    Returns:
        The wording of the subject; None where several are possible.
    """
    if head.pos != "NOUN" or head.entity or not is_definite_singular(tree, head) or tree.has(head, "conj"):
        return None
    if context.entities.lexicon.is_noun(head.lemma.lower(), NounClass.COMPANY):
        name = _name_at_the_end(context, tree, head)
        gender, article = head.gender, tree.dependents(head, "det")[0]
        text = with_lead(article.text, f"{head.text} {name}")
        return Subject(text, plural=False, gender=gender, named=True, head=head) if name else None
    name = _person(context, tree, head)
    return Subject(name, plural=False, person=True, named=True, resolved=True, head=head) if name else None


def _person(context: HeadlineContext, tree: Tree, head: Token) -> str:
    lexicon, lemma = context.entities.lexicon, head.lemma.lower()
    if about := _explained(context, tree, head):
        return about
    if context.words.has("the_accused", lemma) and (accused := _accused(context, tree, head)):
        return accused
    if not lexicon.is_noun(lemma, NounClass.PERSON, NounClass.OFFICE):
        return ""
    name, about = context.entities.definite_descriptions.get(lemma), protagonist(context)
    below = tree.subtree(head)
    points = any(det.lemma.lower() in _DEMONSTRATIVE for det in tree.dependents(head, "det"))
    others = any(word.entity in ("PER", "ORG") or word.text.lower() in _POSSESSIVE for word in below)
    ranked = any(context.words.has("pointers", one.lemma.lower()) for one in tree.dependents(head, "amod"))
    people = {one for one, label in context.entities.labels.items() if label == "PER" and " " in one}
    of_one = any(is_determined(context, tree, one) for one in tree.dependents(head, "nmod"))  # "le chef du parti"
    only = people == {about} and not of_one and not _is_another(context, tree, about)
    article = tree.article_gender(head)
    if about and is_not_of(context, article, about):  # "le jeune triathlète" is not Flora Duffy
        return ""
    is_subject = name.label == "PER" and name.canonical == about if name is not None else only
    return about if is_subject and not (others or points or ranked) else ""


def _explained(context: HeadlineContext, tree: Tree, head: Token) -> str:
    """The person whom the noun explains behind a comma: "Paul Roy, le salarié renversé jeudi, …".

    So is one of several: "les amis de Paul Roy, le salarié …".
    """
    above, begin = tree.head(head), tree.opening_behind_a_comma(head)
    if head.relation != "appos" or begin is None or above.index > head.index:
        return ""
    end = tree.tokens[begin.index - 2].end
    near = next((one for one in context.names(tree, "PER") if one.span.end == end), None)
    name = near if above.is_plural else name_of(tree, above, context.entities)
    if name is None or name.label != "PER" or any(one.entity == "PER" for one in tree.subtree(head)):
        return ""
    return "" if is_not_of(context, tree.article_gender(head), name.canonical) else name.canonical


def _accused(context: HeadlineContext, tree: Tree, head: Token) -> str:
    """The only one of whom the article tells that the law does something to them, if the noun has no complement."""
    beside = tree.dependents(head, "nmod", "amod", "acl", "appos")
    if any(one.relation == "appos" or not tree.follows_comma(one) for one in beside):
        return ""
    names = context.trees[0].remembered("accused", context.trees, lambda: frozenset(_all_accused(context)))
    name = next(iter(names)) if len(names) == 1 else ""
    article = next((det.gender for det in tree.dependents(head, "det")), "")
    return "" if is_not_of(context, article or head.gender, name) else name


def _all_accused(context: HeadlineContext) -> Iterator[str]:
    for tree in context.trees:
        for predicate in context.predicates(tree):
            if predicate.passive and is_measure(context, tree, predicate):
                done = [subject(tree, predicate)]
            elif is_done_to_an_accused(context, predicate.token):
                done = [*tree.dependents(predicate.token, "obj")]
            else:
                continue
            names = (name_of(tree, one, context.entities) for one in done if one is not None)
            yield from (
                one.canonical for one in names if one is not None and one.label == "PER" and " " in one.canonical
            )


def _is_another(context: HeadlineContext, tree: Tree, only: str) -> bool:
    """Whether somebody besides the only named person acts: "le maire lui remet la médaille", or that one is dead."""
    personal = (token for token in tree.tokens if token.pos == "PRON" and token.text.lower() in _TAKEN_UP)
    return any(not token.is_reflexive for token in personal) or is_dead(context, only)


def _name_at_the_end(context: HeadlineContext, tree: Tree, head: Token) -> str:
    """The name of a body at the end of its description: "le groupe français de gestion Amundi"."""
    below = tree.indices(head)
    for token in tree.tokens[head.index + 1 :]:
        if token.index not in below or token.pos == "PUNCT" or token.relation == "acl":
            return ""
        if token.entity == "ORG" and token.pos == "PROPN" and token.relation in _NAMES:
            name = next((one for one in context.names(tree, "ORG") if one.span.start == token.start), None)
            apart = not tree.has(token, "case", "det")
            return name.surface if name is not None and apart and token.index > head.index + 1 else ""
    return ""
