"""Tellings of one event put together, in the order of publication.

Each telling, read in the order the press told it, joins the cluster that it is most like, or founds its own. One veto
of any member keeps it out, and more than one member has its say: no bad link chains two events into one. Since
nothing that was decided is undone by a later article, a new article only adds or joins.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from timeline.merge.blocking import Blocks
from timeline.merge.likeness import THRESHOLD, likeness
from timeline.merge.telling import Telling
from timeline.merge.vetoes import Veto

_COMPARED = 8  # members of a cluster that a telling is compared with
_PER_DOUBLING = 0.1
_ONE_IS_LESS = 0.08  # how much surer a likeness to one member alone must be than to half of them
_FLOOR = 0.25  # the least likeness to any member


def clusters(told: Iterable[Telling]) -> list[list[Telling]]:
    """The tellings by event.

    Each cluster is in the order of publication, and the clusters in the order of their first tellings. The tellings
    of one article are placed together, the surest first, so that the one which fits an event best takes its place
    there.
    """
    blocks = Blocks()
    found: list[list[Telling]] = []
    for _, group in groupby(sorted(told, key=lambda one: one.key), key=lambda one: one.story.article.id):
        _place(list(group), found, blocks)
    return found


def _place(article: list[Telling], found: list[list[Telling]], blocks: Blocks) -> None:
    """Places the tellings of one article."""
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


def belonging(telling: Telling, members: Sequence[Telling]) -> float:
    """How much a telling belongs to a cluster: its mean likeness to the better half of the members.

    Or a little less than its likeness to the best one: a retelling weeks later is like another retelling, and seldom
    like the first report, which had neither the day nor the background.

    0 where one of them forbids it or is quite unlike: so that one bad link cannot chain two events into one.
    """
    scores = []
    for member in _representatives(members):
        verdict = likeness(telling, member)
        if verdict.veto is Veto.DAYS and _superseded(telling, member, members):
            continue
        if verdict.veto or verdict.score < _FLOOR:
            return 0.0
        scores.append(verdict.score)
    best = sorted(scores, reverse=True)[: (len(scores) + 1) // 2]
    return max(sum(best) / len(best), best[0] - _ONE_IS_LESS) if best else 0.0


def _superseded(telling: Telling, member: Telling, members: Sequence[Telling]) -> bool:
    """Whether the two name different days only because one of them knows a date that the event was later moved from."""
    moved_from = [one.postponed for one in (telling, *members) if one.postponed]
    return any(
        (one.days.first, one.days.last) == (day.first, day.last) for one in (telling, member) for day in moved_from
    )


def _representatives(members: Sequence[Telling]) -> Sequence[Telling]:
    """The first members and the last ones: what a large cluster began as, and where it stands."""
    half = _COMPARED // 2
    return members if len(members) <= _COMPARED else (*members[:half], *members[-half:])
