"""Vague references to the present, the past and the future."""

from __future__ import annotations

from typing import Any

from timeline.languages.grammar import Rule
from timeline.languages.kinds import Kind
from timeline.model import Reference, Vague

PRESENT = (
    "actuellement|maintenant|tout de suite|a l'instant(?: meme)?|desormais|a l'heure actuelle|en ce moment(?: meme)?|de nos jours|a present|"
    "[[l'heure actuelle]]|a ce jour|a l'heure ou nous|a l'heure qu'il est|dorenavant|pour [[l'instant]]|pour [[le moment]]|"
    "a [[l'heure d'aujourd'hui]]|a [[ce jour]]|par les temps qui courent|ces temps-ci|ces jours-ci|jusqu'a [[present]]|jusqu'ici"
)
PAST = (
    "recemment|tout recemment|nouvellement|autrefois|jadis|naguere|a [[l'epoque]]|[[le passe]]|dans [[le passe]]|par [[le passe]]|auparavant|precedemment|"
    "il y a (?:tres |bien |si |fort )?longtemps|il y a (?:encore )?peu(?: de temps)?|il y a (?:quelque|un certain) temps|il y a (?:quelques|un) instants?|il n'y a pas (?:si )?longtemps|dernierement|tantot|l'autre jour|anciennement|jusqu'alors|a cette epoque|"
    "a [[l'epoque]]|dans [[un passe (?:recent|proche|lointain)]]|en ce temps-la|ces derniers temps|ces dernier temps"
)
FUTURE = (
    "prochainement|bientot|sous peu|d'ici peu|dans [[un (?:futur|avenir) (?:proche|lointain)]]|a [[l'avenir]]|dans [[l'avenir]]|incessamment|"
    "dans peu de temps|dans quelque temps|d'ici quelque temps|dans (?:quelques|un) instants?|un jour prochain|tres prochainement|ulterieurement|dans les meilleurs delais"
)


def _rule(
    name: str,
    pattern: str,
    reference: Reference,
    examples: dict[str, str],
    refuses: tuple[str, ...] = (),
    **guards: Any,
) -> Rule:
    return Rule(name, pattern, Kind.VAGUE, lambda: Vague(reference), examples=examples, refuses=refuses, **guards)


RULES = (
    _rule(
        "present",
        PRESENT.replace("[[", "").replace("]]", ""),
        Reference.PRESENT,
        {"Il vit actuellement à Paris.": "PRESENT_REF", "Pour l'instant, ce lanceur": "PRESENT_REF"},
        not_before=r"des $|depuis $",
        not_after=r" (?:de|ou|du)\b",
    ),
    _rule(
        "past",
        PAST.replace("[[", "").replace("]]", ""),
        Reference.PAST,
        {"Il s'est récemment marié.": "PAST_REF", "A l'époque, il vivait à Nice.": "PAST_REF"},
        not_after=r" (?:de|du|des)\b",
    ),
    _rule(
        "future",
        FUTURE.replace("[[", "").replace("]]", ""),
        Reference.FUTURE,
        {"Il partira prochainement.": "FUTURE_REF", "dans un futur proche": "FUTURE_REF"},
        ("Ils pensent à l'avenir.", "la confiance à l'avenir"),
        not_before=r"\b(?:depuis|pens[a-z]+|song[a-z]+|croi[a-z]+|confiance|foi|face|quant|rapport|reflech[a-z]+|prepar[a-z]+|droit|adapt[a-z]+) $",
        not_after=r" (?:de|du|des)\b",
    ),
)
