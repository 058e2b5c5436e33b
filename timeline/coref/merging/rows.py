"""Makes the rows that are kept of an article and of mentions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from timeline.coref.blocking import number_of, own_stretches, pairs_of, sought_stretches
from timeline.coref.mentions import EventMention
from timeline.coref.merging.columns import NONE, ArticleRow, Kept, Mentions, Ragged
from timeline.coref.names.canonical import names_of
from timeline.coref.selection.model import SelectionModel, in_articles, model
from timeline.coref.selection.plans import plan_end
from timeline.model import Annotated

_DIGEST = "S40"


def row_of(annotated: Annotated, digest: str, copy: str, mentions: Sequence[EventMention]) -> ArticleRow:
    """What is kept of an article.

    Args:
        annotated: What it says.
        digest: Stands for all that its mentions are made from.
        copy: The id of the first article that has its text.
        mentions: Its mentions.
    """
    named = {name.canonical for one in mentions for name in (*one.event.people, *one.event.places)}
    article = annotated.article
    published = article.published.toordinal() - 1
    return ArticleRow(article.id, published, digest, copy, len(mentions), names_of(annotated), tuple(sorted(named)))


def columns_of(mentions: Sequence[EventMention], fitted: SelectionModel) -> Mentions:
    """The columns of the mentions of some articles, none of which is placed.

    Args:
        mentions: The mentions, in order.
        fitted: Gives their odds to be published.

    Returns:
        A row for each mention.
    """
    count = len(mentions)
    standing = in_articles(mentions, fitted)
    places = [standing[id(one)] for one in mentions]
    return Mentions(
        clusters=np.full(count, NONE, np.int64),
        ranks=np.zeros(count, np.int64),
        sentences=_numbers(one.event.span.start for one in mentions),
        triggers=_numbers(one.event.trigger.start for one in mentions),
        quotes=np.array([_quote(one) for one in mentions], np.uint64),
        odds=np.array([its.odds for its in places], np.float64),
        within=_numbers(its.rank for its in places),
        leads=np.array([its.lead for its in places], np.float64),
        likely=np.full(count, -1.0),
        repeats=np.zeros(count, np.bool_),
        digests=np.zeros(count, _DIGEST),
        plan_ends=_numbers(plan_end(one) for one in mentions),
        pairs=Ragged.of([pairs_of(one) for one in mentions], np.uint64),
        own=Ragged.of([sorted({*own_stretches(one)}) for one in mentions], np.int64),
        sought=Ragged.of([sorted({*sought_stretches(one)}) for one in mentions], np.int64),
    )


def topics_of(told: Iterable[Sequence[EventMention]]) -> tuple[Ragged, Ragged]:
    """The topics of some articles.

    Args:
        told: The mentions of each article.

    Returns:
        The heaviest words of each, and their weights, as `Kept` has them.
    """
    topics = [its[0].topic if its else None for its in told]
    words = [[number_of(word) for word in topic.weights] if topic else [] for topic in topics]
    weights = [[weight / topic.norm for weight in topic.weights.values()] if topic else [] for topic in topics]
    return Ragged.of(words, np.uint64), Ragged.of(weights, np.float64)


def nothing() -> Kept:
    """What is kept before the first merge."""
    return Kept((), columns_of([], model()), Ragged.of([], np.uint64), *topics_of([]))


def _numbers(values: Iterable[int]) -> npt.NDArray[np.int64]:
    return np.array([*values], np.int64)


def _quote(mention: EventMention) -> int:
    """The number of a sentence that may recur at any time; 0 where it has a date of its own."""
    if mention.days.stated:
        return 0
    return 1 + int.from_bytes(hashlib.blake2b(mention.event.quote.encode(), digest_size=7).digest(), "big")
