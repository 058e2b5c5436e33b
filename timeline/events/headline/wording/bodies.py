"""The names for a description: of a body ("le groupe"), of two people ("les deux hommes"), of a title ("M. Ghosn")."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.entities.coreference import is_identified, recalled
from timeline.events.entities.discourse import described, last_pair, stands_for_two
from timeline.events.headline.base.types import Subject
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.wording.complements import courteous
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.lines.elisions import with_lead
from timeline.lines.first_letter import capitalised
from timeline.model import Name, Token

_DEFINITE = function_words("definite")


def body_of(context: HeadlineContext, tree: Tree, head: Token) -> str:
    """The name of the body that a bare noun stands for, with the article that its name has.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        head: The noun: "le groupe", "l'organisation".

    Returns:
        The name that the article uses with this noun, or the last body named, if the article's headline names it and
        nobody else: of two that it names ("OPA de Holcroft sur Verdier Emballages") the reader is told neither.
    """
    company = head.pos == "NOUN" and context.entities.lexicon.is_noun(head.lemma.lower(), NounClass.COMPANY)
    if not company or head.entity or is_identified(tree, head):
        return ""
    name = recalled(tree, head, context.entities)
    if name is not None and _is_another_near(context, tree, head, name):
        return ""
    if name is None:
        last = described(tree, head, context.before, context.entities)
        name = last if last is not None and titles_alone(context, last.canonical) else None
    return _with_article(context, name) if name is not None and name.label == "ORG" else ""


def _is_another_near(context: HeadlineContext, tree: Tree, head: Token, name: Name) -> bool:
    """Whether the sentence before names another body of the kind: "le Parti d'action nationaliste (…) Ce parti …"."""
    noun = head.text.lower()
    last = context.tree_before(tree)
    bodies = context.names(last, "ORG") if last is not None else ()
    return any(one.canonical != name.canonical and noun in one.surface.lower().split() for one in bodies)


def titles_alone(context: HeadlineContext, name: str) -> bool:
    """Whether the article's headline names a body, and neither another body nor a person.

    A company with a founder's name is often read as a person: "Verdier Emballages".
    """
    title, labels = context.context.article.title, context.entities.labels
    others = (one for one, label in labels.items() if label in ("ORG", "PER") and one in title)
    return name in title and all(one in name or name in one for one in others)


def _with_article(context: HeadlineContext, name: Name) -> str:
    """The name as a subject: "Areva", "L'État islamique"; "" if it is a plural or does not stand in the text."""
    for tree in context.trees:
        if not tree.sentence.span.contains(name.span):
            continue
        tokens = tree.within(name.span)
        before = tree.tokens[tokens[0].index - 1] if tokens and tokens[0].index else None
        if before is None or before.pos not in ("DET", "ADP"):
            return name.canonical
        article = before.text if before.pos == "DET" else context.words.article_of(before.text.lower())
        definite = article if before.pos == "ADP" or before.lemma.lower() in _DEFINITE else ""
        several = definite.lower() == context.words.definite(plural=True)
        return "" if several else with_lead(capitalised(definite), name.canonical)
    return ""


def two_people(context: HeadlineContext, tree: Tree, noun: Token) -> Iterator[Subject]:
    """The two people whom a noun stands for ("les deux hommes"), as one subject.

    Yields:
        The subject, if the article determines them.
    """
    pair = last_pair(context.before) if stands_for_two(context.entities, tree, noun) else ()
    if pair:
        names = f" {context.words.form('and')} ".join(name.canonical for name in pair)
        yield Subject(names, plural=True, named=True, resolved=True, head=noun)


def titled(context: HeadlineContext, tree: Tree, head: Token) -> str:
    """The full name for a family name behind a title, or for one that begins like an article; "" for none.

    "M. Schultz" is "Howard Schultz", "Le Pen" is "Marine Le Pen".

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        head: The title, or the last word of the name.
    """
    return courteous(context, tree, head) or _with_particle(context, tree, head)


def _with_particle(context: HeadlineContext, tree: Tree, head: Token) -> str:
    before = tree.previous(head) or head
    after = tree.next(head)
    whole = head.entity in ("", "PER") and (after is None or after.pos != "PROPN")
    if head.pos != "PROPN" or not whole or before.pos != "DET" or not before.text.istitle():
        return ""
    family = f" {before.text} {head.text}"
    known = {name for name, label in context.entities.labels.items() if label == "PER" and name.endswith(family)}
    return known.pop() if len(known) == 1 else ""
