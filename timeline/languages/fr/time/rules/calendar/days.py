"""Days: full and partial dates in words, lists and ranges of them, weekdays."""

from __future__ import annotations

from timeline.languages.fr.time.rules.around import UNCOUNTED
from timeline.languages.grammar import Made, Rule
from timeline.model import Between, Direction, Granularity, Meaning, Nth, Origin, Partial, This

DAY = Granularity.DAY
TEXT = Origin.TEXT


def date(**slots: object) -> Made:
    """A Partial of the slots; "suivant" and "précédent" count from the text."""
    if "spelled" in slots:
        slots["year"] = slots.pop("spelled")
    if "relative" in slots:
        slots.update(direction=slots.pop("relative"), origin=TEXT)
    return Partial(**slots)  # type: ignore[arg-type]  # the slots are named after the fields


def double_year(day: int, month: int, year: int, short: int) -> Made:
    """ "le 3 mars 1587/88": the year that began in spring, and ours; the latter counts."""
    return Partial(year=year + 1, month=month, day=day) if (year + 1) % 100 == short else None


def before_christ(month: int, year: float, era: str, day: int | None = None, weekday: int | None = None) -> Made:
    """ "le 15 mars 44 av. J.-C."; astronomical years."""
    return Partial(year=1 - int(year), month=month, day=day, era="BC")


def in_year(
    month: int,
    direction: Direction | None = None,
    relative: Direction | None = None,
    day: int | None = None,
    **_: object,
) -> Made:
    """ "en mars de l'année dernière", "le 3 mars de la même année"."""
    offset = {Direction.BACK: -1, Direction.FORWARD: 1}.get(direction or relative or Direction.NONE, 0)
    year = This(Granularity.YEAR, offset, Origin.PUBLISHED if direction else TEXT)
    within: Meaning = Nth(month, Granularity.MONTH, year)
    return within if day is None else Nth(day, DAY, within)


def in_week(weekday: int, weeks: int = 0, **_: object) -> Made:
    """ "lundi en huit": the one after the next."""
    return Partial(weekday=weekday, direction=Direction.FORWARD, skip=weeks)


def day_list(day: int, day2: int, **shared: object) -> Made:
    """Days that share a month: "les 13 et 14 juin"."""
    if "spelled" in shared:
        shared["year"] = shared.pop("spelled")
    weekdays = {"first": shared.pop("weekday", None), "last": shared.pop("weekday2", None)}
    return {
        "first": Partial(day=day, weekday=weekdays["first"], **shared),  # type: ignore[arg-type]  # as above
        "last": Partial(day=day2, weekday=weekdays["last"], **shared),  # type: ignore[arg-type]  # as above
    }


def day_range(**slots: object) -> Made:
    """Days that share a month, as a range: "du 3 au 5 juin"."""
    made = day_list(**slots)  # type: ignore[arg-type]  # as above
    assert isinstance(made, dict)
    first, last = made["first"], made["last"]
    return {"first": Between(first, last, "first"), "last": Between(first, last, "last")}


def three_days(day: int, day2: int, day3: int, **shared: object) -> Made:
    """ "les 6, 7 et 13 avril"."""
    if "spelled" in shared:
        shared["year"] = shared.pop("spelled")
    days = {"first": day, "middle": day2, "last": day3}
    return {name: Partial(day=value, **shared) for name, value in days.items()}  # type: ignore[arg-type]  # as above


def days_only(
    day: int | None = None,
    day2: int | None = None,
    day3: int | None = None,
    day4: int | None = None,
    day5: int | None = None,
) -> Made:
    """ "les 29, 30 et 31", of the month told before."""
    named = {"first": day, "middle": day2, "last": day3, "one": day4, "two": day5}
    return {name: Partial(day=value) for name, value in named.items() if value is not None}


def four_days(day: int, day2: int, day3: int, day4: int, **shared: object) -> Made:
    """ "les 4, 5, 6 et 7 avril"."""
    if "spelled" in shared:
        shared["year"] = shared.pop("spelled")
    days = {"first": day, "second": day2, "third": day3, "last": day4}
    return {name: Partial(day=value, **shared) for name, value in days.items()}  # type: ignore[arg-type]  # as above


_TAIL = "(?:,? (?:de l'an(?:nee)? )?(?:{year}|{spelled:year_words})| {direction}| {relative}| de (?:cette annee|l'annee en cours)| courant)?"
_DM = "{day} (?:du mois d[e'] ?)?{month:month_form}" + _TAIL
MONTH_NAMES = "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
_NOT_MORE = r" ?(?:%|\$|h\b|heures?\b|euros?\b|ans?\b|minutes?\b|points?\b|millions?\b|jours\b)"

