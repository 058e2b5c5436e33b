"""Distances from now or from the last date: "il y a trois jours", "deux ans plus tard", "ces dix derniers jours"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Direction, Duration, Granularity, Origin, Shift

TEXT = Origin.TEXT
BACK, FORWARD = Direction.BACK, Direction.FORWARD


def ago(count: float | None, unit: Granularity, half: bool = False, **rest: Any) -> Made:
    """ "il y a trois ans", "il y a un an et deux mois"."""
    return replace(shift(count, unit, BACK, Origin.PUBLISHED, half), rest=_amounts(rest, -1))


def ahead(count: float | None, unit: Granularity, half: bool = False, **rest: Any) -> Made:
    """ "dans trois ans"."""
    return replace(shift(count, unit, FORWARD, Origin.PUBLISHED, half), rest=_amounts(rest, 1))


def _amounts(rest: dict[str, Any], sign: int) -> tuple[tuple[float, Granularity], ...]:
    """The further amounts: the slots `count2` and `unit2`, `count3` and `unit3` and so on."""
    numbers = [name.removeprefix("count") for name in rest if name.startswith("count")]
    return tuple((sign * rest[f"count{number}"], rest[f"unit{number}"]) for number in sorted(numbers))


def later(count: float | None, unit: Granularity, half: bool = False) -> Made:
    """ "trois ans plus tard", counted from the text."""
    return shift(count, unit, FORWARD, TEXT, half)


def earlier(count: float | None, unit: Granularity, half: bool = False) -> Made:
    """ "trois ans plus tôt", counted from the text."""
    return shift(count, unit, BACK, TEXT, half)


def _part(unit: Granularity | None = None, quarters: float = 0) -> tuple[float, Granularity]:
    """ "une demi-heure", "un demi-siècle", "trois quarts d'heure"."""
    return (0.5, unit) if unit is not None else (15 * quarters, Granularity.MINUTE)


def shift(count: float | None, unit: Granularity, side: Direction, origin: Origin, half: bool) -> Shift:
    """A number of units in one direction.

    Args:
        count: The number; None where it is vague.
        unit: The unit.
        side: The direction.
        origin: What the units are counted from.
        half: Whether half a unit is added.

    Returns:
        The shift; its count is negative where it goes back.
    """
    sign = -1 if side is BACK else 1
    if count is not None:
        count = sign * (count + (0.5 if half else 0))
    return Shift(count, unit, side, origin)


ABOUT = (
    "(?: | (?:environ|deja|a peine|maintenant|tout juste|exactement|seulement|encore|bientot|presque|precisement|de cela|juste) "
    "|(?: deja)? (?:un peu |bien |largement |a peine |nettement )?(?:plus|moins) d(?:e |')| (?:deja )?pres d(?:e |')|,? deja,? )"
)
"""The words that can stand between "il y a" and its count, with the spaces."""
_ROLLING = (Granularity.WEEK, Granularity.MONTH, Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)
_REST = (
    "(?:(?: et|,) {count2:number} {unit2:unit})?"
    "(?:,? (?:et )?{count3:whole} {unit3:unit})?(?:,? (?:et )?{count4:whole} {unit4:unit})?"
    "(?:,? (?:et )?{count5:whole} {unit5:unit})?(?:,? (?:et )?{count6:whole} {unit6:unit})?"
)
HALF = "(?: et {half})?"

_PART = "(?:(?:un |une )?(?:demi-?e?|1/2)(?: |-){unit}|{quarters:number} quarts? d'heure)"
_PAUSE = r"$|[.,;:!?)\n]| (?:il|elle|ils|elles|on|c'|cela|la meme|a|par|dans|en|au|et)\b"

RULES = (
    Rule(
        "the last unit",
        "(?:la |le )?[[(?:la |le )?{direction:turned} {unit:period}]]",
        Kind.LASTING,
        lambda direction, unit: Duration(((1, unit),), direction) if direction is BACK and unit in _ROLLING else None,
        not_before=r"\b(?:un|une) $",
        not_after=r" (?:de|du|d'|des|avant)\b",
        examples={"dans la dernière semaine": "P1W", "au cours de la dernière décennie": "P1DE"},
    ),
    Rule(
        "the next or last hour",
        "la [[{direction:turned} (?:{half:half_a})?(?:{unit:fine})]]",
        Kind.LASTING,
        lambda direction, unit, half=None: Duration(((0.5 if half else 1, unit),), direction),
        not_after=r" (?:de|du|d'|des)\b|s\b",
        examples={"dans la prochaine heure": "PT1H", "au cours de la dernière demi-heure": "PT30M"},
    ),
    Rule(
        "il y a",
        "(?:il y ?a|voici|voila|y a|ca fait|cela fait)" + ABOUT + "{count}{unit}" + HALF + _REST,
        Kind.AGO,
        ago,
        not_after=r" qu[e']| (?:de|d')(?: |[a-z])",
        examples={
            "Il est parti il y a trois jours.": "2020-05-17",
            "il y a 10 ans": "2010",
            "il y a un mois": "2020-04",
            "il y a une semaine": "2020-05-13",
            "il y a quelques mois": "PAST_REF",
            "voici deux ans": "2018",
            "il y a un peu plus de dix ans": "2010",
            "il y a moins d'un an": "2019",
            "Il ya 5 ans": "2015",
            "Il y a 1 an, 1 mois, 1 semaine, 1 jour": "2019-04-12",
        },
        refuses=("il y a trois hommes",),
    ),
    Rule(
        "dans",
        "dans" + ABOUT + "{count}{unit}" + HALF + _REST,
        Kind.AHEAD,
        ahead,
        not_before=r"ces $",
        examples={
            "Il partira dans trois jours.": "2020-05-23",
            "dans deux semaines": "2020-06-03",
            "dans quelques jours": "FUTURE_REF",
        },
        refuses=("dans trois maisons",),
    ),
    Rule(
        "hours away in short",
        "(?:{ago:ago}|dans) {count:two} ?h(?: ?{minutes:two_figures}(?: ?min)?)?",
        Kind.AGO,
        lambda count, ago=None, minutes=None: Shift(
            (-1 if ago else 1) * (60 * count + (minutes or 0)), Granularity.MINUTE, BACK if ago else FORWARD
        ),
        not_after=r" (?:de|d')(?: |[a-z])",
        examples={"il y a 2 h": "2020-05-20", "dans 24h": "2020-05-21"},
    ),
    Rule(
        "units from today",
        "(?:dans )?{count}{unit} a partir (?:d'aujourd'hui|de maintenant)",
        Kind.AHEAD,
        ahead,
        examples={"deux semaines à partir d'aujourd'hui": "2020-06-03"},
    ),
    Rule(
        "fortnight away",
        "(?:{ago:ago}|dans) une {count:collective}",
        Kind.AHEAD,
        lambda count, ago=None: Shift(-count if ago else count, Granularity.DAY, BACK if ago else FORWARD),
        not_after=r" d(?:e|')",
        examples={"dans une quinzaine": "2020-06-04", "il y a une huitaine": "2020-05-12"},
        refuses=("dans une quinzaine de villes",),
    ),
    Rule(
        "within a fortnight",
        "sous [[{count:collective}]]",
        Kind.LASTING,
        lambda count: Duration(((count, Granularity.DAY),), FORWARD),
        examples={"sous huitaine": "P8D"},
    ),
    Rule(
        "within units",
        "dans les [[(?:{count:number} )?{unit:units_plural}]](?: qui (?:viennent|suivent|suivront)| a venir)?",
        Kind.LASTING,
        lambda unit, count=None: Duration(((count, unit),), FORWARD) if count is not None else None,
        not_after=r" (?:precedent|suivant|derni|prochain|passe|ecoule|qui (?:ont|avaient|ava|prece|suiv))",
        examples={"Il partira dans les trois jours.": "P3D", "dans les 48 heures à venir": "PT48H"},
        refuses=("dans les années folles",),
    ),
    Rule(
        "half a unit away",
        "(?:{ago:ago}|dans) (?:un |une )?(?:demi-?e?|1/2)(?: |-){unit}",
        Kind.AGO,
        lambda unit, ago=None: Shift(-0.5 if ago else 0.5, unit, BACK if ago else FORWARD),
        examples={"dans un demi-siècle": "2070", "il y a un demi-siècle": "1970"},
    ),
    Rule(
        "quarters of an hour away",
        "(?:{ago:ago}|dans) {count:number} quarts? d'heure",
        Kind.AGO,
        lambda count, ago=None: Shift(count * (-15 if ago else 15), Granularity.MINUTE, BACK if ago else FORWARD),
        examples={"dans un quart d'heure": "2020-05-20"},
    ),
    Rule(
        "quarter of a century away",
        "(?:{ago:ago}|dans) un quart de siecle",
        Kind.AGO,
        lambda ago=None: Shift(-25 if ago else 25, Granularity.YEAR, BACK if ago else FORWARD),
        examples={"il y a un quart de siècle": "1995"},
    ),
    Rule(
        "plus tard",
        "{count}{unit}" + HALF + " plus tard",
        Kind.LATER,
        later,
        examples={"Le 4 mai, il est hospitalisé. Trois jours plus tard, il meurt.": ("2020-05-04", "2020-05-07")},
    ),
    Rule(
        "plus tot",
        "{count}{unit}" + HALF + " (?:plus tot|auparavant)",
        Kind.EARLIER,
        earlier,
        examples={
            "Elu en 2010, il avait échoué dix ans auparavant.": ("2010", "2000"),
            "Le 4 mai, il est arrêté. Deux jours auparavant, il avait fui.": ("2020-05-04", "2020-05-02"),
            "En 2019, il vend pour 9 milliards, contre 8,9 milliards un an plus tôt.": ("2019", "2018"),
        },
    ),
    Rule(
        "back from now",
        "{count}{unit} en arriere",
        Kind.AGO,
        ago,
        examples={"Cela remonte deux ans en arrière.": "2018"},
    ),
    Rule(
        "after",
        "{count}{unit}" + HALF + " apres",
        Kind.LATER,
        later,
        after=_PAUSE,
        examples={
            "Le 4 mai, il est arrêté. Deux jours après, il meurt.": ("2020-05-04", "2020-05-06"),
            "deux jours après le départ": "P2D",
        },
    ),
    Rule(
        "before",
        "{count}{unit}" + HALF + " avant",
        Kind.EARLIER,
        earlier,
        after=_PAUSE,
        examples={"Le 4 mai, il est arrêté. Deux jours avant, il avait fui.": ("2020-05-04", "2020-05-02")},
    ),
    Rule(
        "part of a unit later",
        _PART + " plus tard",
        Kind.LATER,
        lambda **part: later(*_part(**part)),
        examples={"Il sort à midi. Une demi-heure plus tard, il revient.": ("2020-05-20T12:00", "2020-05-20T12:30")},
    ),
    Rule(
        "part of a unit earlier",
        _PART + " (?:plus tot|auparavant)",
        Kind.EARLIER,
        lambda **part: earlier(*_part(**part)),
        examples={"Il sort à midi. Un quart d'heure plus tôt, il dort.": ("2020-05-20T12:00", "2020-05-20T11:45")},
    ),
    Rule(
        "part of a unit after",
        _PART + " apres",
        Kind.LATER,
        lambda **part: later(*_part(**part)),
        after=_PAUSE,
        examples={"Il sort à midi. Une demi-heure après, il revient.": ("2020-05-20T12:00", "2020-05-20T12:30")},
        refuses=("une demi-douzaine après la fête",),
    ),
    Rule(
        "part of a unit before",
        _PART + " avant",
        Kind.EARLIER,
        lambda **part: earlier(*_part(**part)),
        after=_PAUSE,
        examples={"Il sort à midi. Une demi-heure avant, il dort.": ("2020-05-20T12:00", "2020-05-20T11:30")},
    ),
    Rule(
        "before or after something",
        "[[{count}{unit}" + HALF + " {side}]] ?",
        Kind.OFFSET,
        dotted=True,
        meaning=lambda count, unit, side, half=False: shift(count, unit, side, Origin.PUBLISHED, half),
        helper=True,
    ),
)
