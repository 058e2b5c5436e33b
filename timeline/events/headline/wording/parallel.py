"""What "celui" before a complement stands for: the subject of the sentence before, with a complement of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from timeline.events.headline.base.types import Subject
from timeline.events.headline.context import HeadlineContext
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.lines.elisions import with_lead
from timeline.model import Token

_POINTING, _OF = function_words("pointing_head"), function_words("genitive_case")


def parallel_noun(context: HeadlineContext, tree: Tree, head: Token) -> Token | None:
    """The noun that "celui" stands for: "corps" of "Le corps d'un homme a été retrouvé. Celui d'une femme …".

    Args:
        context: The inputs of headline writing.
        tree: The sentence.
        head: The head of its subject.

    Returns:
        None for another word, and where the subject of the sentence before differs in number or gender, is a name, or
        has no complement: "L'avion est tombé. Celui de Lion Air …" may be another thing.
    """
    before = context.tree_before(tree)
    if head.text.lower() not in _POINTING or _complement(tree, head) is None or before is None or before.root is None:
        return None
    noun = before.first(before.root, "nsubj")
    if noun is None or noun.pos != "NOUN" or _complement(before, noun) is None:
        return None
    alike = (noun.number, noun.gender) == (head.number, head.gender) and all((noun.number, noun.gender))
    return noun if alike else None


def _complement(tree: Tree, noun: Token) -> Token | None:
    """What stands behind a noun with "de"."""
    below = (one for one in tree.dependents(noun, "nmod") if one.index > noun.index)
    return next((one for one in below if any(case.text.lower() in _OF for case in tree.dependents(one, "case"))), None)


def told_of(context: HeadlineContext, head: Token, noun: Token, wordings: Iterable[Subject]) -> Iterator[Subject]:
    """The wordings of "celui d'une femme" with the noun: "le corps d'une femme"."""
    elided = context.conjugation.elides(noun.text)
    article = context.words.definite(elided=elided, feminine=noun.gender == "Fem", plural=noun.is_plural)
    full = with_lead(article, noun.text)
    for one in wordings:
        if one.text.lower().startswith(f"{head.text.lower()} "):
            yield replace(one, text=f"{full}{one.text[len(head.text) :]}", gender=noun.gender, resolved=True)
