"""Durations."""

from __future__ import annotations

from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Duration, Granularity

YEAR = Granularity.YEAR


def duration(
    count: float | None,
    unit: Granularity,
    half: bool = False,
    count2: float | None = None,
    unit2: Granularity | None = None,
    count3: int | None = None,
) -> Made:
    """ "trois ans et demi", "deux heures trente minutes"."""
    first = count + 0.5 if half and count is not None else count
    rest = ((count2, unit2),) if unit2 is not None else ()
    seconds = ((count3, Granularity.SECOND),) if count3 is not None else ()
    return Duration(((first, unit), *rest, *seconds))


_PERSON = (
    "hommes?|femmes?|filles?|garcons?|fillettes?|enfants?|adolescente?s?|bebes?|jeunes?|peres?|meres?|fils|lyceens?|lyceennes?|etudiante?s?|"
    "personnes?|suspecte?s?|victimes?|passagers?|eleves?|joueurs?|joueuses?|conducteurs?|automobilistes?|mineure?s?|freres?|soeurs?|"
    "policiers?|soldats?|nourrissons?|gamine?s?|individus?|veufs?|veuves?|retraitee?s?|chat|chien|cheval|batiment|immeuble"
)
# Things that last some years: after these, "de trois ans" is not an age.
_LASTS = (
    "periode|peine|duree|contrat|bail|baux|delai|mandat|plan|retard|terme|issue|bout|plus|moins|pres|experience|recul|anciennete|programme|prison|"
    "guerre|regne|carriere|absence|suspension|interdiction|moratoire|treve|preavis|mission|formation|cycle|echeance|horizon|accord|conflit|sejour|"
    "attente|recherche|recherches|travail|travaux|combat|lutte|bataille|cours|espace|fin|emprisonnement|reclusion|sursis|detention|engagement|pause|"
    "conge|greve|exil|bonheur|procedure|pouvoir|silence|service|partenariat|feuille de route|budget|investissement|avance|prolongation|extension|"
    "report|sentence|condamnation|ecart|difference|intervalle|minimum|maximum|maximale|minimale|ferme|crise|mariage|vie|presence|activite|existence|"
    "negociations?|pourparlers|siege|occupation|dictature|captivite|domination|loyaute|garantie|validite|projet|etudes?|effort|efforts|enquete|"
    "instruction|traitement|tractations|discussions|gestion|presidence|hegemonie|d'ici|total|moyenne|ineligibilite|probation|essai|transition|stage|vacances|repos|tournee"
)
_NOT_LONG = r" (?:de (?:large|long|haut|lumiere|plus\b|moins\b)|lumiere|l'heure|/h|et plus\b|ou plus\b|et moins\b|revolus|d'age|passes d'age)|-lumiere|/|-ci"
_DIED_AT = r"\b(?:mort|morte|decedee?|deces|meurt|eteinte?|disparue?|mourir|retraite|pere|mere)(?: [a-z-]+){0,3},? a $|(?:di|dimanche|dernier|soir|matin|nuit|midi|hier),? a $"
_AGED = rf"[(](?:moins|plus) de $|\b(?:homme|femme|fille|garcon) $|\b(?:agee?s?(?: de| entre)?|l'age d[e']|age legal d[e']|les|des|ses|fete (?:ses|son)|les (?:moins|plus) de|(?:{_PERSON}) (?:[a-z]+ )?(?:de|d'|d'environ|a peine|de plus de|de moins de)|\d-) ?$"
_WITHIN_A_NUMBER = r"\b(?:vingt|trente|quarante|cinquante|soixante)(?:-| et )$"

