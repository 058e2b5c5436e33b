"""The rules of English, in the order in which they win over the same words."""

from timeline.languages.en.rules import days, periods, relative, times
from timeline.languages.grammar import Rule

RULES: tuple[Rule, ...] = (*days.RULES, *periods.RULES, *relative.RULES, *times.RULES)
