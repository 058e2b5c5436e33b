"""The dating that a model chose, in the form of the rules: a basis, a time expression, and the steps to the date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline import calendar
from timeline.calendar import DAY, edtf
from timeline.events.context import Context
from timeline.events.dating import options as ways
from timeline.events.dating.options import Option
from timeline.events.dating.types import LEAD_SENTENCES, Dating, DatingRule, before, carry
from timeline.events.detection.mentions import Mention
from timeline.model import Basis, Date, Granularity, Signal, Step, Timex

_ORDER = (
    *(ways.RULE, ways.AT, ways.POINT, ways.SPAN, ways.FIRST, ways.LAST, ways.TO_NOW),
    *(ways.PUBLISHED, ways.DAY_BEFORE, ways.UNTIL_PUBLISHED, ways.FROM_PUBLISHED, ways.UNTIL, ways.FROM),
)
"""The derivations by how well they explain an option; the first one applies where an option has several."""
_CLOSE = 0.15
"""The lowest probability at which the runner-up is reported."""


def chosen(
    context: Context,
    mention: Mention,
    timexes: Sequence[Timex],
    ruled: Dating,
    found: Sequence[Option],
    chances: Sequence[float],
) -> Dating:
    """The dating of the likeliest option, with a step that names a close runner-up that reads differently.

    Args:
        context: The article's context.
        mention: The mention to date.
        timexes: The time expressions of the article, in text order.
        ruled: The dating that the rules chose; it is returned where the option comes from them.
        found: The options, likeliest first.
        chances: Their probabilities, in the same order.
    """
    best = found[0]
    way = next(way for way in _ORDER if way in best.derivations)
    number = best.derivations[way]
    timex = None if number is None else timexes[number]
    dating = ruled if way == ways.RULE else _made(context, mention, best.date, way, timex)
    if len(found) > 1 and chances[1] >= _CLOSE and edtf(found[1].date) != edtf(best.date):
        other = Step("events.runner_up", {"other_date": edtf(found[1].date)})
        dating = replace(dating, steps=(*dating.steps, other))
    return dating


def _made(context: Context, mention: Mention, date: Date, way: str, timex: Timex | None) -> Dating:
    if timex is None:
        return _of_the_article(context, date, way)
    if way == ways.UNTIL:
        return replace(before(_whole(timex), context, DatingRule.BOUNDED), date=date, timex=timex)
    if way == ways.FROM:
        first = _first(date)
        return Dating(
            date, Basis.BOUNDED, DatingRule.AFTER, timex, steps=(Step("events.after", {"bound_date": edtf(first)}),)
        )
    if way == ways.SPAN and timex.date is None:
        step = Step("events.length", {"length": timex.expression.text, "given_date": edtf(date)})
        return Dating(date, Basis.CARRIED, DatingRule.MEASURED, steps=(step,))
    if mention.tree.sentence.span.contains(timex.span):
        lasts = timex.expression.signal is Signal.SINCE and date.end is None
        basis = Basis.ANAPHORIC if isinstance(timex.anchor, Timex) else Basis.STATED
        return Dating(date, basis, DatingRule.OWN, timex, ongoing=lasts)
    if _is_in_lead(context, timex):
        return carry(date, timex, DatingRule.LEAD, Basis.LEAD)
    return carry(date, timex, DatingRule.CARRIED)


def _whole(timex: Timex) -> Date:
    assert timex.date is not None
    return timex.date


def _first(date: Date) -> Date:
    assert date.begin is not None
    return calendar.unit(date.begin, date.granularity)


def _is_in_lead(context: Context, timex: Timex) -> bool:
    before_it = context.sentence_at(timex.span)
    return before_it is not None and before_it - context.first < LEAD_SENTENCES


def _of_the_article(context: Context, date: Date, way: str) -> Dating:
    published = context.published
    if way == ways.PUBLISHED:
        return Dating(date, Basis.PUBLISHED, DatingRule.PUBLISHED, steps=(_step("events.published", published),))
    if way == ways.DAY_BEFORE:
        return Dating(date, Basis.PUBLISHED, DatingRule.PUBLISHED, steps=(_step("events.day_before", published),))
    if way == ways.UNTIL_PUBLISHED:
        return before(None, context, DatingRule.BOUNDED)
    return Dating(date, Basis.BOUNDED, DatingRule.PLAN, steps=(Step("events.after", {"bound_date": edtf(published)}),))


def _step(key: str, published: Date) -> Step:
    assert published.begin is not None
    day = calendar.unit(published.begin - DAY, Granularity.DAY)
    return Step(key, {"published_date": edtf(published), "day_date": edtf(day)})
