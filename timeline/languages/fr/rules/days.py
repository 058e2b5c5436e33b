"""Days: full and partial dates, weekdays, hier and la veille, holidays."""

from __future__ import annotations

from timeline.languages.fr.rules.around import UNCOUNTED
from timeline.languages.grammar import Made, Rule
from timeline.model import Between, Direction, Granularity, Meaning, Nth, Origin, Partial, Shift, This

DAY = Granularity.DAY
TEXT = Origin.TEXT


def date(**slots: object) -> Made:
    """A Partial of the slots; "suivant" and "précédent" count from the text."""
    if "spelled" in slots:
        slots["year"] = slots.pop("spelled")
    if "relative" in slots:
        slots.update(direction=slots.pop("relative"), origin=TEXT)
    return Partial(**slots)  # type: ignore[arg-type]  # the slots are named after the fields


def before_christ(day: int, month: int, year: float, era: str, weekday: int | None = None) -> Made:
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
    offset = {Direction.BACK: -1, Direction.ON: 1}.get(direction or relative or Direction.NONE, 0)
    year = This(Granularity.YEAR, offset, Origin.PUBLISHED if direction else TEXT)
    within: Meaning = Nth(month, Granularity.MONTH, year)
    return within if day is None else Nth(day, DAY, within)


def in_week(weekday: int, weeks: int = 0, **_: object) -> Made:
    """ "lundi en huit": the one after the next."""
    return Partial(weekday=weekday, direction=Direction.ON, skip=weeks)


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


def _short(year: int | None) -> int | None:
    """A year in two figures: "14" is 2014, "98" 1998."""
    return None if year is None else year + (2000 if year < 30 else 1900)


def numeric(day: int, month: int, year: int | None = None) -> Made:
    """Figures in the French order; none where no such month can be meant."""
    return Partial(year=year, month=month, day=day) if 1 <= month <= 12 and day <= 31 else None


def numeric_range(d: int, m: int, d2: int, m2: int, y: int | None = None, y2: int | None = None) -> Made:
    """ "15/06 - 20/06"."""
    first, last = numeric(d, m, y), numeric(d2, m2, y2)
    if not isinstance(first, Partial) or not isinstance(last, Partial):
        return None
    return {"first": Between(first, last, "first"), "last": Between(first, last, "last")}


def four_days(day: int, day2: int, day3: int, day4: int, **shared: object) -> Made:
    """ "les 4, 5, 6 et 7 avril"."""
    if "spelled" in shared:
        shared["year"] = shared.pop("spelled")
    days = {"first": day, "second": day2, "third": day3, "last": day4}
    return {name: Partial(day=value, **shared) for name, value in days.items()}  # type: ignore[arg-type]  # as above