RULES = (
    Rule(
        "duration",
        "{count}{unit:unit_below_year}(?: et {half})?(?: (?:et )?{count2:number} ?{unit2:unit_below_year})?",
        Kind.DURATION,
        duration,
        not_before=_AGED + "|" + _WITHIN_A_NUMBER + r"|\d[-.,]$",
        not_after=_NOT_LONG,
        examples={
            "Il a été détenu pendant trois jours.": "P3D",
            "Il a attendu une quinzaine de jours.": "P15D",
            "Il a attendu une heure et demie.": "PT1.5H",
            "Il est malade depuis des mois.": "PXM",
            "pendant 24 heures": "PT24H",
        },
    ),
    Rule(
        "hours and minutes",
        "{count:number} heures? {count2:number}",
        Kind.DURATION,
        lambda count, count2: (
            Duration(((count, Granularity.HOUR), (count2, Granularity.MINUTE))) if count2 < 60 else None
        ),
        before=r"\b(?:pendant|durant|dure|en|duree de|apres|au bout de|moins de|plus de) $",
        not_after=r" ?(?:[a-z]{3,}s\b|%|euros?)",
        examples={"Pendant deux heures trente, il a parlé.": "PT2H30M"},
        refuses=(),
    ),
    Rule(
        "duration of years",
        "{count}{unit:unit_from_year}(?: et {half})?(?: (?:et )?{count2:number} ?{unit2:unit_below_year})?",
        Kind.DURATION,
        duration,
        not_before=_AGED
        + "|"
        + _DIED_AT
        + "|"
        + _WITHIN_A_NUMBER
        + r"|\b(?:de|d'|d'une?|\d+ a|ai|avait|avaient|ont|aura|aurait|ayant|avoir|avais|il a|elle a|qui a) $|\d[-.,]$|[(]$",
        not_after=_NOT_LONG + r"| (?:plus (?:jeune|age)|[a-z]+ (?:est|a) (?:mort|ne|decede)e?)",
        examples={
            "Il a attendu deux ans et demi.": "P2.5Y",
            "Il dirige la ville depuis vingt-cinq ans.": "P25Y",
            "depuis plusieurs années": "PXY",
            "condamné à 30 ans de prison": "P30Y",
        },
        refuses=(
            "Jean, 35 ans, a été arrêté.",
            "Un homme âgé de 42 ans a été blessé.",
            "une fillette de 6 ans s'est noyée",
            "Un chauffeur de bus de 38 ans a été pris à partie.",
            "les moins de 17 ans",
            "Un étudiant de vingt-deux ans est mort.",
        ),
    ),
    Rule(
        "years of something",
        "{count}{unit:unit_from_year}(?: et {half})?",
        Kind.DURATION,
        duration,
        before=rf"\b(?:{_LASTS})(?: [a-z]+)? (?:de|d'|d'environ|d'au moins|d'a peine|de plus de|de pres de|de quelque) ?$",
        not_before=rf"[(](?:moins|plus) de $|\b(?:les|des|aux|[a-z]+s de|(?:{_PERSON}) de|agee?s? de) (?:moins|plus) de $|age de (?:plus|moins) de $",
        not_after=_NOT_LONG,
        examples={"une peine de trois ans de prison": "P3Y", "un contrat de trois ans": "P3Y"},
    ),
    Rule(
        "length between two",
        "entre [[{count:number} et {count2:number} {unit}]]",
        Kind.DURATION,
        lambda count, count2, unit: Duration(((count, unit),)) if count < count2 else None,
        not_before=_AGED + r"|age[a-z]* (?:d'|de )?$",
        not_after=_NOT_LONG,
        examples={"entre deux et trois ans": "P2Y", "entre 10 et 15 minutes": "PT10M"},
    ),
    Rule(
        "the whole unit",
        "toute (?:la |l')?[[(?:la |l')?(?:{unit:whole_period}|journee)]]",
        Kind.DURATION,
        lambda unit=Granularity.DAY: Duration(((1, unit),)),
        not_after=r" (?:de|du|d'|des|qui|ou|derni|prochain|passe|suivant|precedent|scolaire|en cours|\d)|-",
        examples={"toute la journée": "P1D", "toute l'année": "P1Y"},
        refuses=("toute sa journée",),
    ),
    Rule(
        "range of lengths",
        "{count:number} (?:a|ou) {count2:number} {unit}",
        Kind.DURATION,
        lambda count, count2, unit: Duration(((count, unit),)) if count < count2 else None,
        not_before=_AGED + r"|\b(?:de|d'|avait|a|avaient|en) $",
        examples={"3 à 4 mois de précipitations": "P3M", "deux ou trois jours": "P2D"},
        refuses=("17 hommes de 17 à 35 ans",),
    ),
    Rule(
        "short units",
        r"{count:whole} ?{unit:unit_short}(?: ?{count2:whole} ?{unit2:unit_short}(?: ?{count3:whole} ?s)?)?",
        Kind.DURATION,
        duration,
        not_after=r"/|\.\d|'",
        not_before=r"[\d.,]$",
        examples={"en 2 min 30 s": "PT2M30S", "30 s": "PT30S"},
        refuses=("80 s'il le faut",),
    ),
    Rule(
        "minutes and bare seconds",
        r"(?:{count3:whole} ?h(?:eures?)? ?)?{count:whole} ?(?:min(?:utes?)?|mn) ?{count2:two_figures}",
        Kind.DURATION,
        lambda count, count2, count3=None: Duration(
            (
                *(((count3, Granularity.HOUR),) if count3 is not None else ()),
                (count, Granularity.MINUTE),
                (count2, Granularity.SECOND),
            )
        ),
        not_before=r"[\d.,]$",
        not_after=r"\d|[.,:]\d| ?(?:min|mn|s\b|s\.|sec|[a-z]{3,}s\b|km|m\b|%)",
        examples={"Il a 3 min 31 d'avance.": "PT3M31S", "Il a couru en 2 h 53 min 17.": "PT2H53M17S"},
        refuses=(),
    ),
    Rule(
        "minutes and seconds in signs",
        r"(?:{count:whole}')?{count2:two}''|{count3:whole}'{count4:two}\"",
        Kind.DURATION,
        lambda count=None, count2=None, count3=None, count4=None: Duration(
            tuple(
                (amount, unit)
                for amount, unit in (
                    (count or count3, Granularity.MINUTE),
                    (count2 if count2 is not None else count4, Granularity.SECOND),
                )
                if amount is not None
            )
        ),
        not_before=r"[\d.,'hmo]$",
        dotted=True,
        examples={"L'image dure 30''.": "PT30S", "Elle a gagné en 9'58''.": "PT9M58S", "en 9'58\"": "PT9M58S"},
        refuses=("à la 35' de jeu",),
    ),
    Rule(
        "terms of office",
        "{term}",
        Kind.DURATION,
        lambda term: Duration(((term, YEAR),)),
        not_before=r"-$",
        examples={"Il a plaidé pour un quinquennat de réformes.": "P5Y", "le second septennat": "P7Y"},
        refuses=("une réforme quinquennale",),
    ),
    Rule(
        "half unit",
        "(?:un |une )?[[(?:un |une )?demi-?e?-? ?{unit}]]",
        Kind.DURATION,
        lambda unit: Duration(((0.5, unit),)),
        examples={"Il a vécu là un demi-siècle.": "P50Y", "une demi-heure": "PT30M"},
    ),
    Rule(
        "quarter of a century",
        "un quart de siecle",
        Kind.DURATION,
        lambda: Duration(((25, YEAR),)),
        examples={"depuis un quart de siècle": "P25Y"},
    ),
    Rule(
        "quarters of an hour",
        "{count:number} quarts? d'heures?",
        Kind.DURATION,
        lambda count: Duration(((count * 15, Granularity.MINUTE),)),
        examples={"un quart d'heure": "PT15M", "trois quarts d'heure": "PT45M"},
    ),
)
