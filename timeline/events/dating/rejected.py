"""The other dates of an event's sentence, and why each was rejected: a table of named rules.

`tests/events/dating/test_rejected.py` has the examples and counter-examples of each rule, and runs them all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from timeline.calendar import length
from timeline.events.context import Context
from timeline.events.dating.explicit import Attached
from timeline.events.dating.types import Dating
from timeline.events.detection.mentions import Mention
from timeline.model import Date, Rejected, RejectionReason, Span, Timex, TimexType


def with_rejected(
    context: Context,
    mentions: Sequence[Mention],
    datings: Sequence[Dating],
    attached: Attached,
    timexes: Sequence[Timex],
) -> tuple[Dating, ...]:
    """The datings, each with the rejected dates of its sentence.

    Args:
        context: The article's context.
        mentions: The mentions of the article.
        datings: Their datings, in the same order.
        attached: The expressions that each mention governs, from `attached_dates`.
        timexes: The time expressions of the article, in text order.

    Returns:
        As many datings, in the same order; the rejected dates are in text order.
    """
    owners = {
        (mention.sentence, timex.span): mention
        for mention in reversed(mentions)
        for timex in attached.get((mention.sentence, mention.trigger.index), ())
    }
    found = []
    for mention, dating in zip(mentions, datings, strict=True):
        inside = mention.tree.times(timexes)
        own = attached.get((mention.sentence, mention.trigger.index), ())
        case = Case(context, mention, dating, frozenset(timex.span for timex in own))
        lost = (case.lost(timex, owners.get((mention.sentence, timex.span))) for timex in inside)
        rejected = tuple(one for one in lost if one is not None)
        found.append(dating if rejected == dating.rejected else replace(dating, rejected=rejected))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Case:
    """A dated mention; `governed` contains the extents of the expressions that it governs."""

    context: Context
    mention: Mention
    dating: Dating
    governed: frozenset[Span]

    def lost(self, timex: Timex, owner: Mention | None) -> Rejected | None:
        """The rejected date of an expression, with its reason.

        Args:
            timex: An expression of the mention's sentence.
            owner: The mention that governs it; None where none does.

        Returns:
            None where the expression's date agrees with the event's, or no rule applies.
        """
        if not self._is_rival(timex):
            return None
        rule = next((rule for rule in RULES if rule.applies(self, timex, owner)), None)
        if rule is None:
            return None
        word = owner.trigger.text if owner is not None and rule.reason in _OF_ANOTHER else ""
        return Rejected(timex, rule.reason, word)

    def is_finer_than(self, timex: Timex) -> bool:
        """Whether the chosen date is finer than that of the expression."""
        chosen, date = self.dating.date, timex.date
        return bool(chosen and date and length(chosen) < length(date))

    def _is_rival(self, timex: Timex) -> bool:
        """Whether the expression states a date that does not agree with the event's date."""
        if timex.date is None or timex.expression.type is TimexType.SET:
            return False
        chosen = [date for date in (self.dating.date, self.dating.postponed_from) if date is not None]
        given = self.dating.timex is not None and self.dating.timex.span == timex.span
        return not given and not any(_agree(timex.date, date) for date in chosen)


@dataclass(frozen=True, slots=True)
class RejectionRule:
    """A reason, and whether it applies to an expression, given the mention that governs it (None for none)."""

    reason: RejectionReason
    applies: Callable[[Case, Timex, Mention | None], bool]


_OF_ANOTHER = (RejectionReason.SAYING, RejectionReason.OTHER_EVENT)
"""The reasons that name the word of the other event."""


def _reports(owner: Mention, mention: Mention) -> bool:
    """Whether the owner is the verb of saying that governs the mention's clause or is coordinated with it."""
    if not owner.kind.is_saying or owner.predicate is None:
        return False
    above = (token.index for token in mention.tree.ancestors(mention.trigger))
    return owner.predicate.top.relation == "parataxis" or any(index in owner.predicate.parts for index in above)


RULES: tuple[RejectionRule, ...] = (
    RejectionRule(
        RejectionReason.COARSER, lambda case, timex, _: timex.span in case.governed and case.is_finer_than(timex)
    ),
    RejectionRule(RejectionReason.FARTHER, lambda case, timex, _: timex.span in case.governed),
    RejectionRule(RejectionReason.SAYING, lambda case, _, owner: owner is not None and _reports(owner, case.mention)),
    RejectionRule(RejectionReason.OTHER_EVENT, lambda _, __, owner: owner is not None),
    RejectionRule(RejectionReason.DATELINE, lambda case, timex, _: case.context.is_dateline(timex)),
    RejectionRule(RejectionReason.ASIDE, lambda case, timex, _: case.context.is_bracketed(timex)),
)
"""In order: what the event governs itself, what another event governs, what no event governs."""


def _agree(one: Date, other: Date) -> bool:
    """Whether one contains the other ("en 1944", "le 12 juin 1944"), or is one end of the other's open interval."""
    if None in (other.begin, other.end):
        return one.begin == other.begin if other.end is None else one.end == other.end
    return _contains(one, other) or _contains(other, one)


def _contains(whole: Date, part: Date) -> bool:
    begins = whole.begin is None or (part.begin is not None and whole.begin <= part.begin)
    return begins and (whole.end is None or (part.end is not None and part.end <= whole.end))
