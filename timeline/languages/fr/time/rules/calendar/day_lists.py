"""Lists and ranges of days in one month."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.languages.fr.time.rules.around import UNCOUNTED
from timeline.languages.fr.time.rules.calendar.days import MONTH_NAMES, NOT_MORE, TAIL
from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Between, Partial, Side


def day_list(day: int, day2: int, **shared: Any) -> Made:
    """Days in one month: "les 13 et 14 juin"."""
    if "spelled" in shared:
        shared["year"] = shared.pop("spelled")
    weekdays = {"first": shared.pop("weekday", None), "last": shared.pop("weekday2", None)}
    return {
        "first": Partial(day=day, weekday=weekdays["first"], **shared),
        "last": Partial(day=day2, weekday=weekdays["last"], **shared),
    }


def day_range(**slots: Any) -> Made:
    """Days in one month, as a range: "du 3 au 5 juin"."""
    made = day_list(**slots)
    assert isinstance(made, dict)
    first, last = made["first"], made["last"]
    if first.day > last.day and last.month is not None:  # "du 28 au 2 janvier" begins in the month before
        first = replace(first, month=(last.month - 2) % 12 + 1)
        if last.year is not None and last.month == 1:
            first = replace(first, year=last.year - 1)
    return {"first": Between(first, last, Side.FIRST), "last": Between(first, last, Side.LAST)}


def three_days(day: int, day2: int, day3: int, **shared: Any) -> Made:
    """ "les 6, 7 et 13 avril"."""
    if "spelled" in shared:
        shared["year"] = shared.pop("spelled")
    days = {"first": day, "middle": day2, "last": day3}
    return {name: Partial(day=value, **shared) for name, value in days.items()}


def days_only(
    day: int | None = None,
    day2: int | None = None,
    day3: int | None = None,
    day4: int | None = None,
    day5: int | None = None,
) -> Made:
    """ "les 29, 30 et 31", of the month mentioned before."""
    named = {"first": day, "middle": day2, "last": day3, "one": day4, "two": day5}
    return {name: Partial(day=value) for name, value in named.items() if value is not None}


def four_days(day: int, day2: int, day3: int, day4: int, **shared: Any) -> Made:
    """ "les 4, 5, 6 et 7 avril"."""
    if "spelled" in shared:
        shared["year"] = shared.pop("spelled")
    days = {"first": day, "second": day2, "third": day3, "last": day4}
    return {name: Partial(day=value, **shared) for name, value in days.items()}


RULES = (
    Rule(
        "days of one month",
        "(?:les )?[[(?P<first>(?:{weekday},? (?:le )?)?{day})]](?:,| et| ou| puis|, puis)(?: le)? "
        "(?P<last>(?:{weekday2} )?{day2} {month:month_form}" + TAIL + ")",
        Kind.DAYS,
        day_list,
        examples={
            "Le festival aura lieu les 13 et 14 juin.": ("2020-06-13", "2020-06-14"),
            "samedi 6 et dimanche 7 juin 2020": ("2020-06-06", "2020-06-07"),
        },
    ),
    Rule(
        "three days of one month",
        "(?:les )?(?P<first>{day}), (?P<middle>{day2})(?: et|,) (?P<last>{day3} {month}" + TAIL + ")",
        Kind.DAYS,
        three_days,
        examples={
            "les 6, 7 et 13 juin": ("2020-06-06", "2020-06-07", "2020-06-13"),
            "Fermé les 6, 7, 13 juin.": ("2020-06-06", "2020-06-07", "2020-06-13"),
        },
    ),
    Rule(
        "four days of one month",
        "(?:les )?(?P<first>{day:day_figures}), (?P<second>{day2:day_figures}), (?P<third>{day3:day_figures}) (?:et|ou) (?P<last>{day4:day_figures} {month}"
        + TAIL
        + ")",
        Kind.DAYS,
        four_days,
        examples={"les 4, 5, 6 et 7 juin": ("2020-06-04", "2020-06-05", "2020-06-06", "2020-06-07")},
    ),
    Rule(
        "range of days of one month",
        "(?:(?:du|entre le|de|entre|des|le) )?(?P<first>(?:{weekday:weekday_form},? (?:le )?)?{day}) (?:au|et le|a|jusqu'au) "
        "(?P<last>(?:{weekday2:weekday_form} )?{day2} {month:month_form}" + TAIL + ")",
        Kind.DAYS,
        day_range,
        examples={
            "Le festival aura lieu du 3 au 5 juin.": ("2020-06-03", "2020-06-05"),
            "du 28 au 2 janvier 2020": ("2019-12-28", "2020-01-02"),
            "du lundi 1er au vendredi 5 juin 2020": ("2020-06-01", "2020-06-05"),
            "entre le 4 et le 8 avril 2018": ("2018-04-04", "2018-04-08"),
            "Festival du ven. 5 au dim. 7 juin.": ("2020-06-05", "2020-06-07"),
        },
    ),
    Rule(
        "days with a slash",
        "(?:les )?(?P<first>{day:day_figures}) ?/ ?(?P<last>{day2:day_figures} {month:month_form}" + TAIL + ")",
        Kind.DAYS,
        lambda day, day2, **shared: day_list(day, day2, **shared) if day < day2 else None,
        not_before=r"[\d/.]$",
        examples={"Les 13/14 juin, la salle sera fermée.": ("2020-06-13", "2020-06-14")},
    ),
    Rule(
        "days of the month told before",
        "les (?P<first>{day:day_figures}), (?P<middle>{day2:day_figures}) et (?P<last>{day3:day_figures})|les (?P<one>{day4:day_figures}) et (?P<two>{day5:day_figures})",
        Kind.DAYS,
        days_only,
        before=rf"\b(?:{MONTH_NAMES})(?: \d{{4}})?,? (?:puis|et|ainsi que|et a nouveau)(?: du| de nouveau)? $",
        after=UNCOUNTED,
        not_after=NOT_MORE,
        examples={
            "les 2 et 3 juin puis les 9, 10 et 11": (
                "2020-06-02",
                "2020-06-03",
                "2020-06-09",
                "2020-06-10",
                "2020-06-11",
            )
        },
        refuses=(),
    ),
    Rule(
        "two days that follow one another",
        "les (?P<first>{day:day_figures}) et (?P<last>{day2:day_figures})",
        Kind.DAYS,
        lambda day, day2: day_list(day, day2) if 1 <= day == day2 - 1 <= 30 else None,
        after=r"^(?:$|[.;,!?)\n]| (?:au soir|au matin|a \d))",
        not_after=r",\d|, \d",
        not_before=r"\b(?:entre|dans|articles?|numeros?) $",
        examples={"Il a neigé les 9 et 10.": ("2020-05-09", "2020-05-10")},
        refuses=("Il a lu les 3 et 9.", "les 14 et 15 %"),
    ),
    Rule(
        "range of days with a dash",
        "(?:(?:du|le|les) )?(?P<first>{day:day_figures}) ?- ?(?P<last>{day2:day_figures} {month:month_form}"
        + TAIL
        + ")",
        Kind.DAYS,
        day_range,
        examples={"13-15 juillet 2019": ("2019-07-13", "2019-07-15")},
    ),
    Rule(
        "range of days without a month",
        "(?:du|entre le) (?P<first>(?:{weekday} )?{day}) (?:au|et le) (?P<last>(?:{weekday2} )?{day2})",
        Kind.DAYS,
        day_range,
        after=UNCOUNTED,
        not_after=NOT_MORE,
        examples={"Il sera à Paris du 25 au 28.": ("2020-05-25", "2020-05-28")},
        refuses=("Il est passé du 3 au 5 %.",),
    ),
)
