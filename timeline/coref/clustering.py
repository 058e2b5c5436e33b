"""Groups the mentions of one event, in the order of publication.

Each mention joins the cluster that it is most similar to, or founds its own. A veto from any member keeps it out, and
its similarity to several members counts, so one bad link cannot chain two events into one. A later article undoes no
decision; it only adds clusters or joins existing ones.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from timeline.coref.blocking import Blocks, Keys, keys_of
from timeline.coref.linkage import linkage
from timeline.coref.mentions import EventMention
from timeline.coref.similarity import SimilarityModel, model

_PER_DOUBLING = 0.1


def clusters(
    mentions: Iterable[EventMention],
    fitted: SimilarityModel | None = None,
    keys: Sequence[Keys] | None = None,
) -> list[list[EventMention]]:
    """The mentions by event.

    The mentions of one article are placed together, so that the mention that fits an event best is placed first.

    Args:
        mentions: The mentions of all articles, in any order.
        fitted: The similarity model; the packaged one where None.
        keys: What each mention is filed under, in the order of `EventMention.key`; made where None.

    Returns:
        The mentions of each event in the order of publication; the events in the order of their first mentions.
    """
    blocks = Blocks()
    found: list[list[EventMention]] = []
    fitted = fitted or model()
    in_order = sorted(mentions, key=lambda one: one.key)
    filed = iter(keys_of(in_order) if keys is None else keys)
    for _, group in groupby(in_order, key=lambda one: one.topic.article.id):
        article = list(group)
        its = list(islice(filed, len(article)))
        offered = [blocks.candidates(mention, own) for mention, own in zip(article, its, strict=True)]
        for mention, own, number in zip(article, its, place(article, offered, found, fitted), strict=True):
            blocks.file(number, mention, own)
    return found


def place(
    article: Sequence[EventMention],
    offered: Sequence[Sequence[int]],
    found: list[list[EventMention]],
    fitted: SimilarityModel,
) -> list[int]:
    """Adds the mentions of one article to clusters.

    Args:
        article: All mentions of the article, in order.
        offered: For each mention the numbers of the clusters that it may join.
        found: The clusters of the articles before; they are completed, and new ones are added.
        fitted: The similarity model.

    Returns:
        For each mention the number of its cluster.
    """
    placed: dict[int, int] = {}
    for _, at, number, size in sorted(_offers(article, offered, found, fitted)):
        grown = len(found[number]) > size  # by another mention of this article, which is now compared too
        if at not in placed and not (grown and linkage(article[at], found[number], fitted) < fitted.threshold):
            placed[at] = number
            found[number].append(article[at])
    for at, mention in enumerate(article):
        if at not in placed:
            placed[at] = _alone(mention, article[:at], placed, found, fitted)
    return [placed[at] for at in range(len(article))]


def _offers(
    article: Sequence[EventMention],
    offered: Sequence[Sequence[int]],
    found: Sequence[Sequence[EventMention]],
    fitted: SimilarityModel,
) -> Iterator[tuple[float, int, int, int]]:
    """For each mention the clusters it can join: the linkage score (negated), its place, the cluster and its size."""
    for at, mention in enumerate(article):
        for number in offered[at]:
            score = linkage(mention, found[number], fitted)
            if score >= fitted.threshold:
                yield -score - _renown(found[number]), at, number, len(found[number])


def _renown(members: Sequence[EventMention]) -> float:
    """A bonus for events with more mentions: the likelier of two events that a mention is equally similar to."""
    return _PER_DOUBLING * math.log2(len(members))


def _alone(
    mention: EventMention,
    before: Sequence[EventMention],
    placed: dict[int, int],
    found: list[list[EventMention]],
    fitted: SimilarityModel,
) -> int:
    """The cluster of a mention that no other article reports: one from earlier in its article, or its own."""
    own = [(linkage(mention, found[placed[place]], fitted), -placed[place]) for place in range(len(before))]
    score, number = max(own, default=(0.0, 0))
    if score >= fitted.threshold:
        found[-number].append(mention)
        return -number
    found.append([mention])
    return len(found) - 1
