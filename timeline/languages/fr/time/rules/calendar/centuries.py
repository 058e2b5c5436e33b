"""Decades, centuries and millennia, and parts of them."""

from __future__ import annotations

from dataclasses import replace

from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Between, Fixed, Granularity, Meaning, Modifier, Partial, Side


def decade_of(decade: int) -> Meaning:
    """ "les années 60": in the 20th century unless the year has four figures."""
    first = decade if decade >= 100 else decade + (2000 if decade < 20 else 1900)
    return Fixed(first, Granularity.DECADE) if first % 10 == 0 else Partial(year=first)


def century_of(century: int, era: str = "") -> Fixed:
    """ "le XIXe siècle"; before Christ, astronomical years: the 6th century is -599 to -500."""
    return Fixed((century - 1) * 100 if not era else 1 - century * 100, Granularity.CENTURY)


def part_of_century(share: tuple[int, int], century: int, era: str = "") -> Meaning:
    """ "le 2e quart du XVIIIe siècle" is 1725 to 1749."""
    return replace(century_of(century, era), share=share)


def millennium_of(nth: int | None = None, nth2: int | None = None, era: str = "") -> Made:
    """ "le IIIe millénaire av. J.-C." is -2999 to -2000."""
    number = nth if nth is not None else nth2
    if number is None or number < 1:
        return None
    return Fixed(1 - 1000 * number if era else 1000 * (number - 1), Granularity.MILLENNIUM)


RULES = (
    Rule(
        "decades with a dash",
        "(?:les |des )?[[(?:les )?annees {decade} ?[-/] ?{decade2:decade}]]",
        Kind.DECADE,
        lambda decade, decade2: (
            Between(decade_of(decade), decade_of(decade2)) if decade % 100 < (decade2 % 100 or 100) else None
        ),
        examples={"dans les années 1950-1960": "195/196", "les années 60-70": "196/197"},
    ),
    Rule(
        "decades apart",
        "(?:des |les |depuis les )(?P<first>annees {decade}) (?:aux|jusqu'aux) (?P<last>(?:annees )?{decade2:decade})",
        Kind.DECADES,
        lambda decade, decade2: {
            side.value: Between(decade_of(decade), decade_of(decade2), side) for side in (Side.FIRST, Side.LAST)
        },
        examples={"des années 1960 aux années 1980": ("196", "198")},
    ),
    Rule(
        "two decades",
        "(?:les |des )?(?P<first>annees {decade})(?:,? (?:et|ou|puis)|,) (?P<last>{decade2:decade})",
        Kind.DECADES,
        lambda decade, decade2: {"first": decade_of(decade), "last": decade_of(decade2)},
        examples={"dans les années 2000 et 2010": ("200", "201"), "les années 60 et 70": ("196", "197")},
    ),
    Rule(
        "decade",
        "(?:les |la |des )?[[(?:les )?(?:annees|decennie) {decade}]]",
        Kind.DECADE,
        decade_of,
        examples={
            "Il a grandi dans les années 60.": "196",
            "les années 1980": "198",
            "les années quatre-vingt": "198",
            "les années 2010": "201",
        },
    ),
    Rule(
        "millennium",
        "(?:{nth:ordinal}|{nth2:century}) millenaire(?: {era})?",
        Kind.CENTURY,
        millennium_of,
        examples={"au troisième millénaire": "2", "un sceau du IIIe millénaire av. J.-C.": "BC2"},
    ),
    *(
        Rule(
            f"{modifier.lower()} of a century, counted",
            f"(?:la |le |au |du )?[[(?:la |le )?{{share:share_{modifier.lower()}}} (?:du |des ){{century}} (?:siecles?|(?-i:s)\\.)(?: {{era}})?]]",
            Kind.CENTURY,
            part_of_century,
            modifier=modifier,
            dotted=True,
            examples=examples,
        )
        for modifier, examples in (
            (Modifier.START, {"au premier quart du XXe siècle": "19", "la 1re moitié du XVIe s.": "15"}),
            (Modifier.MID, {"du 2e quart du XVIIIe siècle": "17"}),
            (Modifier.END, {"dans le dernier tiers du XIXe siècle": "18", "la seconde moitié du XVIe siècle": "15"}),
        )
    ),
    Rule(
        "century in short",
        "{century:century_roman}",
        Kind.CENTURY,
        lambda century: century_of(century) if 5 <= century <= 21 else None,
        before=r"(?:\b(?:au|aux|fin|debut|mi|milieu|courant|(?:fin|debut|milieu|courant|moitie|quart|tiers|tournant) du|depuis le|des le|jusqu'au) |\bmi-)$",
        after=r"^(?:$|[.,;:)\n?!-]| (?:et|ou|la|le|les|l'|il|elle|ils|elles|on|par|a|en|dans|s'|se|fut|est|etait|sont|pour|sous|avec|comme|de|du|des|ont)\b)",
        examples={"Au XIXe, la ville était petite.": "18", "à la fin du XIXe.": "18"},
        refuses=("le XIXe arrondissement", "au XIXe congrès"),
    ),
    Rule(
        "centuries with a dash",
        "(?:fin )?(?P<first>{century:century_roman}) ?- ?(?P<last>(?:debut )?{century2:century} siecles?)",
        Kind.CENTURIES,
        lambda century, century2: (
            {"first": century_of(century), "last": century_of(century2)} if century < century2 else None
        ),
        examples={"construite fin XVIIIe-début XIXe siècle": ("17", "18")},
    ),
    Rule(
        "two centuries",
        "(?:le |la |les |aux |des )?(?P<first>{century})(?: (?:et|ou|au) (?:le |du )?|-)(?P<last>{century2:century} siecles?)",
        Kind.CENTURIES,
        lambda century, century2: (
            {"first": century_of(century), "last": century_of(century2)} if century < century2 else None
        ),
        examples={"aux XVIIe et XVIIIe siècles": ("16", "17"), "du IXe au XIe siècle": ("08", "10")},
    ),
    Rule(
        "century",
        "(?:le |au |du |ce )?[[(?:les )?{century} (?:siecles?|(?-i:s)\\.)(?: {era})?]]",
        Kind.CENTURY,
        century_of,
        dotted=True,
        examples={
            "Un château du XIXe siècle.": "18",
            "une statue du XIIe s.": "11",
            "au Ve s. av. J.-C.": "BC04",
            "au 20e siècle": "19",
            "au vingtième siècle": "19",
        },
        refuses=("le XIIe s'ouvre",),
    ),
)
