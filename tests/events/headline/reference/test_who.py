"""Who is told of: parts of a group, pronouns that are objects, and whom "ce dernier" points to."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline import build

PARTS = [
    (
        "Des manifestants ont été agressés lundi à Kwekwe. ",
        "Trois d'entre eux ont été hospitalisés mardi.",
        "hospitalisés",
        "Trois des manifestants sont hospitalisés",
    ),
    (
        "Des lycéennes ont défilé lundi. ",
        "Une trentaine d'entre elles ont occupé la mairie.",
        "occupé",
        "Une trentaine des lycéennes occupent la mairie",
    ),
    # the nearer group, and one of it
    (
        "Les camionneurs protestaient lundi. Des éleveurs ont barré la route. ",
        "L'un d'eux a tenté mardi de forcer le passage.",
        "tenté",
        "Un des éleveurs tente de forcer le passage",
    ),
    # not those by whom something is done to them
    (
        "Les ressortissants ont été recueillis lundi par des voisins. ",
        "Deux cents d'entre eux ont été hélitreuillés.",
        "hélitreuillés",
        "Deux cents des ressortissants sont hélitreuillés",
    ),
    # of two groups it may be either, and of things it is none
    (
        "Des manifestants ont affronté des policiers lundi. ",
        "Trois d'entre eux ont été hospitalisés mardi.",
        "hospitalisés",
        "Trois d'entre eux ont été hospitalisés mardi",
    ),
]

OBJECTS = [
    (
        "Le commissaire Albert Tordo a reconnu lundi le vol. ",
        "Le juge Richard Bouazis l'a inculpé de vol qualifié.",
        "inculpé",
        "Le juge Richard Bouazis inculpe Albert Tordo de vol qualifié",
    ),
    # of several, whose gender the participle shows
    (
        "Des députées ont pénétré lundi dans la gare. ",
        "Les huissiers les ont interpellées mardi.",
        "interpellées",
        "Les huissiers interpellent des députées",
    ),
    (
        "Les gendarmes interpellaient lundi à Auriol un homme de 34 ans. ",
        "La police l'a écroué mardi.",
        "écroué",
        "La police écroue un homme de 34 ans",
    ),
    # whom the last sentence goes on about, by the gender that the participle shows
    (
        "Un chauffeur routier de 43 ans comparaissait lundi à Nancy. Il avait bu. ",
        "Le tribunal l'a relaxé mardi.",
        "relaxé",
        "Le tribunal relaxe un chauffeur routier de 43 ans",
    ),
    (
        "Une habitante de Metz comparaissait lundi. Elle avait frappé un agent. ",
        "La cour l'a condamnée à six mois avec sursis.",
        "condamnée",
        "La cour condamne une habitante de Metz à six mois avec sursis",
    ),
    # a verb of people or things, where only somebody can be meant
    (
        "Un motard de 24 ans a percuté un arbre. ",
        "Les secours l'ont transporté à l'hôpital mardi.",
        "transporté",
        "Les secours transportent un motard de 24 ans à l'hôpital",
    ),
    (
        "Un voilier a percuté un quai. ",
        "Les secours l'ont évacué mardi.",
        "évacué",
        "Les secours l'évacuent",
    ),
    # whom a pronoun passes over is not meant
    (
        "Le livre, porté par Bernard Pivot, se vendit. Avec ce livre, porté par Bernard Pivot, il quitta l'usine. ",
        "L'académie l'a élu dans le fauteuil de Michel Tournier.",
        "élu",
        "L'académie l'élit dans le fauteuil de Michel Tournier",
    ),
    (
        "Spaggiari a avoué lundi. Le juge Richard Bouazis l'a inculpé. ",
        "Jacques Peyrat le défendra.",
        "défendra",
        "Jacques Peyrat le défendra",
    ),
    # a pronoun below the main verb does not say who is told of
    (
        "Jérôme Lindon refusa le deuxième d'une phrase qu'il a fait encadrer. Ce n'est qu'avec Les Patiences, succès "
        "inattendu porté par Bernard Pivot, qu'il quitta l'usine. ",
        "Le Goncourt l'a élu dans le fauteuil de Michel Tournier.",
        "élu",
        "Le Goncourt l'élit dans le fauteuil de Michel Tournier",
    ),
    # what somebody is taken for is nobody
    (
        "Un homme de 29 ans se faisait passer pour un agent. Entre mars et avril, il a ainsi volé sept femmes. ",
        "La huitième l'a enfermé mardi.",
        "enfermé",
        "La huitième enferme un homme de 29 ans",
    ),
    # a participle that agrees with a thing
    (
        "L'idée était venue de Bernard Hue, alors maire de Metz. ",
        "Annick Lemercier l'a relancée mardi.",
        "relancée",
        "Annick Lemercier l'a relancée mardi",
    ),
    # nobody interrogates a bridge
    ("Un pont s'est effondré lundi. ", "Le juge l'a interrogé mardi.", "interrogé", "Le juge l'interroge"),
]

LATTER = [
    # a clause behind a comma belongs to the pronoun
    (
        "Le comité verrait bien le président Michel Leclerc. ",
        "Ce dernier, qui avait conduit l'équipe à la montée, a démissionné mardi.",
        "démissionné",
        "Le président Michel Leclerc démissionne",
    ),
    # the name beside it
    (
        "Le sénateur Fernand Collard a parlé lundi. ",
        "Celui-ci, Herman De Coninck, a téléphoné mardi au président.",
        "téléphoné",
        "Herman De Coninck téléphone au président",
    ),
    # behind it, no earlier plural
    (
        "Les pompiers ont récupéré lundi le conducteur et sa passagère. Ces derniers, choqués, marchaient. ",
        "Ils ont été hospitalisés mardi.",
        "hospitalisés",
        "Ils ont été hospitalisés mardi",
    ),
]

PEOPLE = [
    # what the words before a colon bring in
    (
        "Le maire a démissionné lundi. ",
        "Sa démission entraîne une élection partielle : elle se déroulera en novembre.",
        "déroulera",
        "Une élection partielle se déroulera en novembre",
    ),
    ("Les grimpeurs ont consenti lundi à descendre. ", "Ils ont été arrêtés.", "arrêtés", "Les grimpeurs sont arrêtés"),
    ("Deux Bisontins ont parlé lundi. ", "Ils seront expulsés.", "expulsés", "Deux Bisontins seront expulsés"),
    # two of one family
    (
        "Suzanne Sequin est née à Bar. ",
        "Elle épousa Gaston Sequin en 1946.",
        "épousa",
        "Suzanne Sequin épouse Gaston Sequin",
    ),
    # a name between commas is whom the noun describes, whosever he is
    (
        "Samir Haddad a quitté lundi le parti. ",
        "Son adversaire, John McCain, a concédé la défaite à Phoenix.",
        "concédé",
        "John McCain concède la défaite à Phoenix",
    ),
    (
        "Samir Haddad a quitté lundi le parti. ",
        "Un doctorant de Zurich, John McCain, a concédé la défaite à Phoenix.",
        "concédé",
        "Un doctorant de Zurich concède la défaite à Phoenix",
    ),
    # whose it is keeps its capital
    (
        "La base ferme. ",
        "Londres, dont les troupes étaient arrivées en 2001, a achevé son retrait samedi.",
        "arrivées",
        "Les troupes de Londres arrivent",
    ),
    # the article shows the gender of "ministre"
    (
        "La Première ministre, Sheikh Hasina, a quitté Dacca alors que des manifestants prenaient son palais. ",
        "Elle a atterri près de New Delhi.",
        "atterri",
        "La Première ministre Sheikh Hasina atterrit près de New Delhi",
    ),
]


NOBODY = [
    (
        "Un camping a été évacué lundi. ",
        "Il est tombé 280 mm de pluie en six heures.",
        "tombé",
        "Il est tombé 280 mm de pluie en six heures",
    ),
    ("Le maire, Paul Rey, a parlé d'un conseil. ", "Il aura lieu le 5 décembre.", "aura", "Il aura lieu le 5 décembre"),
    # a circumstance is no subject, and a man goes to a place
    (
        "Paul Rey a perdu lundi. ",
        "Il est resté trois heures chez le juge.",
        "resté",
        "Paul Rey reste trois heures chez le juge",
    ),
    ("Paul Rey a perdu lundi. ", "Il a visité le lieu mardi.", "visité", "Paul Rey visite le lieu"),
    # a woman is no Michel
    ("Michel Rey a renoncé lundi. ", "Elle devra abandonner son siège.", "devra", "Elle devra abandonner son siège"),
]

NUMBERS = [
    (
        "",
        "Entre 4 000 et 6 000 personnes ont défilé samedi à Concarneau.",
        "défilé",
        "Entre 4 000 et 6 000 personnes défilent à Concarneau",
    ),
    (
        "",
        "Les trois principaux candidats se sont affrontés jeudi soir.",
        "affrontés",
        "Les trois principaux candidats s'affrontent",
    ),
    ("Yvon Rey a été arrêté. ", "Son bureau a été fouillé mardi.", "fouillé", "Le bureau d'Yvon Rey est fouillé"),
    (
        "Yannick Rey a été arrêté. ",
        "Son bureau a été fouillé mardi.",
        "fouillé",
        "Le bureau de Yannick Rey est fouillé",
    ),
]


@pytest.mark.parametrize(
    ("before", "sentence", "word", "line"), [*PARTS, *OBJECTS, *LATTER, *PEOPLE, *NOBODY, *NUMBERS]
)
def test_who(before: str, sentence: str, word: str, line: str) -> None:
    assert build.write(*read("", before + sentence, word)) == line


PROTAGONIST = "Claude Martin est condamné"
FAR_BEFORE = "Claude Martin est né à Gap. La neige tombe. La gare est fermée. La pluie tombe. La route est coupée. "


@pytest.mark.parametrize(
    ("before", "sentence", "word", "line"),
    [
        # whom the article's title is about, not the body of the sentence before
        (FAR_BEFORE + "Le club a perdu. ", "Il a été condamné lundi.", "condamné", "Claude Martin est condamné"),
        # the speaker, not the person whom the quotation names
        (
            "« J'ai confiance en Claude Martin », a-t-il déclaré. ",
            "Il a quitté la salle lundi.",
            "quitté",
            "Claude Martin est condamné : il quitte la salle",
        ),
    ],
)
def test_who_of_a_title(before: str, sentence: str, word: str, line: str) -> None:
    assert build.write(*read(PROTAGONIST, before + sentence, word)) == line
