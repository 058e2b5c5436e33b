"""What editors write instead of an article's words, and which words of a sentence a line needs to say the same."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline import build
from timeline.events.headline.words import Usual, load

WORDS = load("fr")

PRINTED = [
    # an infinitive that is told as done
    ("Les autorités ont dû évacuer deux villages.", "évacuer", "Les autorités évacuent deux villages"),
    ("Matteo Renzi a dû démissionner lundi.", "démissionner", "Matteo Renzi démissionne"),
    ("L'armée a réussi à reprendre la ville de Falloujah.", "reprendre", "L'armée reprend la ville de Falloujah"),
    ("L'armée est parvenue à s'emparer de Falloujah.", "emparer", "L'armée s'empare de Falloujah"),
    ("Les chercheurs ont pu observer une étoile.", "observer", "Les chercheurs observent une étoile"),
    ("Deux villages ont dû être évacués.", "évacués", "Deux villages sont évacués"),
    # what is denied, due, or only possible
    ("Le maire n'a pas pu se rendre à Lyon.", "rendre", "Le maire n'a pas pu se rendre à Lyon"),
    ("Le maire doit se rendre à Lyon.", "rendre", "Le maire doit se rendre à Lyon"),
    ("L'incendie a pu provoquer la chute du toit.", "provoquer", "L'incendie a pu provoquer la chute du toit"),
    # a denial up to a day, a number that is no less
    ("Les ferries ne reprendront pas avant mercredi.", "reprendront", "Les ferries ne reprendront pas avant mercredi"),
    ("La ligne ne devrait pas rouvrir avant jeudi.", "rouvrir", "La ligne ne devrait pas rouvrir avant jeudi"),
    ("Pas moins de 600 habitants ont manifesté à Lyon.", "manifesté", "Pas moins de 600 habitants manifestent à Lyon"),
    # what is said, behind an adjective; a second number behind a comma
    (
        "Le ministre Jean Martin a déclaré à l'Assemblée nationale que les règles n'étaient pas négociables.",
        "déclaré",
        "Le ministre Jean Martin déclare à l'Assemblée nationale que les règles ne sont pas négociables",
    ),
    (
        "La Vilaine a atteint 5,31 m à Redon dans la nuit, quatre centimètres de plus qu'en 1995.",
        "atteint",
        "La Vilaine atteint 5,31 m à Redon",
    ),
    # two who act, a participle that shares an auxiliary or is parted from it
    (
        "Pierre Castaing et les vingt-deux ingénieurs d'Héliade ont reçu un signal de la sonde.",
        "reçu",
        "Pierre Castaing et les vingt-deux ingénieurs d'Héliade reçoivent un signal de la sonde",
    ),
    ("Le Sénat a mené une enquête, remis un rapport en septembre 2022.", "remis", "Le Sénat remet un rapport"),
    (
        "Libération a, jeudi 9 mars, présenté aux candidats six propositions : interdiction de toucher une prime.",
        "présenté",
        "Libération présente aux candidats six propositions",
    ),
    (
        "Les individus ont brisé des vitrines, endommagé des voitures et jeté des pierres.",
        "jeté",
        "Les individus brisent des vitrines, endommagent des voitures et jettent des pierres",
    ),
    ("Cet « avis consultatif » a été rendu à La Haye.", "rendu", "L'« avis consultatif » est rendu à La Haye"),
    (
        "Quatre personnes, et non deux comme annoncé mardi, ont été tuées à Bissau.",
        "tuées",
        "Quatre personnes sont tuées à Bissau",
    ),
    # a thing does not return, but is turned over
    (
        "Un véhicule de police est retourné par des manifestants.",
        "retourné",
        "Un véhicule de police est retourné par des manifestants",
    ),
    ("Le joueur est retourné à Lyon.", "retourné", "Le joueur retourne à Lyon"),
    # a sentence, a pair of numbers, an adjective with its measure, a part of the day
    (
        "La cour d'assises de l'Isère a condamné vendredi soir à 25 ans de réclusion criminelle l'ancien gendarme.",
        "condamné",
        "La cour d'assises de l'Isère condamne à 25 ans de réclusion criminelle l'ancien gendarme",
    ),
    (
        "Deux manifestants ont été condamnés à 6 et 8 mois de prison pour avoir jeté des pavés.",
        "condamnés",
        "Deux manifestants sont condamnés à 6 et 8 mois de prison",
    ),
    (
        "Deux hommes âgés de 36 et 22 ans ont été condamnés lundi par le tribunal de Vienne.",
        "condamnés",
        "Deux hommes sont condamnés par le tribunal de Vienne",
    ),
    (
        "La gendarmerie a été visée en pleine nuit par des tirs.",
        "visée",
        "La gendarmerie est visée par des tirs",
    ),
    # half of a range, one of two, a weekday in an aside
    (
        "La RTBF rapporte que 5 000 à 7 000 militaires manifestent mardi dans les rues de Bruxelles.",
        "manifestent",
        "5 000 à 7 000 militaires manifestent dans les rues de Bruxelles",
    ),
    (
        "Les réseaux sociaux Twitter et Facebook ainsi que YouTube ont été bloqués.",
        "bloqués",
        "Les réseaux sociaux Twitter et Facebook ainsi que YouTube sont bloqués",
    ),
    (
        "Le titre, suspendu lundi matin à l'ouverture, bondit de 12 %.",
        "bondit",
        "Le titre, suspendu à l'ouverture, bondit de 12 %",
    ),
    # one of a people with the name, an infinitive with its object, "plus tôt" with its week
    (
        "Le Sud-Coréen Ku Bonchan, numéro 2 mondial, s'est imposé en finale face au Français Jean-Charles Valladont.",
        "imposé",
        "Le Sud-Coréen Ku Bonchan s'impose en finale face au Français Jean-Charles Valladont",
    ),
    (
        "Une équipe vient de montrer que les singes ont l'aptitude d'attribuer à d'autres des capacités mentales.",
        "montrer",
        "Une équipe montre que les singes ont l'aptitude d'attribuer à d'autres des capacités mentales",
    ),
    (
        "Les troupes américaines ont commencé à arriver plus tôt cette semaine.",
        "arriver",
        "Les troupes américaines commencent à arriver",
    ),
    # a past subjunctive below what concedes a fact, and below a doubt
    (
        "Bien qu'une portée de loups ait été conçue par insémination au Mexique, le jeune loup est le premier du zoo.",
        "conçue",
        "Une portée de loups est conçue par insémination au Mexique",
    ),
    (
        "Le maire doute que le préfet ait fermé le pont.",
        "fermé",
        "Le maire doute que le préfet ait fermé le pont",
    ),
    (
        "Le deuxième tour oppose les candidats François Fillon (qui remporte l'élection) et Alain Juppé.",
        "oppose",
        "Le deuxième tour oppose les candidats François Fillon et Alain Juppé",
    ),
    # told beside the main verb's event: never the sentence, which is of another day
    ("Cinq hommes interpellés lundi ont été remis en liberté jeudi.", "interpellés", "Cinq hommes sont interpellés"),
    (
        "Le Congrès a rejeté le projet de loi que Claire Aubert avait déposé en mars.",
        "déposé",
        "Claire Aubert dépose le projet de loi",
    ),
    ("Le pont rouvrira le 1er juillet, a annoncé mardi le département.", "annoncé", "Le pont rouvrira le 1er juillet"),
    # a number of another time goes with its date
    (
        "L'enseigne ouvrira douze magasins en 2025, contre huit l'an dernier.",
        "ouvrira",
        "L'enseigne ouvrira douze magasins",
    ),
    ("Le taux est passé à 7,1 % contre 7,4 % en mars.", "passé", "Le taux passe à 7,1 %"),
    ("Le club a recruté trois joueurs, un de moins que l'an dernier.", "recruté", "Le club recrute trois joueurs"),
    (
        "Deux enquêtes ont été ouvertes contre trois élus en mars.",
        "ouvertes",
        "Deux enquêtes sont ouvertes contre trois élus",
    ),
    (
        "L'acteur Roger Dumas s'est éteint à Paris, à l'âge de 84 ans.",
        "éteint",
        "L'acteur Roger Dumas meurt à Paris à 84 ans",
    ),
    ("C'est finalement la mairie qui rachètera le cinéma.", "rachètera", "La mairie rachètera le cinéma"),
    (
        "Les candidats à la reprise ont jusqu'au 30 juin pour se faire connaître.",
        "connaître",
        "Les candidats à la reprise ont jusqu'au 30 juin pour se faire connaître",
    ),
]


@pytest.mark.parametrize(("sentence", "word", "headline"), PRINTED)
def test_the_printed_line(sentence: str, word: str, headline: str) -> None:
    assert build.write(*read("", sentence, word)) == headline


@pytest.mark.parametrize("usual", WORDS.usual, ids=lambda usual: usual.instead.strip())
def test_what_editors_write_instead(usual: Usual) -> None:
    assert usual.changes
    assert usual.stays
    assert [line for line, _ in usual.changes if not any(part in line for part in usual.parts)] == []
    assert [usual.pattern.sub(usual.instead, line) for line, _ in usual.changes] == [new for _, new in usual.changes]
    assert [line for line in usual.stays if usual.pattern.search(line)] == []


def test_a_quotation_keeps_its_words() -> None:
    assert WORDS.as_usual("Le maire : « Il perd la vie »") == "Le maire : « Il perd la vie »"
