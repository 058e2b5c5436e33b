"""The drafts of an event that the rules of the gate let pass."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from timeline.events.detection.mentions import Mention
from timeline.events.headline.article_title import title_draft
from timeline.events.headline.base.gate import LONGEST, LONGEST_CLAUSE, broken, limited
from timeline.events.headline.base.types import Draft
from timeline.events.headline.complete.hedged import (
    has_judgements,
    loses_its_condition,
    loses_its_if,
    tells_anothers_judgement,
)
from timeline.events.headline.complete.identified import loses_what_identifies
from timeline.events.headline.complete.numbers import keeps_its_numbers
from timeline.events.headline.complete.strayed import with_objects
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.frames import drafts
from timeline.events.headline.sentence import sentences
from timeline.events.headline.sentence.trimmed import trimmed_drafts

LONGEST_TRIMMED = 250
"""The largest number of characters of a sentence without its asides."""


def printable_drafts(context: HeadlineContext, mention: Mention) -> list[Draft]:
    """The drafts of a mention that pass all rules of the gate, without duplicates.

    They include the sentence without its asides, the article's headline and the sentence as written.
    """
    of_clause = passing_drafts(context, mention)
    return [*of_clause.values(), *sentence_lines(of_clause, context, mention).values()]


def passing_drafts(context: HeadlineContext, mention: Mention) -> dict[str, Draft]:
    """The drafts of the clause and the article's headline that pass all rules of the gate, by their text.

    Those of the clause have at most `LONGEST_CLAUSE` characters, the headline `LONGEST`.
    """
    mention = with_objects(context, mention)
    seen = passing(drafts(context, mention), context, mention, LONGEST_CLAUSE)
    own = title_draft(context, mention)
    return seen | passing((own,) if own is not None else (), context, mention, LONGEST)


def sentence_lines(beside: Collection[str], context: HeadlineContext, mention: Mention) -> dict[str, Draft]:
    """The sentence without its asides and as written, by their text, but lines that the clause has too."""
    mention = with_objects(context, mention)
    found = passing(trimmed_drafts(context, mention), context, mention, LONGEST_TRIMMED)
    for draft in sentences.sentence_drafts(context, mention):
        found.setdefault(draft.text, draft)
    return {text: draft for text, draft in found.items() if text not in beside}


def passing(found: Iterable[Draft], context: HeadlineContext, mention: Mention, longest: int) -> dict[str, Draft]:
    """The drafts that the gate lets pass, by their text."""
    span = mention.tree.sentence.span
    sentence = context.context.article.text[span.start : span.end]
    passing: dict[str, Draft] = {}
    for draft in found:
        text = limited(sentences.numbered(draft.text), context.words, sentence)
        if (
            text not in passing
            and not broken(text, context.words, longest, sentence)
            and keeps_its_numbers(context, mention.tree, text, sentence)
            and not loses_what_identifies(context, mention.tree, draft)
            and not loses_its_condition(mention.tree, draft)
            and not loses_its_if(context, mention.tree, draft)
            and not _tells_a_judgement(context, mention, draft, text)
        ):
            passing[text] = draft if text == draft.text else replace(draft, text=text)
    return passing


def _tells_a_judgement(context: HeadlineContext, mention: Mention, draft: Draft, text: str) -> bool:
    if not draft.words or not has_judgements(context, mention.tree):
        return False
    parts = draft.predicate.parts if draft.predicate is not None else frozenset[int]()
    shown = {word.index for word in draft.words} | parts
    return tells_anothers_judgement(context, mention.tree, shown, text)
