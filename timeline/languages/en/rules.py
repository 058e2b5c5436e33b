"""The rules of English, in the order in which they win over the same words."""

from __future__ import annotations

from timeline.languages.grammar import Made, Rule
from timeline.model import (
    Between,
    Clock,
    Direction,
    Fixed,
    Granularity,
    Lasting,
    Modifier,
    Nth,
    On,
    Origin,
    Partial,
    PartOfDay,
    Reference,
    Repeat,
    Shift,
    This,
    Vague,
)

DAY = Granularity.DAY
TEXT = Origin.TEXT


def date(**slots: object) -> Made:
    """A Partial of the slots; "the following Monday" counts from the text."""
    if "relative" in slots:
        slots.update(direction=slots.pop("relative"), origin=TEXT)
    return Partial(**slots)  # type: ignore[arg-type]  # the slots are named after the fields


def numeric(day: int, month: int, year: int) -> Made:
    """Figures in the ISO order."""
    return Partial(year=year, month=month, day=day) if 1 <= month <= 12 and day <= 31 else None


def day_range(day: int, day2: int, **shared: object) -> Made:
    """ "3 to 5 June"."""
    first, last = Partial(day=day, **shared), Partial(day=day2, **shared)  # type: ignore[arg-type]  # as above
    return {"first": Between(first, last, "first"), "last": Between(first, last, "last")}


def year_range(year: int, year2: int) -> Made:
    """ "from 2015 to 2018"."""
    first, last = Partial(year=year), Partial(year=year2)
    return {"first": Between(first, last, "first"), "last": Between(first, last, "last")} if year < year2 else None


def period(unit: Granularity, direction: Direction) -> Made:
    """ "last week"."""
    return This(unit, -1 if direction is Direction.BACK else 1)


def clock(hour: int, minute: int | None = None, meridiem: PartOfDay | None = None, zone: str = "") -> Made:
    """ "5.30 pm"."""
    if meridiem is PartOfDay.AFTERNOON and hour < 12:
        hour += 12
    if meridiem is PartOfDay.MORNING and hour == 12:
        hour = 0
    return Clock(hour, minute, zone=zone)


def decade(decade: int) -> Made:
    """ "the 1990s", "the 60s"."""
    return Fixed(decade if decade >= 100 else decade + 1900, Granularity.DECADE)


def _refusal(name: str, pattern: str, *refuses: str) -> Rule:
    return Rule(name, pattern, "", refuses=refuses)


