"""The units around the anchor: "la semaine dernière", "ce mois-ci", "fin mars"."""

from __future__ import annotations

from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Direction, Granularity, Modifier, Origin, Partial, Shift, This

TEXT = Origin.TEXT
YEAR = Granularity.YEAR


def shifted_year(unit: Granularity, direction: Direction | None = None, relative: Direction | None = None) -> Made:
    """ "la semaine dernière" is counted from the article, "la semaine suivante" from the text."""
    side = direction or relative or Direction.NONE
    offset = {Direction.BACK: -1, Direction.FORWARD: 1}.get(side, 0)
    return This(unit, offset, TEXT if relative else Origin.PUBLISHED)


def same_unit(unit: Granularity) -> Made:
    """ "la même année"."""
    return This(unit, 0, TEXT)


EDGES = (
    (
        Modifier.START,
        "debut|tout debut|toute debut|commencement|(?:premiere|1(?:ere|re)) (?:quinzaine|moitie)|(?:premier|1er) (?:tiers|quart)",
        {"Il est parti en début de semaine.": "2020-W21"},
    ),
    (
        Modifier.MID,
        "mi|milieu|courant|(?:deuxieme|2e) tiers|(?:deuxieme|second|troisieme|2e|3e) quart",
        {"au milieu de l'année": "2020"},
    ),
    (
        Modifier.END,
        "fin|toute fin|(?:seconde|deuxieme|2(?:e|eme|nde|de)) (?:quinzaine|moitie)|(?:dernier|3e) tiers|(?:dernier|4e|quatrieme) quart",
        {
            "la seconde quinzaine d'août": "2020-08",
            "Il partira d'ici la fin de l'année.": "2020",
            "à la fin du mois": "2020-05",
        },
    ),
)

