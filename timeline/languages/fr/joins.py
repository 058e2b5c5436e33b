"""French neighbours that make one expression."""

from __future__ import annotations

from dataclasses import replace

from timeline.languages.grammar import Join
from timeline.model import (
    Between,
    Clock,
    Granularity,
    Meaning,
    Nth,
    On,
    Partial,
    PartOfDay,
    Repeat,
    Shift,
    This,
)

DAYS = ("day", "weekday", "deictic", "anaphoric", "daynumber")
_DE = (" de ", " du ", " d'", " de l'", " de la ", " des ")


def on(day: Meaning, time: Clock) -> Meaning:
    """ "lundi soir", "hier à 10 h"."""
    return On(day, time)


def time_then_day(time: Clock, day: Meaning) -> Meaning:
    """ "9 heures mardi"."""
    return On(day, time)


def hours_then_day(time: Between, day: Meaning) -> Meaning:
    """ "entre 9 h et 11 h jeudi": both ends are on the day."""
    return Between(On(day, time.first), On(day, time.last), time.side)  # type: ignore[arg-type]  # ends of hours are clocks


def clock_in_part(day: On, time: Clock) -> Meaning | None:
    """ "ce matin à 5 h", "mardi soir à 8 heures"."""
    if day.time.hour is not None or day.time.part is None:
        return None
    return On(day.day, clock_with_part(time, day.time.part))


def part_then_clock(part: Clock, time: Clock) -> Meaning | None:
    """ "le soir à 8 heures"."""
    return clock_with_part(time, part.part) if part.part and part.hour is None and time.hour is not None else None


def clock_with_part(time: Clock, part: PartOfDay) -> Clock:
    """A clock time that a part of day makes clear: 8 in the evening is 20."""
    if time.hour is not None and time.hour < 12 and part in (PartOfDay.AFTERNOON, PartOfDay.EVENING):
        return replace(time, hour=time.hour + (12 if time.hour else 24), part=part)
    return replace(time, part=part)


def clock_then_part(time: Clock, part: On) -> Meaning | None:
    """ "9 heures ce matin"."""
    return clock_in_part(part, time)


def keep_right(_: object, right: Meaning) -> Meaning:
    """The left word only says where in the right one it lies (its modifier)."""
    return right


def from_base(offset: Shift, base: Meaning) -> Meaning:
    """ "Il est mort trois jours après Noël"."""
    return replace(offset, base=base)


def weekday_in_week(weekday: Partial, week: Meaning) -> Meaning | None:
    """ "le lundi de la semaine prochaine", "le lundi de la semaine 12"."""
    if weekday.weekday is None or weekday.day:
        return None
    if isinstance(week, This) and week.unit in (Granularity.WEEK, Granularity.WEEKEND):
        return Nth(weekday.weekday + 1, Granularity.DAY, replace(week, unit=Granularity.WEEK))
    numbered = isinstance(week, Partial) and week.week is not None
    return Nth(weekday.weekday + 1, Granularity.DAY, week) if numbered else None


def week_then_weekday(week: Meaning, weekday: Partial) -> Meaning | None:
    """ "la semaine prochaine, vendredi"."""
    return weekday_in_week(weekday, week)


def night_of(_: object, day: Meaning) -> Meaning:
    """ "la nuit de mardi"."""
    return On(day, Clock(part=PartOfDay.NIGHT))


def nth_within(nth: Nth, within: Meaning) -> Meaning:
    """ "premier lundi de mai"."""
    return replace(nth, within=within)


def unit_of(unit: This, day: Meaning) -> Meaning:
    """ "la semaine du 6 mars"."""
    return replace(unit, base=day)


def repeat_at(repeat: Repeat, time: Clock) -> Meaning | None:
    """ "tous les lundis à 16 h"."""
    return replace(repeat, time=time) if time.hour is not None and repeat.times is None else None


