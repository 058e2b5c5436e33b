"""Months, seasons, quarters and halves of a year."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.languages.fr.time.rules.calendar.days import date, in_year
from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Between, Direction, Granularity, Nth, Partial, Side, This

YEAR = Granularity.YEAR


def division(unit: Granularity, nth: int, year: int | None = None, direction: Direction | None = None) -> Made:
    """ "le premier trimestre 2018"; "le dernier trimestre" is the one that ended last, or the last one of a year."""
    last = 4 if unit is Granularity.QUARTER else 2
    if nth == -1 and year is None:
        return This(unit, -1)
    number = last if nth == -1 else nth
    if not 1 <= number <= last:
        return None
    partial = Partial(year=year, direction=direction or Direction.NONE)
    return replace(partial, quarter=number) if unit is Granularity.QUARTER else replace(partial, half=number)


def month_range(month: int, month2: int, year: int | None = None, direction: Direction = Direction.NONE) -> Made:
    """ "juin-juillet 2019", "juin-juillet prochain"."""
    first, last = Partial(year, month, direction=direction), Partial(year, month2)
    return {"first": Between(first, last, Side.FIRST), "last": Between(first, last, Side.LAST)}


def season_of_another_year(season: int, direction: Direction) -> Made:
    """ "l'été de l'année dernière": the year's spring is one season after the season that contains 1 January."""
    return Nth(season + 2, Granularity.SEASON, This(YEAR, {Direction.BACK: -1, Direction.FORWARD: 1}[direction]))


def season(**slots: Any) -> Made:
    """A season, with or without its year."""
    slots.pop("this", None)
    return date(**slots)


