"""English neighbours that form one expression."""

from __future__ import annotations

from dataclasses import replace

from timeline.languages.grammar import Join
from timeline.languages.kinds import Kind
from timeline.model import Clock, Granularity, Meaning, Nth, On, Partial, Shift, This

DAYS = (Kind.DAY, Kind.WEEKDAY)
PERIODS = (Kind.MONTH, Kind.YEAR, Kind.PERIOD, Kind.SEASON, Kind.DECADE, Kind.CENTURY, Kind.QUARTER)


def on(day: Meaning, time: Clock) -> Meaning:
    """ "Monday evening"."""
    return On(day, time)


def time_then_day(time: Clock, day: Meaning) -> Meaning:
    """ "at 5 pm on Monday"."""
    return On(day, time)


def from_base(offset: Shift, base: Meaning) -> Meaning:
    """ "two weeks before Christmas"."""
    return replace(offset, base=base)


def nth_within(nth: Nth, within: Meaning) -> Meaning:
    """ "the first Monday of May"."""
    return replace(nth, within=within)


def keep_right(_: object, right: Meaning) -> Meaning:
    """The right expression; the left word only gives the part of it that is meant."""
    return right


def weekday_in_week(weekday: Partial, week: Meaning) -> Meaning | None:
    """ "Tuesday last week", "the Monday of next week"."""
    if weekday.weekday is None or weekday.day or not isinstance(week, This) or week.unit is not Granularity.WEEK:
        return None
    return Nth(weekday.weekday + 1, Granularity.DAY, week)


JOINS = (
    Join("weekday in a week", (Kind.WEEKDAY,), (" ", " of "), (Kind.PERIOD,), weekday_in_week, Kind.DAY, examples={"It has been shut since Tuesday last week.": "2020-05-12", "on Monday of next week": "2020-05-25"}),
    Join("day and part", DAYS, (" ", " in the "), (Kind.BAREPART, Kind.PART), on, Kind.DAYED,
         examples={"He was held on Monday evening.": "2020-05-18TEV", "He left yesterday morning.": "2020-05-19TMO"}),
    Join("day and clock", DAYS, (" at ", ", ", " "), (Kind.CLOCK,), on, Kind.TIMED, examples={"The concert is on Saturday at 8 pm": "2020-05-23T20:00"}),
    Join("clock and day", (Kind.CLOCK,), (" on ", " ", ", "), DAYS, time_then_day, Kind.TIMED, examples={"It broke at 5 pm on 3 March 2018.": "2018-03-03T17:00"}),
    Join("offset from a date", (Kind.OFFSET,), ("",), (*DAYS, *PERIODS), from_base, Kind.DAY, examples={"He died two weeks before Christmas.": "2019-12-11", "Three days after the attack of 13 November 2015, it met.": "2015-11-16", "on the eve of the vote of 7 May 2017": "2017-05-06"}),
    Join("nth within", (Kind.NTH,), ("", "the "), PERIODS, nth_within, Kind.DAY, examples={"the first Monday of May 2019": "2019-05-06"}),
    Join("edge of a period", (Kind.EDGE,), ("", "the "), PERIODS, keep_right, Kind.EDGED, examples={"He left in early 2019.": "2019", "in mid-March 2018": "2018-03", "in the late 1990s": "199", "at the end of last year": "2019"}),
)  # fmt: skip
