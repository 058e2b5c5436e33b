"""A verb takes some subjects alone: what a pronoun cannot stand for before it."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline import build

# what the article says before, the sentence, the trigger, the line
LINES = [
    # what comes into force is neither a ministry nor a person; a rule is
    (
        "Le ministère des Transports a annoncé lundi le report du pointage. ",
        "Il devait entrer en vigueur à la rentrée.",
        "",
        "Il devait entrer en vigueur à la rentrée",
    ),
    ("Le décret a été signé lundi. ", "Il est entré en vigueur mardi.", "", "Le décret entre en vigueur"),
    (
        "Malika, la mère de Lina, a parlé. ",
        "Elle pourrait s'ouvrir en 2026.",
        "ouvrir",
        "Elle pourrait s'ouvrir en 2026",
    ),
    # what has been put in writing is no company; a company may be sold
    (
        "La PME a retiré son offre lundi. ",
        "Déposée le 5 novembre, elle prévoyait 38 licenciements.",
        "Déposée",
        "Déposée le 5 novembre, elle prévoit 38 licenciements",
    ),
    ("La PME a fermé lundi. ", "Elle a été vendue mardi.", "", "La PME est vendue"),
    # the new thing of the sentence before
    (
        "Les autorités du Kurdistan irakien annoncent un référendum. ",
        "Conduit ce 25 septembre, il approuve l'indépendance à 92,7 %.",
        "Conduit",
        "Un référendum est conduit",
    ),
    # whoever is heard by the police is no authority
    (
        "Le parquet de Paris a classé l'enquête visant Paul Sorel. ",
        "Il avait été entendu en audition libre en mars.",
        "entendu",
        "Paul Sorel est entendu en audition libre",
    ),
    # a president is no prize
    (
        "Le prix Nobel de la paix est décerné au président Juan Manuel Santos. ",
        "Président de la Colombie depuis 2010, il a mené à bien le processus de paix.",
        "mené",
        "Juan Manuel Santos mène à bien le processus de paix",
    ),
    # what opens with a participle is nobody whom its own complements name
    (
        "Hussein Ibn Talal est mort. Proclamé roi en août 1952, après que le Parlement eut déposé son père, il régna. ",
        "Il renvoya le général Glubb en mars 1956.",
        "",
        "Hussein Ibn Talal renvoie le général Glubb",
    ),
    # to whom a body does something, or who is the object of nobody
    ("L'Afrique du Sud a accepté de livrer Colin Marsh. ", "Il a fait appel.", "fait", "Colin Marsh fait appel"),
    (
        "Rome, alertée par une lettre anonyme, lui envoya un visiteur. ",
        "Il laisse des carnets.",
        "",
        "Il laisse des carnets",
    ),
    (
        "Un millier d'ouvriers attendaient le résultat. ",
        "On lapida les policiers ; ils ouvrirent le feu.",
        "ouvrirent",
        "Les policiers ouvrent le feu",
    ),
    # "ils" is no body of one; of two pairs, the one of the sentence
    (
        "Cet après-midi, la MJC accueillera les enfants. ",
        "Ils pourront découvrir le planétarium.",
        "découvrir",
        "Les enfants pourront découvrir le planétarium",
    ),
    (
        "Six djihadistes ont péri. ",
        "Les deux autres otages, Jean Vieira et Marc Dethier, n'étaient plus là : ils avaient été déplacés.",
        "déplacés",
        "Jean Vieira et Marc Dethier sont déplacés",
    ),
    # an official whom the article does not call the one named before; of two, nobody's adversary
    (
        "Simon Aldridge a été écroué. Le préfet a réagi. ",
        "Il a quitté la ville.",
        "quitté",
        "Le préfet quitte la ville",
    ),
    (
        "Le préfet Simon Aldridge a parlé. Le préfet a réagi. ",
        "Il a quitté la ville.",
        "quitté",
        "Le préfet Simon Aldridge quitte la ville",
    ),
    (
        "Claire Dubreuil a été réélue devant Jean Vieira. Simon Aldridge recueille 13,2 %. ",
        "Son adversaire a annoncé un recours.",
        "",
        "L'adversaire annonce un recours",
    ),
    # "il" of "il est possible", before another one
    (
        "Jean Vieira n'a pas souhaité s'exprimer. ",
        "Il n'est pas impossible qu'il écope d'une amende.",
        "impossible",
        "Il n'est pas impossible qu'il écope d'une amende",
    ),
    # the gender of "celle-ci"
    (
        "Des scientifiques ont découvert une planète au sein de notre système solaire. ",
        "Celle-ci orbiterait à dix milliards de kilomètres du Soleil.",
        "",
        "Une planète orbiterait à dix milliards de kilomètres du Soleil",
    ),
    # a mother is no Émile, a family name is of women and men; a widow is no church; she disappears, not the police
    (
        "Mme Perrin aimait Paul Perrin. Paul Perrin est mort en 1950. ",
        "Elle trouvait dans son jardin l'essentiel de ses joies.",
        "trouvait",
        "Elle trouvait dans son jardin l'essentiel de ses joies",
    ),
    ("Il aimait Émile. Émile est mort. ", "Elle a cassé un vase.", "cassé", "Elle a cassé un vase"),
    (
        "L'église de Chaux était trop petite. ",
        "Institutrice, mère de deux garçons, elle avait animé la troupe.",
        "animé",
        "Institutrice, mère de deux garçons, elle avait animé la troupe",
    ),
    (
        "Le parcours de Barack Obama laisse rêveur. Le parcours est long. ",
        "Né d'un Kényan, il avait été battu en 2000.",
        "battu",
        "Né d'un Kényan, il est battu",
    ),
    ("La police nationale a lancé un appel. ", "Elle a disparu à Grenoble.", "", "Elle a disparu à Grenoble"),
    # what the sentence says that it is about
    (
        "Les chauffeurs devront suivre les règles. ",
        "Quant aux entreprises qui contreviendront à la loi, elles pourront recevoir une amende.",
        "recevoir",
        "Quant aux entreprises qui contreviendront à la loi, elles pourront recevoir une amende",
    ),
    # the one who signed the accord is not what provides for something
    (
        "Jean Vieira est mort. ",
        "Le maire salue l'accord que Vieira avait signé et qui a mis fin à la crise.",
        "mis",
        "L'accord met fin à la crise",
    ),
]


@pytest.mark.parametrize(("before", "sentence", "word", "wanted"), LINES)
def test_selection(before: str, sentence: str, word: str, wanted: str) -> None:
    assert build.write(*read("", f"{before}{sentence}", word)) == wanted
