"""Days in figures: "12/03/2019", "2019-03-12", "16-fév-2013", and hyphenated days that are names."""

from __future__ import annotations

from timeline.languages.fr.time.rules.around import UNCOUNTED
from timeline.languages.fr.time.rules.calendar.days import date
from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Between, Partial, Side

_PLACE = r"(?:place|rue|avenue|boulevard|quai|cours|pont|square|station|metro|stade|lycee|allee|esplanade|hopital|college|parvis) (?:du|de la|le) $"


def numeric(day: int, month: int, year: int | None = None) -> Made:
    """A date in figures, in French order; None where there is no such month."""
    return Partial(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def numeric_dashed(d: int, m: int) -> Made:
    """ "05-01"."""
    return numeric(d, m)


def numeric_range(d: int, m: int, d2: int, m2: int, y: int | None = None, y2: int | None = None) -> Made:
    """ "15/06 - 20/06"."""
    first, last = numeric(d, m, y), numeric(d2, m2, y2)
    if not isinstance(first, Partial) or not isinstance(last, Partial):
        return None
    return {"first": Between(first, last, Side.FIRST), "last": Between(first, last, Side.LAST)}


def _short(year: int | None) -> int | None:
    """A year in two figures: "14" is 2014, "98" 1998."""
    return None if year is None else year + (2000 if year < 30 else 1900)


RULES = (
    Rule(
        "month before the day",
        "(?:{weekday:weekday_form},? )?{month:month_form} {day:day_figures},? {year}",
        Kind.DAY,
        date,
        not_after=r"-|[.,]\d",
        examples={"janvier 12, 2016": "2016-01-12", "vendredi, décembre 5 2014": "2014-12-05"},
    ),
    Rule(
        "the eleventh of September",
        "11-(?-i:Septembre)",
        Kind.DAY,
        lambda: Partial(year=2001, month=9, day=11),
        not_before=_PLACE,
        examples={"Le 11-Septembre a changé le monde.": "2001-09-11"},
    ),
    Rule(
        "day, month and year with dashes",
        "{day:day_figures}-{month:month_form}(?:-(?:{year}|{short:two_figures}))?|{day2:day_figures}/{month2:month_form}/{year2:year}",
        Kind.DAY,
        lambda day=None, month=None, year=None, short=None, day2=None, month2=None, year2=None: Partial(
            year=year or year2 or _short(short), month=month or month2, day=day or day2
        ),
        not_before=r"[-\d]$|" + _PLACE,
        not_after=r"-|[.,]\d",
        examples={"3-mars-2015": "2015-03-03", "le 12-déc-14": "2014-12-12", "16/fév/2013": "2013-02-16"},
    ),
    Rule(
        "numeric date",
        r"(?:{weekday} )?{d:two}(?:/|\.|-){m:two}(?:/|\.|-)(?:{year}|{short:short_year})",
        Kind.DAY,
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
        "numeric date with spaces",
        r"{d:two} {m:two} {year}",
        Kind.DAY,
        lambda d, m, year: numeric(d, m, year),
        before=r"(?:\b(?:le|du|au|des|date) :? ?|^|\n)$",
        after=UNCOUNTED,
        examples={"Fait le 24 12 2014.": "2014-12-24"},
        refuses=("le 24 25 2014",),
    ),
    Rule(
        "ISO date",
        r"{year}(?:[-/]{m:two}[-/]{d:two}|\.{m2:two_figures}\.{d2:two_figures})",
        Kind.DAY,
        lambda year, d=None, m=None, d2=None, m2=None: numeric(d or d2 or 0, m or m2 or 0, year),
        not_before=r"[\d./-]$",
        not_after=r"[./-]\d",
        examples={"Mise à jour : 2019-03-12.": "2019-03-12", "2013/2/15": "2013-02-15", "2013.02.16": "2013-02-16"},
    ),
    Rule(
        "range of dates in figures",
        r"(?P<first>{d:two}/{m:two}/{y:year}) ?(?:-|au|a) ?(?P<last>{d2:two}/{m2:two}/{y2:year})",
        Kind.DAYS,
        numeric_range,
        not_before=r"[\d./-]$",
        not_after=r"[./-]?\d",
        examples={"16/02/2013-17/02/2013": ("2013-02-16", "2013-02-17")},
    ),
    Rule(
        "range of days of a month in figures",
        r"(?:du|entre le) (?P<first>{d:two}) ?(?:-|au|et le) ?(?P<last>{d2:two}(?:/|\.){m:two_figures}(?:(?:/|\.)(?:{y:year}|{short:two_figures}))?)",
        Kind.DAYS,
        lambda d, d2, m, y=None, short=None: numeric_range(d, m, d2, m, y or _short(short), y or _short(short)),
        not_after=r"[./]?\d|%| ?(?:%|euros?|\$)",
        examples={
            "du 06 au 10/02/2019": ("2019-02-06", "2019-02-10"),
            "Stage du 06 au 10/06.": ("2020-06-06", "2020-06-10"),
        },
    ),
    Rule(
        "days of a month in figures",
        r"les (?:(?P<one>{d:two}), )?(?P<first>{d2:two}) et (?P<last>{d3:two}/{m:two_figures}(?:/(?:{y:year}|{short:two_figures}))?)",
        Kind.DAYS,
        lambda d2, d3, m, d=None, y=None, short=None: (
            {
                name: Partial(year=y or _short(short), month=m, day=day)
                for name, day in (("one", d), ("first", d2), ("last", d3))
                if day is not None
            }
            if 1 <= m <= 12 and (d or 0) < d2 < d3 <= 31
            else None
        ),
        not_after=r"[./]?\d|%",
        examples={"Foire les 14, 15 et 16/06.": ("2020-06-14", "2020-06-15", "2020-06-16")},
        refuses=("les 14 et 15/20",),
    ),
    Rule(
        "day and month with a dash",
        "{d:two_figures}-{m:two_figures}",
        Kind.DAY,
        numeric_dashed,
        before=r"\b(?:le|ce) $",
        not_after=r"[-/.]?\d| ?%",
        examples={"Concert le 05-06 à 20 h 30.": "2020-06-05T20:30"},
        refuses=("le score de 05-06", "le 45-99"),
    ),
    Rule(
        "range of days in figures",
        r"(?P<first>{d:two}/{m:two_figures}) ?(?:-|au|a) ?(?P<last>{d2:two}/{m2:two_figures})",
        Kind.DAYS,
        numeric_range,
        before=r"(?:\b(?:du|entre)|^|\n|[(:]) ?$",
        not_after=r"[./,]\d|\d|%|/| ?(?:%|euros?|h\b|\$|[a-z]{3,}s\b)",
        examples={"15/06 - 20/06": ("2020-06-15", "2020-06-20"), "du 28/05 au 02/06": ("2020-05-28", "2020-06-02")},
        refuses=("de 12/20 à 15/20",),
    ),
    Rule(
        "day and month in figures",
        r"(?:{weekday} )?{d:two}(?:/|\.){m:two}",
        Kind.DAY,
        lambda d, m, weekday=None: numeric(d, m),
        before=r"(?:\b(?:le|du|au|des|ce|jusqu'au)|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|^|\n) ?$",
        not_after=r"[./,]\d|\d|%| ?(?:%|euros?|h\b|\$|[a-z]{3,}s\b)",
        not_before=r"[\d./]$",
        examples={"Il est mort le 15/2": "2020-02-15", "Il est mort le 15.2": "2020-02-15"},
        refuses=("une note de 15/20", "les 3/4 des voix", "il a gagné 15.2 points"),
    ),
)