RULES = (
    Rule(
        "week by its number",
        "(?:la |en |de la |(?:debut|fin) )[[semaine {week:two}(?: (?:de (?:l'annee )?)?{year})?]]|[[semaine {week2:two} (?:de (?:l'annee )?)?{year2:year}]]",
        Kind.PERIOD,
        lambda week=None, year=None, week2=None, year2=None: (
            Partial(week=week or week2, year=year or year2) if 1 <= (week or week2) <= 53 else None
        ),
        not_after=r"[.,:/h\d]| ?(?:%|euros?|[a-z]{3,}s\b)",
        examples={"Il a plu la semaine 12": "2020-W12", "semaine 12 de 2014": "2014-W12"},
    ),
    Rule(
        "unit before the last",
        "(?:l')?[[(?:l')?avant-derni(?:er|ere) {unit:period}]]",
        Kind.PERIOD,
        lambda unit: This(unit, -2),
        not_after=r" (?:de|du|d'|des|avant)\b",
        examples={"l'avant-dernière semaine": "2020-W19", "l'avant-dernier week-end": "2020-W19-WE"},
    ),
    Rule(
        "unit before or after",
        "(?:la |le |l'|au |du |cette |ce )?[[(?:la |le |l'|cette |ce )?{unit:period} (?:{direction}|{relative})]]",
        Kind.PERIOD,
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
        Kind.PERIOD,
        lambda unit: This(unit),
        not_after=r" (?:de|du|d'|des|derni|prochain|passe|\d)|-",
        examples={"le reste de la semaine": "2020-W21", "pour le reste de l'année": "2020"},
    ),
    Rule(
        "unit before or after, turned",
        "(?:la |le |l'|du |au )?[[{direction:turned} {unit:period}]]",
        Kind.PERIOD,
        lambda direction, unit: (
            shifted_year(unit, direction)
            if direction is Direction.FORWARD or unit in (Granularity.QUARTER, Granularity.HALF, Granularity.WEEKEND)
            else None
        ),
        not_before=r"\b(?:un|une) $|-$",
        not_after=r" (?:de|du|d'|des|\d{4})\b",
        examples={"la prochaine semaine": "2020-W22"},
    ),
    Rule(
        "within the unit",
        "(?:plus tard )?dans [[(?:la |l'){unit:period}]]",
        Kind.PERIOD,
        lambda unit: This(unit) if unit in (Granularity.WEEK, YEAR) else None,
        not_after=r" (?:de|du|d'|des|qui|ou|suivant|precedent|dernier|prochain|passe|ecoule|scolaire|en cours)|-|s\b| \d",
        examples={"Il sera jugé dans la semaine.": "2020-W21", "Il sera jugé dans l'année.": "2020"},
        refuses=("une fois dans la semaine de Noé",),
    ),
    Rule(
        "this unit",
        "(?:cette|ce|cet) {unit:period}(?:-ci)?(?: en cours)?|(?:l'|la |le )?[[{unit2:period} (?:en cours|courante?|actuelle?)]]",
        Kind.PERIOD,
        lambda unit=None, unit2=None: This(unit or unit2, 0),
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
        Kind.UNITOF,
        lambda unit=None: This(unit or Granularity.WEEK),
        helper=True,
        dotted=True,
        not_after="(?:fin|debut)",
    ),
    Rule(
        "the weekend",
        "(?:pendant |durant |au cours d|avant |depuis |apres |d'ici |tout |des )(?:le |u )?[[{unit:weekend}]]",
        Kind.PERIOD,
        lambda unit: This(unit),
        not_after=r" (?:du|de|des|d'|prochain|dernier|passe|suivant|precedent)|s\b",
        examples={
            "Il a plu pendant le week-end.": "2020-W20-WE",
            "Il pleuvra durant le week-end.": "2020-W21-WE",
            "L'hôpital fonctionne au ralenti depuis le week-end.": "2020-W20-WE",
        },
    ),
    Rule(
        "the weekend alone",
        "(?:le|la) [[{unit:weekend}]]",
        Kind.PERIOD,
        lambda unit: This(unit),
        after=r"^(?:$|[.;!?\n])|^ (?:a (?:ete|fait|vu|connu|tourne|commence|debute|apporte|donne|permis|coute|bien|mal)|s'est|s'annonce|sera|aura|fut|promet|devrait|commence)\b",
        not_before=r"\b(?:tous|chaque|un|jour|soir|matin|nuit) $",
        examples={
            "Le week-end fut meurtrier.": "2020-W20-WE",
            "Le week-end sera chaud.": "2020-W21-WE",
            "La fin de semaine a été meurtrière.": "2020-W20-WE",
            "L'église sera ouverte le week-end.": "2020-W21-WE",
        },
    ),
    Rule(
        "the new year",
        "(?:la |cette )?[[(?:la |cette )?nouvelle annee]]",
        Kind.PERIOD,
        lambda: This(YEAR, base=Shift(30, Granularity.DAY)),
        not_before=r"\b(?:une|toute|chaque) $",
        not_after=r" (?:scolaire|universitaire|judiciaire|fiscale|civile|liturgique|chinoise|lunaire|juive|de [a-z])",
        examples={"La nouvelle année a commencé.": "2020"},
        refuses=("la nouvelle année scolaire",),
    ),
    Rule(
        "that moment",
        "a [[(?:ce|cet) (?:moment|instant)(?: precis)?[- ]la]]",
        Kind.ANAPHORIC,
        lambda: Shift(0, Granularity.MINUTE, origin=TEXT),
        examples={
            "Le 12 mai à 15 h 30, le feu a pris. Il n'y avait personne à ce moment-là.": (
                "2020-05-12T15:30",
                "2020-05-12T15:30",
            )
        },
    ),
    Rule(
        "same unit",
        "(?:la |le |du |au )?[[meme {unit:period}]]|(?:cette|ce|cet) meme {unit3:period}|(?:cette|ce|cet) {unit2:period}-la",
        Kind.ANAPHORIC,
        lambda unit=None, unit2=None, unit3=None: same_unit(unit or unit2 or unit3),
        examples={
            "En 1969, il finit deuxième. Il gagna la Vuelta cette même année.": ("1969", "1969"),
            "En 2012, il est élu. La même année, il se marie.": ("2012", "2012"),
            "En 2012, il part. Cette année-là, il rit.": ("2012", "2012"),
        },
    ),
    *(
        Rule(
            f"{modifier.lower()} of a unit",
            f"(?:en |au |a |le |la |d'ici |a la )?[[(?:(?:le |la )?(?:{forms}) (?:de |du |de l'|de la |d'|de cette |de ce )?{{unit:period}})]]",
            Kind.EDGED,
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
            Kind.EDGE,
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
        Kind.MONTH,
        lambda year=None, direction=None, direction2=None: Partial(
            year=year, month=9, direction=direction or direction2 or Direction.NONE
        ),
        examples={"la rentrée 2018": "2018-09", "Tout changera à la rentrée prochaine.": "2020-09"},
    ),
    Rule(
        "at the rentree",
        "(?:a|des|pour|avant|apres|depuis|d'ici(?: a)?|jusqu'a) [[la rentree]]",
        Kind.MONTH,
        lambda: Partial(month=9),
        not_after=r" (?:de|du|des|d'|litteraire|parlementaire|politique|sociale|judiciaire|gouvernementale|theatrale|televisee|dans|sur terre|prochaine|derniere|passee|scolaire|\d{4})|-",
        examples={"L'école rouvrira à la rentrée.": "2020-09"},
        refuses=("la rentrée littéraire", "sa rentrée politique"),
    ),
)
