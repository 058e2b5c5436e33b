"""The best date of an event that several sources report, its earlier dates, and whether the sources disagree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.calendar import edtf, edtf_timed
from timeline.coref.entry.independent_sources import independent_sources
from timeline.coref.features.days import DateAgreement, Days, agreement, days
from timeline.coref.mentions import EventMention
from timeline.model import Basis, Date, Status

_TRUST = {
    Basis.STATED: 1.0,
    Basis.ANAPHORIC: 0.9,
    Basis.CARRIED: 0.55,
    Basis.TITLE: 0.5,
    Basis.LEAD: 0.45,
    Basis.PUBLISHED: 0.25,
    Basis.BOUNDED: 0.1,
}
_CLAIMS = frozenset({Basis.STATED, Basis.ANAPHORIC, Basis.CARRIED, Basis.LEAD, Basis.TITLE})


@dataclass(frozen=True, slots=True)
class EntryDate:
    """The date of an entry, the mention it comes from, the earlier dates of a plan, and whether sources disagree."""

    date: Date | None
    mention: EventMention | None
    was: tuple[str, ...] = ()
    conflict: bool = False

    @property
    def text(self) -> str:
        """The date in EDTF, with the time of day where the text gives it by the clock; "" where unknown."""
        return edtf_timed(self.date) if self.date else ""

    @property
    def basis(self) -> str:
        """The basis of the date in the chosen source."""
        return str(self.mention.event.basis) if self.mention else ""


def dating(mentions: Sequence[EventMention]) -> EntryDate:
    """The best date of the mentions of one event.

    A stated day beats an inferred one, and many sources beat one (copies of one text count once). Among equals the
    date whose article was published nearest to it is right. Where the event was postponed, only mentions of the new
    date count, and the old dates are kept. A day that it was planned for does not count where a source tells of another
    day on which it took place.

    Args:
        mentions: The mentions of one event, at least one, in the order of publication.

    Returns:
        The date and the mention that gives it, both None where none is dated; the dates before a postponement; whether
        sources disagree.
    """
    moved_from = _moved_from(mentions)
    dated = [one for one in mentions if one.event.date and edtf(one.event.date) not in moved_from]
    standing = _as_it_came(dated)
    if not standing:
        return EntryDate(None, None, tuple(sorted(moved_from)))
    best = standing[0] if len(standing) == 1 else _best(standing)
    return EntryDate(best.event.date, best, tuple(sorted(moved_from)), _disagree(standing))


def _as_it_came(dated: Sequence[EventMention]) -> list[EventMention]:
    """The mentions without plans that came otherwise: "devait rouvrir le 1er", "a rouvert le 29"."""
    days_of_it = [one.days for one in dated if one.event.status is Status.ASSERTED and one.days.fine]
    return [
        one
        for one in dated
        if one.event.status is not Status.PLANNED
        or all(agreement(one.days, its) is not DateAgreement.APART for its in days_of_it)
    ]


def _best(standing: Sequence[EventMention]) -> EventMention:
    """The mention whose date has the most support from all mentions."""
    votes: dict[str, float] = {}
    for text, trust in _independent(standing):
        votes[text] = votes.get(text, 0.0) + trust
    return max(standing, key=lambda one: (_support(one, standing, votes), _nearness(one), _reverse(one)))


def agrees(one: EventMention, date: Date | None, basis: Basis) -> bool:
    """Whether a mention's own date is compatible with the entry's.

    Args:
        one: The mention.
        date: The entry's date; None agrees with every date.
        basis: How the entry's date was found: a stated day allows no slack.

    Returns:
        False where the days are apart or agree only with slack.
    """
    return agreement(one.days, days(date, basis)) not in (DateAgreement.APART, DateAgreement.SLACK)


def _moved_from(mentions: Iterable[EventMention]) -> dict[str, None]:
    """The dates that some source says the event was moved from, unless a later source says it was moved back."""
    moved: dict[str, None] = {}
    for one in mentions:
        if one.event.postponed_from:
            moved[edtf(one.event.postponed_from)] = None
            if one.event.date:
                moved.pop(edtf(one.event.date), None)
    return moved


def _independent(mentions: Sequence[EventMention]) -> list[tuple[str, float]]:
    """The dates that each independent source gives, each once, with the highest trust that it has there."""
    trust: dict[tuple[str, int], float] = {}
    for one, voice in zip(mentions, independent_sources(mentions), strict=True):
        if one.event.date:
            key = (edtf(one.event.date), voice)
            trust[key] = max(trust.get(key, 0.0), _TRUST[one.event.basis])
    return [(text, value) for (text, _), value in trust.items()]


def _support(one: EventMention, mentions: Sequence[EventMention], votes: dict[str, float]) -> float:
    """The trust in a date: its votes, part of the votes for coarser dates that contain it, and its granularity."""
    date = one.event.date
    own = votes[edtf(date)] if date else 0.0
    around = {
        edtf(it.event.date): 0.3
        for it in mentions
        if it.event.date and it.days != one.days and _holds(it.days, one.days)
    }
    return (own + sum(votes[text] * share for text, share in around.items())) * _fineness(one.days) + _bonus(one)


def _bonus(one: EventMention) -> float:
    return 0.5 if one.days.stated and one.days.fine else 0.0


def _holds(coarser: Days, finer: Days) -> bool:
    return (
        coarser.length > finer.length > 0
        and (coarser.first or 0) <= (finer.first or 0)
        and (finer.last or 0) <= (coarser.last or 0)
    )


def _fineness(its: Days) -> float:
    if its.bounded:
        return 0.2
    return 1.0 if its.fine else 0.6 if its.length <= 31 else 0.4


def _nearness(one: EventMention) -> float:
    return -abs((one.days.first or one.days.last or 0) - one.topic.published)


def _reverse(one: EventMention) -> tuple[int, str]:
    return (-one.topic.published, one.topic.article.id)


def _disagree(mentions: Sequence[EventMention]) -> bool:
    """Whether two sources that claim to know the day give days that do not overlap."""
    claims = [one.days for one in mentions if one.event.basis in _CLAIMS]
    distinct = list({(its.first, its.last): its for its in claims}.values())
    return any(
        agreement(one, other) in (DateAgreement.APART, DateAgreement.SLACK)
        for place, one in enumerate(distinct)
        for other in distinct[place + 1 :]
    )
