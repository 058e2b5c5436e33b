"""The topic before a headline: which one an article has, and which lines get it."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline import build
from timeline.events.headline.topic.topics import topics

LEAD = "Un incendie a détruit mardi un entrepôt à Valmorin. "

TOPICS = [
    # the genre before a headline is no topic; a town is
    ("Courrier des lecteurs : notre gare se meurt", "", []),
    ("COMMUNIQUÉ DE PRESSE - Incendie dans un entrepôt à Valmorin", "", ["Incendie dans un entrepôt à Valmorin"]),
    ("Éditorial. Incendie à Valmorin : que fait la ville ?", "", ["Incendie à Valmorin"]),
    ("En bref", "", []),
    # what strikes a place, which needs no preposition there
    ("Belgique : des attentats-suicides frappent Bruxelles", "", ["Attentats-suicides à Bruxelles"]),
    ("Des attentats-suicides frappent les esprits", "", []),
    ("Un homme frappe Bruxelles", "", []),
    # a rubric before the headline is no part of it; an abbreviation is no rubric
    (
        "Ligue 1. Naufrage à Reims : Nantes limoge son entraîneur",
        "Nantes a limogé mardi son entraîneur. ",
        ["Naufrage à Reims"],
    ),
    # what is only suspected is an affair; an attack of which one is suspected is none
    ("France : soupçons d'emplois fictifs au Sénat", "", ["Soupçons d'emplois fictifs au Sénat"]),
    # what happened where, in the headline
    ("France : accident de bus en Vendée, deux morts", "Un bus a brûlé mardi. ", ["Accident de bus en Vendée"]),
    (
        "Le procès de l'acteur Victor Hugot en cinq dates",
        "Un acteur a joué mardi. ",
        ["Procès de l'acteur Victor Hugot"],
    ),
    ("Procès de l'acteur Victor Hugot", "Un acteur a joué mardi. ", ["Procès de l'acteur Victor Hugot"]),
    ("Décès de l'acteur Victor Hugot", "Un acteur a joué mardi. ", []),
    ("France : accident d'avion en Vendée", "", ["Accident d'avion en Vendée"]),
    ("France : un projet d'attentat déjoué à Valmorin", "", ["Projet d'attentat déjoué à Valmorin"]),
    ("Un homme soupçonné de préparer un attentat à Valmorin", "", []),
    ("France : un attentat déjoué à Valmorin visait la gare", "", ["Attentat déjoué à Valmorin"]),
    ("France : démission de Claire Dubreuil attendue", "", []),
    ("Valmorin : un avion de combat s'écrase", "", ["Crash d'un avion de combat"]),
    ("Valmorin : un avion de combat atterrit", "", []),
    # a family name, no noun with an article
    ("Le Gallic démissionne", "Yvon Le Gallic a perdu son fils. ", ["Démission d'Yvon Le Gallic"]),
    ("Iran : une collision ferroviaire fait trois morts", "", ["Collision ferroviaire"]),
    (
        "Iran : une collision ferroviaire fait trois morts",
        "Deux trains roulaient en Iran. ",
        ["Collision ferroviaire en Iran", "Collision en Iran"],
    ),
    ("L'énergie dans une crise inédite", "", []),
    # a possessive is of somebody whom the topic does not name
    ("Valmorin : le meurtre de sa femme l'obsède", "", []),
    ("Valmorin : le meurtre d'Anne Rey l'obsède", "", ["Meurtre d'Anne Rey"]),
    # an adjective does not end a phrase before its noun
    ("La Semois sous haute surveillance", "Un orage a éclaté mardi. ", []),
    ("France : ouverture du festival de Valmorin", "", ["Festival de Valmorin"]),
    ("Nouveau rebondissement dans l'affaire Claire Dubreuil", "", ["Affaire Claire Dubreuil"]),
    ("Le référendum sur la réforme constitutionnelle approuvé", "", ["Réforme constitutionnelle"]),
    ("Levée du dispositif Alerte enlèvement", "", []),
    ("Une cyberattaque frappe des pays", "", []),
    ("Grève des éboueurs protestant contre la loi", "", ["Grève des éboueurs"]),
    ("Découverte d'une nouvelle particule ?", "", []),
    # what has been done to somebody
    ("France : un CRS fauché lors de son jogging", "", ["CRS fauché"]),
    ("France : trois jeunes fauchés sur l'autoroute A7", "", ["Trois jeunes fauchés sur l'autoroute A7"]),
    ("France : un hôtel enseveli par la neige", "", ["Hôtel enseveli par la neige"]),
    ("France : une vache foudroyée crée une inondation", "", ["Vache foudroyée"]),
    ("Une dizaine de soldats appréhendés", "", ["Une dizaine de soldats appréhendés"]),
    ("Claire Dubreuil giflée à Valmorin", "", ["Claire Dubreuil giflée à Valmorin"]),
    ("Deux jeunes lynx ont été relâchés", "", []),
    ("Accord entre la Norvège et la Suède", "", []),
    ("Canal déclare la guerre à Météor", "", []),
    (
        "Essai de fusée en Corée du Nord",
        "La Corée du Nord a testé mardi une fusée. ",
        ["Essai de fusée en Corée du Nord"],
    ),
    ("Accident mortel de bus en Vendée", "Un bus a brûlé mardi. ", ["Accident mortel de bus en Vendée"]),
    # the place of what happened, in the lead
    ("Un incendie fait trois morts", LEAD, ["Incendie à Valmorin"]),
    ("Un incendie fait trois morts", "Après un incendie à Valmorin, un entrepôt a fermé mardi. ", []),
    (
        "Un accident de bus fait trois morts",
        "Un bus a brûlé mardi à Valmorin. ",
        ["Accident de bus à Valmorin", "Accident à Valmorin"],
    ),
    # the name before the colon
    ("Gilets jaunes : mercredi 26 décembre", "", ["Gilets jaunes"]),
    ("Ski : record pour un amateur", "", []),
    ("Retraites : la rue dit non", "La réforme des retraites a été votée mardi. ", ["Retraites"]),
    ("Transports : la rue dit non", "Les transports ont été bloqués mardi. ", []),
    ("Retraite : la rue dit non", "La retraite a été votée mardi. ", []),
    ("Tony Awards : la liste des lauréats", "Les Tony Awards ont eu lieu mardi. ", ["Tony Awards"]),
    ("Claire Dubreuil : « je reste »", "Claire Dubreuil a parlé mardi. ", []),
    # what the headline's clause is about, or what happened to its subject
    ("France : la tour Hugot devrait être protégée par un mur", "La tour Hugot est haute. ", ["Tour Hugot"]),
    ("Espace : la station spatiale Tiangong-1 retombera sur Terre", "", ["Station spatiale Tiangong-1"]),
    ("Météor est débloqué", "Le groupe Météor a parlé mardi. ", ["Météor"]),
    ("OMS : trois vaccins", "", []),
    ("L'OMS déclare la fin", "L'OMS a parlé mardi. ", []),
    ("Claire Dubreuil quitte la ville", "Claire Dubreuil a parlé mardi. ", []),
    ("La Norvège quitte la salle", "La Norvège a parlé mardi. ", []),
    ("Le maire de Valmorin quitte la salle", "", []),
    ("Russie : un avion militaire s'écrase", "", ["Crash d'un avion militaire"]),
    ("Claire Dubreuil démissionne du Sénat", "Claire Dubreuil a parlé mardi. ", ["Démission de Claire Dubreuil"]),
    ("Un chat s'échappe", "", []),
    ("Trump présentera sa réforme fiscale mercredi", "Trump a parlé mardi. ", ["Réforme fiscale"]),
    # the competition behind its sport
    ("Triathlon : WTS Valmorin, les frères à domicile", "", ["WTS Valmorin"]),
    ("Tennis : Claire Dubreuil, la reine", "Claire Dubreuil a gagné mardi. ", []),
    # results of a competition
    ("Patinage : résultats du Trophée Nebelhorn 2018", "", ["Trophée Nebelhorn 2018"]),
    ("Patinage : résultats de la 37e Volvo Open Cup", "", ["37e Volvo Open Cup"]),
    ("Patinage : résultats de la troisième journée", "", []),
]

LINES = [
    # the rank does not say which one: what the article is about does, a place alone does not
    ("France : le chômage a baissé", "Les dernières négociations ont échoué.", "Les dernières négociations échouent"),
    (
        "Double attentat à Mogadiscio",
        "La première explosion de gaz a visé un hôtel.",
        "La première explosion de gaz vise un hôtel",
    ),
    ("Incendie de Valmorin : le feu repart", "L'incendie a tué deux hommes.", "L'incendie de Valmorin tue deux hommes"),
    ("Incendie de Valmorin : le feu repart", "Le maire de Valmorin a été arrêté.", "Le maire de Valmorin est arrêté"),
    (
        "Conseil municipal : les dates",
        "Claire Dubreuil a ouvert la salle publique.",
        "Claire Dubreuil ouvre la salle publique",
    ),
    ("Jeux d'Oslo : un record", "Claire Dubreuil a ouvert un bar.", "Claire Dubreuil ouvre un bar"),
    ("La police cherche", "Le suspect a été arrêté.", "Un suspect est arrêté"),
    ("La police cherche", "Les deux hommes ont été arrêtés.", "Deux hommes sont arrêtés"),
    ("La police cherche", "Un colis suspect gênait. Le colis a été détruit.", "Un colis suspect est détruit"),
    ("La police cherche", "Un avion léger volait. L'avion a été détruit.", "Un avion léger est détruit"),
    ("La police cherche", "L'avion volait. L'avion a été détruit.", "L'avion est détruit"),
    (
        "Un CRS fauché à Valmorin",
        "En 2012, le chauffard avait été arrêté.",
        "Un chauffard est arrêté",
    ),
    # a result behind its competition
    ("Jeux d'Oslo : un record", "Claire Dubreuil avait battu Anna Roux.", "Claire Dubreuil bat Anna Roux"),
    # a pronoun of what is not in the line
    (
        "Un CRS fauché à Valmorin",
        "Les secours l'ont vu en forêt.",
        "Un CRS fauché à Valmorin : les secours l'ont vu en forêt",
    ),
    # the name in the place of a noun, behind a word that loses its vowel
    (
        "Instagram change",
        "Instagram a fermé lundi. Claire Dubreuil a révélé que le groupe avait fermé un site.",
        "Claire Dubreuil révèle qu'Instagram a fermé un site",
    ),
    # a company of the headline is not its founder
    (
        "Le laboratoire Savigny devant le juge",
        "Deux juges ont ordonné le renvoi des laboratoires Savigny. Jean Savigny, le fondateur, est mort en 2020. "
        "Le laboratoire a annoncé qu'il plaidera la relaxe.",
        "Le laboratoire Savigny annonce qu'il plaidera la relaxe",
    ),
    # what a demonstrative or a possessive pointed to
    ("Pakistan : un vote", "Claire Dubreuil a parlé. Son mari a été arrêté.", "Le mari de Claire Dubreuil est arrêté"),
    # a line without any name
    ("Un CRS fauché à Valmorin", "Un motard a été tué.", "Un motard est tué"),
    ("Un CRS fauché à Valmorin", "Le 2 janvier, une enquête a été ouverte.", "Une enquête est ouverte"),
    ("Un CRS fauché à Valmorin", "Un ami de Claire Dubreuil a été entendu.", "Un ami de Claire Dubreuil est entendu"),
    # any one or none is nobody whom a pronoun means
    ("La commune", "Un maire a reçu le plan. Il a prévenu la police.", "Un maire prévient la police"),
    ("La commune", "Chaque maire a reçu le plan. Il a prévenu la police.", "La commune : il prévient la police"),
    # the complement that the noun has elsewhere
    (
        "La police cherche",
        "Le virus Zika circule. Une femme a contracté le virus.",
        "Une femme contracte le virus Zika",
    ),
    (
        "La police cherche",
        "La ville est en état de siège. Le chef de l'Etat a fermé Lyon.",
        "Le chef de l'Etat ferme Lyon",
    ),
    (
        "La police cherche",
        "L'Organisation de la Coupe a parlé. Un élu de l'organisation a fermé Lyon.",
        "Un élu de l'organisation de la Coupe ferme Lyon",
    ),
    (
        "Le procès de Claire Dubreuil",
        "Le directeur a quitté le procès.",
        "Le directeur quitte le procès de Claire Dubreuil",
    ),
    (
        "La police cherche",
        "Claire Dubreuil évoque le télescope Webb, dont le lancement est annulé.",
        "Le lancement du télescope Webb est annulé",
    ),
    # the name of what a noun points to
    ("La police cherche", "L'armée a quitté Lyon. Elle a fermé la ville.", "L'armée ferme Lyon"),
    ("La police cherche", "L'armée a quitté Lyon pour Nice. Elle a fermé la ville.", "L'armée ferme la ville"),
    ("La police cherche", "L'armée a quitté Lyon. Un homme a été arrêté dans la ville.", "Un homme est arrêté à Lyon"),
    # where a dispatch is from and what serves more than its town name no town; nor is one of two the town
    (
        "La police cherche",
        "LYON (AFP) - L'armée est partie. Un homme a été arrêté dans la ville.",
        "Un homme est arrêté dans la ville",
    ),
    (
        "La police cherche",
        "Le parquet de Lyon a ouvert une enquête. Un homme a été arrêté dans la ville.",
        "Un homme est arrêté dans la ville",
    ),
    (
        "La police cherche",
        "Un feu a pris à Siran. Selon le préfet de Lyon, un homme a été arrêté dans la ville.",
        "Un homme est arrêté à Siran selon le préfet de Lyon",
    ),
    (
        "La police cherche",
        "L'armée a quitté le Burundi. Le maire a été arrêté au nord du pays.",
        "Le maire est arrêté au nord du Burundi",
    ),
    (
        "La police cherche",
        "L'armée entre au Burundi. Un maire a été arrêté dans le pays.",
        "Un maire est arrêté au Burundi",
    ),
    (
        "Suède : Ericsson licencie",
        "Ericsson a parlé mardi. L'entreprise a fermé un site.",
        "Ericsson ferme un site",
    ),
    (
        "Suède : Ericsson licencie",
        "Ericsson a parlé à Claire Dubreuil. La police a fouillé l'entreprise.",
        "La police fouille Ericsson",
    ),
    # a headline with two names tells not which of them: a company may bear a founder's
    (
        "Suède : OPA d'Ericsson sur Claire Dubreuil",
        "Ericsson a parlé à Claire Dubreuil. La police a fouillé l'entreprise.",
        "La police fouille l'entreprise",
    ),
    (
        "Suède : OPA d'Ericsson sur Claire Dubreuil",
        "Ericsson a parlé à Claire Dubreuil. L'entreprise a fermé un site.",
        "L'entreprise ferme un site",
    ),
    (
        "France : Renault licencie",
        "Renault a parlé à la SNCF. La police a fouillé l'entreprise.",
        "La police fouille l'entreprise",
    ),
    (
        "Un avion d'EgyptAir disparaît",
        "Un avion a volé mardi. L'appareil a effectué un virage.",
        "L'avion d'EgyptAir effectue un virage",
    ),
    # the title before a name keeps its capital
    ("La hausse de Valmorin", "Le prix est reparti à la hausse.", "Le prix repart à la hausse"),
    ("Le train en Vendée", "Le maire a arrêté le train.", "Le maire arrête le train"),
    ("Pakistan : recensement historique", "L'homme a été arrêté.", "Un homme est arrêté"),
    ("Pakistan : recensement historique", "Le pays a signé un accord.", "Le pays signe un accord"),
    ("Pakistan : recensement historique", "L'accord a été signé en Norvège.", "L'accord est signé en Norvège"),
]


@pytest.mark.parametrize(("title", "lead", "wanted"), TOPICS)
def test_topics(title: str, lead: str, wanted: list[str]) -> None:
    context, _ = read(title, f"{lead}Le maire a fermé un pont.")
    assert [one.text for one in topics(context) if not one.place] == wanted


@pytest.mark.parametrize(("title", "sentence", "wanted"), LINES)
def test_lines(title: str, sentence: str, wanted: str) -> None:
    assert build.write(*read(title, sentence)) == wanted


def test_the_place_before_the_colon_is_a_setting() -> None:
    context, _ = read("Pakistan : recensement historique", "Le maire a fermé un pont.")
    assert [(one.text, one.place, one.setting) for one in topics(context)] == [("Pakistan", True, True)]