JOINS = (
    Join(
        "nth within",
        ("nth",),
        ("", "mois de ", "mois d'", "l'annee ", "annee ", "le ", "la ", "l'"),
        ("month", "year", "season", "period", "edged", "quarter", "half", "decade", "century", "anaphoric"),
        nth_within,
        "day",
        examples={
            "le premier lundi de mai": "2020-05-04",
            "la dernière semaine de septembre 2014": "2014-W39",
            "les cinq premiers jours de mars": "P5D",
            "le troisième jour d'octobre 2019": "2019-10-03",
        },
    ),
    Join(
        "unit of a day",
        ("unitof",),
        ("", "l", "la ", "l'"),
        ("day", "weekday", "daynumber"),
        unit_of,
        "period",
        examples={"Il a plu la semaine du 6 mars": "2020-W10", "Il a plu le week-end du 15 mars": "2020-W11-WE"},
    ),
    Join(
        "repeat at a time",
        ("set", "habit"),
        (" a ", " des ", " "),
        ("clock",),
        repeat_at,
        "set",
        examples={"tous les lundis à 16h": "XXXX-WXX-1T16:00"},
    ),
    Join(
        "day and part",
        (*DAYS,),
        (" ", " au ", " dans la ", " en ", " dans l'", ", en ", " en debut de ", " a l'", " a la "),
        ("part", "barepart", "edgedpart"),
        on,
        "dayed",
        examples={
            "Il a été interpellé lundi soir.": "2020-05-18TEV",
            "hier après-midi": "2020-05-19TAF",
            "Ils sont arrivés lundi en fin d'après-midi": "2020-05-18TAF",
        },
    ),
    Join(
        "day and daytime",
        DAYS,
        (" dans la ", " en "),
        ("daytime",),
        on,
        "dayed",
        examples={"attendu demain dans la journée": "2020-05-21TDT"},
    ),
    Join(
        "deictic and weekday",
        ("deictic",),
        (" ", ", "),
        ("weekday",),
        lambda day, _: day,
        "deictic",
        examples={"Il a parlé hier mardi.": "2020-05-19"},
    ),
    Join(
        "deictic and date",
        ("deictic",),
        (" ", ", ", ", le "),
        ("day",),
        lambda _, day: day,
        "day",
        examples={"hier, mardi 19 mai": "2020-05-19"},
    ),
    Join(
        "part of a deictic and weekday",
        ("dayed",),
        (" ", ", "),
        ("weekday",),
        lambda day, weekday: day if isinstance(day.day, Shift | This) and not weekday.direction else None,
        "dayed",
        examples={
            "un attentat survenu hier soir mardi": "2020-05-19TEV",
            "Ce matin, mercredi, il a plu.": "2020-05-20TMO",
        },
    ),
    Join(
        "distance and weekday",
        ("anaphoric",),
        (", ",),
        ("weekday",),
        lambda distance, weekday: distance if not (weekday.direction or weekday.day) else None,
        "anaphoric",
        examples={"Le 12 mai, il a avoué. Le lendemain, mercredi, il a nié.": ("2020-05-12", "2020-05-13")},
    ),
    Join(
        "distance and date",
        ("anaphoric", "later", "earlier"),
        (", ", ", le "),
        ("day",),
        keep_right,
        "day",
        examples={
            "Le 12 mai, il a avoué. La veille, 8 mai, il avait fui.": ("2020-05-12", "2020-05-08"),
            "Il a été libéré 89 jours plus tard, le 6 février 2010.": "2010-02-06",
        },
    ),
    Join(
        "day and clock",
        (*DAYS,),
        (" a ", " des ", " - ", " ", " @ "),
        ("clock",),
        on,
        "timed",
        examples={"Hier à 18 h 30, il a quitté la ville.": "2020-05-19T18:30", "jeudi à 20 heures": "2020-05-21T20:00"},
    ),
    Join(
        "part and clock",
        ("dayed",),
        (" a ", " vers ", " "),
        ("clock",),
        clock_in_part,
        "timed",
        examples={"ce matin à 5 h": "2020-05-20T05:00"},
    ),
    Join(
        "clock and part",
        ("clock",),
        (" ", " du ", " de "),
        ("dayed",),
        clock_then_part,
        "timed",
        examples={"9 heures ce matin": "2020-05-20T09:00"},
    ),
    Join(
        "clock and day",
        ("clock",),
        (" ", " le ", ", ", " de ", " ce "),
        ("deictic", "day", "weekday"),
        time_then_day,
        "timed",
        examples={"vers 15 h 30, hier": "2020-05-19T15:30"},
    ),
    Join(
        "part and day number",
        ("part", "barepart", "edgedpart"),
        (" ",),
        ("daynumber",),
        time_then_day,
        "dayed",
        examples={"dans la matinée du 5": "2020-06-05TMO"},
    ),
    Join(
        "hours and day",
        ("clocks",),
        (" ", " le ", ", ", " ce "),
        ("deictic", "day", "weekday"),
        hours_then_day,
        "timed",
        each=True,
        examples={"Ouvert de 9h à 11h samedi.": ("2020-05-23T09:00", "2020-05-23T11:00")},
    ),
    Join(
        "part and day",
        ("part", "barepart", "edgedpart"),
        (" le ", " du ", " de ", " d'"),
        ("day", "weekday", "deictic", "daynumber"),
        time_then_day,
        "dayed",
        examples={
            "Il est mort dans la matinée du 11 novembre": "2019-11-11TMO",
            "Il est mort dans la soirée de mardi": "2020-05-19TEV",
        },
    ),
    Join(
        "edge of part",
        ("edge",),
        ("",),
        ("part", "barepart"),
        keep_right,
        "edgedpart",
        examples={"en fin d'après-midi": "2020-05-20TAF"},
    ),
    Join(
        "edge of period",
        ("edge",),
        ("",),
        (
            "month",
            "year",
            "years",
            "period",
            "season",
            "decade",
            "century",
            "quarter",
            "half",
            "anaphoric",
            "day",
            "dayed",
            "deictic",
        ),
        keep_right,
        "edged",
        examples={
            "Il partira fin juin.": "2020-06",
            "Il est arrivé début 2019.": "2019",
            "Il est arrivé à la mi-mars.": "2020-03",
            "Il a été recruté courant avril.": "2020-04",
            "la fin des années 1990": "199",
            "du début des années 2010": "201",
        },
    ),
    Join(
        "offset from a date",
        ("offset",),
        ("", "le ", "la ", "les ", "l'", "du ", "ce ", "l", "cette ", "notre "),
        ("day", "weekday", "deictic", "month", "year", "season", "period", "holiday", "clock", "timed", "dayed"),
        from_base,
        "day",
        examples={
            "Il est mort trois jours après Noël": "2019-12-28",
            "Il est mort deux semaines avant Noël": "2019-12-11",
            "Il est mort la veille de Noël": "2019-12-24",
            "Il est mort le lendemain du 11 novembre": "2019-11-12",
        },
    ),
    Join(
        "weekday in a week",
        ("weekday",),
        (" de la ", " de ", " d'", " de cette ", " "),
        ("period",),
        weekday_in_week,
        "day",
        examples={
            "le lundi de la semaine prochaine": "2020-05-25",
            "Il a plu le mardi de la semaine du 6 mars": "2020-03-03",
        },
    ),
    Join(
        "week and weekday",
        ("period",),
        (" ", ", ", " le "),
        ("weekday",),
        week_then_weekday,
        "day",
        examples={"la semaine prochaine, vendredi": "2020-05-29", "Cette semaine jeudi, il parlera.": "2020-05-21"},
    ),
    Join(
        "night of",
        ("nightof",),
        ("", "le ", "ce "),
        ("weekday", "day", "deictic"),
        night_of,
        "night",
        examples={"Il est mort dans la nuit de mardi": "2020-05-19TNI"},
    ),
)
