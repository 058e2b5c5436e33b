"""Named days: hier and la veille, the same day, holidays."""

from __future__ import annotations

from timeline.languages.fr.time.rules.around import DATE_BEGINS, EVENT
from timeline.languages.fr.time.rules.calendar.days import TEXT, date
from timeline.languages.grammar import Rule
from timeline.languages.kinds import Kind
from timeline.model import Direction, Granularity, Partial, Shift, This

DAY = Granularity.DAY

RULES = (
    Rule(
        "hier",
        "hier",
        Kind.DEICTIC,
        lambda: Shift(-1, DAY),
        examples={"Il est arrivé hier.": "2020-05-19"},
        refuses=("Thierry",),
    ),
    Rule("avant-hier", "avant[- ]hier", Kind.DEICTIC, lambda: Shift(-2, DAY), examples={"avant-hier": "2020-05-18"}),
    Rule(
        "demain",
        "demain",
        Kind.DEICTIC,
        lambda: Shift(1, DAY),
        examples={"Il partira demain.": "2020-05-21"},
        not_before=r"de main $",
    ),
    Rule(
        "apres-demain", "apres[- ]demain", Kind.DEICTIC, lambda: Shift(2, DAY), examples={"après-demain": "2020-05-22"}
    ),
    Rule(
        "aujourd'hui",
        "aujourd ?'? ?hui(?: {weekday}| meme)?|ce jour\\b|au jour d'aujourd'hui",
        Kind.DEICTIC,
        lambda weekday=None: This(DAY),
        examples={
            "Il est mort aujourd'hui.": "2020-05-20",
            "aujourd'hui mercredi": "2020-05-20",
            "Il signe aujourd'hui même.": "2020-05-20",
        },
        not_after="-la|-meme",
    ),
    Rule(
        "la veille",
        "(?:la|cette) veille(?: au)?",
        Kind.ANAPHORIC,
        lambda: Shift(-1, DAY, origin=TEXT),
        not_after=r" de\b| d'| du\b",
        examples={"Le 12 mai, il a démissionné. La veille, il avait écrit.": ("2020-05-12", "2020-05-11")},
    ),
    Rule(
        "l'avant-veille",
        "l'avant[- ]veille",
        Kind.ANAPHORIC,
        lambda: Shift(-2, DAY, origin=TEXT),
        not_after=r" (?:de|du|des|d')",
        examples={"Le 12 mai, il a nié. L'avant-veille, il avait avoué.": ("2020-05-12", "2020-05-10")},
    ),
    Rule(
        "le lendemain",
        "(?:le |des le |au |ce )?[[(?:le )?lendemain(?: meme)?]]|(?:le )?jour (?:suivant|d'apres)|le jour apres",
        Kind.ANAPHORIC,
        lambda: Shift(1, DAY, origin=TEXT),
        not_before=r"\b(?:des|sans|du|mauvais|les) $",
        not_after=r" (?:de|du|des|d'[a-z])",
        examples={
            "Arrêté le 12 mai, il a été libéré le lendemain.": ("2020-05-12", "2020-05-13"),
            "Le 12 mai, la ville avait fermé le pont. Le lendemain, il était tombé.": ("2020-05-12", "2020-05-13"),
        },
        refuses=("des lendemains qui chantent",),
    ),
    Rule(
        "le surlendemain",
        "(?:le )?surlendemain",
        Kind.ANAPHORIC,
        lambda: Shift(2, DAY, origin=TEXT),
        not_after=r" (?:de|du|des|d')",
        examples={"Arrêté le 12 mai, libéré le surlendemain.": ("2020-05-12", "2020-05-14")},
    ),
    Rule(
        "le jour d'avant",
        "le jour (?:precedent|d'avant)|le jour avant",
        Kind.ANAPHORIC,
        lambda: Shift(-1, DAY, origin=TEXT),
        not_after=r" (?:hier|l[ea]|l'|noel|son|sa|leur)\b",
    ),
    Rule(
        "eve of an event",
        "(?:la |le |l'|a la |au )?[[(?:la |le |l')?{eve} (?:de la |de l'|du |des |de |d')" + EVENT + "(?:du |de |d')]]",
        Kind.OFFSET,
        lambda eve: Shift(eve, DAY),
        after=DATE_BEGINS,
        helper=True,
        dotted=True,
    ),
    Rule(
        "today in eight days",
        "(?:d')?[[{origin} en {weeks}]]",
        Kind.DEICTIC,
        lambda origin, weeks: Shift(origin + 7 * weeks, DAY),
        examples={"D'aujourd'hui en huit, il partira.": "2020-05-27", "demain en quinze": "2020-06-04"},
    ),
    Rule(
        "countdown to a day",
        "(?:a )?[[(?-i:J) ?- ?{days:two}(?: jours)? (?:avant|d[eu']|de l[a']) ?(?:l'|la |le )?]]",
        Kind.OFFSET,
        lambda days: Shift(-days, DAY, Direction.FORWARD),
        after=DATE_BEGINS,
        helper=True,
        dotted=True,
    ),
    Rule(
        "days counted on from one",
        "(?:a )?[[(?-i:J) ?\\+ ?{days:two}(?: jours?)? (?:apres|d[eu']|de l[a']) ?(?:l'|la |le )?]]",
        Kind.OFFSET,
        lambda days: Shift(days, DAY),
        after=DATE_BEGINS,
        helper=True,
        dotted=True,
    ),
    Rule(
        "la veille de",
        "(?:la )?[[(?:la )?veille]](?: au soir)? d[eu'] ?",
        Kind.OFFSET,
        lambda: Shift(-1, DAY),
        helper=True,
        dotted=True,
    ),
    Rule(
        "l'avant-veille de",
        "(?:l')?[[avant[- ]veille]] d[eu'] ?",
        Kind.OFFSET,
        lambda: Shift(-2, DAY),
        helper=True,
        dotted=True,
    ),
    Rule(
        "le surlendemain de",
        "(?:le )?[[(?:le )?surlendemain]] d[eu'] ?",
        Kind.OFFSET,
        lambda: Shift(2, DAY),
        helper=True,
        dotted=True,
    ),
    Rule(
        "le lendemain de",
        "(?:le )?[[(?:le )?lendemain]] d[eu'] ?",
        Kind.OFFSET,
        lambda: Shift(1, DAY),
        helper=True,
        dotted=True,
    ),
    Rule(
        "le meme jour",
        "(?:ce |le |du )?[[meme jour(?:nee)?]]|ce jour[- ]la|le jour meme|cette (?:meme )?journee-la|cette meme journee",
        Kind.ANAPHORIC,
        lambda: This(DAY, origin=TEXT),
        not_before=r"\b(?:un|les) $",
        examples={
            "Le 12 mai, il a démissionné. Le même jour, son adjoint est parti.": ("2020-05-12", "2020-05-12"),
            "Le 12 mai 2018, il neigeait. Ce jour-là, il a quitté Paris.": ("2018-05-12", "2018-05-12"),
        },
    ),
    Rule(
        "new year's eve",
        "(?:le |du |au )?[[reveillon du 31(?: decembre)?(?: {year})?]]",
        Kind.DAY,
        lambda year=None: Partial(year=year, holiday="new_year_eve"),
        examples={"Le réveillon du 31 a été calme.": "2019-12-31"},
    ),
    Rule(
        "Sunday of Advent",
        "(?:le |au |du |ce )?[[{advent} dimanche de l'avent(?: {year})?]]",
        Kind.DAY,
        lambda advent, year=None: Partial(year=year, holiday=advent),
        examples={"Le premier dimanche de l'Avent, il a plu.": "2019-12-01"},
    ),
    Rule(
        "holiday",
        "(?:ce )?(?:jour de (?:la |l')?)?{holiday}(?: (?:de l'annee )?{year}| {direction}| {relative})?",
        Kind.DAY,
        date,
        not_before=r"pere-$|(?:ile de|iles de|pere|papa|mere|gerard|andre|bernard|rue de l'|rue de|marche de|(?:cathedrale|eglise|basilique|chapelle|paroisse|couvent|lycee|place|college)(?: de)?(?: la| l')?) ?$",
        not_after=r" (?-i:[A-Z][a-z]+)|-| (?:chinoi|lunaire|juif|juive|orthodox|vietnam|tibetain|berbere|persan|musulman|iranien)",
        examples={
            "Il est revenu à Noël.": "2019-12-25",
            "Il a plu à la Pâque juive": "2020-04-09",
            "Pâques orthodoxe a été célébrée.": "2020-04-19",
            "Il a plu à la fête des grands-mères": "2020-03-01",
            "Hanoucca 2019": "2019-12-23",
            "Il est revenu à Pâques.": "2020-04-12",
            "Le lundi de Pentecôte sera férié.": "2020-06-01",
            "La Saint-Sylvestre a été calme.": "2019-12-31",
            "Le jour de l'An a été calme.": "2020-01-01",
            "à la Toussaint 2018": "2018-11-01",
            "Le Nouvel An chinois 2023 fut fêté.": "2023-01-22",
            "avant Pâques 1412": "1412-04-03",
        },
        refuses=("le Père Noël", "Noël Mamère", "l'île de Pâques", "le mois de ramadan"),
    ),
)
