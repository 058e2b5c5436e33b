"""Months, seasons, quarters, and the units around the anchor ("la semaine dernière")."""

from __future__ import annotations

from timeline.languages.fr.rules.days import date, in_year
from timeline.languages.grammar import Made, Rule
from timeline.model import Between, Direction, Granularity, Modifier, Nth, Origin, Partial, This

TEXT = Origin.TEXT
YEAR = Granularity.YEAR


def shifted_year(unit: Granularity, direction: Direction | None = None, relative: Direction | None = None) -> Made:
    """ "la semaine dernière" from the article, "la semaine suivante" from the text."""
    side = direction or relative or Direction.NONE
    offset = {Direction.BACK: -1, Direction.ON: 1}.get(side, 0)
    return This(unit, offset, TEXT if relative else Origin.PUBLISHED)


def same_unit(unit: Granularity) -> Made:
    """ "la même année"."""
    return This(unit, 0, TEXT)


def this_unit(unit: Granularity) -> Made:
    """ "cette semaine"."""
    return This(unit, 0)


def division(unit: Granularity, nth: int, year: int | None = None, direction: Direction | None = None) -> Made:
    """ "le premier trimestre 2018"; "le dernier trimestre" is the one that ended last, of a year its last one."""
    last = 4 if unit is Granularity.QUARTER else 2
    if nth == -1 and year is None:
        return This(unit, -1)
    number = last if nth == -1 else nth
    if not 1 <= number <= last:
        return None
    field = "quarter" if unit is Granularity.QUARTER else "half"
    return Partial(year=year, direction=direction or Direction.NONE, **{field: number})  # type: ignore[arg-type]  # as above


def season_of_another_year(season: int, direction: Direction) -> Made:
    """ "l'été de l'année dernière": the year's spring begins one season after that which holds 1 January."""
    return Nth(season + 2, Granularity.SEASON, This(YEAR, {Direction.BACK: -1, Direction.ON: 1}[direction]))


def season(**slots: object) -> Made:
    """A season, with or without its year."""
    slots.pop("this", None)
    return date(**slots)


EDGES = (
    (
        Modifier.START,
        "debut|tout debut|toute debut|commencement|premiere (?:quinzaine|moitie)|premier tiers",
        {"Il est parti en début de semaine.": "2020-W21"},
    ),
    (Modifier.MID, "mi|milieu|courant|deuxieme tiers", {"au milieu de l'année": "2020"}),
    (
        Modifier.END,
        "fin|toute fin|(?:seconde|deuxieme) (?:quinzaine|moitie)|dernier tiers",
        {
            "la seconde quinzaine d'août": "2020-08",
            "Il partira d'ici la fin de l'année.": "2020",
            "à la fin du mois": "2020-05",
        },
    ),
)

