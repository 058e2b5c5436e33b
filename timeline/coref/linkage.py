"""How well a mention fits a cluster: it is compared with several members, and one veto keeps it out."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.coref.features.vetoes import Veto
from timeline.coref.mentions import EventMention
from timeline.coref.similarity import SimilarityModel, similarity

_COMPARED = 8  # members of a cluster that a mention is compared with
_ONE_IS_LESS = 0.9  # factor for the similarity to a single member, compared with the mean over half of them
_FLOOR = 0.02  # the least similarity to any member


def linkage(mention: EventMention, members: Sequence[EventMention], fitted: SimilarityModel) -> float:
    """How well a mention fits a cluster, from 0 to 1: its mean similarity to the better half of the members.

    Where it is higher, nine tenths of the similarity to the best member count instead: a report from weeks later is
    similar to other late reports, and seldom to the first one, which had neither the day nor the background.

    The result is 0 where a member vetoes the mention or is very dissimilar, so one bad link cannot chain two
    events into one.

    Args:
        mention: The mention to place.
        members: The mentions of the cluster, in the order of publication.
        fitted: The similarity model.

    Returns:
        The linkage score, from 0 to 1.
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
    """Whether the two give different days only because one still has a date that the event was later moved from."""
    moved_from = [one.postponed for one in (mention, *members) if one.postponed]
    return any(
        (one.days.first, one.days.last) == (day.first, day.last) for one in (mention, member) for day in moved_from
    )


def _representatives(members: Sequence[EventMention]) -> Sequence[EventMention]:
    """The first and the last members of a cluster: its beginning and its current state."""
    half = _COMPARED // 2
    return members if len(members) <= _COMPARED else (*members[:half], *members[-half:])
