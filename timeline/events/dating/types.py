"""A date with its source, and helpers that make one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from timeline.calendar import edtf, unit
from timeline.events.context import Context
from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Form, Tense
from timeline.languages.function_words import pattern
from timeline.model import Basis, Date, Granularity, Rejected, Step, Timex

PAST = frozenset({Tense.PERFECT, Tense.PLUPERFECT, Tense.CONDITIONAL_PERFECT})


IMPERFECTIVE = frozenset({Tense.PRESENT, Tense.IMPERFECT})


LEAD_SENTENCES = 2


STORY_DAYS = 3


_COMPARED = pattern("compared")
_BESIDE = 75
"""How many characters before a date a comparison may begin: "un quart de moins qu'en 2008"."""


class DatingRule(Enum):
    """The rules that date a mention; not texts, so that comparing one with a text is a type error."""

    OWN = "own"
    SAME_EVENT = "same_event"
    MEASURED = "measured"
    ANTERIOR = "anterior"
    CIRCUMSTANCE = "circumstance"
    CLAUSE = "clause"
    PLAN = "plan"
    CARRIED = "carried"
    LEAD = "lead"
    PUBLISHED = "published"
    BOUNDED = "bounded"
    AFTER = "after"  # the model chose the time from an expression on


@dataclass(frozen=True, slots=True)
class Dating:
    """A date with its source.

    `rule` gave the date; `rejected` holds the other dates that the sentence offered.
    """

    date: Date | None
    basis: Basis
    rule: DatingRule
    timex: Timex | None = None
    ongoing: bool = False
    steps: tuple[Step, ...] = ()
    postponed_from: Date | None = None
    rejected: tuple[Rejected, ...] = ()


_CARRIED_STEPS = {
    DatingRule.LEAD: "events.lead",
    DatingRule.CLAUSE: "events.clause",
    DatingRule.CIRCUMSTANCE: "events.clause",
}
"""The keys of the steps that explain a date taken from elsewhere."""


def before(date: Date | None, context: Context, rule: DatingRule) -> Dating:
    """The dating of an event that happened before something.

    Args:
        date: The date before whose end the event happened; the article's where None, or where it ends later.
        context: The article's context, for its date.
        rule: The rule that gives the bound.

    Returns:
        An interval with an open beginning.
    """
    published = context.published
    last = (
        date if date is not None and date.end is not None and published.end and date.end <= published.end else published
    )
    bound = Date(None, last.end, last.last_granularity, is_range=True)
    day = Date(last.end - 1, last.end, bound.granularity) if last.end is not None else last
    return Dating(bound, Basis.BOUNDED, rule, steps=(Step("events.before", {"bound_date": edtf(day)}),))


_OF_ANOTHER_SENTENCE = frozenset({DatingRule.CARRIED, DatingRule.LEAD})


def carry(date: Date, timex: Timex | None, rule: DatingRule, basis: Basis = Basis.CARRIED) -> Dating:
    """A dating with the date of an event mentioned nearby, and the step that says so.

    The hour of another sentence is its event's alone: "a tremblé à 4 h 12", then "l'armée est dépêchée".

    Args:
        date: The date of that event.
        timex: The expression that gave it; None where none did.
        rule: The rule that carries it, which chooses the wording of the step.
        basis: How the date is known.
    """
    key = _CARRIED_STEPS.get(rule, "events.carried")
    date = _day_of(date) if rule in _OF_ANOTHER_SENTENCE else date
    return Dating(date, basis, rule, timex, steps=(Step(key, {"carried_date": edtf(date)}),))


def _day_of(date: Date) -> Date:
    """The day of a date that is finer than a day; another date as it is, and what goes on beyond its day."""
    if date.begin is None or date.end is None or date.granularity >= Granularity.DAY:
        return date
    day = unit(date.begin, Granularity.DAY)
    return day if day.end is not None and date.end <= day.end else date


def is_day(date: Date | None) -> bool:
    """Whether a date is a day or finer.

    Args:
        date: The date, or None.

    Returns:
        False also where a side is open.
    """
    return date is not None and date.granularity.rank <= Granularity.DAY.rank and None not in (date.begin, date.end)


def is_past(mention: Mention) -> bool:
    """Whether the text reports an event as past.

    Returns:
        True for a past tense, a participle, and a noun without a predicate.
    """
    return mention.predicate is None or mention.predicate.tense in PAST or mention.predicate.form is Form.PARTICIPLE


def is_compared(text: str, timex: Timex) -> bool:
    """Whether its time is only what is compared with: "un quart de moins qu'en 2008", "contre 52 % l'an dernier"."""
    return _leads_a_comparison(text[max(0, timex.span.start - _BESIDE) : timex.span.start])


@lru_cache(maxsize=1 << 10)  # each event in reach asks about the same expressions
def _leads_a_comparison(before: str) -> bool:
    return _COMPARED.search(before) is not None
