"""Months, years, decades, centuries, seasons, quarters and holidays."""

from __future__ import annotations

from dataclasses import replace

from timeline.languages.en.rules.days import date
from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Between, Fixed, Granularity, Modifier, Partial, Side, This


def year_range(year: int, year2: int) -> Made:
    """ "from 2015 to 2018"."""
    first, last = Partial(year=year), Partial(year=year2)
    return (
        {"first": Between(first, last, Side.FIRST), "last": Between(first, last, Side.LAST)} if year < year2 else None
    )


def double_years(year: int, year2: int | None = None, short: int | None = None) -> Made:
    """ "2019/20", "2015-2018"."""
    last = year2 if year2 is not None else year - year % 100 + (short or 0)
    return Between(Partial(year=year), Partial(year=last)) if year < last < year + 100 else None


def decade(decade: int) -> Made:
    """ "the 1990s", "the 60s"."""
    return Fixed(decade if decade >= 100 else decade + 1900, Granularity.DECADE)


def century_of(century: int, era: str = "") -> Fixed:
    """ "the 19th century"; before Christ, astronomical years: the 6th century is -599 to -500."""
    return Fixed((century - 1) * 100 if not era else 1 - century * 100, Granularity.CENTURY)


def part_of_century(share: tuple[int, int], century: int, era: str = "") -> Made:
    """ "the second quarter of the 18th century" is 1725 to 1749."""
    return replace(century_of(century, era), share=share)


RULES: tuple[Rule, ...] = (
    Rule(
        "month",
        "{month}(?:,? {year})?",
        Kind.MONTH,
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
    Rule("month before or after", "{direction} {month}", Kind.MONTH, date, examples={"He won last March.": "2020-03"}),
    Rule(
        "year",
        "{year}",
        Kind.YEAR,
        lambda year: Partial(year=year),
        before=r"(?:\b(?:in|since|until|by|before|after|from|to|of|during|early|late|mid|around|about|the year|election|summer|winter|spring|autumn|circa|c\.|ca\.?) |\()$",
        not_after=r"[\d,.]\d| (?:people|euros|dollars|pounds|miles|men|women|workers|soldiers|years|votes|jobs|copies|times|[a-z]+s)\b",
        examples={"He was born in 1986.": "1986", "since 2004": "2004", "built about 1420": "1420"},
        refuses=("some 2000 workers", "a crowd of 1500 people"),
    ),
    Rule(
        "year about",
        "{year}",
        Kind.YEAR,
        lambda year: Partial(year=year),
        before=r"\b(?:c\.|ca\.?|circa) ?$",
        not_after=r"[\d,.]\d",
        examples={"A deed of c. 1240 survives.": "1240"},
        refuses=("a vitamin c 1240 pill",),
    ),
    Rule(
        "years with a slash or a dash",
        "{year} ?[/-] ?(?:{year2:year}|{short:two_figures})",
        Kind.YEAR,
        double_years,
        not_before=r"[\d./-]$",
        not_after=r"[/.-]?\d",
        examples={"The fiscal year 2019/20 was poor.": "2019/2020", "the 2015-2018 plan": "2015/2018"},
    ),
    Rule(
        "years apart",
        "(?:from |between )[[(?P<first>{year})]] (?:to|and|until) (?P<last>{year2:year})",
        Kind.YEARS,
        year_range,
        examples={"He ruled from 2015 to 2018.": ("2015", "2018")},
    ),
    Rule(
        "before Christ",
        "{year:number} {era}",
        Kind.YEAR,
        lambda year, era: Partial(year=1 - int(year), era=era),
        dotted=True,
        examples={"in 52 BC": "BC0052"},
    ),
    Rule(
        "decade",
        "(?:the )?[[{decade}]]",
        Kind.DECADE,
        decade,
        examples={"in the 1990s": "199", "in the 60s": "196"},
        before=r"(?:in|of|since|from|early|mid|late|during|and|or|to|^) ?(?:the )?$",
    ),
    *(
        Rule(
            f"{modifier.lower()} of a century, counted",
            f"(?:the )?[[(?:the )?{{share:share_{modifier.lower()}}} of the {{century}} century(?: {{era}})?]]",
            Kind.CENTURY,
            part_of_century,
            modifier=modifier,
            examples=examples,
        )
        for modifier, examples in (
            (Modifier.START, {"in the first quarter of the 20th century": "19"}),
            (Modifier.MID, {"in the second third of the 18th century": "17"}),
            (Modifier.END, {"in the second half of the 16th century": "15"}),
        )
    ),
    Rule(
        "century",
        "(?:the )?[[{century} century(?: {era})?]]",
        Kind.CENTURY,
        century_of,
        examples={"a 19th century castle": "18", "in the 6th century BC": "BC05"},
    ),
    Rule(
        "season",
        "(?:this |in the |in |the |early |late )[[{season}(?: (?:of )?{year})?]]",
        Kind.SEASON,
        date,
        examples={
            "He will leave this summer.": "2020-SU",
            "in the spring of 2018": "2018-SP",
            "in autumn 2012": "2012-FA",
        },
    ),
    Rule(
        "season before or after",
        "{direction} {season}",
        Kind.SEASON,
        date,
        examples={"He left last summer.": "2019-SU"},
    ),
    Rule("season and year", "{season} {year}", Kind.SEASON, date, examples={"summer 2012 was hot": "2012-SU"}),
    Rule(
        "quarter",
        "{nth:ordinal} quarter(?: of)?(?: {year})?",
        Kind.QUARTER,
        lambda nth, **slots: This(Granularity.QUARTER, -1) if nth < 0 else Partial(quarter=nth, **slots),
        examples={"the first quarter of 2019": "2019-Q1"},
    ),
    Rule(
        "holiday",
        "{holiday}(?: {year})?",
        Kind.DAY,
        date,
        examples={
            "He left at Christmas.": "2019-12-25",
            "Easter Monday was wet.": "2020-04-13",
            "on Christmas Eve 2015": "2015-12-24",
        },
    ),
)
