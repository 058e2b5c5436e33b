"""Repeated times."""

from __future__ import annotations

from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Clock, Granularity, On, Partial, PartOfDay, Repeat

DAY = Granularity.DAY


_TOLD_HOURS = "horaires?|permanences?|ouvertures?|accueil|consultations?|guichets?|secretariat"
_SERVES = (
    "(?:ouvre|ferme|fonctionne|circule|accueille|travaille|consulte|exerce|propose|assure|baisse|officie)(?:nt)?|siegent?|recoi(?:t|vent)|se visitent?|"
    "se tien(?:t|nent)|reservee?s? (?:a|aux)"
)


def every(unit: Granularity, count: float = 1) -> Made:
    """ "chaque année", "tous les deux ans"."""
    return Repeat(unit, count)


def weekly(weekday: int, part: PartOfDay | None = None) -> Repeat:
    """ "chaque mardi soir"."""
    return Repeat(Granularity.WEEK, 1, weekday, part)


def two_weekdays(
    weekday: int | None = None, weekday2: int | None = None, weekday3: int | None = None, weekday4: int | None = None
) -> Made:
    """ "tous les mardis et jeudis", "chaque lundi et mercredi"."""
    if weekday is not None and weekday2 is not None:
        return {"first": weekly(weekday), "last": weekly(weekday2)}
    assert weekday3 is not None
    assert weekday4 is not None
    return {"extent": weekly(weekday3), "next": weekly(weekday4)}


