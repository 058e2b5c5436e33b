"""Days by a name: hier and la veille, the same day, holidays."""

from __future__ import annotations

from timeline.languages.fr.time.rules.calendar.days import TEXT, date
from timeline.languages.grammar import Rule
from timeline.model import Granularity, Shift, This

DAY = Granularity.DAY

RULES = (
    Rule(
        "hier",
        "hier",
        "deictic",
        lambda: Shift(-1, DAY),
        examples={"Il est arrivé hier.": "2020-05-19"},
        refuses=("Thierry",),
    ),
    Rule("avant-hier", "avant[- ]hier", "deictic", lambda: Shift(-2, DAY), examples={"avant-hier": "2020-05-18"}),
    Rule(
        "demain",
        "demain",
        "deictic",
        lambda: Shift(1, DAY),
        examples={"Il partira demain.": "2020-05-21"},
        not_before=r"de main $",
    ),
    Rule("apres-demain", "apres[- ]demain", "deictic", lambda: Shift(2, DAY), examples={"après-demain": "2020-05-22"}),
    Rule(
        "aujourd'hui",
        "aujourd ?'? ?hui(?: {weekday})?|ce jour\\b|au jour d'aujourd'hui",
        "deictic",
        lambda weekday=None: This(DAY),
        examples={"Il est mort aujourd'hui.": "2020-05-20", "aujourd'hui mercredi": "2020-05-20"},
        not_after="-la|-meme",
    ),
    Rule(
        "la veille",
        "(?:la|cette) veille(?: au)?",
        "anaphoric",
        lambda: Shift(-1, DAY, origin=TEXT),
        not_after=r" de\b| d'| du\b",
        examples={"Le 12 mai, il a démissionné. La veille, il avait écrit.": ("2020-05-12", "2020-05-11")},
    ),
    Rule(
        "l'avant-veille",
        "l'avant[- ]veille",
        "anaphoric",
        lambda: Shift(-2, DAY, origin=TEXT),
        not_after=r" (?:de|du|des|d')",
        examples={"Le 12 mai, il a nié. L'avant-veille, il avait avoué.": ("2020-05-12", "2020-05-10")},
    ),
    Rule(
        "le lendemain",
        "(?:le |des le |au |ce )?[[(?:le )?lendemain(?: meme)?]]|(?:le )?jour (?:suivant|d'apres)|le jour apres",
        "anaphoric",
        lambda: Shift(1, DAY, origin=TEXT),
        not_before=r"\b(?:des|sans|du|mauvais|les) $",
        not_after=r" (?:de|du|des|d'[a-z])",
        examples={"Arrêté le 12 mai, il a été libéré le lendemain.": ("2020-05-12", "2020-05-13")},
        refuses=("des lendemains qui chantent",),
    ),
    Rule(
        "le surlendemain",
        "(?:le )?surlendemain",
        "anaphoric",
        lambda: Shift(2, DAY, origin=TEXT),
        not_after=r" (?:de|du|des|d')",
        examples={"Arrêté le 12 mai, libéré le surlendemain.": ("2020-05-12", "2020-05-14")},
    ),
    Rule(
        "le jour d'avant",
        "le jour (?:precedent|d'avant)|le jour avant",
        "anaphoric",
        lambda: Shift(-1, DAY, origin=TEXT),
        not_after=r" (?:hier|l[ea]|l'|noel|son|sa|leur)\b",
    ),
    Rule(
        "la veille de",
        "(?:la )?[[(?:la )?veille]](?: au soir)? d[eu'] ?",
        "offset",
        lambda: Shift(-1, DAY),
        helper=True,
        dotted=True,
    ),
    Rule(
        "l'avant-veille de",
        "(?:l')?[[avant[- ]veille]] d[eu'] ?",
        "offset",
        lambda: Shift(-2, DAY),
        helper=True,
        dotted=True,
    ),
    Rule(
        "le surlendemain de",
        "(?:le )?[[(?:le )?surlendemain]] d[eu'] ?",
        "offset",
        lambda: Shift(2, DAY),
        helper=True,
        dotted=True,
    ),
    Rule(
        "le lendemain de",
        "(?:le )?[[(?:le )?lendemain]] d[eu'] ?",
        "offset",
        lambda: Shift(1, DAY),
        helper=True,
        dotted=True,
    ),
    Rule(
        "le meme jour",
        "(?:ce |le |du )?[[meme jour(?:nee)?]]|ce jour[- ]la|le jour meme|cette (?:meme )?journee-la|cette meme journee",
        "anaphoric",
        lambda: This(DAY, origin=TEXT),
        not_before=r"\b(?:un|les) $",
        examples={
            "Le 12 mai, il a démissionné. Le même jour, son adjoint est parti.": ("2020-05-12", "2020-05-12"),
            "Le 12 mai 2018, il neigeait. Ce jour-là, il a quitté Paris.": ("2018-05-12", "2018-05-12"),
        },
    ),
    Rule(
        "holiday",
        "(?:ce )?(?:jour de (?:la |l')?)?{holiday}(?: (?:de l'annee )?{year}| {direction}| {relative})?",
        "day",
        date,
        not_before=r"pere-$|(?:ile de|iles de|pere|papa|mere|gerard|andre|bernard|rue de l'|rue de|marche de|(?:cathedrale|eglise|basilique|chapelle|paroisse|couvent|lycee|place|college)(?: de)?(?: la| l')?) ?$",
        not_after=r" (?-i:[A-Z][a-z]+)|-| (?:chinoi|lunaire|juif|juive|orthodox|vietnamien|tibetain|berbere|persan|musulman|iranien)",
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
        },
        refuses=("le Père Noël", "Noël Mamère", "l'île de Pâques", "le Nouvel An chinois", "le mois de ramadan"),
    ),
)
