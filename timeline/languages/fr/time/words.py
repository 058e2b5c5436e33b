"""French time words and their values. Folded: no accents; entries are patterns."""

from __future__ import annotations

from timeline.model import Granularity, PartOfDay

MONTHS = {
    "janvier|janv\\.?": 1, "fevrier|fevr\\.?|fev\\.?": 2, "mars": 3, "avril|avr\\.?": 4, "mai": 5, "juin": 6,
    "juillet|juil\\.?|juill\\.?": 7, "aout": 8, "septembre|sept\\.": 9, "octobre|oct\\.?": 10,
    "novembre|nov\\.?": 11, "decembre|dec\\.?": 12,
}  # fmt: skip

# Beside a day of the month, "jan", "sep" and "sept" are unambiguous; "7bre" to "xbre" are from old registers.
MONTH_FORMS = {**MONTHS, "jan\\.?": 1, "aou\\.?": 8, "sept?": 9, "sep\\.": 9,
               "7\\.?bre|septbre": 9, "8\\.?bre|octbre": 10, "9\\.?bre|novbre": 11, "(?:10|x)\\.?bre|decbre": 12}  # fmt: skip

WEEKDAYS = {"lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6}
WEEKDAY_FORMS = {
    **WEEKDAYS,
    "lun\\b\\.?": 0,
    "mar\\b\\.?": 1,
    "mer\\b\\.?": 2,
    "jeu\\b\\.?": 3,
    "ven\\b\\.?": 4,
    "sam\\b\\.?": 5,
    "dim\\b\\.?": 6,
}
WEEKDAYS_PLURAL = {f"{word}s": value for word, value in WEEKDAYS.items()}

UNITS = {
    "secondes?": Granularity.SECOND, "minutes?|mins?|mn": Granularity.MINUTE, "heures?": Granularity.HOUR,
    "jours?|journees?": Granularity.DAY, "semaines?": Granularity.WEEK, "mois": Granularity.MONTH,
    "trimestres?": Granularity.QUARTER, "semestres?": Granularity.HALF,
    "ans?|annees?": Granularity.YEAR, "decennies?": Granularity.DECADE, "siecles?": Granularity.CENTURY,
    "millenaires?": Granularity.MILLENNIUM, "week[- ]?ends?|fins? de semaine": Granularity.WEEKEND,
    "saisons?": Granularity.SEASON,
}  # fmt: skip
# Units that form one period of the calendar with words such as "dernier" ("la semaine dernière").
PERIODS = {
    "semaine": Granularity.WEEK, "mois": Granularity.MONTH, "trimestre": Granularity.QUARTER,
    "semestre": Granularity.HALF, "an|annee": Granularity.YEAR, "decennie": Granularity.DECADE,
    "siecle": Granularity.CENTURY, "millenaire": Granularity.MILLENNIUM, "week[- ]?end|fin de semaine|wk": Granularity.WEEKEND,
}  # fmt: skip

SEASONS = {"printemps": 0, "ete": 1, "automne": 2, "hiver": 3}

PARTS = {
    "matin|matinee": PartOfDay.MORNING, "apres[- ]midi|aprem": PartOfDay.AFTERNOON,
    "soir|soiree": PartOfDay.EVENING, "nuit": PartOfDay.NIGHT, "aube|aurore": PartOfDay.MORNING,
    "heure du dejeuner": PartOfDay.MIDDAY,
}  # fmt: skip

_UNDER_TWENTY = (
    "zero", "un|une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
)  # fmt: skip
CARDINALS: dict[str, int] = {
    **{form: value for value, forms in enumerate(_UNDER_TWENTY) for form in forms.split("|")},
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "octante": 80, "huitante": 80, "nonante": 90, "cent": 100, "cents": 100, "mille": 1000, "mil": 1000,
    "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
}  # fmt: skip
COLLECTIVES = {
    "demi-douzaine": 6, "huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
}  # fmt: skip
VAGUE_COUNTS = (
    "quelques|plusieurs|des|de nombreux|de nombreuses|de longs|de longues|de tres longs|de tres longues|"
    "bien des|maints|maintes|nombre d[e']|des dizaines d[e']|des centaines d[e']|des milliers d[e']|"
    "de quelques|quelque|quelques petits|quelques petites|quelques rares|de tres nombreuses|de tres nombreux"
)

ORDINALS: dict[str, int] = {
    "premiere?s?|1(?: ?ere?|re)": 1, "deuxiemes?|seconde?s?|2(?:eme|nde?|de?|e)": 2, "troisiemes?|3(?:eme|e)": 3,
    "quatriemes?|4(?:eme|e)": 4, "cinquiemes?|5(?:eme|e)": 5,
    "sixiemes?": 6, "septiemes?": 7, "huitiemes?": 8, "neuviemes?": 9, "dixiemes?": 10, "onziemes?": 11,
    "douziemes?": 12, "avant-derniere?s?": -2, "dernieres?|derniers?": -1,
}  # fmt: skip


# Holidays, by their keys in `timeline.calendar.holidays`.
HOLIDAYS = {
    "(?:nouvel[- ]an|jour de l'an) (?:chinois|lunaire|vietnamien)|tet vietnamien": "lunar_new_year",
    "noel|jour de noel": "christmas", "(?:reveillon|veille) de noel": "christmas_eve",
    "(?:reveillon de la )?(?:saint|st)[- ]sylvestre|reveillon du (?:nouvel an|jour de l'an)": "new_year_eve",
    "jour de l'an|nouvel[- ]an|premier de l'an": "new_year", "epiphanie|fete des rois": "epiphany",
    "saint[- ]valentin|st[- ]valentin": "valentine", "chandeleur": "candlemas", "mardi[- ]gras": "shrove_tuesday",
    "mercredi des cendres": "ash_wednesday", "dimanche des rameaux|(?:fete )?(?-i:des Rameaux)|(?-i:Rameaux)": "palm_sunday", "jeudi saint": "maundy_thursday",
    "vendredi[- ]saint": "good_friday", "samedi saint": "holy_saturday",
    "dimanche de paques|paques": "easter", "lundi de paques": "easter_monday",
    "(?:jeudi de l')?ascension": "ascension", "(?:dimanche de (?:la )?)?pentecote": "pentecost",
    "lundi de (?:la )?pentecote": "whit_monday", "fete[- ]dieu": "corpus_christi",
    "fete du travail|fete des travailleurs": "labour_day", "fete de la victoire": "victory_day",
    "fete nationale": "national_day", "(?:fete de l')?assomption": "assumption", "toussaint|la toussaint": "all_saints",
    "(?:jour|fete) des morts": "all_souls", "(?:jour de l'|commemoration de l')armistice": "armistice",
    "immaculee conception": "immaculate_conception", "saint[- ]nicolas": "saint_nicholas",
    "fete de la musique": "music_day", "saint[- ]jean": "saint_john", "halloween": "halloween",
    "fete des grands?[- ]meres": "grandmothers_day", "fete des meres": "mothers_day", "fete des peres": "fathers_day", "poisson d'avril": "april_fools",
    "thanksgiving": "thanksgiving", "black friday": "black_friday", "cyber monday": "cyber_monday", "journee (?:internationale )?des (?:droits des )?femmes": "womens_day",
    "aid[- ]el[- ]fitr|aid[- ]al[- ]fitr|aid el[- ]seghir|fin du ramadan|fete de la rupture du jeune": "eid_al_fitr",
    "aid[- ]el[- ]kebir|aid[- ]el[- ]adha|aid[- ]al[- ]adha|aid[- ]al[- ]kabir|fete du sacrifice|tabaski": "eid_al_adha",
    "debut du ramadan|premier jour du ramadan": "ramadan_start",
    "mouloud|mawlid": "mawlid", "achoura": "ashura", "yom kippour": "yom_kippur",
    "roch ha-?[ck]?shana|roch hachana|rosh ha-?shana": "rosh_hashanah", "hanoucca|hanouka": "hanukkah",
    "pessah|paque juive": "passover", "pourim": "purim", "paques? orthodoxes?": "orthodox_easter", "noel orthodoxe": "orthodox_christmas",
}  # fmt: skip

ADVENT = {
    "(?:premier|1er)": "advent_1", "(?:deuxieme|second|2e)": "advent_2", "(?:troisieme|3e)": "advent_3", "(?:quatrieme|4e|dernier)": "advent_4",
}  # fmt: skip

REPUBLICAN_MONTHS = {
    "vendemiaire": 1, "brumaire": 2, "frimaire": 3, "nivose": 4, "pluviose": 5, "ventose": 6, "germinal": 7, "floreal": 8,
    "prairial": 9, "messidor": 10, "thermidor": 11, "fructidor": 12,
}  # fmt: skip

# Time zones: "" is local, "Z" universal, otherwise an offset.
ZONES = {
    **{rf"(?:gmt|utc) ?[{sign}] ?0?{hours}(?::00)?": f"{sign}{hours:02}" for sign in "+-" for hours in range(1, 13)},
    "gmt|utc|(?-i:TU)|(?-i:T\\.U\\.)|temps universel|heure universelle|heures? (?:en )?gmt": "Z",
    "heures? locales?|locales?|heure de paris|heures? francaises?|en france|heure de bruxelles|heure suisse": "",
    "hnec|(?-i:CET)": "+01", "(?-i:CEST)": "+02",
    "heure de moscou": "+03", "edt|hae": "-04", "(?-i:EST)|hne": "-05",
    "pst": "-08", "pdt": "-07",
}  # fmt: skip
