"""Days: full and partial dates in words, weekdays."""

from __future__ import annotations

from typing import Any

from timeline.languages.fr.time.rules.around import UNCOUNTED
from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Direction, Granularity, Meaning, Nth, Origin, Partial, This

DAY = Granularity.DAY
TEXT = Origin.TEXT


def date(**slots: Any) -> Made:
    """A partial date made of the slots; "suivant" and "précédent" are counted from the text.

    Args:
        **slots: Fields of `Partial`; `spelled` is a year in words, `relative` a direction counted from the text.
    """
    if "spelled" in slots:
        slots["year"] = slots.pop("spelled")
    if "relative" in slots:
        slots.update(direction=slots.pop("relative"), origin=TEXT)
    return Partial(**slots)


def double_year(day: int, month: int, year: int, short: int) -> Made:
    """ "le 3 mars 1587/88": the old-style year, which began in spring, and the modern one; the latter counts."""
    return Partial(year=year + 1, month=month, day=day) if (year + 1) % 100 == short else None


def before_christ(month: int, year: float, era: str, day: int | None = None, weekday: int | None = None) -> Made:
    """ "le 15 mars 44 av. J.-C."; in astronomical years."""
    return Partial(year=1 - int(year), month=month, day=day, era="BC")


def in_year(
    month: int,
    direction: Direction | None = None,
    relative: Direction | None = None,
    day: int | None = None,
    **_: object,
) -> Made:
    """ "en mars de l'année dernière", "le 3 mars de la même année".

    Args:
        month: The month, from 1.
        direction: The direction of the year, counted from the article's date.
        relative: The direction of the year, counted from the text.
        day: The day; None for the whole month.
        **_: Slots that have no meaning.

    Returns:
        The month of that year, or the day.
    """
    offset = {Direction.BACK: -1, Direction.FORWARD: 1}.get(direction or relative or Direction.NONE, 0)
    year = This(Granularity.YEAR, offset, Origin.PUBLISHED if direction else TEXT)
    within: Meaning = Nth(month, Granularity.MONTH, year)
    return within if day is None else Nth(day, DAY, within)


def in_week(weekday: int, weeks: int = 0, **_: object) -> Made:
    """ "lundi en huit": the Monday after the next one."""
    return Partial(weekday=weekday, direction=Direction.FORWARD, skip=weeks)


TAIL = "(?:,? (?:de l'an(?:nee)? )?(?:{year}|{spelled:year_words})| {direction}| {relative}| de (?:cette annee|l'annee en cours)| courant)?"
_DM = "{day} (?:du mois d[e'] ?)?{month:month_form}" + TAIL
MONTH_NAMES = "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
NOT_MORE = r" ?(?:%|\$|h\b|heures?\b|euros?\b|ans?\b|minutes?\b|points?\b|millions?\b|jours\b)"


def day_of_month(day: int) -> Partial | None:
    """A day without a month.

    Args:
        day: Its number.

    Returns:
        The partial date; None where no month has such a day.
    """
    return Partial(day=day) if 1 <= day <= 31 else None