RULES = (
    Rule(
        "day and month",
        "(?:ce (?:meme )?)?(?:{weekday:weekday_form}(?:,? (?:le )?| ))?" + _DM,
        "day",
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
        "day",
        double_year,
        not_after=r"[-/]?\d",
        examples={"Elle naquit le 3 mars 1587/88.": "1588-03-03"},
        refuses=(),
    ),
    Rule(
        "day of a far year",
        "{day} {month} (?:de )?l'an {far:far_year}",
        "day",
        lambda far, **slots: Partial(year=far, **slots),
        examples={"Il fut sacré le 25 décembre de l'an 800.": "0800-12-25"},
    ),
    Rule(
        "day after Christ",
        "(?:{weekday},? (?:le )?)?(?:{day} )?{month} {year:number} {ad}",
        "day",
        lambda year, month, ad, day=None, weekday=None: Partial(year=int(year), month=month, day=day),
        examples={"Auguste mourut le 19 août 14 apr. J.-C.": "0014-08-19", "en août 14 après J.-C.": "0014-08"},
    ),
    Rule(
        "day before Christ",
        "(?:{weekday},? (?:le )?)?(?:{day} )?{month} {year:number} {era}",
        "day",
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
        "day",
        in_year,
        examples={"le 3 mars de l'année dernière": "2019-03-03", "le 8 mai de l'an prochain": "2021-05-08"},
    ),
    Rule(
        "day, month, short year",
        "(?:{weekday},? (?:le )?)?{day} {month} {short:short_year}",
        "day",
        lambda short, **slots: date(year=short, **slots),
        after=UNCOUNTED,
        not_after=_NOT_MORE,
        examples={"le 10 novembre 93, sur l'A 10": "1993-11-10", "le 3 mai '68.": "1968-05-03"},
        refuses=(),
    ),
    Rule(
        "days of one month",
        "(?:les )?[[(?P<first>(?:{weekday},? (?:le )?)?{day})]](?:,| et| ou| puis|, puis)(?: le)? "
        "(?P<last>(?:{weekday2} )?{day2} {month:month_form}" + _TAIL + ")",
        "days",
        day_list,
        examples={
            "Le festival aura lieu les 13 et 14 juin.": ("2020-06-13", "2020-06-14"),
            "samedi 6 et dimanche 7 juin 2020": ("2020-06-06", "2020-06-07"),
        },
    ),
    Rule(
        "three days of one month",
        "(?:les )?(?P<first>{day}), (?P<middle>{day2}) et (?P<last>{day3} {month}" + _TAIL + ")",
        "days",
        three_days,
        examples={"les 6, 7 et 13 juin": ("2020-06-06", "2020-06-07", "2020-06-13")},
    ),
    Rule(
        "four days of one month",
        "(?:les )?(?P<first>{day:day_figures}), (?P<second>{day2:day_figures}), (?P<third>{day3:day_figures}) (?:et|ou) (?P<last>{day4:day_figures} {month}"
        + _TAIL
        + ")",
        "days",
        four_days,
        examples={"les 4, 5, 6 et 7 juin": ("2020-06-04", "2020-06-05", "2020-06-06", "2020-06-07")},
    ),
    Rule(
        "range of days of one month",
        "(?:(?:du|entre le|de|entre|des|le) )?(?P<first>(?:{weekday:weekday_form},? (?:le )?)?{day}) (?:au|et le|a|jusqu'au) "
        "(?P<last>(?:{weekday2:weekday_form} )?{day2} {month:month_form}" + _TAIL + ")",
        "days",
        day_range,
        examples={
            "Le festival aura lieu du 3 au 5 juin.": ("2020-06-03", "2020-06-05"),
            "du lundi 1er au vendredi 5 juin 2020": ("2020-06-01", "2020-06-05"),
            "entre le 4 et le 8 avril 2018": ("2018-04-04", "2018-04-08"),
            "Festival du ven. 5 au dim. 7 juin.": ("2020-06-05", "2020-06-07"),
        },
    ),
    Rule(
        "days with a slash",
        "(?:les )?(?P<first>{day:day_figures}) ?/ ?(?P<last>{day2:day_figures} {month:month_form}" + _TAIL + ")",
        "days",
        lambda day, day2, **shared: day_list(day, day2, **shared) if day < day2 else None,
        not_before=r"[\d/.]$",
        examples={"Les 13/14 juin, la salle sera fermée.": ("2020-06-13", "2020-06-14")},
    ),
    Rule(
        "days of the month told before",
        "les (?P<first>{day:day_figures}), (?P<middle>{day2:day_figures}) et (?P<last>{day3:day_figures})|les (?P<one>{day4:day_figures}) et (?P<two>{day5:day_figures})",
        "days",
        days_only,
        before=rf"\b(?:{MONTH_NAMES})(?: \d{{4}})?,? (?:puis|et|ainsi que|et a nouveau)(?: du| de nouveau)? $",
        after=UNCOUNTED,
        not_after=_NOT_MORE,
        examples={"les 2 et 3 juin puis les 9 et 10": ("2020-06-02", "2020-06-03", "2020-06-09", "2020-06-10")},
        refuses=(),
    ),
    Rule(
        "range of days with a dash",
        "(?:(?:du|le|les) )?(?P<first>{day:day_figures}) ?- ?(?P<last>{day2:day_figures} {month:month_form}"
        + _TAIL
        + ")",
        "days",
        day_range,
        examples={"13-15 juillet 2019": ("2019-07-13", "2019-07-15")},
    ),
    Rule(
        "range of days without a month",
        "(?:du|entre le) (?P<first>(?:{weekday} )?{day}) (?:au|et le) (?P<last>(?:{weekday2} )?{day2})",
        "days",
        day_range,
        after=UNCOUNTED,
        not_after=_NOT_MORE,
        examples={"Il sera à Paris du 25 au 28.": ("2020-05-25", "2020-05-28")},
        refuses=("Il est passé du 3 au 5 %.",),
    ),
    Rule(
        "weekday and day",
        "(?:ce )?{weekday},? (?:le )?{day:day_figures}",
        "day",
        date,
        after=UNCOUNTED,
        not_after=_NOT_MORE + "|[,.]\\d",
        examples={
            "Il est arrivé mercredi 13 dans la soirée.": ("2020-05-13TEV"),
            "vendredi 29": "2020-05-29",
            "Il viendra jeudi le 28.": "2020-05-28",
        },
    ),
    Rule(
        "weekday after its direction",
        "(?:le |ce )?[[{direction:turned} {weekday}]]",
        "weekday",
        date,
        not_before=r"\b(?:un|une|des|son|leur|du) $",
        not_after=r" (?:de|du|d'|des|avant|noir)\b|s\b",
        examples={"le dernier jeudi": "2020-05-14", "Il viendra le prochain mardi.": "2020-05-26"},
    ),
    Rule(
        "weekday abbreviated, alone",
        "{weekday:weekday_form}",
        "weekday",
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
        "weekday",
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
        "weekday",
        in_week,
        examples={"Il reviendra lundi en huit.": "2020-06-01", "mardi en quinze": "2020-06-09"},
    ),
    Rule(
        "day of a dateline",
        "{day:day_figures}",
        "daynumber",
        lambda day: Partial(day=day) if 1 <= day <= 31 else None,
        before=r"(?:^|\n)(?-i:[A-Z][A-Za-z-]+(?: [A-Z][a-z]+)?), (?:le )?$",
        after=r"^ ?(?:\((?-i:AFP|ATS|AP|ANSA|Belga|Reuters|dpa)| - )",
        examples={"Genève, 14 (ATS) - Le conseil s'est réuni.": "2020-05-14"},
    ),
    Rule(
        "day of the month",
        "(?:le|au|du|jusqu'au|des le) [[{day:day_figures}]]",
        "daynumber",
        lambda day: Partial(day=day) if 1 <= day <= 31 else None,
        after=r"(?:[.;!?]?\n|[.;!?,]? ?$|[.;!?] | et [a-z]{3,}(?:e|i|u|is|it|us|rt)(?:e|s|es)? (?:le \d|a |au |en )| (?:a|des|vers) (?:\d\d? ?h|midi|minuit)| (?:et|ou) (?:le )?\d\d?(?:[.,;]|$| au )| au (?:soir|matin)| dans la (?:matinee|soiree))",
        not_after=r"[.,]\d",
        examples={
            "Il viendra le 28.": "2020-05-28",
            "le 27 ou le 28": ("2020-05-27", "2020-05-28"),
            "Il viendra le 28 à 18h.": "2020-05-28T18:00",
        },
        refuses=("Il a pris le 12.30 train.",),
    ),
    Rule(
        "day of a month away",
        "{day:day_figures} (?:(?:du|de ce) mois(?: {direction}| en cours)?|courant)",
        "day",
        lambda day, direction=Direction.NONE: Nth(
            day, DAY, This(Granularity.MONTH, {Direction.BACK: -1, Direction.FORWARD: 1}.get(direction, 0))
        ),
        examples={
            "le 12 du mois prochain": "2020-06-12",
            "le 3 de ce mois": "2020-05-03",
            "le 20 courant": "2020-05-20",
        },
    ),
)