RULES: tuple[Rule, ...] = (
    _refusal(
        "may the verb",
        "(?:who|that|which|it|they|he|she|we|i|you|and|or|but|this|also|not|[a-z]+s) may|may (?:be|have|not|also|well|never|still|yet)",
        "It may rain.",
        "They may be late.",
    ),
    _refusal(
        "march the verb",
        "(?:to|will|they|we|a|the|protest|long|on the|who) march|march (?:on|through|past|against|for)",
        "A march through the city",
        "They will march.",
    ),
    _refusal(
        "first names",
        "(?-i:(?:April|May|June|August|Summer|Autumn) [A-Z][a-z]+)",
        "April Jones sang.",
        "June Carter sang.",
    ),
    _refusal(
        "fall the verb",
        "(?:to|will|may|can|prices|did|not|they|a|the) fall|fall (?:in|of|by|to|into|from)",
        "Prices fall by half.",
        "the fall of Rome",
    ),
    _refusal("spring the verb", "(?:to|hot|off) spring|spring (?:up|from|onions?)", "a hot spring"),
    _refusal(
        "second",
        "(?:the|a|his|her|their|every) second (?:world|time|half|place|chance|wave|round|home|term)|second-hand",
        "a second chance",
    ),
    _refusal(
        "ages",
        r"\d{1,3}[ -]years?[ -]old|aged? \d{1,3}(?: years)?|(?-i:[A-Z][a-z]+), \d{1,3},",
        "a 35-year-old man",
        "John, 35, left.",
        "aged 42",
    ),
    _refusal("laws", r"(?-i:Act) (?:of )?\d{4}", "the Housing Act 1988"),
    _refusal("sizes", r"\d+ (?:km|metres|miles|people|dollars|euros)", "2000 people"),
    Rule(
        "day and month",
        "(?:this )?(?:{weekday},? (?:the )?)?{day}(?: of)? {month}(?:,? {year})?",
        "day",
        date,
        examples={
            "He left on 3 March 2015.": "2015-03-03",
            "He left on Wednesday 13 May.": "2020-05-13",
            "the 1st of April 1999": "1999-04-01",
            "He left on 5 May": "2020-05-05",
        },
    ),
    Rule(
        "month and day",
        "(?:{weekday},? )?{month} (?:the )?{day}(?:,? {year})?",
        "day",
        date,
        not_after=r"\d|:\d",
        examples={
            "He left on March 3, 2015.": "2015-03-03",
            "He left on May 5th.": "2020-05-05",
            "Tuesday, May 12, 2020": "2020-05-12",
        },
    ),
    Rule(
        "range of days",
        "(?:from |between )?(?P<first>{day}) ?(?:to|and|-|until|through) ?(?P<last>{day2:day} {month}(?:,? {year})?)",
        "days",
        day_range,
        examples={
            "It runs from 3 to 5 June.": ("2020-06-03", "2020-06-05"),
            "13-15 July 2019": ("2019-07-13", "2019-07-15"),
        },
    ),
    Rule(
        "range of days after the month",
        "{month} (?P<first>{day}) ?(?:to|-|through) ?(?P<last>{day2:day})(?:,? {year})?",
        "days",
        day_range,
        examples={"July 13-15, 2019": ("2019-07-13", "2019-07-15")},
        refuses=("a 13-15 lead",),
    ),
    Rule(
        "ISO date",
        "{year}-{month:two}-{day:two}",
        "day",
        numeric,
        not_before=r"[\d-]$",
        not_after=r"-\d",
        examples={"on 2019-03-12": "2019-03-12"},
    ),
    Rule(
        "weekday",
        "(?:this )?{weekday}",
        "weekday",
        date,
        examples={
            "He resigned on Tuesday.": "2020-05-19",
            "He will resign on Friday.": "2020-05-22",
            "The vote is due on Monday.": "2020-05-25",
        },
    ),
    Rule(
        "weekday before or after",
        "(?:{direction}|the {relative}) {weekday}",
        "weekday",
        date,
        examples={"He left last Friday.": "2020-05-15", "He will leave next Friday.": "2020-05-22"},
    ),
    Rule(
        "month",
        "{month}(?:,? {year})?",
        "month",
        date,
        not_before=r"\b(?:to|the|a|you|who|they|we|it|he|she|i|that|which|this|not) $",
        not_after=r"-| [a-z]+ (?:be|have)\b",
        before=r"(?:\b(?:in|of|since|until|by|from|to|and|early|late|mid|during|through|before|after|last|next|,) ?|\bmid-|^|\n|\()$",
        examples={
            "He won in November.": "2019-11",
            "It will open in September.": "2020-09",
            "in April 2016": "2016-04",
        },
        refuses=("You may go.",),
    ),
    Rule("month before or after", "{direction} {month}", "month", date, examples={"He won last March.": "2020-03"}),
    Rule(
        "year",
        "{year}",
        "year",
        lambda year: Partial(year=year),
        before=r"(?:\b(?:in|since|until|by|before|after|from|to|of|during|early|late|mid|around|the year|election|summer|winter|spring|autumn) |\()$",
        not_after=r"[\d,.]\d| (?:people|euros|dollars|pounds|miles|men|women|workers|soldiers|years|votes|jobs|copies|times|[a-z]+s)\b",
        examples={"He was born in 1986.": "1986", "since 2004": "2004"},
        refuses=("some 2000 workers", "a crowd of 1500 people"),
    ),
    Rule(
        "years apart",
        "(?:from |between )[[(?P<first>{year})]] (?:to|and|until) (?P<last>{year2:year})",
        "years",
        year_range,
        examples={"He ruled from 2015 to 2018.": ("2015", "2018")},
    ),
    Rule(
        "before Christ",
        "{year:number} {era}",
        "year",
        lambda year, era: Partial(year=1 - int(year), era=era),
        dotted=True,
        examples={"in 52 BC": "BC0052"},
    ),
    Rule(
        "decade",
        "(?:the )?[[{decade}]]",
        "decade",
        decade,
        examples={"in the 1990s": "199", "in the 60s": "196"},
        before=r"(?:in|of|since|from|early|mid|late|during|^) ?(?:the )?$",
    ),
    Rule(
        "century",
        "(?:the )?[[{century} century(?: {era})?]]",
        "century",
        lambda century, era="": Fixed(-century * 100 if era else (century - 1) * 100, Granularity.CENTURY),
        examples={"a 19th century castle": "18"},
    ),
    Rule(
        "season",
        "(?:this |in the |in |the |early |late )[[{season}(?: (?:of )?{year})?]]",
        "season",
        date,
        examples={
            "He will leave this summer.": "2020-SU",
            "in the spring of 2018": "2018-SP",
            "in autumn 2012": "2012-FA",
        },
    ),
    Rule(
        "season before or after", "{direction} {season}", "season", date, examples={"He left last summer.": "2019-SU"}
    ),
    Rule("season and year", "{season} {year}", "season", date, examples={"summer 2012 was hot": "2012-SU"}),
    Rule(
        "quarter",
        "{nth:ordinal} quarter(?: of)?(?: {year})?",
        "quarter",
        lambda nth, **slots: This(Granularity.QUARTER, -1) if nth < 0 else Partial(quarter=nth, **slots),
        examples={"the first quarter of 2019": "2019-Q1"},
    ),
    Rule(
        "holiday",
        "{holiday}(?: {year})?",
        "day",
        date,
        examples={
            "He left at Christmas.": "2019-12-25",
            "Easter Monday was wet.": "2020-04-13",
            "on Christmas Eve 2015": "2015-12-24",
        },
    ),
    Rule("yesterday", "yesterday", "day", lambda: Shift(-1, DAY), examples={"He left yesterday.": "2020-05-19"}),
    Rule(
        "the day before yesterday",
        "the day before yesterday",
        "day",
        lambda: Shift(-2, DAY),
        examples={"the day before yesterday": "2020-05-18"},
    ),
    Rule("tomorrow", "tomorrow", "day", lambda: Shift(1, DAY), examples={"He leaves tomorrow.": "2020-05-21"}),
    Rule(
        "the day after tomorrow",
        "the day after tomorrow",
        "day",
        lambda: Shift(2, DAY),
        examples={"the day after tomorrow": "2020-05-22"},
    ),
    Rule("today", "today", "day", lambda: This(DAY), examples={"He leaves today.": "2020-05-20"}),
    Rule(
        "the next day",
        "the (?:next|following) day|the day after",
        "day",
        lambda: Shift(1, DAY, origin=TEXT),
        not_after=" [a-z]",
        examples={"On 12 May he left; the next day, he was back.": ("2020-05-12", "2020-05-13")},
    ),
    Rule(
        "the day before",
        "the (?:previous day|day before)",
        "day",
        lambda: Shift(-1, DAY, origin=TEXT),
        not_after=" (?:the|his|her|a)",
        examples={"On 12 May he left. The day before, he had called.": ("2020-05-12", "2020-05-11")},
    ),
    Rule(
        "the same day",
        "(?:the |that )same day|that day",
        "day",
        lambda: This(DAY, origin=TEXT),
        examples={"On 12 May he left. That day, it rained.": ("2020-05-12", "2020-05-12")},
    ),
    Rule(
        "ago",
        "{count}{unit} ago",
        "ago",
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
        "ahead",
        lambda count, unit: Shift(count, unit, Direction.ON),
        examples={
            "He will leave in three days.": "2020-05-23",
            "in two weeks": "2020-06-03",
            "in a few days": "FUTURE_REF",
        },
    ),
    Rule(
        "later",
        "{count}{unit} (?:later|afterwards)",
        "later",
        lambda count, unit: Shift(count, unit, Direction.ON, TEXT),
        examples={"On 4 May he fell ill. Three days later, he died.": ("2020-05-04", "2020-05-07")},
    ),
    Rule(
        "earlier",
        "{count}{unit} (?:earlier|before)",
        "later",
        lambda count, unit: Shift(None if count is None else -count, unit, Direction.BACK, TEXT),
        not_after=" [a-z0-9]",
        examples={"Elected in 2010, he had failed ten years earlier.": ("2010", "2000")},
    ),
    Rule(
        "before or after something",
        "[[{count}{unit} {side}]] ",
        "offset",
        lambda count, unit, side: Shift(
            None if count is None else count * (-1 if side is Direction.BACK else 1), unit, side
        ),
        helper=True,
        dotted=True,
    ),
    Rule(
        "unit before or after",
        "(?:the )?[[{direction} {unit:period}]]",
        "period",
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
        "period",
        lambda unit: This(unit, 1, TEXT),
        examples={"In 2012, he won. The following year, he lost.": ("2012", "2013")},
    ),
    Rule(
        "this unit",
        "this {unit:period}",
        "period",
        lambda unit: This(unit),
        examples={"this week": "2020-W21", "this year": "2020"},
    ),
    Rule(
        "last units",
        "(?:the |these )?{direction} {count}{unit}",
        "lasting",
        lambda direction, count, unit: Lasting(((count, unit),), direction),
        examples={"over the last ten days": "P10D", "the next three months": "P3M"},
    ),
    *(
        Rule(
            f"{modifier.lower()} of something",
            f"(?:in |at |by |the )?[[(?:the )?(?:{forms})]]",
            "edge",
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
    Rule(
        "end of the unit",
        "(?:in |at |by )?[[(?:the )?end of (?:the |this ){unit:period}]]",
        "period",
        lambda unit: This(unit),
        modifier=Modifier.END,
        examples={"by the end of the month": "2020-05"},
    ),
    Rule(
        "nth of something",
        "(?:the )?{nth:ordinal} (?:{weekday}|{unit}) (?:of|in) ",
        "nth",
        lambda nth, weekday=None, unit=None: Nth(nth, unit or DAY, This(Granularity.YEAR), weekday),
        helper=True,
        dotted=True,
    ),
    Rule(
        "clock",
        "{hour:two}(?:[:.]{minute:two_figures})? ?{meridiem}(?: {zone})?",
        "clock",
        clock,
        dotted=True,
        not_before=r"[\d.,:]$",
        examples={"at 5 pm": "2020-05-20T17:00", "at 5.30 p.m.": "2020-05-20T17:30", "at 9am": "2020-05-20T09:00"},
    ),
    Rule(
        "clock of 24 hours",
        "{hour:two}:{minute:two_figures}(?: {zone})?",
        "clock",
        clock,
        not_before=r"[\d.,:]$",
        not_after=r":?\d",
        examples={"at 15:15": "2020-05-20T15:15", "at 20:30 GMT": "2020-05-20T20:30Z"},
    ),
    Rule(
        "o'clock",
        "{hour:number} o'clock",
        "clock",
        lambda hour: Clock(int(hour)),
        examples={"at eight o'clock": "2020-05-20T08:00"},
    ),
    Rule("noon and midnight", "{noon}", "clock", lambda noon: Clock(noon, 0), examples={"at noon": "2020-05-20T12:00"}),
    Rule(
        "this part of day",
        "this {part}",
        "dayed",
        lambda part: On(This(DAY), Clock(part=part)),
        examples={"He left this morning.": "2020-05-20TMO"},
    ),
    Rule(
        "tonight",
        "tonight",
        "dayed",
        lambda: On(This(DAY), Clock(part=PartOfDay.NIGHT)),
        examples={"He leaves tonight.": "2020-05-20TNI"},
    ),
    Rule(
        "last night",
        "last night|overnight",
        "dayed",
        lambda: On(Shift(-1, DAY), Clock(part=PartOfDay.NIGHT)),
        examples={"He left last night.": "2020-05-19TNI"},
    ),
    Rule(
        "part of day",
        "in the [[{part}]]",
        "part",
        lambda part: Clock(part=part),
        not_after="s",
        examples={"He left in the evening.": "2020-05-20TEV"},
    ),
    Rule("bare part of day", "{part}", "barepart", lambda part: Clock(part=part), helper=True),
    Rule("every unit", "(?:every|each) {unit}", "set", Repeat, examples={"He swims every day.": "P1D"}),
    Rule(
        "every n units",
        "every {count:number} {unit}",
        "set",
        lambda count, unit: Repeat(unit, count),
        examples={"every two weeks": "P2W"},
    ),
    Rule(
        "every weekday",
        "(?:every|each) {weekday}|on {weekday2:weekdays}",
        "set",
        lambda weekday=None, weekday2=None: Repeat(Granularity.WEEK, 1, weekday if weekday is not None else weekday2),
        examples={"He swims every Monday.": "XXXX-WXX-1", "He swims on Tuesdays": "XXXX-WXX-2"},
    ),
    Rule(
        "times a unit",
        "(?:once|twice|{times:number} times) (?:a|per|every) {unit}",
        "set",
        lambda unit, times=None: Repeat(unit, 1),
        examples={"twice a month": "P1M"},
    ),
    Rule(
        "adjective of a unit",
        "{every}",
        "set",
        lambda every: Repeat(every),
        not_before=r"(?:the|a) (?-i:[A-Z])?$",
        not_after=" (?-i:[A-Z])",
        examples={"his monthly pay": "P1M"},
        refuses=("the Daily Mail",),
    ),
    Rule(
        "duration",
        "{count}{unit}",
        "duration",
        lambda count, unit: Lasting(((count, unit),)),
        not_before=r"(?:\bage of|aged|\d-|the) $",
        not_after=r"[ -]old\b|'s? old| of age",
        examples={
            "He waited three days.": "P3D",
            "for several months": "PXM",
            "a ten-year term": "P10Y",
            "half an hour": "PT30M",
        },
        refuses=("He is ten years old.",),
    ),
    Rule(
        "present",
        "currently|now|nowadays|at the moment|at present",
        "vague",
        lambda: Vague(Reference.PRESENT),
        examples={"He currently lives here.": "PRESENT_REF"},
        not_after=" that",
    ),
    Rule(
        "past",
        "recently|formerly|in the past|previously|long ago",
        "vague",
        lambda: Vague(Reference.PAST),
        examples={"He recently left.": "PAST_REF"},
    ),
    Rule(
        "future",
        "soon|in the future|shortly",
        "vague",
        lambda: Vague(Reference.FUTURE),
        not_before="as $",
        not_after=" (?:after|before|as)",
        examples={"He will soon leave.": "FUTURE_REF"},
    ),
)