_PLACE = r"(?:place|rue|avenue|boulevard|quai|cours|pont|square|station|metro|stade|lycee|allee|esplanade|hopital|college|parvis) (?:du|de la|le) $"
_TAIL = "(?:,? (?:de l'an(?:nee)? )?(?:{year}|{spelled:year_words})| {direction}| {relative}| de (?:cette annee|l'annee en cours)| courant)?"
_DM = "{day} (?:du mois d[e'] ?)?{month:month_form}" + _TAIL
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
        "day before Christ",
        "(?:{weekday},? (?:le )?)?{day} {month} {year:number} {era}",
        "day",
        before_christ,
        examples={"le 15 mars 44 av. J.-C.": "BC0044-03-15", "5 mai 2003 avant J.-C.": "BC2003-05-05"},
    ),
    Rule(
        "day of another year",
        "(?:{weekday},? (?:le )?)?{day} {month} de (?:l'an(?:nee)? (?:{direction}|{relative})|{same_year})",
        "day",
        in_year,
        examples={"le 3 mars de l'année dernière": "2019-03-03", "le 8 mai de l'an prochain": "2021-05-08"},
    ),
    Rule(
        "month before the day",
        "(?:{weekday:weekday_form},? )?{month:month_form} {day:day_figures},? {year}",
        "day",
        date,
        not_after=r"-|[.,]\d",
        examples={"janvier 12, 2016": "2016-01-12", "vendredi, décembre 5 2014": "2014-12-05"},
    ),
    Rule(
        "the eleventh of September",
        "11-(?-i:Septembre)",
        "day",
        lambda: Partial(year=2001, month=9, day=11),
        not_before=_PLACE,
        examples={"Le 11-Septembre a changé le monde.": "2001-09-11"},
    ),
    Rule(
        "day, month and year with dashes",
        "{day:day_figures}-{month:month_form}(?:-(?:{year}|{short:two_figures}))?|{day2:day_figures}/{month2:month_form}/{year2:year}",
        "day",
        lambda day=None, month=None, year=None, short=None, day2=None, month2=None, year2=None: Partial(
            year=year or year2 or _short(short), month=month or month2, day=day or day2
        ),
        not_before=r"[-\d]$|" + _PLACE,
        not_after=r"-|[.,]\d",
        examples={"3-mars-2015": "2015-03-03", "le 12-déc-14": "2014-12-12", "16/fév/2013": "2013-02-16"},
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
        "(?:(?:du|entre le|de|entre|des|le) )?(?P<first>(?:{weekday},? (?:le )?)?{day}) (?:au|et le|a|jusqu'au) "
        "(?P<last>(?:{weekday2} )?{day2} {month:month_form}" + _TAIL + ")",
        "days",
        day_range,
        examples={
            "Le festival aura lieu du 3 au 5 juin.": ("2020-06-03", "2020-06-05"),
            "du lundi 1er au vendredi 5 juin 2020": ("2020-06-01", "2020-06-05"),
            "entre le 4 et le 8 avril 2018": ("2018-04-04", "2018-04-08"),
        },
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
        "numeric date",
        r"(?:{weekday} )?{d:two}(?:/|\.|-){m:two}(?:/|\.|-)(?:{year}|{short:short_year})",
        "day",
        lambda d, m, year=None, short=None, weekday=None: numeric(d, m, year or short),
        examples={
            "Publié le 12/03/2019.": "2019-03-12",
            "Publié le 12.03.2019.": "2019-03-12",
            "le 3/4/18": "2018-04-03",
            "le 12-03-2019": "2019-03-12",
        },
        refuses=("l'adresse 12.03.2019.44", "la version 1.2.3"),
        not_before=r"[\d./-]$|version $|\bv$",
        not_after=r"[./-]\d",
    ),
    Rule(
        "ISO date",
        r"{year}(?:[-/]{m:two}[-/]{d:two}|\.{m2:two_figures}\.{d2:two_figures})",
        "day",
        lambda year, d=None, m=None, d2=None, m2=None: numeric(d or d2, m or m2, year),
        not_before=r"[\d./-]$",
        not_after=r"[./-]\d",
        examples={"Mise à jour : 2019-03-12.": "2019-03-12", "2013/2/15": "2013-02-15", "2013.02.16": "2013-02-16"},
    ),
    Rule(
        "range of dates in figures",
        r"(?P<first>{d:two}/{m:two}/{y:year}) ?(?:-|au|a) ?(?P<last>{d2:two}/{m2:two}/{y2:year})",
        "days",
        numeric_range,
        not_before=r"[\d./-]$",
        not_after=r"[./-]?\d",
        examples={"16/02/2013-17/02/2013": ("2013-02-16", "2013-02-17")},
    ),
    Rule(
        "range of days in figures",
        r"(?P<first>{d:two}/{m:two_figures}) ?(?:-|au|a) ?(?P<last>{d2:two}/{m2:two_figures})",
        "days",
        numeric_range,
        before=r"(?:\b(?:du|entre)|^|\n|[(:]) ?$",
        not_after=r"[./,]\d|\d|%|/| ?(?:%|euros?|h\b|\$|[a-z]{3,}s\b)",
        examples={"15/06 - 20/06": ("2020-06-15", "2020-06-20"), "du 28/05 au 02/06": ("2020-05-28", "2020-06-02")},
        refuses=("de 12/20 à 15/20",),
    ),
    Rule(
        "day and month in figures",
        r"(?:{weekday} )?{d:two}(?:/|\.){m:two}",
        "day",
        lambda d, m, weekday=None: numeric(d, m),
        before=r"(?:\b(?:le|du|au|des|ce|jusqu'au)|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|^|\n) ?$",
        not_after=r"[./,]\d|\d|%| ?(?:%|euros?|h\b|\$|[a-z]{3,}s\b)",
        not_before=r"[\d./]$",
        examples={"Il est mort le 15/2": "2020-02-15", "Il est mort le 15.2": "2020-02-15"},
        refuses=("une note de 15/20", "les 3/4 des voix", "il a gagné 15.2 points"),
    ),
    Rule(
        "weekday and day",
        "(?:ce )?{weekday} {day:day_figures}",
        "day",
        date,
        after=UNCOUNTED,
        not_after=_NOT_MORE + "|[,.]\\d",
        examples={"Il est arrivé mercredi 13 dans la soirée.": ("2020-05-13TEV"), "vendredi 29": "2020-05-29"},
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
        "day of the month",
        "(?:le|au|du|jusqu'au|des le) [[{day:day_figures}]]",
        "daynumber",
        lambda day: Partial(day=day) if 1 <= day <= 31 else None,
        after=r"(?:[.;!?]?\n|[.;!?,]? ?$| (?:a|des|vers) (?:\d\d? ?h|midi|minuit)| (?:et|ou) (?:le )?\d\d?(?:[.,;]|$| au )| au (?:soir|matin)| dans la (?:matinee|soiree))",
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
            day, DAY, This(Granularity.MONTH, {Direction.BACK: -1, Direction.ON: 1}.get(direction, 0))
        ),
        examples={
            "le 12 du mois prochain": "2020-06-12",
            "le 3 de ce mois": "2020-05-03",
            "le 20 courant": "2020-05-20",
        },
    ),
    Rule(
        "hier",
        "hier",
        "deictic",
        lambda: Shift(-1, DAY),
        examples={"Il est arrivé hier.": "2020-05-19"},
        refuses=("Thierry",),
    ),
    Rule("avant-hier", "avant[- ]hier", "deictic", lambda: Shift(-2, DAY), examples={"avant-hier": "2020-05-18"}),
    Rule(
        "demain",
        "demain",
        "deictic",
        lambda: Shift(1, DAY),
        examples={"Il partira demain.": "2020-05-21"},
        not_before=r"de main $",
    ),
    Rule("apres-demain", "apres[- ]demain", "deictic", lambda: Shift(2, DAY), examples={"après-demain": "2020-05-22"}),
    Rule(
        "aujourd'hui",
        "aujourd ?'? ?hui(?: {weekday})?|ce jour\\b|au jour d'aujourd'hui",
        "deictic",
        lambda weekday=None: This(DAY),
        examples={"Il est mort aujourd'hui.": "2020-05-20", "aujourd'hui mercredi": "2020-05-20"},
        not_after="-la|-meme",
    ),
    Rule(
        "la veille",
        "(?:la|cette) veille(?: au)?",
        "anaphoric",
        lambda: Shift(-1, DAY, origin=TEXT),
        not_after=r" de\b| d'| du\b",
        examples={"Le 12 mai, il a démissionné. La veille, il avait écrit.": ("2020-05-12", "2020-05-11")},
    ),
    Rule(
        "l'avant-veille",
        "l'avant[- ]veille",
        "anaphoric",
        lambda: Shift(-2, DAY, origin=TEXT),
        not_after=r" (?:de|du|des|d')",
        examples={"Le 12 mai, il a nié. L'avant-veille, il avait avoué.": ("2020-05-12", "2020-05-10")},
    ),
    Rule(
        "le lendemain",
        "(?:le |des le |au |ce )?[[(?:le )?lendemain(?: meme)?]]|(?:le )?jour (?:suivant|d'apres)|le jour apres",
        "anaphoric",
        lambda: Shift(1, DAY, origin=TEXT),
        not_before=r"\b(?:des|sans|du|mauvais|les) $",
        not_after=r" (?:de|du|des|d'[a-z])",
        examples={"Arrêté le 12 mai, il a été libéré le lendemain.": ("2020-05-12", "2020-05-13")},
        refuses=("des lendemains qui chantent",),
    ),
    Rule(
        "le surlendemain",
        "(?:le )?surlendemain",
        "anaphoric",
        lambda: Shift(2, DAY, origin=TEXT),
        not_after=r" (?:de|du|des|d')",
        examples={"Arrêté le 12 mai, libéré le surlendemain.": ("2020-05-12", "2020-05-14")},
    ),
    Rule(
        "le jour d'avant",
        "le jour (?:precedent|d'avant)|le jour avant",
        "anaphoric",
        lambda: Shift(-1, DAY, origin=TEXT),
        not_after=r" (?:hier|l[ea]|l'|noel|son|sa|leur)\b",
    ),
    Rule(
        "la veille de",
        "(?:la )?[[(?:la )?veille]](?: au soir)? d[eu'] ?",
        "offset",
        lambda: Shift(-1, DAY),
        helper=True,
        dotted=True,
    ),
    Rule(
        "l'avant-veille de",
        "(?:l')?[[avant[- ]veille]] d[eu'] ?",
        "offset",
        lambda: Shift(-2, DAY),
        helper=True,
        dotted=True,
    ),
    Rule(
        "le surlendemain de",
        "(?:le )?[[(?:le )?surlendemain]] d[eu'] ?",
        "offset",
        lambda: Shift(2, DAY),
        helper=True,
        dotted=True,
    ),
    Rule(
        "le lendemain de",
        "(?:le )?[[(?:le )?lendemain]] d[eu'] ?",
        "offset",
        lambda: Shift(1, DAY),
        helper=True,
        dotted=True,
    ),
    Rule(
        "le meme jour",
        "(?:ce |le |du )?[[meme jour(?:nee)?]]|ce jour[- ]la|le jour meme|cette (?:meme )?journee-la|cette meme journee",
        "anaphoric",
        lambda: This(DAY, origin=TEXT),
        not_before=r"\b(?:un|les) $",
        examples={
            "Le 12 mai, il a démissionné. Le même jour, son adjoint est parti.": ("2020-05-12", "2020-05-12"),
            "Le 12 mai 2018, il neigeait. Ce jour-là, il a quitté Paris.": ("2018-05-12", "2018-05-12"),
        },
    ),
    Rule(
        "holiday",
        "(?:ce )?(?:jour de (?:la |l')?)?{holiday}(?: (?:de l'annee )?{year}| {direction}| {relative})?",
        "day",
        date,
        not_before=r"pere-$|(?:ile de|iles de|pere|papa|mere|gerard|andre|bernard|rue de l'|rue de|marche de|(?:cathedrale|eglise|basilique|chapelle|paroisse|couvent|lycee|place|college)(?: de)?(?: la| l')?) ?$",
        not_after=r" (?-i:[A-Z][a-z]+)|-| (?:chinoi|lunaire|juif|juive|orthodox|vietnamien|tibetain|berbere|persan|musulman|iranien)",
        examples={
            "Il est revenu à Noël.": "2019-12-25",
            "Il a plu à la Pâque juive": "2020-04-09",
            "Pâques orthodoxe a été célébrée.": "2020-04-19",
            "Il a plu à la fête des grands-mères": "2020-03-01",
            "Hanoucca 2019": "2019-12-23",
            "Il est revenu à Pâques.": "2020-04-12",
            "Le lundi de Pentecôte sera férié.": "2020-06-01",
            "La Saint-Sylvestre a été calme.": "2019-12-31",
            "Le jour de l'An a été calme.": "2020-01-01",
            "à la Toussaint 2018": "2018-11-01",
        },
        refuses=("le Père Noël", "Noël Mamère", "l'île de Pâques", "le Nouvel An chinois", "le mois de ramadan"),
    ),
    Rule(
        "hyphened holiday",
        r"{day}-{month}",
        "day",
        date,
        not_before=_PLACE,
        not_after=r"-\d",
        examples={"Le défilé du 14-Juillet est annulé.": "2020-07-14"},
        refuses=("Elle habite au 12 rue du 4-Septembre.", "place du 8-Mai"),
    ),
)