RULES = (
    Rule(
        "day and month",
        "(?:ce (?:meme )?)?(?:{weekday:weekday_form}(?:,? (?:le )?| ))?" + _DM,
        Kind.DAY,
        date,
        examples={
            "Le 3 mars, il a signé.": "2020-03-03",
            "Il est mort le mercredi 13 mai 2015.": "2015-05-13",
            "Le 1er janvier 2001, il neigeait.": "2001-01-01",
            "le premier avril 1999": "1999-04-01",
            "le deux mars 2013": "2013-03-02",
            "le trente et un décembre 1999": "1999-12-31",
            "arrêté le 26 septembre dernier": "2019-09-26",
            "jugé le 1er septembre prochain": "2020-09-01",
            "Ce dimanche 17 mai, il a couru.": "2020-05-17",
            "le 5 sept. 2018": "2018-09-05",
            "ven. 15 mai 2020": "2020-05-15",
            "le 14 févr. 2020": "2020-02-14",
            "le 1 er décembre 2019": "2019-12-01",
        },
        refuses=("Il a 3 marsouins.", "les 12 maisons", "Le 3 marseillais"),
    ),
    Rule(
        "day of a double year",
        "{day} {month:month_form} {year}/{short:two_figures}",
        Kind.DAY,
        double_year,
        not_after=r"[-/]?\d",
        examples={"Elle naquit le 3 mars 1587/88.": "1588-03-03"},
        refuses=(),
    ),
    Rule(
        "day of a far year",
        "{day} {month} (?:de )?l'an {far:far_year}",
        Kind.DAY,
        lambda far, **slots: Partial(year=far, **slots),
        examples={"Il fut sacré le 25 décembre de l'an 800.": "0800-12-25"},
    ),
    Rule(
        "day after Christ",
        "(?:{weekday},? (?:le )?)?(?:{day} )?{month} {year:number} {ad}",
        Kind.DAY,
        lambda year, month, ad, day=None, weekday=None: Partial(year=int(year), month=month, day=day),
        examples={"Auguste mourut le 19 août 14 apr. J.-C.": "0014-08-19", "en août 14 après J.-C.": "0014-08"},
    ),
    Rule(
        "day before Christ",
        "(?:{weekday},? (?:le )?)?(?:{day} )?{month} {year:number} {era}",
        Kind.DAY,
        before_christ,
        examples={
            "le 15 mars 44 av. J.-C.": "BC0044-03-15",
            "5 mai 2003 avant J.-C.": "BC2003-05-05",
            "en mars 44 av. J.-C.": "BC0044-03",
        },
    ),
    Rule(
        "day of another year",
        "(?:{weekday},? (?:le )?)?{day} {month} de (?:l'an(?:nee)? (?:{direction}|{relative})|{same_year})",
        Kind.DAY,
        in_year,
        examples={"le 3 mars de l'année dernière": "2019-03-03", "le 8 mai de l'an prochain": "2021-05-08"},
    ),
    Rule(
        "day, month, short year",
        "(?:{weekday},? (?:le )?)?{day} {month} {short:short_year}",
        Kind.DAY,
        lambda short, **slots: date(year=short, **slots),
        after=UNCOUNTED,
        not_after=NOT_MORE,
        examples={"le 10 novembre 93, sur l'A 10": "1993-11-10", "le 3 mai '68.": "1968-05-03"},
        refuses=(),
    ),
    Rule(
        "weekday and day",
        "(?:ce )?{weekday},? (?:le )?{day:day_figures}",
        Kind.DAY,
        date,
        after=UNCOUNTED,
        not_after=NOT_MORE + "|[,.]\\d| \\d{3}\\b",
        examples={
            "Il est arrivé mercredi 13 dans la soirée.": ("2020-05-13TEV"),
            "vendredi 29": "2020-05-29",
            "Il viendra jeudi le 28.": "2020-05-28",
            "Il a recensé mardi 12 000 absents.": "2020-05-19",
        },
    ),
    Rule(
        "weekday after its direction",
        "(?:le |ce )?[[{direction:turned} {weekday}]]",
        Kind.WEEKDAY,
        date,
        not_before=r"\b(?:un|une|des|son|leur|du) $",
        not_after=r" (?:de|du|d'|des|avant|noir)\b|s\b",
        examples={"le dernier jeudi": "2020-05-14", "Il viendra le prochain mardi.": "2020-05-26"},
    ),
    Rule(
        "weekday abbreviated, alone",
        "{weekday:weekday_form}",
        Kind.WEEKDAY,
        date,
        dotted=True,
        before="^$",
        after=r"^(?:$| ?\d\d?(?:h|:))",
        examples={"Jeu.": "2020-05-21", "ven": "2020-05-22", "Lun. 15h30": "2020-05-25T15:30"},
        refuses=("Sam est parti.", "La mer.", "Mar del Plata"),
    ),
    Rule(
        "weekday",
        "(?:{near} (?:meme )?)?{weekday}(?:-ci)?(?: {direction}| {relative})?",
        Kind.WEEKDAY,
        date,
        examples={
            "Le ministre a démissionné mardi.": "2020-05-19",
            "Il est mort vendredi dernier.": "2020-05-15",
            "Il sera entendu mardi prochain.": "2020-05-26",
            "Le Sénat votera jeudi.": "2020-05-21",
        },
    ),
    Rule(
        "weekday in eight days",
        "{weekday} en {weeks}",
        Kind.WEEKDAY,
        in_week,
        examples={"Il reviendra lundi en huit.": "2020-06-01", "mardi en quinze": "2020-06-09"},
    ),
    Rule(
        "day of a dateline",
        r"[[{day:day_figures}]] ?(?:\((?-i:[A-Z]{2,6}|Belga|Reuters|dpa|Xinhua|Tass)\b| - )",
        Kind.DAYNUMBER,
        day_of_month,
        dotted=True,
        before=r"(?:^|\n)(?-i:[A-Z][A-Za-z-]+(?: [A-Z][a-z]+)?), (?:le )?$",
        examples={"Genève, 14 (ATS) - Le conseil s'est réuni.": "2020-05-14"},
    ),
    Rule(
        "day of a month away",
        "{day:day_figures} (?:(?:du|de ce) mois(?: {direction}| en cours)?|courant)",
        Kind.DAY,
        lambda day, direction=Direction.NONE: Nth(
            day, DAY, This(Granularity.MONTH, {Direction.BACK: -1, Direction.FORWARD: 1}.get(direction, 0))
        ),
        examples={
            "le 12 du mois prochain": "2020-06-12",
            "le 3 de ce mois": "2020-05-03",
            "le 20 courant": "2020-05-20",
        },
    ),
    Rule(
        "day of the month just named",
        "{day:day_figures} (?:du (?:meme|dit) mois|dudit mois|de ce (?:meme mois|mois-la))",
        Kind.DAY,
        lambda day: Nth(day, DAY, This(Granularity.MONTH, origin=Origin.TEXT)),
        examples={
            "Vendu en mars 2000, le moteur a pris feu le 29 du même mois.": ("2000-03", "2000-03-29"),
            "La rivière a été polluée en février. Le 17 de ce mois-là, une cuve s'était vidée.": (
                "2020-02",
                "2020-02-17",
            ),
        },
    ),
)
