"""French."""

from __future__ import annotations

from timeline.languages.fr.time import numbers, words
from timeline.languages.fr.time.cues import ARTICLES, CUES, ITEM, LEXICON, LISTS, MODIFIERS, OPENERS, RANGES, SIGNALS
from timeline.languages.fr.time.joins import JOINS
from timeline.languages.fr.time.rules import RULES
from timeline.languages.grammar import Language
from timeline.model import Direction, Granularity, PartOfDay

_WORD = "|".join(words.CARDINALS)
_TWO_FIGURES = r"\d{2}"

LANGUAGE = Language(
    code="fr",
    words={
        "month": words.MONTHS,
        "month_form": words.MONTH_FORMS,
        "weekday": words.WEEKDAYS,
        "weekday_form": words.WEEKDAY_FORMS,
        "weekdays": words.WEEKDAYS_PLURAL,
        "unit": words.UNITS,
        "unit_below_year": {form: unit for form, unit in words.UNITS.items() if unit < Granularity.YEAR},
        "unit_from_year": {form: unit for form, unit in words.UNITS.items() if unit >= Granularity.YEAR},
        "unit_short": {"s": Granularity.SECOND, "sec\\.?": Granularity.SECOND, "min": Granularity.MINUTE, "mn": Granularity.MINUTE, "h": Granularity.HOUR},
        "period": words.PERIODS,
        "whole_period": {"annee": Granularity.YEAR},
        "units_plural": {
            "secondes": Granularity.SECOND, "minutes": Granularity.MINUTE, "heures": Granularity.HOUR, "jours|journees": Granularity.DAY,
            "semaines": Granularity.WEEK, "mois": Granularity.MONTH, "trimestres": Granularity.QUARTER, "semestres": Granularity.HALF,
            "ans|annees": Granularity.YEAR, "decennies": Granularity.DECADE, "siecles": Granularity.CENTURY,
            "week-?ends": Granularity.WEEKEND,
        },
        "season": words.SEASONS,
        "seasonal": {"printaniere": 0, "estivale": 1, "automnale": 2, "hivernale": 3},
        "part": words.PARTS,
        "some_part": {"matinee": words.PARTS["matin|matinee"], "soiree": words.PARTS["soir|soiree"]},
        "parts": {"matins": words.PARTS["matin|matinee"], "apres[- ]midis?": words.PARTS["apres[- ]midi|aprem"], "soirs|soirees": words.PARTS["soir|soiree"]},
        "ordinal": {**words.ORDINALS},
        "holiday": words.HOLIDAYS,
        "zone": words.ZONES,
        "direction": {"derni(?:er|ere|ers|eres)|passee?s?|ecoulee?s?": Direction.BACK, "prochaine?s?|qui vient|qui viennent|a venir": Direction.FORWARD},
        "turned": {"derni(?:er|ere|ers|eres)|passe(?:es|s)|dernieres et": Direction.BACK, "prochaine?s?": Direction.FORWARD},
        "relative": {"suivante?s?|d'apres": Direction.FORWARD, "precedente?s?|d'avant": Direction.BACK},
        "side": {"apres|suivant": Direction.FORWARD, "avant|precedant": Direction.BACK},
        "advent": words.ADVENT,
        "eve": {"avant[- ]veille": -2, "veille": -1, "surlendemain": 2, "lendemain": 1},
        "republican_month": words.REPUBLICAN_MONTHS,
        "origin": {"aujourd ?'? ?hui": 0, "demain": 1},
        "to_the_day": {"plus tard|apres": Direction.FORWARD, "plus tot|auparavant|avant": Direction.BACK},
        "night_feast": {
            "saint[- ]sylvestre|st[- ]sylvestre|nouvel[- ]an|reveillon|jour de l'an": "new_year_eve", "noel": "christmas_eve",
        },
        "same_year": {"la meme annee|cette annee-la|cette meme annee": True},
        "weeks": {"huit|8": 1, "quinze|15": 2},
        "term": {"quinquennats?": 5, "septennats?": 7},
        "half": {"demie?s?": True},
        "half_a": {"demi-": True},
        "fine": {"heure": Granularity.HOUR, "minute": Granularity.MINUTE},
        "quarter": {"un quart|quart|le quart": 15, "demie?": 30, "trois quarts": 45},
        "meridiem": {"am|a\\.m\\.": PartOfDay.MORNING, "pm|p\\.m\\.": PartOfDay.AFTERNOON},
        "day_edge": {"debut": PartOfDay.MORNING, "milieu": PartOfDay.MIDDAY, "fin": PartOfDay.EVENING},
        "firsts": {"premier|premiere|premiers|premieres": 1, "dernier|derniere|derniers|dernieres": -1},
        "weekend": {"week[- ]?end|fins? de semaine": Granularity.WEEKEND},
        "ago": {"il y a": True},
        "near": {"ce|cet|cette": True},
        "noon": {"midi": 12, "minuit": 0},
        "collective": {"huitaine": 8, "quinzaine": 15},
        "coming": {"passe(?:s|es)|ecoule(?:s|es)|derni(?:ers|eres)": Direction.BACK, "prochaine?s|a venir|qui viennent": Direction.FORWARD},
        "stated": {"suivante?s|precedente?s|d'apres|d'avant|qui (?:suivent|suivirent|suivront|suivaient|precedent|precederent)|qui (?:ont|avaient) (?:suivi|precede)": True},
        "share_start": {"(?:la )?(?:premiere|1(?:ere|re)) moitie": (1, 2), "(?:premier|1er) tiers": (1, 3), "(?:premier|1er) quart": (1, 4)},
        "share_mid": {
            "(?:deuxieme|second|2(?:e|eme|nd)) tiers": (2, 3), "(?:deuxieme|second|2(?:e|eme|nd)) quart": (2, 4), "(?:troisieme|3(?:e|eme)) quart": (3, 4),
        },
        "share_end": {
            "(?:seconde|deuxieme|derniere|2(?:e|eme|nde|de)) moitie": (2, 2), "(?:dernier|troisieme|3(?:e|eme)) tiers": (3, 3), "(?:dernier|quatrieme|4(?:e|eme)) quart": (4, 4),
        },
        "era": {"(?:av\\.?|avant) (?:j\\.?-? ?c\\.?|jesus[- ]christ|notre ere|l'ere chretienne)": "BC"},
        "ad": {"(?:apr\\.?|ap\\.?|apres) (?:j\\.?-? ?c\\.?|jesus[- ]christ)|de notre ere": "AD"},
        "every": {
            "quotidien(?:ne|s|nes|nement)?": Granularity.DAY, "hebdomadaires?|hebdomadairement": Granularity.WEEK,
            "mensuel(?:le|s|les|lement)?": Granularity.MONTH, "trimestriel(?:le|s|les|lement)?": Granularity.QUARTER,
            "semestriel(?:le|s|les|lement)?": Granularity.HALF, "annuel(?:le|s|les|lement)?": Granularity.YEAR,
        },
    },
    shapes={
        "number": numbers.NUMBER,
        "count": numbers.COUNT,
        "day": numbers.DAY,
        "day_figures": r"\d{1,2}(?: ?er\b)?",
        "two": r"\d{1,2}",
        "whole": r"\d{1,4}",
        "two_figures": _TWO_FIGURES,
        "digit": r"\d",
        "year": r"(?:1\d{3}|20\d{2}|2[1-9]\d{2})",
        "short_year": r"(?:'? ?\d{2})",
        "year_or_two": r"(?:1\d{3}|20\d{2}|\d{2})",
        "year_words": rf"(?:deux mil(?:le)?(?:(?: et |[- ])(?:{_WORD})){{0,3}}|(?:mille|mil) (?:{_WORD})(?: cents?)?(?:(?: et |[- ])(?:{_WORD})){{0,4}}|(?:dix-(?:sept|huit|neuf)) cents?(?:(?: et |[- ])(?:{_WORD})){{0,4}})",
        "far_year": r"\d{3,4}",
        "republican_year": r"(?:(?-i:[IVX]{1,4})|\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze)",
        "republican_roman": "[IVX]{1,4}",
        "century_roman": r"(?-i:[IVX]{1,5}) ?(?:e|eme|er)",
        "decade": r"(?:(?:1\d|20)\d0|\d0|'\d0|vingt|trente|quarante|cinquante|soixante|soixante-dix|quatre-vingts?|quatre-vingt-dix|deux mille|deux mille dix|deux mille vingt|septante|huitante|nonante)",
        "century": r"(?:[ivx]{1,6} ?(?:e|eme|er|es|emes)|\d{1,2} ?(?:e|eme|er|es)|premier|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz|dix-sept|dix-huit|dix-neuv|vingt|vingt[- ]et[- ]un)ieme)",
    },
    readers={
        "number": numbers.number, "count": numbers.count, "whole": int, "day": numbers.day, "day_figures": numbers.day, "two": int, "two_figures": int, "digit": int,
        "year": numbers.year, "short_year": numbers.year, "year_or_two": int, "year_words": numbers.number,
        "decade": numbers.decade, "century": numbers.century, "far_year": int,
        "republican_year": numbers.republican_year, "republican_roman": numbers.roman, "century_roman": numbers.century,
    },
    rules=RULES,
    joins=JOINS,
    signals=SIGNALS,
    modifiers=MODIFIERS,
    articles=ARTICLES,
    lists=LISTS,
    ranges=RANGES,
    openers=OPENERS,
    item=ITEM,
    cues=CUES,
    lexicon=LEXICON,
)  # fmt: skip
