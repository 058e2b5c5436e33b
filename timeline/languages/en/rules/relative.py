"""Distances from now or from the last date, and the units around it."""

from __future__ import annotations

from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Direction, Duration, Granularity, Modifier, Nth, Origin, Shift, This

DAY = Granularity.DAY
TEXT = Origin.TEXT


_EVENT = "(?:the |an? |his |her |their )?[a-z][a-z'-]{2,}(?: [a-z][a-z'-]+){0,3} (?:of|on) (?:the )?"
_DATE_BEGINS = (
    r"^ ?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|"
    "october|november|december|christmas|easter)"
)


def period(unit: Granularity, direction: Direction) -> Made:
    """ "last week"."""
    return This(unit, -1 if direction is Direction.BACK else 1)


RULES: tuple[Rule, ...] = (
    Rule("yesterday", "yesterday", Kind.DAY, lambda: Shift(-1, DAY), examples={"He left yesterday.": "2020-05-19"}),
    Rule(
        "the day before yesterday",
        "the day before yesterday",
        Kind.DAY,
        lambda: Shift(-2, DAY),
        examples={"the day before yesterday": "2020-05-18"},
    ),
    Rule("tomorrow", "tomorrow", Kind.DAY, lambda: Shift(1, DAY), examples={"He leaves tomorrow.": "2020-05-21"}),
    Rule(
        "the day after tomorrow",
        "the day after tomorrow",
        Kind.DAY,
        lambda: Shift(2, DAY),
        examples={"the day after tomorrow": "2020-05-22"},
    ),
    Rule("today", "today", Kind.DAY, lambda: This(DAY), examples={"He leaves today.": "2020-05-20"}),
    Rule(
        "the next day",
        "the (?:next|following) day|the day after",
        Kind.DAY,
        lambda: Shift(1, DAY, origin=TEXT),
        not_after=" [a-z]",
        examples={"On 12 May he left; the next day, he was back.": ("2020-05-12", "2020-05-13")},
    ),
    Rule(
        "the day before",
        "the (?:previous day|day before)",
        Kind.DAY,
        lambda: Shift(-1, DAY, origin=TEXT),
        not_after=" (?:the|his|her|a)",
        examples={"On 12 May he left. The day before, he had called.": ("2020-05-12", "2020-05-11")},
    ),
    Rule(
        "the same day",
        "(?:the |that )same day|that day",
        Kind.DAY,
        lambda: This(DAY, origin=TEXT),
        examples={"On 12 May he left. That day, it rained.": ("2020-05-12", "2020-05-12")},
    ),
    Rule(
        "ago",
        "{count}{unit} ago",
        Kind.AGO,
        lambda count, unit: Shift(None if count is None else -count, unit, Direction.BACK),
        examples={
            "He left three days ago.": "2020-05-17",
            "ten years ago": "2010",
            "a month ago": "2020-04",
            "a few days ago": "PAST_REF",
            "two weeks ago": "2020-05-06",
        },
    ),
    Rule(
        "in",
        "in {count}{unit}(?:'s? time)?",
        Kind.AHEAD,
        lambda count, unit: Shift(count, unit, Direction.FORWARD),
        examples={
            "He will leave in three days.": "2020-05-23",
            "in two weeks": "2020-06-03",
            "in a few days": "FUTURE_REF",
        },
    ),
    Rule(
        "later",
        "{count}{unit} (?:later|afterwards)",
        Kind.LATER,
        lambda count, unit: Shift(count, unit, Direction.FORWARD, TEXT),
        examples={"On 4 May he fell ill. Three days later, he died.": ("2020-05-04", "2020-05-07")},
    ),
    Rule(
        "earlier",
        "{count}{unit} (?:earlier|before)",
        Kind.LATER,
        lambda count, unit: Shift(None if count is None else -count, unit, Direction.BACK, TEXT),
        not_after=" [a-z0-9]",
        examples={"Elected in 2010, he had failed ten years earlier.": ("2010", "2000")},
    ),
    Rule(
        "before or after something",
        "[[{count}{unit} {side}]] ",
        Kind.OFFSET,
        lambda count, unit, side: Shift(
            None if count is None else count * (-1 if side is Direction.BACK else 1), unit, side
        ),
        helper=True,
        dotted=True,
    ),
    Rule(
        "before or after an event",
        f"[[{{count}}{{unit}} {{side}} {_EVENT}]]",
        Kind.OFFSET,
        lambda count, unit, side: Shift(
            None if count is None else count * (-1 if side is Direction.BACK else 1), unit, side
        ),
        after=_DATE_BEGINS,
        helper=True,
        dotted=True,
    ),
    Rule(
        "eve of an event",
        f"(?:the )?[[{{eve}} (?:of )?{_EVENT}]]",
        Kind.OFFSET,
        lambda eve: Shift(eve, DAY),
        after=_DATE_BEGINS,
        helper=True,
        dotted=True,
    ),
    Rule(
        "unit before or after",
        "(?:the )?[[{direction} {unit:period}]]",
        Kind.PERIOD,
        lambda direction, unit: period(unit, direction),
        examples={
            "He left last week.": "2020-W20",
            "next month": "2020-06",
            "last year": "2019",
            "next weekend": "2020-W22-WE",
        },
    ),
    Rule(
        "unit after, in the text",
        "the (?:following|next) {unit:period}",
        Kind.PERIOD,
        lambda unit: This(unit, 1, TEXT),
        examples={"In 2012, he won. The following year, he lost.": ("2012", "2013")},
    ),
    Rule(
        "the weekend",
        "(?:at |over |during |before |after |since )the [[weekend]]",
        Kind.PERIOD,
        lambda: This(Granularity.WEEKEND),
        not_after=r" (?:of|after|before)\b",
        examples={"Two men drowned at the weekend.": "2020-W20-WE", "It will rain over the weekend.": "2020-W21-WE"},
    ),
    Rule(
        "this unit",
        "this {unit:period}",
        Kind.PERIOD,
        lambda unit: This(unit),
        examples={"this week": "2020-W21", "this year": "2020"},
    ),
    Rule(
        "last units",
        "(?:the |these )?{direction} {count}{unit}",
        Kind.LASTING,
        lambda direction, count, unit: Duration(((count, unit),), direction),
        examples={"over the last ten days": "P10D", "the next three months": "P3M"},
    ),
    *(
        Rule(
            f"{modifier.lower()} of something",
            f"(?:in |at |by |the )?[[(?:the )?(?:{forms})]]",
            Kind.EDGE,
            None,
            modifier=modifier,
            helper=True,
            dotted=True,
        )
        for modifier, forms in (
            (Modifier.START, "early |start of |beginning of |start of the |beginning of the "),
            (Modifier.MID, "mid-|mid |middle of |middle of the "),
            (Modifier.END, "late |end of |end of the "),
        )
    ),
    *(
        Rule(
            f"{modifier.lower()} of a century",
            f"(?:in |at |by |the )?[[(?:the )?(?:{forms}) (?:half|quarter|third) of (?:the )?]]",
            Kind.EDGE,
            None,
            modifier=modifier,
            helper=True,
            dotted=True,
            after=r"^(?:\d{1,2}(?:st|nd|rd|th) century|(?:1\d|20)\d0s)",
        )
        for modifier, forms in (
            (Modifier.START, "first|1st"),
            (Modifier.MID, "third|3rd"),
            (Modifier.END, "second|2nd|last|final|fourth|4th"),
        )
    ),
    Rule(
        "units from a day",
        "[[{count}{unit} from]] ",
        Kind.OFFSET,
        lambda count, unit: None if count is None else Shift(count, unit, Direction.FORWARD),
        after=r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:today|tomorrow)",
        helper=True,
        dotted=True,
    ),
    Rule(
        "end of the unit",
        "(?:in |at |by )?[[(?:the )?end of (?:the |this ){unit:period}]]",
        Kind.PERIOD,
        lambda unit: This(unit),
        modifier=Modifier.END,
        examples={"by the end of the month": "2020-05"},
    ),
    Rule(
        "nth of something",
        "(?:the )?{nth:ordinal} (?:{weekday}|{unit}) (?:of|in) ",
        Kind.NTH,
        lambda nth, weekday=None, unit=None: Nth(nth, unit or DAY, This(Granularity.YEAR), weekday),
        helper=True,
        dotted=True,
    ),
)