RULES = (
    Rule(
        "month",
        "(?:ce |au |le |du )?[[(?:ce )?(?:mois d[e'] ?)?{month}(?:,? (?:de l'an(?:nee)? )?{year}| {direction}| {relative}| de cette annee| de l'annee)?]]",
        "month",
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
        "month",
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
        "month",
        date,
        not_before=r"\b(?-i:[A-Z][a-z]+) $",
        examples={"Jan 2015": "2015-01", "sept 2018": "2018-09"},
    ),
    Rule(
        "month, short year",
        "{month} {short:short_year}",
        "month",
        lambda short, month: date(year=short, month=month),
        not_after=r" ?(?:%|\$|h\b|heures?\b|[a-z]{3,}s\b)|[.,]\d",
        examples={"dès octobre 98.": "1998-10"},
    ),
    Rule(
        "month in figures",
        r"{m:two}/{year}",
        "month",
        lambda m, year: Partial(year=year, month=m) if 1 <= m <= 12 and year >= 1700 else None,
        not_before=r"[\d./]$",
        not_after=r"[/.]?\d",
        before=r"(?:\ben|\bdepuis|\bde|\bdes|fin|debut|\(|^) ?$",
        examples={"en 03/2019": "2019-03", "10/1974": "1974-10"},
    ),
    Rule(
        "year and month in figures",
        r"{year}[-/.]{m:two}",
        "month",
        lambda year, m: Partial(year=year, month=m) if 1 <= m <= 12 else None,
        before="^$",
        after="^$",
        examples={"2015-03": "2015-03"},
        refuses=("2015-13",),
    ),
    Rule(
        "months of one year",
        "(?P<first>{month}) ?(?:-|/) ?(?P<last>{month2}(?: {year})?)",
        "days",
        lambda month, month2, year=None: {
            "first": Between(Partial(year, month), Partial(year, month2), "first"),
            "last": Between(Partial(year, month), Partial(year, month2), "last"),
        },
        examples={
            "entre mars et mai 2019": ("2019-03", "2019-05"),
            "de janvier à mars 2018": ("2018-01", "2018-03"),
            "en mars, avril et mai 2014": ("2014-03", "2014-04", "2014-05"),
            "Il a plu en avril-mai": ("2020-04", "2020-05"),
        },
    ),
    Rule(
        "season of any year",
        "en (?:plein |plein[- ])?[[{season}]]|(?:les )?mois d[e' ]{1,2}{season2:season}",
        "season",
        lambda season=None, season2=None: Partial(season=season if season is not None else season2, generic=True),
        not_before=r"(?:jeux|sports|stations?) $",
        not_after=r" (?:\d{4}|derni|prochain|suivant|precedent|et en|comme)|-",
        examples={"La demande augmente en été.": "XXXX-SU", "Il est parti en été.": "2019-SU"},
    ),
    Rule(
        "seasons of any year",
        "(?P<first>{season}) comme (?P<last>{season2:season})",
        "season",
        lambda season, season2: {
            "first": Partial(season=season, generic=True),
            "last": Partial(season=season2, generic=True),
        },
        examples={"Ils sont là été comme hiver.": ("XXXX-SU", "XXXX-WI")},
    ),
    Rule(
        "season",
        "(?:l'|{near} |au |le |a l'|mi-)[[{season}(?: (?:de (?:l'annee )?)?{year}(?:[-/](?:20|1\\d)?\\d\\d)?| {direction}| {relative})?]]",
        "season",
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
        "season",
        season_of_another_year,
        examples={"L'été de l'année dernière a été chaud.": "2019-SU", "à l'hiver de l'an dernier": "2019-WI"},
    ),
    Rule(
        "season by its adjective",
        "(?:saison|periode) {season:seasonal}(?: (?:de )?{year}| {direction})?",
        "season",
        season,
        examples={"la saison estivale 2018": "2018-SU", "Il a plu pendant la saison hivernale": "2019-WI"},
    ),
    Rule(
        "season and year",
        "{season} (?:(?:de (?:l'annee )?)?{year}(?:[-/](?:20|1\\d)?\\d\\d)?|{direction}|{relative})",
        "season",
        season,
        not_before=r"(?:jo|jeux|olympiques|paralympiques) (?:olympiques |paralympiques )?d'$",
        examples={"Il est né au printemps 2018.": "2018-SP"},
    ),
    Rule(
        "season alone",
        "{season}",
        "season",
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
        "quarter",
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
        "half",
        lambda nth, **slots: division(Granularity.HALF, nth, **slots),
        examples={
            "au dernier semestre de 2018": "2018-H2",
            "Le bénéfice a reculé au premier semestre 2019.": "2019-H1",
        },
    ),
    Rule(
        "quarter in short",
        "(?-i:[TQ]){nth:digit}(?: |-|/)?{year}",
        "quarter",
        lambda nth, year: Partial(year=year, quarter=nth) if 1 <= nth <= 4 else None,
        examples={"au T1 2020": "2020-Q1"},
    ),
    Rule(
        "quarter in figures",
        "{nth:digit} ?(?:er|e|eme|nd)? trimestre(?: (?:de |de l'annee )?{year}| de l'annee)?",
        "quarter",
        lambda nth, **slots: Partial(quarter=nth, **slots) if 1 <= nth <= 4 else None,
        examples={"au 3e trimestre 2018": "2018-Q3"},
    ),
    Rule(
        "half in figures",
        "(?:{nth:digit} ?(?:er|e|eme|nd)? semestre|(?-i:S){nth2:digit})(?: {year}| de l'annee)?",
        "half",
        lambda nth=None, nth2=None, **slots: Partial(half=nth or nth2, **slots) if (nth or nth2) in (1, 2) else None,
        before="",
        examples={"au 2e semestre 2018": "2018-H2"},
        not_before=r"galaxy $",
    ),
    Rule(
        "week by its number",
        "(?:la |en |de la |(?:debut|fin) )[[semaine {week:two}(?: (?:de (?:l'annee )?)?{year})?]]|[[semaine {week2:two} (?:de (?:l'annee )?)?{year2:year}]]",
        "period",
        lambda week=None, year=None, week2=None, year2=None: (
            Partial(week=week or week2, year=year or year2) if 1 <= (week or week2) <= 53 else None
        ),
        not_after=r"[.,:/h\d]| ?(?:%|euros?|[a-z]{3,}s\b)",
        examples={"Il a plu la semaine 12": "2020-W12", "semaine 12 de 2014": "2014-W12"},
    ),
    Rule(
        "unit before the last",
        "(?:l')?[[(?:l')?avant-derni(?:er|ere) {unit:period}]]",
        "period",
        lambda unit: This(unit, -2),
        not_after=r" (?:de|du|d'|des|avant)\b",
        examples={"l'avant-dernière semaine": "2020-W19", "l'avant-dernier week-end": "2020-W19-WE"},
    ),
    Rule(
        "unit before or after",
        "(?:la |le |l'|au |du |cette |ce )?[[(?:la |le |l'|cette |ce )?{unit:period} (?:{direction}|{relative})]]",
        "period",
        shifted_year,
        not_before=r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|dix-huit|vingt|trente|les|des|ces|quelques|plusieurs|\d+) $",
        examples={
            "Il est venu la semaine dernière.": "2020-W20",
            "Il viendra la semaine prochaine.": "2020-W22",
            "Il est parti le week-end dernier.": "2020-W20-WE",
            "Il est parti le mois dernier.": "2020-04",
            "Il est parti l'an dernier.": "2019",
            "Il viendra l'année prochaine.": "2021",
            "l'an passé": "2019",
        },
    ),
    Rule(
        "rest of the unit",
        "rest(?:e|ant) d(?:e |u |e la |e l'|e cette |e ce )[[{unit:period}]]",
        "period",
        lambda unit: This(unit),
        not_after=r" (?:de|du|d'|des|derni|prochain|passe|\d)|-",
        examples={"le reste de la semaine": "2020-W21", "pour le reste de l'année": "2020"},
    ),
    Rule(
        "unit before or after, turned",
        "(?:la |le |l'|du |au )?[[{direction:turned} {unit:period}]]",
        "period",
        lambda direction, unit: (
            shifted_year(unit, direction)
            if direction is Direction.ON or unit in (Granularity.QUARTER, Granularity.HALF, Granularity.WEEKEND)
            else None
        ),
        not_before=r"\b(?:un|une) $|-$",
        not_after=r" (?:de|du|d'|des|\d{4})\b",
        examples={"la prochaine semaine": "2020-W22"},
    ),
    Rule(
        "within the unit",
        "(?:plus tard )?dans [[(?:la |l'){unit:period}]]",
        "period",
        lambda unit: This(unit) if unit in (Granularity.WEEK, YEAR) else None,
        not_after=r" (?:de|du|d'|des|qui|ou|suivant|precedent|dernier|prochain|passe|ecoule|scolaire|en cours)|-|s\b| \d",
        examples={"Il sera jugé dans la semaine.": "2020-W21", "Il sera jugé dans l'année.": "2020"},
        refuses=("une fois dans la semaine de Noé",),
    ),
    Rule(
        "this unit",
        "(?:cette|ce|cet) (?:meme )?{unit:period}(?:-ci)?(?: en cours)?|(?:l'|la |le )?[[{unit2:period} (?:en cours|courante?|actuelle?)]]",
        "period",
        lambda unit=None, unit2=None: this_unit(unit or unit2),
        not_after="-la|-meme",
        examples={
            "Il partira ce week-end.": "2020-W21-WE",
            "cette semaine": "2020-W21",
            "cette année": "2020",
            "ce mois-ci": "2020-05",
        },
    ),
    Rule(
        "unit of a day",
        "(?:la |le |cette |ce |au |du )?[[(?:semaine|{unit:weekend}) d(?:u|e) ?]]",
        "unitof",
        lambda unit=None: This(unit or Granularity.WEEK),
        helper=True,
        dotted=True,
        not_after="(?:fin|debut)",
    ),
    Rule(
        "the weekend",
        "(?:pendant |durant |au cours d|avant |depuis |apres |d'ici |tout |des )(?:le |u )?[[{unit:weekend}]]",
        "period",
        lambda unit: This(unit),
        not_after=r" (?:du|de|des|d'|prochain|dernier|passe|suivant|precedent)|s\b",
        examples={"Il a plu pendant le week-end.": "2020-W20-WE", "Il pleuvra durant le week-end.": "2020-W21-WE"},
    ),
    Rule(
        "same unit",
        "(?:la |le |cette |du |au )?[[meme {unit:period}]]|(?:cette|ce|cet) {unit2:period}-la",
        "anaphoric",
        lambda unit=None, unit2=None: same_unit(unit or unit2),
        examples={
            "En 2012, il est élu. La même année, il se marie.": ("2012", "2012"),
            "En 2012, il part. Cette année-là, il rit.": ("2012", "2012"),
        },
    ),
    *(
        Rule(
            f"{modifier.lower()} of a unit",
            f"(?:en |au |a |le |la |d'ici |a la )?[[(?:(?:le |la )?(?:{forms}) (?:de |du |de l'|de la |d'|de cette |de ce )?{{unit:period}})]]",
            "edged",
            lambda unit: This(unit, 0),
            modifier=modifier,
            not_after=r"-| (?:de [a-z]|d'[a-z]|derniere?|prochaine?|passee?|suivante?|precedente?|scolaire|\d)",
            examples=examples,
        )
        for modifier, forms, examples in EDGES
    ),
    *(
        Rule(
            f"{modifier.lower()} of something",
            f"(?:en |au |a |le |la |d'ici |a la |des |depuis |jusqu'a |jusqu'au |vers )?[[(?:{forms})(?: de | du | de l'| de la | des | d'| de cette | de ce | de cet |-| )]]",
            "edge",
            None,
            modifier=modifier,
            helper=True,
            dotted=True,
        )
        for modifier, forms, _ in EDGES
    ),
    Rule(
        "rentree",
        "(?:la )?rentree (?:{year}|{direction}|scolaire(?: {year}| {direction2:direction})?)",
        "month",
        lambda year=None, direction=None, direction2=None: Partial(
            year=year, month=9, direction=direction or direction2 or Direction.NONE
        ),
        examples={"la rentrée 2018": "2018-09", "Tout changera à la rentrée prochaine.": "2020-09"},
    ),
    Rule(
        "at the rentree",
        "(?:a|des|pour|avant|apres|depuis|d'ici(?: a)?|jusqu'a) [[la rentree]]",
        "month",
        lambda: Partial(month=9),
        not_after=r" (?:de|du|des|d'|litteraire|parlementaire|politique|sociale|judiciaire|gouvernementale|theatrale|televisee|dans|sur terre|prochaine|derniere|passee|scolaire|\d{4})|-",
        examples={"L'école rouvrira à la rentrée.": "2020-09"},
        refuses=("la rentrée littéraire", "sa rentrée politique"),
    ),
)
