"""Makes the columns that are kept of a merge, of all articles or of one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from timeline.coref.blocking import Pairs, own_stretches, pairs_of, sought_stretches
from timeline.coref.copies import sketch_of
from timeline.coref.entry.ids import digest_of
from timeline.coref.incremental.columns import NONE, ArticleRow, Kept, Mentions, Ragged
from timeline.coref.mentions import EventMention, mentioned
from timeline.coref.names.canonical import names_of
from timeline.coref.selection.model import Weighed
from timeline.model import Annotated

_DIGEST = "S40"


def row_of(annotated: Annotated, digest: str, copy: str, mentions: int) -> ArticleRow:
    """What is kept of an article.

    Args:
        annotated: What it says.
        digest: Stands for all that its mentions are made from.
        copy: The id of the first article that has its text.
        mentions: The number of its mentions.

    Returns:
        A row.
    """
    events = mentioned(annotated)
    named = {name.canonical for event in events for name in (*event.people, *event.places)}
    article = annotated.article
    published = article.published.toordinal() - 1
    return ArticleRow(article.id, published, digest, copy, mentions, names_of(annotated), tuple(sorted(named)))


def columns_of(
    mentions: Sequence[EventMention],
    odds: Mapping[int, float],
    ranks: Mapping[int, int],
    pairs: Callable[[EventMention], Pairs] = pairs_of,
) -> Mentions:
    """The columns of some mentions that are not placed yet.

    Args:
        mentions: The mentions, in order.
        odds: By the `id()` of a mention, its log odds to be published.
        ranks: By the `id()` of a mention, its rank in its article.
        pairs: Gives the pairs of a mention's features.

    Returns:
        A row for each mention.
    """
    count = len(mentions)
    return Mentions(
        clusters=np.full(count, NONE, np.int64),
        ranks=np.zeros(count, np.int64),
        sentences=_numbers(one.event.span.start for one in mentions),
        triggers=_numbers(one.event.trigger.start for one in mentions),
        quotes=np.array([_quote(one) for one in mentions], np.uint64),
        odds=np.array([odds[id(one)] for one in mentions], np.float64),
        within=_numbers(ranks[id(one)] for one in mentions),
        likely=np.full(count, -1.0),
        repeats=np.zeros(count, np.bool_),
        digests=np.zeros(count, _DIGEST),
        pairs=Ragged.of([pairs(one) for one in mentions], np.uint64),
        own=Ragged.of([[*{*own_stretches(one)}] for one in mentions], np.int64),
        sought=Ragged.of([[*{*sought_stretches(one)}] for one in mentions], np.int64),
    )


def _numbers(values: Iterable[int]) -> npt.NDArray[np.int64]:
    return np.array([*values], np.int64)


def _quote(mention: EventMention) -> int:
    """The number of a sentence that may recur at any time; 0 where it has a date of its own."""
    if mention.days.stated:
        return 0
    return 1 + int.from_bytes(hashlib.blake2b(mention.event.quote.encode(), digest_size=7).digest(), "big")


def kept_of(
    in_order: Sequence[Annotated],
    digests: Mapping[str, str],
    copied: Mapping[str, str],
    groups: Sequence[Sequence[EventMention]],
    weighed: Weighed,
) -> Kept:
    """What is kept of a merge of all articles.

    Args:
        in_order: What each article says, in the order of publication.
        digests: By the id of an article, what stands for all that its mentions are made from.
        copied: By the id of an article, that of the first one with its text.
        groups: The mentions of each event.
        weighed: How likely each event is to be published.

    Returns:
        What `merged_again` needs.
    """
    mentions = sorted((one for group in groups for one in group), key=lambda one: one.key)
    place = {id(one): at for at, one in enumerate(mentions)}
    columns = columns_of(mentions, weighed.odds, weighed.ranks)
    for number, group in enumerate(groups):
        first = place[id(group[0])]
        for rank, one in enumerate(group):
            columns.clusters[place[id(one)]] = first
            columns.ranks[place[id(one)]] = rank
        columns.likely[first] = weighed.likely[number]
        columns.repeats[first] = weighed.repeats[number]
        columns.digests[first] = digest_of(group[0]).encode()
    counts: dict[str, int] = {}
    for one in mentions:
        counts[one.topic.article.id] = counts.get(one.topic.article.id, 0) + 1
    ids = [each.article.id for each in in_order]
    rows = [
        row_of(each, digests[id_], copied[id_], counts.get(id_, 0)) for each, id_ in zip(in_order, ids, strict=True)
    ]
    sketches = Ragged.of([sketch_of(each.article) for each in in_order], np.uint64)
    return Kept(tuple(rows), columns, sketches)
