"""The rules of French; of two rules that match the same words, the earlier one wins."""

from timeline.languages.fr.time.rules import (
    clock,
    counted,
    durations,
    hours,
    nights,
    refusals,
    relative,
    sets,
    units,
    vague,
)
from timeline.languages.fr.time.rules.calendar import (
    centuries,
    day_lists,
    day_numbers,
    days,
    figures,
    months,
    named_days,
    periods,
    years,
)
from timeline.languages.grammar import Rule

RULES: tuple[Rule, ...] = (
    *refusals.RULES,
    *days.RULES,
    *day_numbers.RULES,
    *day_lists.RULES,
    *figures.RULES,
    *named_days.RULES,
    *years.RULES,
    *centuries.RULES,
    *months.RULES,
    *periods.RULES,
    *nights.RULES,
    *clock.RULES,
    *hours.RULES,
    *counted.RULES,
    *relative.RULES,
    *units.RULES,
    *sets.RULES,
    *durations.RULES,
    *vague.RULES,
)
