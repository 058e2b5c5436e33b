"""The rules of English; of two rules that match the same words, the earlier one wins."""

from timeline.languages.en.rules import days, periods, relative, times
from timeline.languages.grammar import Rule

RULES: tuple[Rule, ...] = (*days.RULES, *periods.RULES, *relative.RULES, *times.RULES)
