"""Ranges of hours."""

from __future__ import annotations

from timeline.languages.fr.time.rules.clock import clock
from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Between, PartOfDay, Side


def hours_between(
    hour: int, hour2: int, minute: int | None = None, minute2: int | None = None, part: PartOfDay | None = None
) -> Made:
    """ "entre 9 h 30 et 11 h", "de 5 à 7 heures du soir"."""
    if hour > 24 or hour2 > 24 or (hour, minute) == (hour2, minute2):
        return None
    first, last = clock(hour, minute, part=part), clock(hour2, minute2, part=part)
    return {"first": Between(first, last, Side.FIRST), "last": Between(first, last, Side.LAST)}


RULES = (
    Rule(
        "hours of a range",
        "(?:de|entre) (?P<first>{hour:two}(?: ?h(?:eures?)?(?: ?{minute:two_figures})?)?) (?:a|et) (?P<last>{hour2:two} ?h(?:eures?)?(?: ?{minute2:two_figures})?)(?: d[ue] (?:la |l')?{part})?",
        Kind.CLOCKS,
        hours_between,
        not_after=r"\d| (?:de|par|d')",
        examples={"ouvert de 5 à 7 heures du soir": ("2020-05-20T17:00", "2020-05-20T19:00")},
    ),
    Rule(
        "between noon and an hour",
        "entre (?P<first>midi) et (?P<last>{hour:two}(?: ?h(?:eures?)?(?: ?{minute:two_figures})?)?|{hour2:number}(?: heures?)?)",
        Kind.CLOCKS,
        lambda hour=None, hour2=None, minute=None: (
            hours_between(12, int(hour or hour2) + 12, None, minute) if 1 <= (hour or hour2 or 0) <= 6 else None
        ),
        not_after=r"\d| (?:[a-z]{3,}s\b|de\b|d')",
        examples={"Fermé entre midi et deux.": ("2020-05-20T12:00", "2020-05-20T14:00")},
        refuses=(),
    ),
    Rule(
        "hours of a range in words",
        "(?:de|entre) (?P<first>{hour:number}(?: heures)?) (?:a|et) (?P<last>{hour2:number} heures)",
        Kind.CLOCKS,
        lambda hour, hour2: hours_between(int(hour), int(hour2)) if 8 <= hour < hour2 <= 24 else None,
        not_after=r" (?:de|par|d'|plus)\b",
        examples={"Il a reçu de quinze à seize heures.": ("2020-05-20T15:00", "2020-05-20T16:00")},
        refuses=(),
    ),
    Rule(
        "hours of a part of day",
        "(?:de|entre) (?P<first>{hour:two}) (?:a|et) (?P<last>{hour2:two}) d[ue] (?:la |l')?{part}",
        Kind.CLOCKS,
        lambda hour, hour2, part: {
            "first": Between(clock(hour, part=part), clock(hour2, part=part), Side.FIRST),
            "last": Between(clock(hour, part=part), clock(hour2, part=part), Side.LAST),
        },
        examples={"de 5 à 6 du soir": ("2020-05-20T17:00", "2020-05-20T18:00")},
    ),
)
