"""Questions about what an expression means, before it has a date."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import Between, Direction, Expression, Granularity, Meaning, On, Partial, Repeat, Signal, Span
from timeline.model.timex import partial_of


def follows_the_thread(partial: Partial, expression: Expression) -> bool:
    """Whether a partial date with a month continues from the last date of the text.

    Args:
        partial: A date without its year.
        expression: The expression that it is of.

    Returns:
        False where the words give their own direction.
    """
    has_month = partial.month is not None and not partial.generic
    return has_month and expression.signal not in (Signal.SINCE, Signal.BY, Signal.UNTIL)


def is_month_of_a_plan(expression: Expression) -> bool:
    """Whether the words may name a month to come beside a verb in the past: "en septembre", "jusqu'en septembre".

    Args:
        expression: The expression, with its signal.

    Returns:
        False where the words name more or less than a month, and after "de" ("les élections d'octobre").
    """
    partial = partial_of(expression.meaning)
    is_month = partial is not None and partial.month is not None and partial.day is None and not partial.holiday
    return is_month and expression.signal in (Signal.AT, Signal.UNTIL)


def habit_of(on: On) -> Repeat | None:
    """What "le lundi matin" repeats in the present; None where no article before the weekday allows a habit.

    Args:
        on: A weekday with a part of the day.

    Returns:
        The repetition, or None.
    """
    day = on.day
    if not isinstance(day, Partial) or not day.generic or day.weekday is None:
        return None
    return Repeat(Granularity.WEEK, 1, day.weekday, on.time.part)


def direction_of(meaning: Meaning) -> Direction:
    """The direction that the words of a partial date name; NONE for every other meaning."""
    return meaning.direction if isinstance(meaning, Partial) else Direction.NONE


def is_bare_weekday(meaning: Meaning) -> bool:
    """Whether the words name a weekday without a day of a month, alone or at the beginning of a range.

    Returns:
        True for "lundi", "de lundi à mercredi"; False for "lundi 3".
    """
    if isinstance(meaning, On):
        meaning = meaning.day
    if isinstance(meaning, Between):
        meaning = meaning.first
    return isinstance(meaning, Partial) and meaning.weekday is not None and meaning.day is None


def names_day(expression: Expression) -> bool:
    """Whether the words name a day of a month: "le 3 mai", "du 3 au 5 mai".

    Args:
        expression: The expression, alone or at the beginning of a range.

    Returns:
        False for a bare weekday and for a feast.
    """
    meaning = expression.meaning.first if isinstance(expression.meaning, Between) else expression.meaning
    partial = partial_of(meaning)
    return partial is not None and partial.day is not None


def last_word(expression: Expression) -> Expression:
    """The expression of the last word: "samedi" of "trois jours après la fusillade de samedi".

    Returns:
        The same expression with the span and the text of its last word.
    """
    at = expression.text.rfind(" ") + 1
    span = Span(expression.span.start + at, expression.span.end)
    return replace(expression, span=span, text=expression.text[at:])
