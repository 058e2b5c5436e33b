"""The French Republican calendar while it was in force: years I to XIV, 22 September 1792 to 31 December 1805."""

from __future__ import annotations

from timeline.calendar.civil import DAY, moment
from timeline.model import Moment

_FIRST_DAYS = (22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23)
"""The day of September on which each year began (G. Romme's rule: the autumn equinox in Paris)."""


def republican_day(year: int, month: int = 1, day: int = 1) -> Moment | None:
    """The first moment of a day of the Republican calendar.

    Args:
        year: 1 to 15; year 15 only to compute the end of year 14.
        month: 1 (vendémiaire) to 12 (fructidor), of thirty days each; 13 for the complementary days after them.
        day: 1 to 30; of month 13, 1 to 5, or 6 in the years III, VII and XI.

    Returns:
        The moment, or None where that calendar has no such day.
    """
    if year == 15 and (month, day) == (1, 1):
        return moment(1806, 9, 23)
    longest = 30 if month <= 12 else 6 if year in (3, 7, 11) else 5
    if not (1 <= year <= 14 and 1 <= month <= 13 and 1 <= day <= longest):
        return None
    return moment(1791 + year, 9, _FIRST_DAYS[year - 1]) + (30 * (month - 1) + day - 1) * DAY