RULES = (
    Rule(
        "every unit",
        "(?:a )?[[chaque {unit}]]|tou(?:s|tes) les {unit2:unit}",
        Kind.SET,
        lambda unit=None, unit2=None: every(unit or unit2),
        examples={"Il s'entraîne tous les jours.": "P1D", "chaque année": "P1Y"},
    ),
    Rule(
        "every fortnight",
        "chaque quinzaine|une quinzaine sur (?:deux|2)",
        Kind.SET,
        lambda: every(Granularity.WEEK, 2),
        examples={"La benne est vidée chaque quinzaine.": "P2W"},
    ),
    Rule(
        "every n units",
        "(?:a raison d'un )?[[tou(?:s|tes) les {count:number} {unit}]]",
        Kind.SET,
        every,
        examples={"Le scrutin a lieu tous les cinq ans.": "P5Y", "Il vient toutes les deux semaines.": "P2W"},
    ),
    Rule(
        "every other unit",
        "(?:un|une) (?:{unit}|nuit|matin|soir) sur {count:number}",
        Kind.SET,
        lambda count, unit=DAY: Repeat(unit, count) if 2 <= count <= 10 and unit >= DAY else None,
        not_after=r" ?%| [a-z]+s\b",
        examples={"un jour sur deux": "P2D", "une semaine sur trois": "P3W", "une nuit sur deux": "P2D"},
    ),
    Rule(
        "every other weekday",
        "(?:un |le )?{weekday} sur (?:deux|trois|quatre|2|3|4)",
        Kind.SET,
        weekly,
        examples={"Un mardi sur deux, le camion passe.": "XXXX-WXX-2"},
    ),
    Rule(
        "weekday of every unit",
        "(?:(?:un |le )?{weekday}|(?:deux|trois|quatre) {weekday2:weekdays}) (?:par|de chaque) (?:mois|trimestre|an|semaine)",
        Kind.SET,
        lambda weekday=None, weekday2=None: weekly(weekday if weekday is not None else weekday2),
        examples={
            "Un samedi par mois, la cour est ouverte.": "XXXX-WXX-6",
            "Deux jeudis par mois, on y joue.": "XXXX-WXX-4",
        },
    ),
    Rule(
        "opening days",
        "du (?P<first>{weekday}) au (?P<last>{weekday2:weekday})",
        Kind.SETS,
        two_weekdays,
        before=r"\b(?:ouvert|accessible|visible|disponible|joignable|assure|organise|propose|diffuse)(?:e|s|es)? (?:au public |a tous |gratuitement |tous les jours,? )?$|"
        + rf"\b(?:{_TOLD_HOURS})[^.;:!?\n]{{0,32}} ?:? $|"
        + rf"\b(?:{_SERVES})[^.;:!?\n]{{0,30}} $",
        not_after=r" (?:\d|prochain|dernier|inclus pour)",
        examples={
            "La bibliothèque est ouverte du mardi au samedi.": ("XXXX-WXX-2", "XXXX-WXX-6"),
            "Le musée accueille le public du mardi au samedi.": ("XXXX-WXX-2", "XXXX-WXX-6"),
            "Le bureau n'ouvre que deux heures, du mardi au samedi.": ("PT2H", "XXXX-WXX-2", "XXXX-WXX-6"),
        },
    ),
    Rule(
        "opening days in a list",
        "(?P<first>{weekday}) (?:et|ou) (?P<last>{weekday2:weekday})",
        Kind.SETS,
        two_weekdays,
        before=rf"\b(?:{_TOLD_HOURS})[^.;:!?\n]{{0,32}} ?: ?(?:le |les )?$",
        not_after=r" (?:\d\d? [a-z]{3,}|\d\d?[,.]|prochain|dernier)",
        examples={
            "Accueil du public : lundi et vendredi de 14 h à 17 h.": (
                "XXXX-WXX-1",
                "XXXX-WXX-5",
                "2020-05-20T14:00",
                "2020-05-20T17:00",
            )
        },
    ),
    Rule(
        "opening days, with hours",
        "du (?P<first>{weekday}) au (?P<last>{weekday2:weekday})",
        Kind.SETS,
        two_weekdays,
        after=r"^(?: inclus)?,? (?:de )?\d{1,2} ?h",
        examples={
            "Accueil du lundi au vendredi de 9 h à 17 h.": (
                "XXXX-WXX-1",
                "XXXX-WXX-5",
                "2020-05-20T09:00",
                "2020-05-20T17:00",
            )
        },
    ),
    Rule(
        "opening days with a dash, with hours",
        "(?P<first>{weekday}) ?- ?(?P<last>{weekday2:weekday})",
        Kind.SETS,
        two_weekdays,
        after=r"^ ?[,:]? ?(?:de )?\d{1,2} ?h",
        examples={
            "Horaires : lundi-vendredi, 8 h-12 h.": (
                "XXXX-WXX-1",
                "XXXX-WXX-5",
                "2020-05-20T08:00",
                "2020-05-20T12:00",
            )
        },
    ),
    Rule(
        "habit at a part of day",
        "le [[{weekday} {part}]]",
        Kind.SET,
        weekly,
        before=r"\b(?:marche|ouverte?s?|fermee?s?|permanences?|messe|entrainements?|cours|visites?|consultations?|seances?|repetitions?|catechisme|"
        r"se (?:tient|tiennent|reunit|reunissent|deroule|deroulent)|(?:a|ont) lieu|s'entraine(?:nt)?|travaille(?:nt)?|joue(?:nt)?|recoi(?:t|vent)) $",
        not_after=r" (?:\d|dernier|prochain|suivant|precedent)",
        examples={"Marché le jeudi matin.": "XXXX-WXX-4TMO", "La chorale se réunit le mardi soir.": "XXXX-WXX-2TEV"},
    ),
    Rule(
        "weekday and part of day, perhaps a habit",
        "le [[{weekday} {part}]]",
        Kind.DAYED,
        lambda weekday, part: On(Partial(weekday=weekday, generic=True), Clock(part=part)),
        not_after=r" (?:dernier|prochain|suivant|precedent|\d)|-",
        examples={"Le dimanche matin, il a couru.": "2020-05-17TMO"},
    ),
    Rule(
        "two habits",
        "(?:le )[[(?P<first>{weekday})]],? et le (?P<last>{weekday2:weekday})",
        Kind.SETS,
        two_weekdays,
        not_after=r",? (?:\d|gras|de [a-z]|d'|du |des |qui|ou |suivant|precedent|matin|soir|apres|dernier|prochain|saint|noir|meme)",
        examples={"La déchetterie est ouverte le lundi et le jeudi.": ("XXXX-WXX-1", "XXXX-WXX-4")},
    ),
    Rule(
        "weekdays at a part of day",
        "(?:les |tous les )[[{weekday:weekdays} {part}s?]]",
        Kind.SET,
        weekly,
        examples={"Les vendredis soir, la salle est pleine.": "XXXX-WXX-5TEV"},
    ),
    Rule(
        "every weekday",
        "chaque {weekday}(?: {part})?|tous les {weekday2:weekdays}(?: {part2:parts})?",
        Kind.SET,
        lambda weekday=None, weekday2=None, part=None, part2=None: weekly(
            weekday if weekday is not None else weekday2, part or part2
        ),
        examples={"Il s'entraîne chaque mardi.": "XXXX-WXX-2", "tous les jeudis": "XXXX-WXX-4"},
    ),
    Rule(
        "every two weekdays",
        "(?:(?:chaque|tous les|les) )?(?P<first>{weekday:weekdays}) (?:et|ou) (?P<last>{weekday2:weekdays})|chaque [[{weekday3:weekday}]] et (?P<next>{weekday4:weekday})",
        Kind.SETS,
        two_weekdays,
        examples={
            "tous les mardis et jeudis": ("XXXX-WXX-2", "XXXX-WXX-4"),
            "chaque lundi et mercredi": ("XXXX-WXX-1", "XXXX-WXX-3"),
            "les lundis et jeudis": ("XXXX-WXX-1", "XXXX-WXX-4"),
        },
    ),
    Rule(
        "every season or month",
        "(?:a )?[[chaque (?:{season}|mois d[e'] ?{month})]]|tous les (?:etes|hivers|automnes)(?:, )?",
        Kind.SET,
        lambda season=None, month=None: (
            Repeat(Granularity.YEAR, season=season, month=month) if season is not None or month is not None else None
        ),
        examples={"Chaque été, il part.": "XXXX-SU", "chaque mois de mai": "XXXX-05"},
    ),
    Rule(
        "every date of the year",
        "(?:chaque|tous les) [[{day} {month}]]",
        Kind.SET,
        lambda day, month: Repeat(Granularity.YEAR, month=month, day=day),
        not_after=r" \d{4}",
        examples={"chaque 1er mai": "XXXX-05-01", "tous les 14 juillet": "XXXX-07-14"},
    ),
    Rule(
        "weekday as a habit",
        "le {weekday}",
        Kind.HABIT,
        weekly,
        not_after=r",? (?:\d|gras|de |d'|du |des |qui|ou |suivant|precedent|matin|soir|apres|dernier|prochain|saint|noir|meme)",
        examples={"Le marché se tient le samedi.": "XXXX-WXX-6"},
    ),
    Rule(
        "some weekday",
        "[[un {weekday}(?: {part})?]]",
        Kind.SET,
        weekly,
        not_after=r",? (?:\d|gras|saint|noir|dernier|prochain|suivant|precedent)|-",
        examples={"Il a été vendu un vendredi de 1999.": ("XXXX-WXX-5", "1999")},
    ),
    Rule("weekdays", "(?:les )[[{weekday:weekdays}]]", Kind.SET, weekly, examples={"fermé les lundis": "XXXX-WXX-1"}),
    Rule(
        "weekdays of every month",
        "(?:le |les |chaque )?[[(?:les? |chaque )?{nth:ordinal}(?: et {nth2:ordinal})? (?:{weekday}|{weekday2:weekdays})]](?: du mois)?",
        Kind.SET,
        lambda nth, nth2=None, weekday=None, weekday2=None: weekly(weekday if weekday is not None else weekday2),
        after=r"$|[.,;:)]| (?:de chaque|du) mois| de tous",
        not_before=r"\b(?:ce|du|au|un) $",
        not_after=" du mois d",
        examples={"les deuxième et quatrième jeudis": "XXXX-WXX-4", "chaque premier lundi du mois": "XXXX-WXX-1"},
    ),
    Rule(
        "times a unit",
        "(?:(?:plus|moins) de )?(?:{times:number}|plusieurs|quelques) fois (?:(?:par|chaque) {unit}|l'{unit2:unit})",
        Kind.SET,
        lambda unit=None, unit2=None, times=None: Repeat(unit or unit2, 1, times=None if times is None else int(times)),
        examples={"Il se réunit deux fois par mois.": "P1M", "Il siège quatre fois l'an.": "P1Y"},
    ),
    Rule("per unit", "par {unit}", Kind.SET, every, not_before="%$", examples={"cent euros par mois": "P1M"}),
    Rule(
        "adjective of a unit",
        "{every}",
        Kind.SET,
        lambda every: Repeat(every),
        not_before=r"(?:\b(?:le|la|les|un|une|des|du|de|ce|cet|cette|au|aux|son|leur|leurs|deux|principal|premier|influent|celebre|petit|ancien|nouveau|principaux|grands?|notre|plusieurs|autre|autres|presse|vie|medias|revue|journal|magazine|numero) |l'|d'|\" ?)$",
        not_after=r" (?-i:[A-Z][a-z])| (?:du pays|regional|national|sportif|economique|gratuit|francais|anglais|britannique|allemand|italien|espagnol|americain|belge|suisse|russe|turc|local|conservateur)\b",
        examples={"Il touche un salaire mensuel.": "P1M"},
    ),
    Rule(
        "every part of day",
        "chaque {part}|tous les {part2:parts}|toutes les nuits",
        Kind.SET,
        lambda part=None, part2=None: Repeat(DAY, 1, part=part or part2 or PartOfDay.NIGHT),
        examples={"chaque matin": "XXXX-XX-XXTMO"},
    ),
)
