"""The date of an event that is counted from its clause: "deux ans après sa libération", "un mois avant la finale"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline import calendar
from timeline.calendar import edtf
from timeline.events.dating.types import BARE, Dating, DatingRule, is_day
from timeline.events.detection.mentions import Mention
from timeline.languages.function_words import function_words
from timeline.model import Basis, Direction, Duration, Granularity, Step, Timex, Token
from timeline.model.timex import within

_BEFORE, _AFTER = function_words("before_conjunction"), function_words("after_conjunction")
_COUNTED = {
    Granularity.DAY: Granularity.DAY,
    Granularity.WEEK: Granularity.DAY,
    Granularity.MONTH: Granularity.MONTH,
    Granularity.YEAR: Granularity.YEAR,
}
"""The units that are counted, and how exact the result is: "un mois après" does not give the day."""


def measured(mention: Mention, timexes: Sequence[Timex], dating: Dating) -> Dating | None:
    """Count from the date of the clause by the length of time that stands before "après" or "avant".

    Args:
        mention: The event that the clause comes after or before.
        timexes: The time expressions of the article, in text order.
        dating: The dating of the clause.

    Returns:
        The dating; None where no length of time is given, or the clause has no day.
    """
    date = dating.date
    if date is None or date.begin is None or date.end is None or not is_day(date):
        return None
    found = _length(mention, timexes)
    if found is None:
        return None
    timex, (count, unit), sign = found
    first, last = (
        calendar.unit(calendar.add(at, sign * count, unit), _COUNTED[unit]) for at in (date.begin, date.end - 1)
    )
    result = first if first == last else calendar.between(first, last)
    step = Step("events.measured", {"length": timex.expression.text, "clause_date": edtf(date)})
    return Dating(result, Basis.CARRIED, DatingRule.MEASURED, steps=(step,))


def _length(mention: Mention, timexes: Sequence[Timex]) -> tuple[Timex, tuple[int, Granularity], int] | None:
    """The length of time that measures the event, as a number of units, and whether it counts back (-1) or on (1)."""
    tree, predicate = mention.tree, mention.predicate
    bare = predicate is None or mention.frame in BARE
    top = mention.trigger if bare or predicate is None else predicate.top
    for word in tree.dependents(top, "case", "mark"):
        sign = -1 if word.lemma in _AFTER else 1 if word.lemma in _BEFORE else 0
        if not sign:
            continue
        for timex in within(timexes, tree.sentence.span):
            amount = _amount(timex)
            if amount is not None and _leads_to(mention, timex, word):
                return timex, amount, sign
    return None


def _amount(timex: Timex) -> tuple[int, Granularity] | None:
    meaning = timex.expression.meaning
    if not isinstance(meaning, Duration) or meaning.direction is not Direction.NONE or len(meaning.amounts) != 1:
        return None
    ((count, unit),) = meaning.amounts
    if count is None or count != int(count) or unit not in _COUNTED or timex.expression.modifier is not None:
        return None
    return int(count), unit


def _leads_to(mention: Mention, timex: Timex, word: Token) -> bool:
    """Whether the expression stands right before the word, or with an adverb between: "deux jours seulement après"."""
    between = [one for one in mention.tree.tokens[: word.index] if one.start >= timex.span.end]
    return timex.span.end <= word.start and (not between or (len(between) == 1 and between[0].pos == "ADV"))
