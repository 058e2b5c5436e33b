"""Distances from now or from the last date: "il y a trois jours", "deux ans plus tard", "ces dix derniers jours"."""

from __future__ import annotations

from timeline.languages.grammar import Made, Rule
from timeline.model import Direction, Granularity, Lasting, Nth, Origin, Shift, This

TEXT = Origin.TEXT
BACK, ON = Direction.BACK, Direction.ON


def ago(count: float | None, unit: Granularity, half: bool = False) -> Made:
    """ "il y a trois ans"."""
    return _shift(count, unit, BACK, Origin.PUBLISHED, half)


def ahead(count: float | None, unit: Granularity, half: bool = False) -> Made:
    """ "dans trois ans"."""
    return _shift(count, unit, ON, Origin.PUBLISHED, half)


def later(count: float | None, unit: Granularity, half: bool = False) -> Made:
    """ "trois ans plus tard", from the text."""
    return _shift(count, unit, ON, TEXT, half)


def earlier(count: float | None, unit: Granularity, half: bool = False) -> Made:
    """ "trois ans plus tôt", from the text."""
    return _shift(count, unit, BACK, TEXT, half)


def _shift(count: float | None, unit: Granularity, side: Direction, origin: Origin, half: bool) -> Made:
    sign = -1 if side is BACK else 1
    if count is not None:
        count = sign * (count + (0.5 if half else 0))
    return Shift(count, unit, side, origin)


def reaching(direction: Direction, unit: Granularity, count: float | None = None, relative: bool = False) -> Made:
    """ "ces dix derniers jours"."""
    return Lasting(((count, unit),), direction)


_HALF = "(?: et {half})?"

RULES = (
    Rule("il y a", "(?:il y a|voici|voila|y a|ca fait|cela fait)(?: (?:environ|deja|a peine|plus de|moins de|pres de|maintenant|tout juste|exactement|seulement))? {count} ?{unit}" + _HALF, "ago", ago,
         not_after=r" qu[e']| (?:de|d')(?: |[a-z])",
         examples={"Il est parti il y a trois jours.": "2020-05-17", "il y a 10 ans": "2010", "il y a un mois": "2020-04", "il y a une semaine": "2020-05-13",
                   "il y a quelques mois": "PAST_REF", "voici deux ans": "2018"},
         refuses=("il y a trois hommes",)),
    Rule("dans", "dans(?: (?:environ|a peine|moins de|plus de|pres de))? {count} ?{unit}" + _HALF, "ahead", ahead,
         not_before=r"ces $", examples={"Il partira dans trois jours.": "2020-05-23", "dans deux semaines": "2020-06-03", "dans quelques jours": "FUTURE_REF"},
         refuses=("dans trois maisons",)),
    Rule("plus tard", "{count} ?{unit}" + _HALF + " (?:plus tard|apres|ensuite)", "later", later, not_after=" (?:avoir|etre|qu[e'])",
         examples={"Le 4 mai, il est hospitalisé. Trois jours plus tard, il meurt.": ("2020-05-04", "2020-05-07")}),
    Rule("plus tot", "{count} ?{unit}" + _HALF + " (?:plus tot|auparavant|avant)", "earlier", earlier,
         examples={"Elu en 2010, il avait échoué dix ans auparavant.": ("2010", "2000"), "Le 4 mai, il est arrêté. Deux jours avant, il avait fui.": ("2020-05-04", "2020-05-02")}),
    Rule("before or after something", "[[{count} ?{unit}" + _HALF + " {side}]] ?", "offset", dotted=True, meaning=lambda count, unit, side, half=False: _shift(count, unit, side, Origin.PUBLISHED, half), helper=True),
    Rule("last units", "(?:ces |les |des |au cours des |dans les |la |le |ce |cette )?[[(?:ces |les |la |le )?(?:{count:number} )?{direction:turned} (?:{count2:number} )?{unit:units_plural}]]", "lasting",
         lambda direction, unit, count=None, count2=None: reaching(direction, unit, count if count is not None else count2),
         not_before=r"\b(?:des|lors des) $",
         examples={"Ces dernières semaines, la situation a empiré.": "PXW", "ces dix derniers jours": "P10D", "les trois prochains mois": "P3M"}),
)
