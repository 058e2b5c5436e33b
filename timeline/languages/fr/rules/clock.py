"""Times of day: clock times, parts of day, nights across two days."""

from __future__ import annotations

from timeline.languages.grammar import Made, Rule
from timeline.model import Clock, Granularity, On, Origin, Partial, PartOfDay, Shift, This

DAY = Granularity.DAY


def clock(hour: float, minute: int | None = None, second: int | None = None, zone: str = "", part: PartOfDay | None = None, minus: int = 0) -> Made:
    """A time in figures or words; "cinq heures du soir" counts from noon."""
    at = int(hour)
    if part in (PartOfDay.AFTERNOON, PartOfDay.EVENING) and at < 12:
        at += 12
    minutes = at * 60 + (minute or 0) - minus
    if minus:
        return Clock(minutes // 60, minutes % 60, second, part=part, zone=zone)
    return Clock(at, minute, second, part=part, zone=zone)


def this_part(part: PartOfDay) -> Made:
    """ "ce matin"."""
    return On(This(DAY), Clock(part=part))


def night_between(weekday: int, weekday2: int | None = None, day: int | None = None, month: int | None = None, day2: int | None = None, month2: int | None = None, year: int | None = None) -> Made:
    """ "la nuit de mardi à mercredi": the night of the first day."""
    return On(Partial(weekday=weekday, day=day, month=month or (month2 if day else None), year=year if day else None), Clock(part=PartOfDay.NIGHT))


def night_of_days(day: int, day2: int, month2: int, year: int | None = None, month: int | None = None) -> Made:
    """ "la nuit du 13 au 14 juillet": the night of the first day, in the month before where the second is a first."""
    first = month or (month2 if day < day2 else (month2 - 2) % 12 + 1)
    return On(Partial(year=year, month=first, day=day), Clock(part=PartOfDay.NIGHT))


_ZONE = "(?:,? \\(?{zone}\\)?)?"
_PART = "(?: d[ue] (?:la |l')?{part})?"

RULES = (
    Rule("clock", "{hour:two} ?h(?:eures?|rs?)?\\.?(?: ?{minute:two_figures}(?: ?(?:min|mn|m)\\b\\.?)?(?: ?{second:two_figures} ?s\\b)?)?" + _PART + _ZONE, "clock", clock,
         not_before=r"[\d.,]$|(?:pendant|durant|en moins de|le|les|des|de plus de|plus de|moins de|environ|apres|en|sur|les derni[a-z]+|toutes les|dans les|duree de|ecoulees|prochaines|ces) $", not_after=r" de |\d|/",
         examples={"Le match commencera à 20h45.": "2020-05-20T20:45", "à 18 h 30": "2020-05-20T18:30", "à 5 heures du soir": "2020-05-20T17:00", "20h30 GMT": "2020-05-20T20:30Z"},
         refuses=("un trajet de 250 heures",)),
    Rule("clock with a colon", "{hour:two}:{minute:two_figures}(?::{second:two_figures})?" + _PART + _ZONE, "clock", clock, not_before=r"[\d.,:]$|score [a-z ]*$", not_after=r"[\d:]|,\d",
         examples={"à 15:15": "2020-05-20T15:15"}),
    Rule("clock in words", "{hour:number} heures?(?: {minute:number}\\b| et {minute2:quarter}| moins {minus:quarter}| moins {minus2:number}\\b)?" + _PART + _ZONE, "clock",
         lambda hour, minute=None, minute2=None, minus=0, minus2=0, **more: clock(hour, minute2 if minute is None else int(minute), minus=int(minus or minus2), **more) if hour <= 24 else None,
         before=r"\b(?:a|vers|jusqu'a|jusque|des|avant|apres|depuis|pour|entre|et|ou|de|il est|sur les|aux environs de|aux alentours de) $|^$",
         examples={"à trois heures et quart": "2020-05-20T03:15", "à quinze heures moins le quart": "2020-05-20T14:45"}),
    Rule("noon and midnight", "{noon}(?: et {minute:quarter}| {minute2:number}| moins {minus:quarter})?" + _ZONE, "clock",
         lambda noon, minute=None, minute2=None, minus=0, **more: clock(noon, minute if minute is not None else None if minute2 is None else int(minute2), minus=int(minus), **more),
         not_before=r"\b(?:ce|apres|le|du|demon de|soleil de|messe de) $|[a-z]-$", not_after="-| et demi-",
         examples={"Il est sorti vers midi.": "2020-05-20T12:00", "à minuit": "2020-05-20T00:00"}, refuses=("la région du Midi", "l'après-midi dansant du Midi libre")),
    Rule("this part of day", "(?:ce|cet|cette) (?:meme )?{part}(?: meme)?", "dayed", this_part, not_after="-la",
         examples={"Il a parlé ce matin.": "2020-05-20TMO", "cet après-midi": "2020-05-20TAF", "ce soir": "2020-05-20TEV"}),
    Rule("last night", "(?:la )?[[(?:la )?nuit derniere]]", "dayed", lambda: On(Shift(-1, DAY), Clock(part=PartOfDay.NIGHT)), examples={"la nuit dernière": "2020-05-19TNI"}),
    Rule("last evening", "hier au soir", "dayed", lambda: On(Shift(-1, DAY), Clock(part=PartOfDay.EVENING)), examples={"hier au soir": "2020-05-19TEV"}),
    Rule("part of the text's day", "(?:le |la |l')?{part} meme|ce {part2}[- ]la|(?:le |la )?meme {part3}", "dayed",
         lambda part=None, part2=None, part3=None: On(This(DAY, origin=Origin.TEXT), Clock(part=part or part2 or part3))),
    Rule("part of day", "{part}", "part", lambda part: Clock(part=part), not_before=r"\b(?:chaque|par|un|une|tous les|de|toutes les|boite de|d'|en|des|les|tous|table de|robe de|cours du) $", not_after=r"s\b|-",
         before=r"(?:\b(?:le|la|dans la|dans le|dans l'|l'|de la|du|au|en|dans|cours de la) ?|\bl')$",
         examples={"Il est arrivé dans la soirée.": "2020-05-20TEV", "dans l'après-midi": "2020-05-20TAF"}, refuses=("une soirée dansante", "du matin au soir")),
    Rule("bare part of day", "{part}", "barepart", lambda part: Clock(part=part), helper=True),
    Rule("night between weekdays", "nuit (?:du |de )?{weekday}(?: {day})?(?: {month})? (?:a|au) {weekday2:weekday}(?: {day2})?(?: {month2}(?: {year})?)?", "night", night_between,
         examples={"L'accident s'est produit dans la nuit de samedi à dimanche.": "2020-05-16TNI"}),
    Rule("night between days", "nuit (?:du |de )?{day}(?: {month})? au {day2:day} {month2}(?: {year})?", "night", night_of_days,
         examples={"dans la nuit du 13 au 14 mai 2019": "2019-05-13TNI"}),
    Rule("night of a day", "nuit (?:de |du |d')", "nightof", None, helper=True, dotted=True),
)
