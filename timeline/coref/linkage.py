"""How much a telling belongs to what others tell: more than one of them has its say, and one veto keeps it out."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.coref.features.vetoes import Veto
from timeline.coref.mentions import Telling
from timeline.coref.similarity import likeness

_COMPARED = 8  # members of a cluster that a telling is compared with
_ONE_IS_LESS = 0.08  # how much surer a likeness to one member alone must be than to half of them
_FLOOR = 0.25  # the least likeness to any member


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
