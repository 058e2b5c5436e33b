"""Several units in a row, and the n-th unit of a period: "ces dix derniers jours", "le premier lundi du mois"."""

from __future__ import annotations

from timeline.languages.fr.time.rules.relative import BACK, FORWARD, TEXT
from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Direction, Duration, Granularity, Nth, Origin, This


def nth_of_unit(
    nth: int,
    within: Granularity,
    weekday: int | None = None,
    unit: Granularity | None = None,
    direction: Direction | None = None,
    relative: Direction | None = None,
) -> Made:
    """ "le premier lundi du mois", "le dernier jour du mois dernier"."""
    offset = {BACK: -1, FORWARD: 1}.get(direction or relative or Direction.NONE, 0)
    return Nth(nth, unit or Granularity.DAY, This(within, offset, TEXT if relative else Origin.PUBLISHED), weekday)


RULES = (
    Rule(
        "last units",
        "(?:ces |les |des |au cours des |dans les |la |le |ce |cette )?[[(?:ces |les |la |le )?(?:{count:number} )?{direction:turned} (?:{count2:number} )?{unit:units_plural}]]",
        Kind.LASTING,
        lambda direction, unit, count=None, count2=None: Duration(
            ((count if count is not None else count2, unit),), direction
        ),
        not_before=r"\b(?:des|lors des) $",
        examples={
            "Ces dernières semaines, la situation a empiré.": "PXW",
            "ces dix derniers jours": "P10D",
            "les trois prochains mois": "P3M",
        },
    ),
    Rule(
        "units gone or to come",
        "(?:les |ces |des |aux |au cours des |dans les )?[[(?:les |ces )?(?:{count:number} |quelques )?{unit:units_plural} {direction:coming}]]",
        Kind.LASTING,
        lambda direction, unit, count=None: Duration(((count, unit),), direction),
        not_before=r"\b(?:un|une|le|la|du|ce|au|cette) $",
        not_after=r" (?:a|de|en|dans|sur|pour|chez|avec|sans|par)\b",
        examples={
            "les 24 heures passées": "PT24H",
            "au cours des douze mois écoulés": "P12M",
            "dans les années à venir": "PXY",
        },
        refuses=("les années passées à étudier",),
    ),
    Rule(
        "units after or before in the text",
        "(?:les |des |aux |dans les )?[[(?:les )?(?:{count:number} |quelques )?{unit:units_plural} {stated}]]",
        Kind.LASTING,
        lambda unit, stated, count=None: Duration(((count, unit),)),
        not_before=r"\b(?:un|une|le|la|du|ce|au|cette|l') ?$",
        examples={
            "les 30 jours précédents": "P30D",
            "les mois suivants": "PXM",
            "Dans les jours qui ont suivi, il a plu.": "PXD",
        },
    ),
    Rule(
        "the first units",
        "(?:les |des |aux |ces |ses |leurs )?[[(?:les )?(?:{count:number} )?(?:premiers|premieres) (?:{count2:number} )?{unit:units_plural}]]",
        Kind.LASTING,
        lambda unit, count=None, count2=None: Duration(((count if count is not None else count2, unit),)),
        not_after=r" (?:de l'annee|du mois)",
        examples={"durant les deux premières années du conflit": "P2Y", "pendant ses premiers mois": "PXM"},
    ),
    Rule(
        "units that follow or precede",
        "(?:les |des )[[(?:les )?{count:number} {unit:units_plural}]]",
        Kind.LASTING,
        lambda unit, count: Duration(((count, unit),)),
        after=r" (?:suivant|precedant|qui (?:ont|avaient) (?:suivi|precede)|qui (?:suivent|precedent)) ",
        examples={"dans les trois jours suivant la perfusion": "P3D"},
    ),
    Rule(
        "nth of something",
        "(?:le |la |au |du )?[[(?:le |la )?{nth:ordinal} (?:{weekday}|{unit:unit}) (?:de l'|de la |du |de |d')]]",
        Kind.NTH,
        lambda nth, weekday=None, unit=None: Nth(nth, unit or Granularity.DAY, This(Granularity.YEAR), weekday),
        helper=True,
        dotted=True,
    ),
    Rule(
        "several of something",
        "(?:les |des |ces |aux )?[[(?:les |des |ces )?(?:{count:number} )?{nth:firsts}(?: {count2:number})? {unit:units_plural} (?:de l'|de la |du |de |d')]]",
        Kind.NTH,
        lambda nth, unit, count=None, count2=None: Nth(
            nth, unit, This(Granularity.YEAR), None, None if count is None and count2 is None else int(count or count2)
        ),
        helper=True,
        dotted=True,
    ),
    Rule(
        "nth of this unit",
        "(?:le |la |au |du )?[[(?:le |la )?{nth:ordinal} (?:{weekday}|{unit:unit}) (?:de l'|de la |du |de |d'|de cette |de ce ){within:period}(?: {direction}| {relative})?]]",
        Kind.DAY,
        nth_of_unit,
        not_after=r" (?:\d{4}|suivant|precedent|d[e'] ?(?:janv|fevr|mars|avril|mai|juin|juil|aout|sept|octo|nove|dece))",
        examples={
            "le premier vendredi du mois de juin": "2020-06-05",
            "le premier lundi du mois": "2020-05-04",
            "le dernier jour de l'année": "2020-12-31",
            "la première semaine du mois prochain": "2020-W23",
        },
    ),
    Rule(
        "several of this unit",
        "(?:les |des )?[[(?:les |des )?(?:{count:number} )?{nth:firsts}(?: {count2:number})? {unit:units_plural} (?:de l'|de la |du |de |d'|de cette |de ce ){within:period}]]",
        Kind.LASTING,
        lambda nth, unit, within, count=None, count2=None: Nth(
            nth, unit, This(within), None, None if count is None and count2 is None else int(count or count2)
        ),
        not_after=r" (?:\d{4}|derni|prochain|suivant|precedent|passe|d[e'] ?(?:janv|fevr|mars|avril|mai|juin|juil|aout|sept|octo|nove|dece))",
        examples={"les cinq premiers mois de l'année": "P5M", "les premiers jours du mois": "PXD"},
    ),
)
