"""What a relative pronoun stands for."""

from __future__ import annotations

from timeline.events.detection.predicates import Predicate
from timeline.events.entities.coreference import Referent, is_personal
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.people import is_human
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.verbs import is_plural
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_GENITIVE = function_words("genitive_form")
_COMMA_AND_NAME = 2


def of_a_relative(
    context: HeadlineContext, tree: Tree, predicate: Predicate, relative: Token, first: Referent | None
) -> Referent | None:
    """What a relative pronoun that is a subject stands for.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        predicate: The verb group of the relative clause.
        relative: The pronoun.
        first: What the parse has it stand for.

    Returns:
        The noun or name; None where that one cannot be the verb's subject.
    """
    named = _taken_up(context, tree, predicate) or _named_before_the_comma(context, tree, predicate, relative)
    found = named or _described(context, tree, predicate, relative) or first
    clashes = found is not None and found.tree is tree and _clashes(tree, predicate, found.token)
    return None if clashes else found


def _described(context: HeadlineContext, tree: Tree, predicate: Predicate, relative: Token) -> Referent | None:
    """The noun that a relative clause describes: the nearest one above it that agrees with the verb.

    "La finale des championnats du monde qui se déroulait à Nice": the final, for the verb is singular.
    """
    clause = next((one for one in tree.ancestors(relative) if one.dep == "acl:relcl"), None)
    noun, hidden = tree.head(clause) if clause is not None else relative, timex_tokens(context, tree)
    while noun.pos in ("NOUN", "PROPN", "NUM") and noun.index < relative.index:
        if noun.index not in hidden and _suits(context, tree, predicate, noun):
            return context.referent(tree, noun)
        before = tree.dependents(tree.head(noun), "obj") if noun.relation == "obl" else ()
        if noun.relation not in ("nmod", "conj") and not (before and before[0].index < noun.index):
            break
        noun = before[0] if before else tree.head(noun)
    return _right_before(context, tree, predicate, relative)


def _right_before(context: HeadlineContext, tree: Tree, predicate: Predicate, relative: Token) -> Referent | None:
    """The noun right before the comma of a relative clause that agrees, if the parse ties it to one that does not.

    "Des projectiles dont un pavé, qui a cassé …".
    """
    if relative.index < _COMMA_AND_NAME or not tree.follows_comma(relative):
        return None
    noun = tree.tokens[relative.index - 2]
    if noun.pos != "NOUN" or not is_determined(context, tree, noun) or not _suits(context, tree, predicate, noun):
        return None
    return context.referent(tree, noun)


def _named_before_the_comma(
    context: HeadlineContext, tree: Tree, predicate: Predicate, relative: Token
) -> Referent | None:
    """The person named right before the comma of a relative clause: "l'ancien ministre de X Y, qui démissionne"."""
    if relative.index < _COMMA_AND_NAME or not tree.follows_comma(relative):
        return None
    last = tree.tokens[relative.index - 2]
    name = next((one for one in context.names(tree, "PER") if one.span.end == last.end), None)
    clause = next((one for one in tree.ancestors(relative) if one.dep == "acl:relcl"), None)
    noun = tree.head(clause) if clause is not None else last
    of_people = noun.entity == "PER" or is_human(context, Referent(tree, noun))  # not "le procès de X, qui …"
    if name is None or " " not in name.canonical or not of_people or is_plural(context, tree, predicate, relative):
        return None
    return Referent(tree, tree.top(name.span) or last, name)


def _clashes(tree: Tree, predicate: Predicate, noun: Token) -> bool:
    """Whether the article of a noun shows another gender than the passive participle: "le Pacifique … est levée"."""
    genders = {det.gender for det in tree.dependents(noun, "det")} - {""}
    wanted = predicate.token.gender
    return predicate.passive and noun.pos == "PROPN" and bool(wanted) and bool(genders) and wanted not in genders


def _suits(context: HeadlineContext, tree: Tree, predicate: Predicate, noun: Token) -> bool:
    """Whether the noun may be the subject of the verb, by number and, with a passive participle, by gender."""
    several = noun.is_plural or tree.has(noun, "conj")
    if noun.number and is_plural(context, tree, predicate, noun) != several:
        return False
    one, other = noun.gender, predicate.token.gender
    if _clashes(tree, predicate, noun):
        return False
    return not predicate.passive or not one or not other or one == other


def is_determined(context: HeadlineContext, tree: Tree, noun: Token) -> bool:
    """Whether the noun has an article, if only in its preposition ("au prochain mondial"), or a number.

    Not a possessive without its noun: "trois des leurs".
    """
    if context.words.has("ones_own", noun.text.lower()):
        return False
    cases = [case.text.lower() for case in tree.dependents(noun, "case")]
    merged = any(context.words.article_of(case) for case in cases)
    several = noun.is_plural and any(case in _GENITIVE for case in cases)  # "de chercheurs"
    return merged or several or tree.has(noun, "det", "nummod")


def _taken_up(context: HeadlineContext, tree: Tree, predicate: Predicate) -> Referent | None:
    """The subject that a pronoun with a relative takes up: "la région n'a rien dit, elle qui avait payé".

    Returns:
        The subject; None if the relative describes no pronoun behind a comma.
    """
    pronoun, root = tree.head(predicate.top), tree.root
    noun = tree.first(root, "nsubj") if root is not None else None
    apart = is_personal(pronoun) and tree.follows_comma(pronoun)
    if not apart or noun is None or noun.index > pronoun.index or noun.pos == "PRON":
        return None
    return context.referent(tree, noun)
