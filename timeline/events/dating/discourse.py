"""The state of the discourse, which undated clauses are dated by: the last dated clause, and the day of the news."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.calendar import DAY, length
from timeline.events.context import Context, TextPosition
from timeline.events.dating.types import LEAD_SENTENCES, Dating, DatingRule, is_past
from timeline.events.detection.mentions import BARE, Frame, Mention, MentionKind
from timeline.events.detection.predicates import Tense
from timeline.model import Date, Granularity, Timex

_GUESSING = (DatingRule.PUBLISHED, DatingRule.LEAD)


@dataclass(frozen=True, slots=True)
class DiscourseState:
    """The state of the discourse so far.

    It holds the date of the last dated narrative clause, with its expression and position, whether its own words state
    that date, and the date of the lead.
    """

    reference: Date | None = None
    timex: Timex | None = None
    place: TextPosition | None = None
    is_stated: bool = False
    lead: Date | None = None
    lead_timex: Timex | None = None
    flashback: Date | None = None


def lead_state(context: Context, mentions: Sequence[Mention], known: Sequence[Dating | None]) -> DiscourseState:
    """The date of the news: the first past date in the lead's sentences that is at most some days old.

    Args:
        context: The article's context, for its day.
        mentions: The mentions of the article.
        known: Their own datings, in the same order.

    Returns:
        The state before the first clause.
    """
    for mention, dating in zip(mentions, known, strict=True):
        if context.sentence_offset(mention) > LEAD_SENTENCES or dating is None or dating.date is None:
            continue
        if dating.rule is DatingRule.OWN and _is_news(context, mention, dating.date):
            return DiscourseState(lead=dating.date, lead_timex=dating.timex)
    return DiscourseState()


def _is_news(context: Context, mention: Mention, date: Date) -> bool:
    if date.begin is None or date.end is None or mention.frame is Frame.OBLIQUE or not is_past(mention):
        return False
    if _is_last_night(context, date):
        return False
    published = context.published
    assert published.begin is not None
    recent = published.begin - 7 * DAY <= date.begin <= published.begin
    main = mention.predicate is not None and mention.predicate.top.relation in ("root", "conj", "parataxis")
    return (
        recent
        and length(date) <= 2 * DAY
        and main
        and mention.predicate is not None
        and mention.predicate.tense is Tense.PERFECT
    )


def state_after(context: Context, state: DiscourseState, mention: Mention, dating: Dating) -> DiscourseState:
    """The discourse state after one more clause: a past narrative clause with a day moves the reference date.

    A clause within another moves it only where that one has no date of its own: "s'est rendu mercredi à Saix, où la
    crue du 13 mai a fait huit morts".

    Args:
        context: The article's context, for its day.
        state: The state so far; the clauses of a sentence come from the main one down.
        mention: The event of the clause.
        dating: Its dating.

    Returns:
        The state that the next clause is dated in.
    """
    date, stated = dating.date, dating.rule is DatingRule.OWN
    if stated and mention.predicate is not None and mention.predicate.tense is Tense.PLUPERFECT:
        state = replace(state, flashback=date)
    if not (_is_narrative(mention, dating) and _is_a_day_that_is_over(context, date)):
        return state
    here = context.place(mention)
    if state.place == here and state.is_stated and _is_within(mention):
        return state
    in_the_present = mention.predicate is not None and mention.predicate.tense is Tense.PRESENT
    guessed = dating.rule in _GUESSING and (state.place == here or in_the_present)
    if guessed and state.reference is not None:
        return state
    return replace(state, reference=date, timex=dating.timex, place=here, is_stated=stated)


def _is_narrative(mention: Mention, dating: Dating) -> bool:
    """Whether the clause tells what happened, on a day of its own, of the same event or of the article."""
    predicate, stated = mention.predicate, dating.rule is DatingRule.OWN
    if predicate is None or mention.frame in BARE:
        return False
    went_on = predicate.tense is Tense.IMPERFECT and stated and mention.kind is MentionKind.EVENT
    told = predicate.tense in (Tense.PERFECT, Tense.PRESENT) or went_on
    return told and (stated or dating.rule in (DatingRule.SAME_EVENT, *_GUESSING))


def _is_a_day_that_is_over(context: Context, date: Date | None) -> bool:
    """Whether it begins before the end of the article's day, and is not much longer than a day."""
    if date is None or date.begin is None or length(date) > 3 * DAY:
        return False
    return context.published.end is None or date.begin < context.published.end


def _is_within(mention: Mention) -> bool:
    """Whether the clause is a relative one or another that depends on a word of its sentence."""
    return mention.predicate is not None and mention.predicate.top.relation in ("acl", "advcl")


def _is_last_night(context: Context, date: Date) -> bool:
    """Whether a date is the night to the article's day: what comes after it is news of the day, not of its eve."""
    today, day = context.published.begin, date.granularity is Granularity.DAY
    return (
        today is not None
        and date.begin is not None
        and date.end is not None
        and not day
        and (date.begin < today < date.end)
    )