RULES = (
    Rule(
        "month",
        "(?:ce |au |le |du )?[[(?:ce )?(?:mois d[e'] ?)?{month}(?:,? (?:de l'an(?:nee)? )?{year}| {direction}| {relative}| de cette annee| de l'annee)?]]",
        Kind.MONTH,
        date,
        not_before=r"\bun mois d[e'] ?$|\b(?:docteur|monsieur|madame|mme|m\.|maitre|me|professeur|president|ministre|general) $|(?:l'|d'un |un |une |sonde|planete|sur|gerard|champ[- ]de[- ]|anne|emile) $|champ-de-$|(?-i:Saturne|Venus|Jupiter|Mercure|Uranus|Neptune|Lune|Terre),? (?:et |ou )?$|[b-hj-z]-$",
        examples={
            "Il a été élu en mars.": "2020-03",
            "Il a été élu en novembre.": "2019-11",
            "en avril 2016": "2016-04",
            "L'entreprise fermera en septembre.": "2020-09",
            "en mars dernier": "2020-03",
            "Il a plu au mois d'avril": "2020-04",
            "en décembre dernier": "2019-12",
            "Il a plu dans ce mois de janvier": "2020-01",
        },
    ),
    Rule(
        "month of another year",
        "(?:mois d[e'] ?)?{month} de (?:l'an(?:nee)? (?:{direction}|{relative})|{same_year})",
        Kind.MONTH,
        in_year,
        examples={
            "Élu en 1995, il part en mars de la même année.": ("1995", "1995-03"),
            "Élu en 1995, il part en mars de l'année suivante.": ("1995", "1996-03"),
            "en mars de l'année dernière": "2019-03",
            "en mars de l'an prochain": "2021-03",
        },
    ),
    Rule(
        "month abbreviated and year",
        "{month:month_form} {year}",
        Kind.MONTH,
        date,
        not_before=r"\b(?-i:[A-Z][a-z]+) $",
        examples={"Jan 2015": "2015-01", "sept 2018": "2018-09"},
    ),
    Rule(
        "month, short year",
        "{month} {short:short_year}",
        Kind.MONTH,
        lambda short, month: date(year=short, month=month),
        not_after=r" ?(?:%|\$|h\b|heures?\b|[a-z]{3,}s\b)|[.,]\d",
        examples={"dès octobre 98.": "1998-10"},
    ),
    Rule(
        "month in figures",
        r"{m:two}/{year}",
        Kind.MONTH,
        lambda m, year: Partial(year=year, month=m) if 1 <= m <= 12 and year >= 1700 else None,
        not_before=r"[\d./]$",
        not_after=r"[/.]?\d",
        before=r"(?:\ben|\bdepuis|\bde|\bdes|fin|debut|\(|^) ?$",
        examples={"en 03/2019": "2019-03", "10/1974": "1974-10"},
    ),
    Rule(
        "year and month in figures",
        r"{year}[-/.]{m:two}",
        Kind.MONTH,
        lambda year, m: Partial(year=year, month=m) if 1 <= m <= 12 else None,
        before="^$",
        after="^$",
        examples={"2015-03": "2015-03"},
        refuses=("2015-13",),
    ),
    Rule(
        "months of one year",
        "(?P<first>{month}) ?(?:-|/) ?(?P<last>{month2}(?: {year}| {direction})?)",
        Kind.DAYS,
        month_range,
        examples={
            "Les travaux auront lieu en juin-juillet prochain.": ("2020-06", "2020-07"),
            "entre mars et mai 2019": ("2019-03", "2019-05"),
            "de janvier à mars 2018": ("2018-01", "2018-03"),
            "en mars, avril et mai 2014": ("2014-03", "2014-04", "2014-05"),
            "Il a plu en avril-mai": ("2020-04", "2020-05"),
        },
    ),
    Rule(
        "season of any year",
        "en (?:plein |plein[- ])?[[{season}]]|(?:les )?mois d[e' ]{1,2}{season2:season}",
        Kind.SEASON,
        lambda season=None, season2=None: Partial(season=season if season is not None else season2, generic=True),
        not_before=r"(?:jeux|sports|stations?) $",
        not_after=r" (?:\d{4}|derni|prochain|suivant|precedent|et en|comme)|-",
        examples={"La demande augmente en été.": "XXXX-SU", "Il est parti en été.": "2019-SU"},
    ),
    Rule(
        "seasons of any year",
        "(?P<first>{season}) comme (?P<last>{season2:season})",
        Kind.SEASON,
        lambda season, season2: {
            "first": Partial(season=season, generic=True),
            "last": Partial(season=season2, generic=True),
        },
        examples={"Ils sont là été comme hiver.": ("XXXX-SU", "XXXX-WI")},
    ),
    Rule(
        "season",
        "(?:l'|{near} |au |le |a l'|mi-)[[{season}(?: (?:de (?:l'annee )?)?{year}(?:[-/](?:20|1\\d)?\\d\\d)?| {direction}| {relative})?]]",
        Kind.SEASON,
        season,
        not_before=r"(?:palais|jardin|universite|cirque) (?:de |d')?$",
        not_after="-",
        examples={
            "Il s'est marié l'été dernier.": "2019-SU",
            "Il partira cet été.": "2020-SU",
            "La rentrée aura lieu à l'automne.": "2020-FA",
            "au printemps 2018": "2018-SP",
            "pendant l'hiver de 1848-1849": "1848-WI",
        },
    ),
    Rule(
        "season of another year",
        "(?:l'|au |le |a l')?[[{season} de l'an(?:nee)? {direction}]]",
        Kind.SEASON,
        season_of_another_year,
        examples={"L'été de l'année dernière a été chaud.": "2019-SU", "à l'hiver de l'an dernier": "2019-WI"},
    ),
    Rule(
        "season by its adjective",
        "(?:saison|periode) {season:seasonal}(?: (?:de )?{year}| {direction})?",
        Kind.SEASON,
        season,
        examples={"la saison estivale 2018": "2018-SU", "Il a plu pendant la saison hivernale": "2019-WI"},
    ),
    Rule(
        "season and year",
        "{season} (?:(?:de (?:l'annee )?)?{year}(?:[-/](?:20|1\\d)?\\d\\d)?|{direction}|{relative})",
        Kind.SEASON,
        season,
        not_before=r"(?:jo|jeux|olympiques|paralympiques) (?:olympiques |paralympiques )?d'$",
        examples={"Il est né au printemps 2018.": "2018-SP"},
    ),
    Rule(
        "season alone",
        "{season}",
        Kind.SEASON,
        season,
        before=r"(?:\b(?:en|fin|debut|des|chaque|un|plein|entre|et|de l'|la fin de l'|l'|,) ?|^|\n|[(] ?)$",
        not_before=r"\b(?:d'|a|ont|avait|avaient|aurait) (?:[a-z]+ )?$|(?:a|ont|avaient|avait) et $",
        after=r"$|[.,;:)!?\n]| (?:et|comme|ou|au|a|en|dans|sur|pour|il|elle|le|la|les|l'|un|une|qui|que|dernier|prochain|suivant)\b",
        not_after=r"-| [a-z]+ee?s?\b par",
        examples={"Il partira en été 2021.": "2021-SU"},
        refuses=(
            "Il a été élu maire.",
            "Il avait été élu maire.",
            "Les sports d'hiver",
            "ils ont tous été arrêtés",
            "Elle a bien évidemment été ouverte.",
            "a une nouvelle fois été dégradé",
        ),
    ),
    Rule(
        "quarter",
        "{nth:ordinal} trimestre(?: (?:de l'annee |de l'an |de )?{year}| {direction}| de l'annee| de cette annee)?",
        Kind.QUARTER,
        lambda nth, **slots: division(Granularity.QUARTER, nth, **slots),
        examples={
            "Le chiffre d'affaires du premier trimestre 2019 a reculé.": "2019-Q1",
            "Le bénéfice a reculé au dernier trimestre.": "2020-Q1",
            "au dernier trimestre 2018": "2018-Q4",
        },
    ),
    Rule(
        "half",
        "{nth:ordinal} semestre(?: (?:de l'annee |de l'an |de )?{year}| {direction}| de l'annee| de cette annee)?",
        Kind.HALF,
        lambda nth, **slots: division(Granularity.HALF, nth, **slots),
        examples={
            "au dernier semestre de 2018": "2018-H2",
            "Le bénéfice a reculé au premier semestre 2019.": "2019-H1",
        },
    ),
    Rule(
        "quarter in short",
        "(?-i:[TQ]){nth:digit}(?: |-|/)?{year}",
        Kind.QUARTER,
        lambda nth, year: Partial(year=year, quarter=nth) if 1 <= nth <= 4 else None,
        examples={"au T1 2020": "2020-Q1"},
    ),
    Rule(
        "quarter in figures",
        "{nth:digit} ?(?:er|e|eme|nd)? trimestre(?: (?:de |de l'annee )?{year}| de l'annee)?",
        Kind.QUARTER,
        lambda nth, **slots: Partial(quarter=nth, **slots) if 1 <= nth <= 4 else None,
        examples={"au 3 trimestre 2018": "2018-Q3"},
    ),
    Rule(
        "half in figures",
        "(?:{nth:digit} ?(?:er|e|eme|nd)? semestre|(?-i:S){nth2:digit})(?: {year}| de l'annee)?",
        Kind.HALF,
        lambda nth=None, nth2=None, **slots: Partial(half=nth or nth2, **slots) if (nth or nth2) in (1, 2) else None,
        before="",
        examples={"au S1 2018": "2018-H1"},
        not_before=r"galaxy $",
    ),
)
