"""The date of an event that is counted from its clause.

"Deux ans après sa libération", "un mois avant la finale", "mercredi, au lendemain de la signature".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline import calendar
from timeline.calendar import edtf
from timeline.events.dating.types import Dating, DatingRule, is_day
from timeline.events.detection.mentions import BARE, Mention
from timeline.languages.function_words import function_words, pattern
from timeline.model import Basis, Date, Direction, Duration, Granularity, Shift, Step, Timex, Token

_BEFORE, _AFTER = function_words("before_conjunction"), function_words("after_conjunction")
COUNTED = {
    Granularity.DAY: Granularity.DAY,
    Granularity.WEEK: Granularity.DAY,
    Granularity.MONTH: Granularity.MONTH,
    Granularity.YEAR: Granularity.YEAR,
}
"""The units that are counted, and how exact the result is: "un mois après" does not give the day."""
_LONG = (Granularity.MONTH, Granularity.YEAR)
"""The units that are counted from a month: "en mai 2012, huit mois après …"."""
_ROUGHLY = {
    Granularity.DAY: Granularity.MONTH,
    Granularity.WEEK: Granularity.MONTH,
    Granularity.YEAR: Granularity.MONTH,
}
"""Another reading of a length: weeks give the month where the clause's day is unsure, "un an après" gives it, too."""
_TO_THE_DAY = pattern("to_the_day")
_OF, _AT = function_words("genitive"), function_words("at_a_distance")
_EVES = {
    word: days
    for kind, days in (("day_after", -1), ("two_days_after", -2), ("day_before", 1), ("two_days_before", 2))
    for word in function_words(kind)
}
"""The days from "the day after" an event to the event, by word."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The words of a length of time, its number of units, and whether it counts back (-1) or on (1).

    `timex` is the expression of the length; None for an eve. `exact` is "jour pour jour": the result is a day.
    """

    words: str
    count: int
    unit: Granularity
    sign: int
    timex: Timex | None = None
    exact: bool = False

    @property
    def size(self) -> Granularity:
        """How exact the date is that is counted."""
        return Granularity.DAY if self.exact else COUNTED[self.unit]


def measured(mention: Mention, timexes: Sequence[Timex], dating: Dating) -> Dating | None:
    """Count from the date of the clause by the length of time that stands before "après" or "avant".

    Args:
        mention: The event that the clause comes after or before.
        timexes: The time expressions of the article, in text order.
        dating: The dating of the clause.

    Returns:
        The dating; None where no length of time is given, or the clause has no day, nor a month to count months from.
    """
    date = dating.date
    if date is None or date.begin is None or date.end is None:
        return None
    found = measuring(mention, timexes) or _eve(mention, dating)
    if found is None:
        return None
    if not is_day(date) and (date.is_range or date.granularity is not Granularity.MONTH or found.unit not in _LONG):
        return None
    first, last = (
        calendar.unit(calendar.add(at, found.sign * found.count, found.unit), found.size)
        for at in (date.begin, date.end - 1)
    )
    result = first if first == last else calendar.between(first, last)
    step = Step("events.measured", {"length": found.words, "clause_date": edtf(date)})
    return Dating(result, Basis.CARRIED, DatingRule.MEASURED, steps=(step,))


def measured_from(measure: Measure, day: Date) -> Iterator[Date]:
    """What a length of time measures from a day, exactly and roughly: "deux semaines après" is a day, or its month.

    Args:
        measure: The length of time.
        day: A single day.
    """
    assert day.begin is not None
    at = calendar.add(day.begin, measure.sign * measure.count, measure.unit)
    yield calendar.unit(at, measure.size)
    rough = _ROUGHLY.get(measure.unit)
    if rough is not None:
        yield calendar.unit(at, rough)


def _eve(mention: Mention, clause: Dating) -> Measure | None:
    """ "mercredi, au lendemain de la signature": the noun that the clause's own day comes after, or before."""
    tree, noun = mention.tree, mention.trigger
    if clause.rule is not DatingRule.OWN or mention.frame not in BARE or noun.relation != "nmod":
        return None
    head, day = tree.tokens[noun.head], clause.timex
    if day is None or not tree.sentence.span.start <= day.span.start < head.start:
        return None
    days = _EVES.get(head.lemma.lower())
    if days is None or not _joins(mention, head):
        return None
    return Measure(head.text, abs(days), Granularity.DAY, 1 if days > 0 else -1)


def _joins(mention: Mention, head: Token) -> bool:
    """Whether only "of" and a determiner stand between the word and the event: "la veille d'une grève"."""
    between = mention.tree.between(head, mention.trigger)
    return bool(between) and all(token.pos in ("ADP", "DET", "ADJ", "NUM") for token in between)


def measuring(mention: Mention, timexes: Sequence[Timex]) -> Measure | None:
    """The length of time that measures an event: "deux jours après l'accord", "à deux jours du scrutin".

    Args:
        mention: The event.
        timexes: The time expressions of the article, in text order.

    Returns:
        The length; None where none does.
    """
    tree, predicate = mention.tree, mention.own_predicate
    top = mention.trigger if predicate is None else predicate.top
    for word in tree.dependents(top, "case", "mark"):
        sign = -1 if word.lemma in _AFTER else 1 if word.lemma in _BEFORE else 0
        if not sign and not (predicate is None and word.lemma in _OF):
            continue
        for timex in tree.times(timexes):
            if (exact := _to_the_day(timex, word)) is not None:
                return exact
            amount = _amount(timex)
            if amount is not None and _leads_to(mention, timex, word) and (sign or _is_at(mention, timex)):
                return Measure(timex.expression.text, *amount, sign or 1, timex)
    return None


def _to_the_day(timex: Timex, word: Token) -> Measure | None:
    """ "un an jour pour jour après l'attentat": the preposition is a part of the expression."""
    meaning = timex.expression.meaning
    if not isinstance(meaning, Shift) or not meaning.exact or meaning.unit not in COUNTED or not meaning.count:
        return None
    if not timex.span.start <= word.start < timex.span.end:
        return None
    return Measure(
        timex.expression.text, int(abs(meaning.count)), meaning.unit, -1 if meaning.count > 0 else 1, timex, exact=True
    )


def _is_at(mention: Mention, timex: Timex) -> bool:
    """Whether "at" stands before a length: "à deux jours du scrutin"."""
    before = [token for token in mention.tree.tokens if token.end <= timex.span.start]
    return bool(before) and before[-1].text.lower() in _AT


def _amount(timex: Timex) -> tuple[int, Granularity] | None:
    meaning = timex.expression.meaning
    if not isinstance(meaning, Duration) or meaning.direction is not Direction.NONE or len(meaning.amounts) != 1:
        return None
    ((count, unit),) = meaning.amounts
    if count is None or count != int(count) or unit not in COUNTED or timex.expression.modifier is not None:
        return None
    return int(count), unit


def _leads_to(mention: Mention, timex: Timex, word: Token) -> bool:
    """Whether the expression stands right before the word, or with a few words between.

    "deux jours seulement après", "dix-sept ans, presque jour pour jour, après".
    """
    between = [one for one in mention.tree.tokens[: word.index] if one.start >= timex.span.end]
    if timex.span.end > word.start or not between or (len(between) == 1 and between[0].pos == "ADV"):
        return timex.span.end <= word.start
    words = " ".join(token.text for token in between)
    return _TO_THE_DAY.fullmatch(words.lower()) is not None
