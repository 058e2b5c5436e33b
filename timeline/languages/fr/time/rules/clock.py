"""Times of day: clock times, parts of day, nights across two days."""

from __future__ import annotations

from timeline.languages.fr.time.rules.around import UNCOUNTED
from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Clock, Granularity, On, Origin, Partial, PartOfDay, Shift, This

DAY = Granularity.DAY


def clock(
    hour: float,
    minute: int | None = None,
    second: int | None = None,
    zone: str = "",
    part: PartOfDay | None = None,
    part2: PartOfDay | None = None,
    minus: int = 0,
) -> Clock:
    """A time in figures or words; "cinq heures du soir" is counted from noon.

    Args:
        hour: The hour; a fraction is dropped.
        minute: The minute.
        second: The second.
        zone: "" (local), "Z" or an offset ("+01").
        part: The part of the day ("du soir").
        part2: The part of the day that "a.m." or "p.m." gives.
        minus: The minutes before the hour ("moins le quart").
    """
    at, part = int(hour), part or part2
    if part in (PartOfDay.AFTERNOON, PartOfDay.EVENING) and 0 < at < 12:
        at += 12
    minutes = at * 60 + (minute or 0) - minus
    if minus:
        return Clock(minutes // 60, minutes % 60, second, part=part, zone=zone)
    return Clock(at, minute, second, part=part, zone=zone)


def this_part(part: PartOfDay) -> Made:
    """ "ce matin"."""
    return On(This(DAY), Clock(part=part))


_LASTED = (
    "retard|vol|route|trajet|course|debats?|marche|film|travail|direct|spectacle|match|jeu|lutte|combat|bataille|effort"
)
_LASTING = "(?:combat|match|duel|lutte|partie|bataille|rencontre|marathon|film|spectacle) de"
"""What lasts some hours: of these, "4h22" is no time of day."""

_ZONE = "(?:,? \\(?{zone}\\)?)?"
_PART = "(?: d[ue] (?:la |l')?(?:{part}|mat\\b)| ?{part2:meridiem})?"
_FRACTION = "(?: (?:et )?{minute2:quarter}| moins {minus:quarter}| moins {minus2:number}\\b)?"

RULES = (
    Rule(
        "clock with seconds",
        "{hour:two} ?h(?:eures?)?,? ?{minute:two} ?(?:min(?:utes?)?|mn)\\b(?:\\.?(?:,| et)? ?{second:two} ?s(?:ec(?:ondes?)?)?)?",
        Kind.CLOCK,
        clock,
        not_after=r" (?:de|du|d'|des|avant|apres|plus)",
        before=r"\b(?:a|vers|jusqu'a|des|avant|apres|il est|il etait|depuis|a exactement|precisement) $",
        examples={
            "La secousse fut ressentie à 8 h 15 min 30 s.": "2020-05-20T08:15:30",
            "La séance fut levée à 23 h 05 min.": "2020-05-20T23:05",
        },
        refuses=(),
    ),
    Rule(
        "clock",
        "{hour:two} ?h(?:eures?|rs?)?\\.? ?{minute:two_figures}(?::{second:two_figures})?" + _PART + _ZONE,
        Kind.CLOCK,
        clock,
        not_before=rf"[\d.,]$|(?:pendant|durant|duree de|en|temps de|{_LASTING}) $",
        not_after=rf"\d|/| ?m(?:i?n)?\b| de (?:{_LASTED})",
        examples={
            "Le match commencera à 20h45.": "2020-05-20T20:45",
            "à 18 h 30": "2020-05-20T18:30",
            "20h30 GMT": "2020-05-20T20:30Z",
        },
        refuses=("Il a gagné au terme d'un combat de 4h22.", "Elle s'incline après 2h35 de match."),
    ),
    Rule(
        "hour in short",
        "{hour:two} ?h\\b\\.?" + _FRACTION + _PART + _ZONE,
        Kind.CLOCK,
        lambda hour, minute2=None, minus=0, minus2=0, **more: (
            clock(hour, minute2, minus=int(minus or minus2), **more) if hour < 24 else None
        ),
        not_before=r"[\d.,]$|\" ?$|\b(?:sous|pendant|durant|en moins de|les|de plus de|plus de|moins de|en|sur|derni[a-z]+|toutes les|dans les|duree de|prochaines|ces|en seulement|pres de|km|kilometres) $",
        not_after=r"\d|/| de (?:retard|vol|route|trajet|course|debat|marche|film|travail|direct|spectacle|cours)",
        examples={
            "Au pointage de 19h, il est en tête": "2020-05-20T19:00",
            "Concert samedi à 20 h.": "2020-05-23T20:00",
            "à 16h moins le quart": "2020-05-20T15:45",
            "demain dès 11h": "2020-05-21T11:00",
        },
        # a title in quotes, such as "24h Pujadas"
        refuses=("Il a roulé à 90 km/h.",),
    ),
    Rule(
        "hour in figures",
        "{hour:two} heures?" + _PART + _ZONE,
        Kind.CLOCK,
        lambda hour, **more: clock(hour, **more) if hour < 24 else None,
        before=r"(?:(?:\b(?:a|vers|jusqu'a|jusque|des|avant|apres|entre|il est|il etait|est|aux environs de|aux alentours de|autour de|sur les|a partir de|le journal de|pour|\d|et|au \d|ou|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|hier|aujourd'hui|soir|matin|apres-midi|messe de|departs? de|train de|vol de) |[(;:,] ?)|^|\n)$",
        not_after=r"(?: plus (?:tard|tot)| de (?:retard|vol|route|trajet|course|debat|marche|film|travail|direct|spectacle|cours|garde|sommeil|negoci)| (?:avant|apres|apres|durant|d'affil)| par (?:jour|semaine)| et demie| d'[a-z])",
        examples={
            "à 20 heures": "2020-05-20T20:00",
            "à 5 heures du soir": "2020-05-20T17:00",
            "Rendez-vous samedi 21 heures.": "2020-05-23T21:00",
        },
        refuses=(),
    ),
    Rule(
        "hour in words and figures",
        "{hour2:number} \\({hour:two}\\) ?h(?:eures?)?(?: ?{minute:two_figures})?",
        Kind.CLOCK,
        lambda hour, hour2, minute=None: clock(hour, minute) if hour == hour2 and hour <= 24 else None,
        before=r"\b(?:a|vers|jusqu'a|avant|apres|des|entre|et) $",
        examples={"Il est sorti à vingt (20) heures.": "2020-05-20T20:00"},
    ),
    Rule(
        "hour that no day has",
        "{hour:two} ?h(?:eures?)?(?: ?{minute:two_figures})?",
        Kind.CLOCK,
        lambda hour, minute=None: Clock(hour, minute) if 24 < hour < 30 else None,
        before=r"(?:^|[ ,(])a $",
        not_after=r" (?:de|du|d'|des|avant|apres)",
    ),
    Rule(
        "clock with a colon",
        "{hour:two}:{minute:two_figures}(?::{second:two_figures})?" + _PART + _ZONE,
        Kind.CLOCK,
        clock,
        not_before=r"[\d.,:]$|score [a-z ]*$",
        not_after=r"[\d:]|[.,]\d",
        examples={"à 15:15": "2020-05-20T15:15"},
    ),
    Rule(
        "clock in words",
        "{hour:number} heures?(?: {minute:number}\\b| (?:et )?{minute2:quarter}| moins {minus:quarter}| moins {minus2:number}\\b)?"
        + _PART
        + _ZONE,
        Kind.CLOCK,
        lambda hour, minute=None, minute2=None, minus=0, minus2=0, **more: (
            clock(hour, minute2 if minute is None else int(minute), minus=int(minus or minus2), **more)
            if hour <= 24
            else None
        ),
        before=r"\b(?:a|vers|jusqu'a|jusque|avant|entre|et|ou|il est|sur les|aux environs de|aux alentours de) $|(?:^|[.,;:(] ?|\n)des $",
        not_after=r" (?:de|d')(?: |[a-z])| (?:environ )?(?:avant|apres) (?:l|s|c|q|son|sa)| plus (?:tard|tot)",
        examples={
            "jusqu'à quatre heures après l'opération": "PT4H",
            "à trois heures et quart": "2020-05-20T03:15",
            "à quinze heures moins le quart": "2020-05-20T14:45",
        },
    ),
    Rule(
        "clock in words, told",
        "{hour:number} heures?(?:(?: {minute:number}\\b| (?:et )?{minute2:quarter}| moins {minus:quarter}| moins {minus2:number}\\b)"
        + _PART
        + "| d[ue] (?:la |l')?{part3:part})"
        + _ZONE,
        Kind.CLOCK,
        lambda hour, minute=None, minute2=None, minus=0, minus2=0, part3=None, part=None, **more: (
            clock(
                hour, minute2 if minute is None else int(minute), minus=int(minus or minus2), part=part or part3, **more
            )
            if hour <= 24 and not (minute2 == 30 and hour <= 12 and part is None)
            else None
        ),
        not_before=r"\b(?:de|pendant|durant|en|dure|duree|plus de|moins de|environ|apres|avant|pres de|une|il y a|dans|attendu|d'|quelque|en seulement) $",
        examples={
            "sept heures du matin": "2020-05-20T07:00",
            "dix heures trente": "2020-05-20T10:30",
            "8 heures moins 5": "2020-05-20T07:55",
            "11 heures trois quarts": "2020-05-20T11:45",
            "Deux heures et demie ont passé.": "PT2.5H",
        },
    ),
    Rule(
        "hour of a part of day, in words",
        "{hour:number} heures? d[ue] (?:la |l')?{part}" + _ZONE,
        Kind.CLOCK,
        lambda hour, **more: clock(hour, **more) if hour <= 12 else None,
        before=r"\b(?:apres|avant|environ|vers les|passe) $",
        examples={"Peu après cinq heures du matin mardi, il a fui.": "2020-05-19T05:00"},
        refuses=(),
    ),
    Rule(
        "noon and midnight",
        "{noon}(?: et {minute:quarter}| {minute2:number}| moins {minus:quarter}| moins {minus2:number}\\b)?" + _ZONE,
        Kind.CLOCK,
        lambda noon, minute=None, minute2=None, minus=0, minus2=0, **more: (
            clock(
                noon or (24 if minus2 else 0),
                minute if minute is not None else None if minute2 is None else int(minute2),
                minus=int(minus or minus2),
                **more,
            )
            if minus or minus2 or noon
            else Clock(
                0, minute if minute is not None else None if minute2 is None else int(minute2), midnight=True, **more
            )
        ),
        not_before=r"\b(?:ce|le|du|demon de|soleil de|messe de) $|[a-z]-$",
        not_after="-| et demi-",
        examples={
            "Il est sorti vers midi.": "2020-05-20T12:00",
            "à minuit": "2020-05-20T00:00",
            "Il est midi moins dix.": "2020-05-20T11:50",
        },
        refuses=("la région du Midi", "les gens du Midi"),
    ),
    Rule(
        "hour of twelve",
        "{hour:two} ?{part2:meridiem}" + _ZONE,
        Kind.CLOCK,
        clock,
        not_before=r"[\d.,:]$",
        examples={"à 4pm": "2020-05-20T16:00"},
    ),
    Rule(
        "this noon", "ce midi", Kind.DAYED, lambda: On(This(DAY), Clock(12)), examples={"ce midi": "2020-05-20T12:00"}
    ),
    Rule(
        "that part of day",
        "cette (?:meme )?{part:some_part}",
        Kind.DAYED,
        lambda part: On(This(DAY, origin=Origin.TEXT), Clock(part=part)),
        not_after="-la",
        examples={"Le 12 mars, il chante. Cette soirée est offerte.": ("2020-03-12", "2020-03-12TEV")},
    ),
    Rule(
        "this part of day",
        "(?:ce|cet|cette) (?:meme )?{part}(?: meme)?",
        Kind.DAYED,
        this_part,
        not_after="-la",
        examples={
            "Il a parlé ce matin.": "2020-05-20TMO",
            "cet après-midi": "2020-05-20TAF",
            "ce soir": "2020-05-20TEV",
        },
    ),
    Rule(
        "part of the last or next weekday",
        "{weekday} {part} {direction}",
        Kind.DAYED,
        lambda weekday, part, direction: On(Partial(weekday=weekday, direction=direction), Clock(part=part)),
        examples={"samedi soir dernier": "2020-05-16TEV", "Il viendra lundi matin prochain.": "2020-05-25TMO"},
    ),
    Rule(
        "last evening",
        "hier au soir",
        Kind.DAYED,
        lambda: On(Shift(-1, DAY), Clock(part=PartOfDay.EVENING)),
        examples={"hier au soir": "2020-05-19TEV"},
    ),
    Rule(
        "part of the text's day",
        "(?:le |la |l')?{part} meme|c(?:e|et|ette) {part2}-la|(?:le |la )?meme {part3}",
        Kind.DAYED,
        lambda part=None, part2=None, part3=None: On(This(DAY, origin=Origin.TEXT), Clock(part=part or part2 or part3)),
        not_before=r"(?:di|dimanche|hier|\d) $",
        examples={
            "Le 12 mars, il a plu. Cette nuit-là, la rivière est montée.": ("2020-03-12", "2020-03-12TNI"),
            "Le 12 mars, il chante. Cet après-midi-là, il pleut.": ("2020-03-12", "2020-03-12TAF"),
            "La crue date de mars 2019. Cette nuit-là, l'eau était montée.": ("2019-03", "2019-03"),
        },
        refuses=("ces nuits-là",),
    ),
    Rule(
        "part of day",
        "{part}",
        Kind.PART,
        lambda part: Clock(part=part),
        not_before=r"\b(?:chaque|par|un|une|tous les|de|toutes les|boite de|d'|en|des|les|tous|table de|robe de|cours du) $",
        not_after=r"s\b|-",
        before=r"(?:\b(?:le|la|dans la|dans le|dans l'|l'|de la|du|au|au petit|en pleine|au beau|en|dans|cours de la) ?|\bl')$",
        examples={"Il est arrivé dans la soirée.": "2020-05-20TEV", "dans l'après-midi": "2020-05-20TAF"},
        refuses=("une soirée dansante", "une boîte de nuit"),
    ),
    Rule(
        "in the morning or evening",
        "en [[{part:some_part}]]",
        Kind.PART,
        lambda part: Clock(part=part),
        not_after=r"-|s\b| (?:de|du|d')\b",
        examples={"Il est arrivé en soirée.": "2020-05-20TEV"},
    ),
    Rule("bare part of day", "{part}(?: meme)?", Kind.BAREPART, lambda part: Clock(part=part), helper=True),
    Rule(
        "part of a day number",
        "{part} du {day:day_figures}",
        Kind.DAYED,
        lambda part, day: On(Partial(day=day), Clock(part=part)) if 1 <= day <= 31 else None,
        after=UNCOUNTED,
        not_after=r"[./-]\d| (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|au )",
        examples={"Le soir du 31, il a neigé.": "2020-05-31TEV"},
    ),
    Rule("during the day", "journee", Kind.DAYTIME, lambda: Clock(part=PartOfDay.DAYTIME), helper=True),
    Rule(
        "within the day",
        "dans [[la journee]]",
        Kind.PART,
        lambda: Clock(part=PartOfDay.DAYTIME),
        not_before="plus tard $",
        not_after=r" (?:de|du|d'|des|qui|ou|suivant|precedent)|-",
        examples={"Il sera entendu dans la journée.": "2020-05-20TDT"},
        refuses=("toute sa journée",),
    ),
    Rule(
        "midday",
        "(?:a la |en |la |de la )?[[mi-journee]]",
        Kind.PART,
        lambda: Clock(part=PartOfDay.MIDDAY),
        examples={"à la mi-journée": "2020-05-20TMI"},
    ),
    Rule(
        "edge of the day",
        "(?:en |a la |au |la |le )?[[{part:day_edge} d[e'] ?(?:la )?journee]]",
        Kind.PART,
        lambda part: Clock(part=part),
        examples={"en fin de journée": "2020-05-20TEV", "en début de journée": "2020-05-20TMO"},
    ),
    Rule(
        "ISO time",
        r"{year}-{m:two}-{d:two}[T ]{hour:two_figures}:{minute:two_figures}(?::{second:two_figures}(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?",
        Kind.TIMED,
        lambda year, m, d, hour, minute, second=None: On(
            Partial(year=year, month=m, day=d), Clock(hour, minute, second)
        ),
        examples={
            "2019-03-12T15:30:00": "2019-03-12T15:30:00",
            "2019-03-12T15:30:00-05:30": "2019-03-12T15:30:00",
        },
    ),
)
