"""Times of day, repeated times, durations and vague references."""

from __future__ import annotations

from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Clock, Duration, Granularity, On, PartOfDay, Reference, Repeat, Shift, This, Vague

DAY = Granularity.DAY


def clock(hour: int, minute: int | None = None, meridiem: PartOfDay | None = None, zone: str = "") -> Made:
    """ "5.30 pm"."""
    if meridiem is PartOfDay.AFTERNOON and hour < 12:
        hour += 12
    if meridiem is PartOfDay.MORNING and hour == 12:
        hour = 0
    return Clock(hour, minute, zone=zone)


RULES: tuple[Rule, ...] = (
    Rule(
        "clock",
        "{hour:two}(?:[:.]{minute:two_figures})? ?{meridiem}(?: {zone})?",
        Kind.CLOCK,
        clock,
        dotted=True,
        not_before=r"[\d.,:]$",
        examples={"at 5 pm": "2020-05-20T17:00", "at 5.30 p.m.": "2020-05-20T17:30", "at 9am": "2020-05-20T09:00"},
    ),
    Rule(
        "clock of 24 hours",
        "{hour:two}:{minute:two_figures}(?: {zone})?",
        Kind.CLOCK,
        clock,
        not_before=r"[\d.,:]$",
        not_after=r":?\d",
        examples={"at 15:15": "2020-05-20T15:15", "at 20:30 GMT": "2020-05-20T20:30Z"},
    ),
    Rule(
        "o'clock",
        "{hour:number} o'clock",
        Kind.CLOCK,
        lambda hour: Clock(int(hour)),
        examples={"at eight o'clock": "2020-05-20T08:00"},
    ),
    Rule(
        "noon and midnight", "{noon}", Kind.CLOCK, lambda noon: Clock(noon, 0), examples={"at noon": "2020-05-20T12:00"}
    ),
    Rule(
        "this part of day",
        "this {part}",
        Kind.DAYED,
        lambda part: On(This(DAY), Clock(part=part)),
        examples={"He left this morning.": "2020-05-20TMO"},
    ),
    Rule(
        "tonight",
        "tonight",
        Kind.DAYED,
        lambda: On(This(DAY), Clock(part=PartOfDay.NIGHT)),
        examples={"He leaves tonight.": "2020-05-20TNI"},
    ),
    Rule(
        "last night",
        "last night|overnight",
        Kind.DAYED,
        lambda: On(Shift(-1, DAY), Clock(part=PartOfDay.NIGHT)),
        examples={"He left last night.": "2020-05-19TNI"},
    ),
    Rule(
        "part of day",
        "in the [[{part}]]",
        Kind.PART,
        lambda part: Clock(part=part),
        not_after="s",
        examples={"He left in the evening.": "2020-05-20TEV"},
    ),
    Rule("bare part of day", "{part}", Kind.BAREPART, lambda part: Clock(part=part), helper=True),
    Rule("every unit", "(?:every|each) {unit}", Kind.SET, Repeat, examples={"He swims every day.": "P1D"}),
    Rule(
        "every n units",
        "every {count:number} {unit}",
        Kind.SET,
        lambda count, unit: Repeat(unit, count),
        examples={"every two weeks": "P2W"},
    ),
    Rule(
        "every weekday",
        "(?:every|each)(?: other)? {weekday}|on {weekday2:weekdays}",
        Kind.SET,
        lambda weekday=None, weekday2=None: Repeat(Granularity.WEEK, 1, weekday if weekday is not None else weekday2),
        examples={
            "He swims every Monday.": "XXXX-WXX-1",
            "every other Friday": "XXXX-WXX-5",
            "He swims on Tuesdays": "XXXX-WXX-2",
        },
    ),
    Rule(
        "opening days",
        "(?P<first>{weekday}) ?(?:to|through|-) ?(?P<last>{weekday2:weekday})",
        Kind.SETS,
        lambda weekday, weekday2: {
            "first": Repeat(Granularity.WEEK, 1, weekday),
            "last": Repeat(Granularity.WEEK, 1, weekday2),
        },
        before=r"\b(?:open|opens|closed|runs|available|served)(?: [a-z]+){0,2},? (?:from )?$",
        not_after=r" (?:\d|last|next)",
        examples={"The clinic is open Tuesday to Saturday.": ("XXXX-WXX-2", "XXXX-WXX-6")},
        refuses=(),
    ),
    Rule(
        "times a unit",
        "(?:once|twice|{times:number} times) (?:a|per|every) {unit}",
        Kind.SET,
        lambda unit, times=None: Repeat(unit, 1),
        examples={"twice a month": "P1M"},
    ),
    Rule(
        "adjective of a unit",
        "{every}",
        Kind.SET,
        lambda every: Repeat(every),
        not_before=r"(?:the|a) (?-i:[A-Z])?$",
        not_after=" (?-i:[A-Z])",
        examples={"his monthly pay": "P1M"},
        refuses=("the Daily Mail",),
    ),
    Rule(
        "duration",
        "{count}{unit}",
        Kind.DURATION,
        lambda count, unit: Duration(((count, unit),)),
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
        Kind.VAGUE,
        lambda: Vague(Reference.PRESENT),
        examples={"He currently lives here.": "PRESENT_REF"},
        not_after=" that",
    ),
    Rule(
        "past",
        "recently|formerly|in the past|previously|long ago",
        Kind.VAGUE,
        lambda: Vague(Reference.PAST),
        examples={"He recently left.": "PAST_REF"},
    ),
    Rule(
        "future",
        "soon|in the future|shortly",
        Kind.VAGUE,
        lambda: Vague(Reference.FUTURE),
        not_before="as $",
        not_after=" (?:after|before|as)",
        examples={"He will soon leave.": "FUTURE_REF"},
    ),
)
