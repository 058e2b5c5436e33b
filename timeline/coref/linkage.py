"""How much a mention belongs to a cluster: more than one member has its say, and one veto keeps it out."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.coref.features.vetoes import Veto
from timeline.coref.mentions import EventMention
from timeline.coref.similarity import Model, similarity

_COMPARED = 8  # members of a cluster that a mention is compared with
_ONE_IS_LESS = 0.9  # what being alike to one member alone counts, beside being alike to half of them
_FLOOR = 0.02  # the least similarity to any member


def linkage(mention: EventMention, members: Sequence[EventMention], fitted: Model) -> float:
    """How much a mention belongs to a cluster, from 0 to 1: its mean similarity to the better half of the members.

    Or a little less than its similarity to the best one: a retelling weeks later is like another retelling, and seldom
    like the first report, which had neither the day nor the background.

    0 where one of them forbids it or is quite unlike: so that one bad link cannot chain two events into one.
    """
    scores = []
    for member in _representatives(members):
        verdict = similarity(mention, member, fitted)
        if verdict.veto is Veto.DAYS and _superseded(mention, member, members):
            continue
        if verdict.veto or verdict.score < _FLOOR:
            return 0.0
        scores.append(verdict.score)
    best = sorted(scores, reverse=True)[: (len(scores) + 1) // 2]
    return max(sum(best) / len(best), best[0] * _ONE_IS_LESS) if best else 0.0


def _superseded(mention: EventMention, member: EventMention, members: Sequence[EventMention]) -> bool:
    """Whether the two name different days only because one of them knows a date that the event was later moved from."""
    moved_from = [one.postponed for one in (mention, *members) if one.postponed]
    return any(
        (one.days.first, one.days.last) == (day.first, day.last) for one in (mention, member) for day in moved_from
    )


def _representatives(members: Sequence[EventMention]) -> Sequence[EventMention]:
    """The first members and the last ones: what a large cluster began as, and where it stands."""
    half = _COMPARED // 2
    return members if len(members) <= _COMPARED else (*members[:half], *members[-half:])
