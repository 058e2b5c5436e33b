"""Nights: across two days, of a holiday, and the hours within them."""

from __future__ import annotations

from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Clock, Direction, Granularity, On, Origin, Partial, PartOfDay, Shift, This

DAY = Granularity.DAY


def night_between(
    weekday: int,
    weekday2: int | None = None,
    day: int | None = None,
    month: int | None = None,
    day2: int | None = None,
    month2: int | None = None,
    year: int | None = None,
) -> Made:
    """ "la nuit de mardi à mercredi": the night of the first day."""
    return On(
        Partial(weekday=weekday, day=day, month=month or (month2 if day else None), year=year if day else None),
        Clock(part=PartOfDay.NIGHT),
        names_next_day=True,
    )


def hour_of_night(
    weekday: int, weekday2: int, noon: int | None = None, hour: int | None = None, minute: int | None = None
) -> Made:
    """ "vers 3 heures dans la nuit de vendredi à samedi": the small hours belong to the second day."""
    evening = Partial(weekday=weekday)
    at = (hour if hour is not None else noon) or 0
    time = Clock(at + 24 if at < 12 and (at or minute) else at or 24, minute)
    if time.hour is not None and time.hour > 24:
        first = On(Shift(1, DAY, base=evening), Clock(time.hour - 24, minute))
    else:
        first = On(evening, time)
    return {"first": first, "last": On(evening, Clock(part=PartOfDay.NIGHT))}


def night_of_days(day: int, day2: int, month2: int, year: int | None = None, month: int | None = None) -> Made:
    """ "la nuit du 13 au 14 juillet": the night of the first day, in the month before where the second is a first."""
    first = month or (month2 if day < day2 else (month2 - 2) % 12 + 1)
    return On(Partial(year=year, month=first, day=day), Clock(part=PartOfDay.NIGHT), names_next_day=True)


RULES = (
    Rule(
        "last night",
        "(?:la )?[[(?:la )?nuit derniere]]",
        Kind.DAYED,
        lambda: On(Shift(-1, DAY), Clock(part=PartOfDay.NIGHT)),
        examples={"la nuit dernière": "2020-05-19TNI"},
    ),
    Rule(
        "night before or after",
        "(?:la )?[[(?:la )?nuit {relative}]]",
        Kind.DAYED,
        lambda relative: On(
            Shift(-1, DAY, origin=Origin.TEXT) if relative is Direction.BACK else This(DAY, origin=Origin.TEXT),
            Clock(part=PartOfDay.NIGHT),
        ),
        examples={"Le 12 mai, il a avoué. La nuit précédente, il avait fui.": ("2020-05-12", "2020-05-11TNI")},
    ),
    Rule(
        "night between weekdays",
        "nuit (?:du |de )?{weekday}(?: {day:day_figures})?(?: {month})? (?:a|au) {weekday2:weekday}(?: {day2:day_figures})?(?: {month2}(?: {year})?)?",
        Kind.NIGHT,
        night_between,
        examples={"L'accident s'est produit dans la nuit de samedi à dimanche.": "2020-05-16TNI"},
    ),
    Rule(
        "night between days",
        "nuit (?:du |de )?{day}(?: {month})? (?:au|a) {day2:day} {month2}(?: {year})?",
        Kind.NIGHT,
        night_of_days,
        examples={"dans la nuit du 13 au 14 mai 2019": "2019-05-13TNI", "la nuit de 3 à 4 juin": "2020-06-03TNI"},
    ),
    Rule(
        "night of a feast",
        "nuit (?:de la |du |de l'|de |d')(?:{eve:night_feast})(?: {year})?",
        Kind.NIGHT,
        lambda eve, year=None: On(Partial(year=year, holiday=eve), Clock(part=PartOfDay.NIGHT)),
        not_after=" (?:chinois|lunaire|juif|berbere)",
        examples={
            "La nuit de la Saint-Sylvestre a été calme.": "2019-12-31TNI",
            "la nuit de Noël 2018": "2018-12-24TNI",
        },
    ),
    Rule(
        "hour in the night between weekdays",
        "(?P<first>{noon}|{hour:two} ?h(?:eures?)? ?(?:{minute:two_figures})?),? (?:dans|durant|pendant|au cours de) la (?P<last>nuit (?:du |de )?{weekday} (?:a|au) {weekday2:weekday})",
        Kind.NIGHT,
        hour_of_night,
        examples={"vers minuit dans la nuit de samedi à dimanche": ("2020-05-24T00:00", "2020-05-23TNI")},
    ),
    Rule(
        "night between days without a month",
        "nuit (?:du |de )?{day:day_figures} au {day2:day_figures}",
        Kind.NIGHT,
        lambda day, day2: (
            On(Partial(day=day), Clock(part=PartOfDay.NIGHT), names_next_day=True)
            if day2 in (1, day + 1) and day <= 31
            else None
        ),
        examples={"Il est mort dans la nuit du 8 au 9.": "2020-05-08TNI"},
    ),
    Rule("night of a day", "nuit (?:de |du |d')", Kind.NIGHTOF, None, helper=True, dotted=True),
)
