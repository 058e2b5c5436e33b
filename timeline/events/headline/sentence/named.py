"""A sentence in its own words with a name for the pronoun that is its subject, where the sentences before give one."""

from __future__ import annotations

import re

from timeline.events.entities.coreference import is_personal
from timeline.events.headline.base.types import Subject
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.nobody import does_nothing, is_latter
from timeline.events.headline.wording.phrase_parts import is_of_what_is_planned
from timeline.events.headline.wording.subjects import options
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words, source
from timeline.model import Token

_IF = function_words("conditional")

_INVERTED = r"(?:-t)?(?P<pronoun>-{})" + source("behind_inverted_verb")
"""What stands behind the first part of an inverted verb: "a | -t-il conclu", "dit | -il"."""


def is_impersonal(context: HeadlineContext, tree: Tree, pronoun: Token) -> bool:
    """Whether "il" has no referent: "il est prévu de produire 150 moteurs", "il a fallu quatre gardes"."""
    verb, tests = context.predicate_of(tree, tree.head(pronoun)), (is_of_what_is_planned, does_nothing)
    return verb is not None and any(is_so(context, tree, verb, pronoun) for is_so in tests)


def antecedent(context: HeadlineContext, tree: Tree, pronoun: Token) -> Subject | None:
    """The likeliest wording of whom or what a pronoun that is a subject stands for; None where nothing settles it."""
    predicate = context.predicate_of(tree, tree.head(pronoun))
    return next(iter(options(context, tree, predicate, pronoun)), None) if predicate is not None else None


def of_before(context: HeadlineContext, tree: Tree, pronoun: Token) -> Subject | None:
    """The same; None where its sentence names another person before it: "nous avons reçu Paul Rey ; il est resté"."""
    found = antecedent(context, tree, pronoun)
    people = (one.text for one in tree.tokens[: pronoun.index] if one.entity == "PER")
    if found is None or (found.head is not None and context.words.has("latter", found.head.lemma.lower())):
        return None  # "cette dernière" is nobody's name
    return found if all(one in found.text for one in people) else None


def wording_of(subject: Subject, *, inside: bool) -> str:
    """The wording of a subject with a capital, but inside a line that of a name alone."""
    named = subject.person or (subject.head is not None and bool(subject.head.entity))
    first = subject.text[:1]
    return f"{first.lower() if inside and not named else first.upper()}{subject.text[1:]}"


def may_be_named(context: HeadlineContext, tree: Tree, pronoun: Token) -> bool:
    """Whether a name may stand in the place of a pronoun: not in "il faut", "s'il part", "dont il fut le chef"."""
    if is_impersonal(context, tree, pronoun):
        return False
    before = tree.previous(pronoun)
    if before is not None and (before.lemma.lower() in _IF or before.text.endswith(("'", "’"))):
        return False
    verb = tree.head(pronoun)
    return not any(one.dep == "acl:relcl" for one in (verb, *tree.ancestors(verb)))


def with_its_name(context: HeadlineContext, tree: Tree, line: str) -> str | None:
    """A line in the words of its sentence with a name for the pronoun that is its subject.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        line: The sentence, or its beginning.

    Returns:
        "Touchée, Jeanne Rey a perdu" for "Touchée, elle a perdu", "« Non », a dit Jeanne Rey" for "… a-t-elle dit";
        None where another subject stands before, or where nothing settles whom the pronoun means.
    """
    pronoun = _pronoun(context, tree)
    subject = of_before(context, tree, pronoun) if pronoun is not None else None
    if pronoun is None or subject is None or not subject.resolved:
        return None
    if subject.named and subject.text.split()[-1] in {one.text for one in tree.tokens}:
        return None
    if pronoun.text.startswith("-"):
        return _behind_its_verb(line, pronoun, subject)
    first = min((one.index for one in tree.dependents(pronoun, "det")), default=pronoun.index)
    words = r"\s".join(re.escape(one.text) for one in tree.tokens[first : pronoun.index + 1])
    found = re.search(rf"(?i)(?<![\w'’-]){words}(?![\w'’-])", line)
    if found is None:
        return None
    name = wording_of(subject, inside=found.start() > 0)
    return f"{line[: found.start()]}{name}{line[found.end() :]}"


def _pronoun(context: HeadlineContext, tree: Tree) -> Token | None:
    """The pronoun that is the subject of the main verb, else the first of one; None behind a noun that is a subject."""
    subjects = [word for word in tree.tokens if word.relation == "nsubj"]
    points = [one for one in subjects if is_personal(one) or is_latter(context, tree, one)]
    main = next((one for one in points if tree.is_root(tree.head(one))), next(iter(points), None))
    if main is None or not may_be_named(context, tree, main):
        return None
    known = any(one.pos in ("NOUN", "PROPN") and one not in points for one in subjects if one.index < main.index)
    return None if known else main


def _behind_its_verb(line: str, pronoun: Token, subject: Subject) -> str | None:
    form = pronoun.text.strip("-").removeprefix("t-")
    found = re.search(_INVERTED.format(re.escape(form)), line)
    if found is None:
        return None
    name = wording_of(subject, inside=True)
    return f"{line[: found.start()]}{found['participle'] or ''} {name}{line[found.end() :]}"
