"""Words of a line that lost the one that they belong to: sentence, verb, what no line has or what the best one is."""

from __future__ import annotations

import re

import pytest

from tests.events.headline.reading import lines_of, read
from timeline.events.headline import build
from timeline.events.headline.article_title import clean
from timeline.events.headline.choice.passing import printable_drafts
from timeline.events.headline.sentence.sentences import as_spoken

LOST = [
    # half a number, half of "de plus en plus"
    ("Quatorze mille cinq cents militaires ont évacué la base.", "évacué", "^Mille"),
    ("De plus en plus isolé, le pays a fermé les ports.", "fermé", "^En plus"),
    # a clause without what leads it, or without its verb
    ("Une enquête se poursuit afin de savoir qui a blessé le maire.", "poursuit", "savoir a blessé"),
    ("Le Pakistan a mis fin au blocage qui était en vigueur.", "mis", "blocage était"),
    # one denial of two words, a description for its person, half a sentence of a court
    ("Au dépôt, pas un camion n'est sorti.", "sorti", "camion pas"),
    ("Fils de menuisier, Jean Martin abat six appareils ennemis.", "abat", "^Fils abat"),
    ("Le tribunal a prononcé un an avec sursis.", "prononcé", "prononce avec"),
    ("La nouvelle association, née lundi, conseille la prudence.", "née", "née, conseille"),
    (
        "Les frères Martin s'adjugent l'étape en prenant les premières et secondes places.",
        "adjugent",
        "les premières$",
    ),
    (
        "La victoire est contestée aussi bien par des milliers de manifestants que par l'opposition.",
        "contestée",
        "contestée par des milliers de manifestants que",
    ),
    (
        "La victoire est contestée aussi bien par des milliers de manifestants que par l'opposition.",
        "contestée",
        "contestée bien",
    ),
    ("Le maire est dans un état de santé jugé critique par ses médecins.", "jugé", "Un état de santé"),
    ("Le pont est dans une zone inondée par la Seine.", "inondée", "^(?!Le pont)"),
    (
        "Des menaces ont été reçues, similaires à celles adressées à des magistrats du pôle financier.",
        "adressées",
        "Des celles",
    ),
    (
        "Le projet de loi a été déposé par Claude Martin, ministre de l'Immigration, Réfugiés et Citoyenneté Canada.",
        "déposé",
        "Claude Martin et Citoyenneté",
    ),
    (
        "Les responsables ont pu rencontrer les officiels du ministère des affaires étrangères du Burundi "
        "qui rejettent toute responsabilité.",
        "rejettent",
        "Les affaires",
    ),
    ("Le Sénat a mené une mission, remis un rapport en septembre 2022.", "remis", "est remis"),
    ("Les élus s'apprêtent à soumettre de nouvelles propositions de loi.", "soumettre", "de propositions"),
    ("Claude Martin renie toute implication dans les arrestations de Valmorin.", "renie", "implication$"),
    (
        "Selon des informations dévoilées par le quotidien économique, le journal va fermer.",
        "dévoilées",
        "sont dévoilées",
    ),
    (
        "Après avoir adopté un projet de loi, une entente a été conclue entre le gouvernement et la firme.",
        "adopté",
        "entente adopte",
    ),
    (
        "Un tronçon de la ligne est paralysé et des agents sont sur place pour enquêter sur le déraillement.",
        "enquêter",
        "est paralysé (?!et).*pour enquêter",
    ),
    ("Le procureur a ouvert une enquête pour blessures involontaires.", "ouvert", "blessures$"),
    ("Le maire a salué un accord de paix parrainé par la Turquie.", "salué", "parrainé$"),
    # two dates with their places, a clause that says what its noun is
    ("Les prochains débats sont prévus le 22 à Bordeaux et le 5 novembre à Paris.", "prévus", "à Bordeaux à Paris"),
    (
        "Des agents ont déclaré que l'individu aurait attaqué l'officier, au motif que celui-ci « représente l'État ».",
        "attaqué",
        "au motif$",
    ),
    # a participle with a subject of its own, a verb without what is said, another's noun
    (
        "Le taux de chômage autrichien tel que calculé par Eurostat se situe à 5,9 % de la population active.",
        "situe",
        "chômage tel",
    ),
    ("S'est alors dessinée la zone vide.", "dessinée", "Se dessine"),
    (
        "Des parents cherchent, alors que les éducatrices des centres de la petite enfance (CPE) tenaient leur grève.",
        "tenaient",
        "^Les CPE",
    ),
    (
        "Le brigadier a mis en état d'arrestation, au moment où il descendait du train, un neveu de la victime.",
        "mis",
        "d'arrestation$",
    ),
    ("La manifestation a dégénéré, des individus ayant brisé la vitre d'une voiture.", "dégénéré", "des individus$"),
    ('Le ministre a lancé : "Le Parlement a tranché".', "lancé", "lance$"),
    ("Novalens a prolongé la sienne jusqu'au 30 avril.", "prolongé", "prolonge la sienne$"),
    ("Les recherches, suspendues samedi à la nuit tombée, ont repris.", "suspendues", "suspendues tombée"),
    # a list of which only the parse makes one
    (
        "Rassemblés devant le centre, ils se sont rendus au monument, où le maire a déposé une gerbe, puis à l'église.",
        "déposé",
        "puis à l'église$",
    ),
    (
        "Le visiteur pourra découvrir un exposé sur l'histoire et le fonctionnement des planètes.",
        "découvrir",
        "exposé et",
    ),
    (
        "Plusieurs mouvements armés se sont formés, dont le plus connu est le Parti des travailleurs du Kurdistan.",
        "formés",
        "se forment est",
    ),
    # what its sentence tells besides, of another day than the participle's
    ("Nommée en septembre, la directrice a offert jeudi un bureau aux salariés.", "Nommée", "offre"),
    (
        "Le chanteur sera inhumé dans l'intimité, auprès de son père, disparu en mer en 1958.",
        "disparu",
        "intimité.*mer$",
    ),
    ("La cadence doit doubler en 2026, l'objectif étant d'atteindre dix tirs.", "doubler", "doubler l'"),
    ("Rappel : en 2012, 1 200 hectares avaient brûlé dans le même secteur.", "brûlé", "^Rappel 1"),
    ("Le protocole a été signé jeudi par la CGT et SUD.", "signé", "SUD signe "),
    # what only a removed date completes, what is somebody's beside one, a relative clause without its last comma
    (
        "La préfecture a délivré mercredi une autorisation de tir de défense renforcée, valable jusqu'au 31 octobre.",
        "délivré",
        "valable$",
    ),
    ("La professeure reprend ses cours jeudi.", "reprend", "reprend$"),
    ("L'école normale reprendra les cours mercredi.", "reprendra", "reprendra$"),
    ("Les travaux, qui devaient débuter en 2022, ne commenceront pas.", "commenceront", "débuter ne"),
    ("L'épidémie a fait deux morts et non trois, a corrigé jeudi Santé publique France.", "corrigé", "Non trois"),
]
BEST = [
    (
        "Les chefs d'État ont donné jeudi soir sept jours à la junte pour rendre le pouvoir.",
        "donné",
        "Les chefs d'État donnent sept jours à la junte pour rendre le pouvoir",
    ),
    (
        "Le ministre du Budget, Christian Lavergne, a passé Noël dans un chalet de Megève.",
        "passé",
        "Le ministre du Budget, Christian Lavergne, passe Noël dans un chalet de Megève",
    ),
    (
        "Un suspect a passé le restant de la nuit dans une cellule de dégrisement.",
        "passé",
        "Un suspect passe le restant de la nuit dans une cellule de dégrisement",
    ),
    (
        "Le général Bichara Koty et M. Goukouni Allatchi ont échangé une poignée de main chaleureuse.",
        "échangé",
        "Bichara Koty et Goukouni Allatchi échangent une poignée de main chaleureuse",
    ),
    (
        'Le ministre a lancé lundi : "Le Parlement a tranché".',
        "lancé",
        'Le ministre lance : "Le Parlement a tranché"',
    ),
    (
        "Seule ombre au tableau, la chute de Michel Jégo, touché à la clavicule dans la descente de Lanvaux.",
        "touché",
        "Michel Jégo est touché à la clavicule dans la descente de Lanvaux",
    ),
    (
        "Le ministre a rencontré le préfet et s'est incliné sur la tombe d'Alexandre Rivière, mort le 23 juillet.",
        "mort",
        "Alexandre Rivière meurt",
    ),
    (
        "La région n'a pas commenté, elle qui avait versé 9 millions de subventions.",
        "versé",
        "La région verse 9 millions de subventions",
    ),
    (
        "Tous les pavillons ont été placés en isolement pendant une bonne partie de l'après-midi.",
        "placés",
        "Tous les pavillons sont placés en isolement",
    ),
    (
        "Le conseil a mis fin jeudi aux fonctions de Claude Martin.",
        "mis",
        "Le conseil met fin aux fonctions de Claude Martin",
    ),
    (
        "« Je n'ai jamais fait de mal à Lucien », a-t-elle lancé d'une voix à peine audible.",
        "lancé",
        "« Je n'ai jamais fait de mal à Lucien », a-t-elle lancé d'une voix à peine audible",
    ),
    (
        "Trois paquebots de béton ont abrité jusqu'à mille malades.",
        "abrité",
        "Trois paquebots de béton abritent jusqu'à mille malades",
    ),
    (
        "Une mutinerie avait plongé le pays dans onze mois de guerre civile.",
        "plongé",
        "Une mutinerie plonge le pays dans onze mois de guerre civile",
    ),
    (
        "Claire Dubreuil a mûri. En 1977, l'année de son triomphe, elle épouse le compositeur Michel Darrieu.",
        "épouse",
        "Claire Dubreuil épouse le compositeur Michel Darrieu",
    ),
    (
        "La dernière grande épidémie remonte à 2011.",
        "remonte",
        "La dernière grande épidémie remonte à 2011",
    ),
    (
        "Claire Dubreuil conserve son maillot avec 3 min 31 d'avance sur Sonia Dupuis.",
        "conserve",
        "Claire Dubreuil conserve son maillot avec 3 min 31 d'avance sur Sonia Dupuis",
    ),
    (
        "Claire Dubreuil a connu un premier succès avec le film Piège de cristal.",
        "connu",
        "Claire Dubreuil connaît un premier succès avec le film Piège de cristal",
    ),
    (
        "La statue a été détruite par le service municipal en charge des parcs.",
        "détruite",
        "La statue est détruite par le service municipal en charge des parcs",
    ),
    (
        "Huit militaires dont les membres d'équipage ont été tués.",
        "tués",
        "Huit militaires dont les membres d'équipage sont tués",
    ),
    (
        "« Une provocation envers la ruralité », a dénoncé le député du Cantal Vincent Roussel.",
        "dénoncé",
        "Vincent Roussel : « Une provocation envers la ruralité »",
    ),
    (
        "Vincent Collet a été reconduit, élu pour un mandat de deux ans.",
        "élu",
        "Vincent Collet est élu pour un mandat de deux ans",
    ),
    (
        "Claire Dubreuil, élue première femme maire, a promis un pont.",
        "élue",
        "Claire Dubreuil est élue première femme maire",
    ),
    (
        "184 détenus se sont évadés, 65 d'entre eux ayant été capturés.",
        "capturés",
        "65 des détenus sont capturés",
    ),
]


