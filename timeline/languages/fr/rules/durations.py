"""Lengths of time."""

from __future__ import annotations

from timeline.languages.grammar import Made, Rule
from timeline.model import Granularity, Lasting

YEAR = Granularity.YEAR


def lasting(count: float | None, unit: Granularity, half: bool = False, count2: float | None = None, unit2: Granularity | None = None) -> Made:
    """ "trois ans et demi", "deux heures trente minutes"."""
    first = count + 0.5 if half and count is not None else count
    rest = ((count2, unit2),) if unit2 is not None else ()
    return Lasting(((first, unit), *rest))


_AGE = r"(?:\bage?s?(?: de)?(?: plus de| moins de| d'environ)?|(?:homme|femme|fille|garcon|fillette|enfant|adolescent|adolescente|bebe|jeune|pere|mere|fils|lyceen|etudiant|etudiante|retraite|septuagenaire|suspect|victime|passager|eleve|joueur|joueuse|conducteur|automobiliste|citoyen|Francais|Francaise|militant|ressortissant|personne|personnes|jeunes|hommes|femmes|enfants|mineurs?|filles|garcons|frere|soeur|policier|soldat|employe|employee|chanteur|acteur|actrice|chanteuse|veuve|veuf|mineure|ecolier|collegien|collegienne|lyceenne|individu|gamin|gamine|nourrisson)s? (?:[a-z]+ )?(?:de|d'|d'environ|a peine|d'une) ?|fete (?:ses|son) |moins de |plus de )$"

RULES = (
    Rule("duration", "{count} ?{unit}(?: et {half})?(?: (?:et )?{count2:count} ?{unit2:unit})?", "duration", lasting,
         not_before=_AGE.replace("|moins de |plus de ", "") + r"|(?:\bl'age de|des|les|age legal de|ses|a) $",
         not_after=r" (?:de (?:large|long|haut|lumiere)|lumiere|l'heure|/h|et plus\b)|-lumiere|[/]",
         examples={"Il a été détenu pendant trois jours.": "P3D", "Il a attendu une quinzaine de jours.": "P15D", "Il a attendu deux ans et demi.": "P2.5Y",
                   "Il a attendu une heure et demie.": "PT1.5H", "Il dirige la ville depuis vingt-cinq ans.": "P25Y", "Il est malade depuis des mois.": "PXM",
                   "depuis plusieurs années": "PXY", "pendant 24 heures": "PT24H"},
         refuses=("Jean, 35 ans, a été arrêté.", "Un homme âgé de 42 ans a été blessé.", "une fillette de 6 ans s'est noyée")),
    Rule("half unit", "(?:un |une )?[[(?:un |une )?demi-?e?-? ?{unit}]]", "duration", lambda unit: Lasting(((0.5, unit),)),
         examples={"Il a vécu là un demi-siècle.": "P50Y", "une demi-heure": "PT30M"}),
    Rule("quarter of a century", "un quart de siecle", "duration", lambda: Lasting(((25, YEAR),)), examples={"depuis un quart de siècle": "P25Y"}),
    Rule("quarters of an hour", "{count:number} quarts? d'heures?", "duration", lambda count: Lasting(((count * 15, Granularity.MINUTE),)), examples={"un quart d'heure": "PT15M", "trois quarts d'heure": "PT45M"}),
)
