"""Tellings of one event put together, in the order of publication.

Each telling, read in the order the press told it, joins the cluster that it is most like, or founds its own. One veto
of any member keeps it out, and more than one member has its say: no bad link chains two events into one. Since
nothing that was decided is undone by a later article, a new article only adds or joins.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from timeline.coref.blocking import Blocks
from timeline.coref.corroboration import Candidates
from timeline.coref.linkage import belonging
from timeline.coref.mentions import Telling
from timeline.coref.similarity import THRESHOLD

_PER_DOUBLING = 0.1


def clusters(told: Iterable[Telling]) -> list[list[Telling]]:
    """The tellings by event, each event in the order of publication.

    The events are in the order of what first told them surely. The tellings of one article are placed together, the
    surest first, so that the one which fits an event best takes its place there; then come its candidates.
    """
    blocks = Blocks()
    candidates = Candidates(blocks)
    found: list[list[Telling]] = []
    for _, group in groupby(sorted(told, key=lambda one: one.key), key=lambda one: one.story.article.id):
        article = list(group)
        _place([telling for telling in article if telling.sure], found, blocks, candidates)
        candidates.ask([telling for telling in article if not telling.sure], found)
    return [candidates.beside(number, members) for number, members in enumerate(found)]


def _place(article: list[Telling], found: list[list[Telling]], blocks: Blocks, candidates: Candidates) -> None:
    """Places the sure tellings of one article."""
    pairs = [blocks.pairs(telling) for telling in article]
    placed: dict[int, int] = {}
    for _, place, number, size in sorted(_offers(article, pairs, found, blocks)):
        grown = len(found[number]) > size  # by another telling of this article, which now has its say
        if place not in placed and not (grown and belonging(article[place], found[number]) < THRESHOLD):
            placed[place] = number
            found[number].append(article[place])
    for place, telling in enumerate(article):
        number = placed[place] if place in placed else _alone(telling, article[:place], placed, found)
        placed[place] = number
        blocks.file(number, telling, pairs[place])
    for place, telling in enumerate(article):
        candidates.answer(placed[place], telling, pairs[place], found)


def _offers(
    article: Sequence[Telling], pairs: Sequence[Sequence[int]], found: Sequence[Sequence[Telling]], blocks: Blocks
) -> Iterator[tuple[float, int, int, int]]:
    """For each telling the clusters that it belongs to: how much (negative), its place, the cluster and its size."""
    for place, telling in enumerate(article):
        for number in blocks.candidates(telling, pairs[place]):
            score = belonging(telling, found[number])
            if score >= THRESHOLD:
                yield -score - _renown(found[number]), place, number, len(found[number])


def _renown(members: Sequence[Telling]) -> float:
    """Of two events that a telling is equally like, the one that more articles told is the likelier."""
    return _PER_DOUBLING * math.log2(len(members))


def _alone(telling: Telling, before: Sequence[Telling], placed: dict[int, int], found: list[list[Telling]]) -> int:
    """The cluster of a telling that no other article told: one from earlier in its article, or its own."""
    own = [(belonging(telling, found[placed[place]]), -placed[place]) for place in range(len(before))]
    score, number = max(own, default=(0.0, 0))
    if score >= THRESHOLD:
        found[-number].append(telling)
        return -number
    found.append([telling])
    return len(found) - 1
