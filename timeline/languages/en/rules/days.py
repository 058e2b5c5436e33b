"""Refusals, full and partial dates, and weekdays."""

from __future__ import annotations

from typing import Any

from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Between, Direction, Origin, Partial, Side

TEXT = Origin.TEXT


def date(**slots: Any) -> Made:
    """A Partial made of the slots; "the following Monday" is counted from the text.

    Args:
        slots: The fields of a Partial by name, and perhaps `relative`, its direction from the text's day.
    """
    if "relative" in slots:
        slots.update(direction=slots.pop("relative"), origin=TEXT)
    return Partial(**slots)


def numeric(day: int, month: int, year: int) -> Made:
    """A date in figures, in ISO order."""
    return Partial(year=year, month=month, day=day) if 1 <= month <= 12 and day <= 31 else None


def day_range(day: int, day2: int, **shared: Any) -> Made:
    """ "3 to 5 June"."""
    first, last = Partial(day=day, **shared), Partial(day=day2, **shared)
    return {"first": Between(first, last, Side.FIRST), "last": Between(first, last, Side.LAST)}


def _refusal(name: str, pattern: str, *refuses: str) -> Rule:
    return Rule(name, pattern, Kind.REFUSAL, refuses=refuses)


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
        "May the person",
        "(?-i:May) (?:said|says|told|added|insisted|insists|warned|warns|resigned|promised|promises)",
        "May said she would stay.",
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
        Kind.DAY,
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
        Kind.DAY,
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
        Kind.DAYS,
        day_range,
        examples={
            "It runs from 3 to 5 June.": ("2020-06-03", "2020-06-05"),
            "13-15 July 2019": ("2019-07-13", "2019-07-15"),
        },
    ),
    Rule(
        "range of days after the month",
        "{month} (?P<first>{day}) ?(?:to|-|through) ?(?P<last>{day2:day})(?:,? {year})?",
        Kind.DAYS,
        day_range,
        examples={"July 13-15, 2019": ("2019-07-13", "2019-07-15")},
        refuses=("a 13-15 lead",),
    ),
    Rule(
        "ISO date",
        "{year}-{month:two}-{day:two}",
        Kind.DAY,
        numeric,
        not_before=r"[\d-]$",
        not_after=r"-\d",
        examples={"on 2019-03-12": "2019-03-12"},
    ),
    Rule(
        "weekday",
        "(?:this )?{weekday}",
        Kind.WEEKDAY,
        date,
        examples={
            "He resigned on Tuesday.": "2020-05-19",
            "He will resign on Friday.": "2020-05-22",
            "The vote is due on Monday.": "2020-05-25",
        },
    ),
    Rule(
        "weekday of what has happened",
        "[[{weekday}]]'s",
        Kind.WEEKDAY,
        lambda weekday: Partial(weekday=weekday, direction=Direction.BACK),
        before=r"\b(?:after|following|since|despite|in the wake of) $",
        examples={"After Saturday's crash, he resigned.": "2020-05-16"},
        refuses=(),
    ),
    Rule(
        "weekday of a mishap",
        "[[{weekday}]]'s",
        Kind.WEEKDAY,
        lambda weekday: Partial(weekday=weekday, direction=Direction.BACK),
        after=r"^ (?:deadly |fatal |massive |huge )?(?:attacks?|accident|avalanche|blast|blaze|bombings?|clashes|collapse|collision|coup|crash|defeat|derailment|earthquake|explosion|fire|floods?|flooding|killings?|landslide|loss|massacre|murders?|quake|raids?|riots?|shootings?|sinking|stabbings?|storms?|victory|win|wreck)\b",
        examples={"The victims of Sunday's fire will be buried on Friday.": ("2020-05-17", "2020-05-22")},
        refuses=(),
    ),
    Rule(
        "weekday before or after",
        "(?:{direction}|the {relative}) {weekday}",
        Kind.WEEKDAY,
        date,
        examples={"He left last Friday.": "2020-05-15", "He will leave next Friday.": "2020-05-22"},
    ),
)