@pytest.mark.parametrize(("sentence", "verb", "half"), LOST)
def test_no_line_has_half_of_it(sentence: str, verb: str, half: str) -> None:
    found = lines_of(sentence, verb)
    assert found
    assert [line for line in found if re.search(half, line)] == []


@pytest.mark.parametrize(("sentence", "verb", "line"), BEST)
def test_the_line_has_all_of_it(sentence: str, verb: str, line: str) -> None:
    assert build.write(*read("", sentence, verb)) == line


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Syrie : Israël menace de frapper le Sud du pays", "Syrie : Israël menace de frapper le Sud du pays"),
        ("Syrie : Israël menace de frapper Damas lundi matin", "Israël menace de frapper Damas lundi matin"),
    ],
)
def test_a_headline_keeps_the_place_that_it_points_to(title: str, line: str) -> None:
    assert clean(read(title, "Le maire a fermé un pont.")[0]) == line


def test_a_superlative_without_its_noun_is_no_subject() -> None:
    drafts = printable_drafts(*read("", "La plus meurtrière s'est déroulée à Valmorin, dans le centre commercial."))
    assert [draft.kind for draft in drafts] == ["sentence"]


def test_a_sentence_in_the_first_person_is_quoted() -> None:
    context, _ = read("", "J'ai rencontré le maire.")
    assert as_spoken(context, "J'ai rencontré le maire") == "« J'ai rencontré le maire »"
    assert as_spoken(context, "Nous avons promis un pont") == "« Nous avons promis un pont »"
    assert as_spoken(context, "Le maire a promis un pont à Monaco") == "Le maire a promis un pont à Monaco"
    assert as_spoken(context, "« Nous gagnerons », a dit le maire") == "« Nous gagnerons », a dit le maire"


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("Le maire a annoncé qu'il saisirait le tribunal.", "saisira le tribunal"),
        ("Le maire a affirmé qu'il devrait saisir le tribunal.", "devrait saisir le tribunal"),
        ("Le maire a annoncé lundi qu'il serait candidat.", "annonce qu'il sera candidat"),
        ("Le maire a annoncé lundi que le pont serait fermé en juin.", "annonce que le pont sera fermé"),
        (
            "Le maire a annoncé lundi que les associations seraient prévenues par le préfet.",
            "Les associations seront prévenues",
        ),
        ("Le maire a annoncé lundi qu'il ne serait pas sur le pont.", "annonce qu'il ne sera pas sur le pont"),
        ("Le maire a indiqué lundi que le voleur serait un élu.", "indique que le voleur serait un élu"),
    ],
)
def test_what_was_announced_is_to_come(sentence: str, line: str) -> None:
    verb = next(verb for verb in ("saisirait", "saisir", "prévenues", "annoncé", "indiqué") if f" {verb} " in sentence)
    assert any(line in draft.text for draft in printable_drafts(*read("Le maire", sentence, verb)))
