"""Times counted from an event, down to an event, up to now, and to the day."""

from __future__ import annotations

from dataclasses import replace

from timeline.languages.fr.time.rules.around import DATE_BEGINS, EVENT
from timeline.languages.fr.time.rules.relative import ABOUT, HALF, TEXT, shift
from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Between, Direction, Duration, Granularity, Origin

BACK, FORWARD = Direction.BACK, Direction.FORWARD


def to_the_day(
    count: float | None = None,
    unit: Granularity | None = None,
    ago: bool = False,
    count2: float | None = None,
    unit2: Granularity | None = None,
    stated: Direction | None = None,
    count3: float | None = None,
    unit3: Granularity | None = None,
    stated2: Direction | None = None,
) -> Made:
    """ "il y a un an jour pour jour", "un an plus tard, jour pour jour"."""
    amount, size = count or count2 or count3, unit or unit2 or unit3
    if amount is None or size is None:
        return None
    side = stated or stated2
    origin = TEXT if side else Origin.PUBLISHED
    return replace(shift(amount, size, side or BACK, origin, False), exact=True)


def one_or_the_other(
    count: float | None = None,
    count2: float | None = None,
    unit: Granularity | None = None,
    count3: float | None = None,
    count4: float | None = None,
    unit2: Granularity | None = None,
) -> Made:
    """ "il y a deux ou trois jours", "dans six à huit mois": from the nearer to the farther, in chronological order."""
    side = BACK if unit is not None else FORWARD
    near, far, size = (count, count2, unit) if unit is not None else (count3, count4, unit2)
    if near is None or far is None or size is None or near >= far or size < Granularity.DAY:
        return None
    ends = [shift(amount, size, side, Origin.PUBLISHED, False) for amount in (near, far)]
    first, last = reversed(ends) if side is BACK else ends
    return Between(first, last)


RULES = (
    Rule(
        "one length from now or the next",
        "(?:il y ?a|voici|voila) (?:environ )?{count:number} (?:a|ou) {count2:number} {unit}"
        "|dans (?:environ )?{count3:number} (?:a|ou) {count4:number} {unit2:unit}",
        Kind.LATER,
        one_or_the_other,
        not_after=r" (?:qu[e']|plus tot|auparavant)",
        examples={
            "Il est venu il y a deux ou trois jours.": "2020-05-17/2020-05-18",
            "Le colis arrivera dans deux à trois semaines.": "2020-06-03/2020-06-10",
        },
        refuses=("dans deux ou trois villes",),
    ),
    Rule(
        "still going on",
        "(?:il y ?a|voici|voila|y a|ca fait|cela fait|ca va faire|cela va faire|(?:cela|ca) ne fait qu[e'])"
        + ABOUT
        + "[[{count}{unit}"
        + HALF
        + "]]",
        Kind.LASTING,
        lambda count, unit, half=False: Duration(
            ((None if count is None else count + (0.5 if half else 0), unit),), BACK, ongoing=True
        ),
        after=r" qu[e']",
        examples={
            "Cela fait trois semaines que la grève dure.": "P3W",
            "Il y a dix jours que la route est coupée.": "P10D",
            "Voilà deux ans qu'il attend.": "P2Y",
            "Cela ne fait que deux jours qu'il est là.": "P2D",
        },
    ),
    Rule(
        "to the day",
        "(?:{ago:ago}|voici|voila)"
        + ABOUT
        + "{count}{unit},? jour pour jour|{count2:count}{unit2:unit},? jour pour jour,? {stated:to_the_day}|{count3:count}{unit3:unit} {stated2:to_the_day},? jour pour jour",
        Kind.LATER,
        to_the_day,
        examples={
            "Il y a un an jour pour jour, il partait.": "2019-05-20",
            "Le 24 mars 2018, il tombe. Un an plus tard, jour pour jour, il marche.": ("2018-03-24", "2019-03-24"),
        },
    ),
    Rule(
        "before or after an event",
        "[[{count}{unit}"
        + HALF
        + " {side} (?:l'|le |la |les |son |sa |leur |ce |cet |cette |un |une )?"
        + EVENT
        + "(?:du |de |d'|des )]]",
        Kind.OFFSET,
        lambda count, unit, side, half=False: shift(count, unit, side, Origin.PUBLISHED, half),
        after=DATE_BEGINS,
        helper=True,
        dotted=True,
    ),
    Rule(
        "before or after an event, to the day",
        "[[{count}{unit},? jour pour jour,? {side} (?:(?:l'|le |la |les |son |sa |leur |ce |cet |cette |un |une )?"
        + EVENT
        + "(?:du |de |d'|des ))?(?:le |la |l')?]]",
        Kind.OFFSET,
        lambda count, unit, side: replace(shift(count, unit, side, Origin.PUBLISHED, False), exact=True),
        after=DATE_BEGINS,
        helper=True,
        dotted=True,
        examples={"Trois mois jour pour jour après l'attentat du 14 juillet 2016, on prie.": "2016-10-14"},
    ),
    Rule(
        "days left to something",
        "a (?:moins de |plus de |pres de |a peine |environ |quelque |seulement |tout juste )?[[{count}{unit} (?:de la |de l'|du |de |d'|des )(?:"
        + EVENT
        + "(?:du |de |d'))?]]",
        Kind.OFFSET,
        lambda count, unit: (
            None if count is None else replace(shift(count, unit, BACK, Origin.PUBLISHED, False), direction=FORWARD)
        ),
        after=DATE_BEGINS,
        helper=True,
        dotted=True,
    ),
)
