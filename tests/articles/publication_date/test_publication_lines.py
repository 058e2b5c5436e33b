"""Publication lines of the press as people paste them: each is read as of 14 March 2023, or its article is refused."""

from __future__ import annotations

import datetime

import pytest

from tests.articles.formats.test_fuzz import read
from timeline.model import Article

DAY = datetime.date(2023, 3, 14)
BODY = (
    "Le conseil municipal de Vannes a adopté son budget lundi soir après trois heures de débat.\n\n"
    "Le maire Paul Ardent a promis une école pour la rentrée de septembre."
)
READ = [
    "par Le360 (avec MAP) le 14/03/2023 à 18h02",
    "Message par Jean44 » mar. 14 mars 2023 18:02",
    "Par LEJOURNAL.fr, publié le 14/03/2023 à 18:02, mis à jour à 19:00",
    "Société 14/03/2023 à 00h00",
    "Par L. M. • Le 14 mars 2023 à 07h30 • Réservé aux abonnés",
    "Publié le 14/03/2023 07:02 Mis à jour le 14/03/2023 11:30 Temps de lecture : 2 min",
    "Par Camille Roy - c.roy@sudouest.example - Publié le 14/03/2023 à 18h02. Mis à jour à 19h11.",
    "Publié le 14/03/2023 à 05:16 | l'essentiel | Camille Roy",
    "mar 14 mars 2023 à 18h02",
    "DH | 14-03-2023 18:02 | Mise à jour : 14-03-2023 19:44",
    "Journaliste au pôle Société Par Ann Peeters Publié le 14/03/2023 à 18:02 Temps de lecture: 3 min",
    "Publié le 14 mars 2023 à 18:02. / Modifié le 15 mars 2023 à 09:12.",
    "Texte: Line Favre — 14 mars 2023",
    "Publié à 5 h 00, le 14 mars 2023",
    "Mardi, 14 mars 2023 18:02 MISE À JOUR Mercredi, 15 mars 2023 09:12",
    "TVA Nouvelles | 2023-03-14 18:02:00",
    "Par APA-Abidjan (Côte d'Ivoire) - 14/03/2023",
    "Moussa Koné | Le Pays | Mis à jour : 15/03/2023, publié : 14/03/2023",
    "L'Express de Madagascar, Antananarivo, 14 mars 2023 à 06h30",
    "Kinshasa, 14 mars 2023 (ACP).-",
    "Par Marie Leroux - Publié le 14/03/2023 à 18:02 - Mis à jour le 15/03/2023 à 09:12",
    "Publié le 14 mars 2023 à 18h02 - Mis à jour le 15 mars 2023 à 9h12 - Lecture 3 min",
    "Publié le mardi 14 mars 2023 à 18 h 02",
    "Publié le mardi 14 mars 2023 à 18 h 02 min",
    "14 mars 2023 à 1 h 34 min",
    "14 mars 2023 08:00 heure d'été d'Europe centrale",
    "Mardi 14 mars 2023 à 18:02",
    "Mis à jour le 15/03/2023 à 09:12, publié le 14/03/2023 à 18:02",
    "Paru dans l'édition du 14 mars 2023",
    "14.03.2023, 18h02 | Actualisé le 15.03.2023, 09h12",
    "Publié: 14.03.2023, 18h02  Mis à jour: 15.03.2023, 09h12",
    "Publié le 14 mars 2023 à 18:02. Modifié le 15 mars 2023 à 09:12.",
    "ATS/Keystone 14.03.2023 18:02",
    "Mardi, 14 mars 2023 - 18:02",
    "Le 14 mars 2023 à 18h02 (mis à jour le 15 mars 2023 à 9h12)",
    "Publié le 14/03/23 à 18h02",
    "Belga, publié le mardi 14 mars 2023 à 18h02",
    "Publié le 14-03-2023 à 18h02 - Mis à jour le 15-03-2023 à 9h12",
    "Par Marie Leroux, avec Belga | Publié le 14/03/2023 à 18:02",
    "Rédaction en ligne - Publié le 14/03/2023 à 18:02 - Temps de lecture: 2 min",
    "Marie Leroux, La Presse Canadienne | Publié le 14 mars 2023 à 18h02",
    "Publié le 14 mars 2023 à 18 h 02 HAE | Mis à jour le 15 mars 2023 à 9 h 12",
    "Publié le 14 mars 2023 à 6h00 - Mis à jour hier à 9h12",
    "PUBLIÉ LE 14 MARS 2023",
    "Par Awa Diop | Publié le 14/03/2023 à 18:03 GMT",
    "APS - Dakar, le 14 mars 2023",
    "Mardi 14 Mars 2023 - 18:02 Par Awa Diop",
    "Publié par Awa Diop le 14 mars 2023",
    "Posté par : La Rédaction | mardi 14 mars 2023 | Catégorie : Société",
    "14 mars 2023 Awa Diop Politique 0",
    "Ouagadougou, le 14 mars 2023 (AIB)",
    "Publication : mardi 14 mars 2023 18:02",
    "14 mars 2023, 18:02 CET",
    "Mis en ligne le 14/03/2023 à 18:02 | Lu 1 254 fois",
    "Écrit par Marie Leroux le 14 mars 2023. Publié dans Culture.",
    "(Mise à jour : 15 mars 2023) Publié initialement le 14 mars 2023",
    "Première publication : 14 mars 2023 à 18:02 | Dernière mise à jour : 15 mars 2023",
    "Modifié le 15 mars 2023 - Créé le 14 mars 2023",
    "le 14 mars 2023 à 18h02, modifié le 15 mars 2023 à 09h12",
    "Par Paul Durand le 14 mars 2023 à 18h02, mis à jour le 15 mars 2023 à 9h12",
    "Publié le 14 mars 2023 à 18h02 | MAJ le 16 mars 2023 à 8h",
    "Article publié le : 14/03/2023 - 18:02 Modifié le : 15/03/2023 - 09:12",
    "Texte par : RFI Publié le : 14/03/2023 - 18:02",
    "Société | 14.03.2023 | Marie Leroux",
    "Temps de lecture : 4 minutes | Publié le 14 mars 2023",
    "Vaud, mardi 14 mars 2023",
    "© AFP - publié le 14/03/2023",
    "N° 24512 - mardi 14 mars 2023 - page 7",
    "Publié le 2023-03-14 à 18 h 02",
    "2023-03-14 18:02",
    "14 mars 2023 18h02 Mis à jour le 15 mars 2023 09h12",
    "Date de parution : 14 mars 2023",
    "Date: 14/03/2023",
    "Publié le 14 mars 2023 par Marie Leroux dans Société",
    "Publié le 14 mars 2023 à 18h02 par Marie Leroux (avec AFP)",
    "Société Publié le 14 mars 2023 à 18h02",
    "Réservé aux abonnés Publié le 14 mars 2023 à 18h02",
    "Vendredi 10 mars 2023 : le conseil vote | Publié le 14 mars 2023",
    "Mise en ligne : 14 mars 2023 | Événement : le 20 mars 2023",
    "Publié le 14 mars 2023 | Valable jusqu'au 20 mars 2023",
    "Recueilli par Paul Durand, le 14 mars 2023 à 18h02",
    "Le 14 mars 2023 à 18h02 par Paul Durand",
    "Publié le 14 mars 2023 à 18h02 ● Mis à jour le 15 mars 2023",
    "14/03/2023",
]
REFUSED = [
    "Aujourd'hui à 18:02 - Temps de lecture : 2 min | mis à jour le 15 mars 2023",
    "Vendredi 14 mars 2023 à 18h02",
    "Publié le 31/02/2023 à 18h02",
    "RTBF info avec agences | hier à 18:02 - mise à jour aujourd'hui à 06:01 - 2 min",
    "Line Gagnon, initiative de journalisme local, Le Devoir, 14 mars 2023",
    "Le Courrier de l'Ouest - Édition du mardi 14 mars 2023",
    "Mis à jour le 14 mars 2023 à 18h02",
    "Radio-Canada | Publié le 14 mars à 18 h 02 HAE",
    "Publié aujourd'hui à 18h02",
    "Publié hier à 18h02",
    "Il y a 2 heures",
    "Dakar, 14 mars (APS) - Le gouvernement a annoncé la mesure.",
    "Publié il y a 3 jours, le 14 mars 2023",
    "Publié le 14e mars 2023",
    "Mis à jour à 18h02, le 14 mars 2023",
    "Il y a 2 ans, publié le 14 mars 2023",
    "Publié le mercredi 14 mars 2023",
    "Paru le 14 mars 2023 dans La Voix du Jura",
    "Publié le 14/03 à 18h02",
    "14 mars",
]
"""No full day, no day of publication, or a weekday that disagrees: a person is asked."""
ANOTHERS = [
    "Concert de printemps\n\nJeudi 16 mars 2023 à 20h, salle des fêtes\n\n{}",
    "Concert de printemps\n\nQuand : jeudi 16 mars 2023\n\n{}",
    "Hommage\n\nPaul Ardent (12 mars 1950 - 10 mars 2023)\n\n{}",
    "Hommage\n\nNé le 12 mars 1950\n\n{}",
    "Loi du 9 décembre 1905\n\n{}",
    "La loi\n\nJournal officiel du 9 décembre 1905\n\n{}",
    "Archive\n\nPhoto prise le 5 mars 2020\n\n{}",
    "Archive\n\nMaxime Legros, le 5 mars 2020\n\n{}",
    "Archive\n\nLe président, le 5 mars 2020 à Paris. © AFP\n\n{}",
    "Archive\n\nCet article est paru le 5 mars 2020. Nous le republions.\n\n{}",
    "Archive\n\nMis à jour le 5 mars 2020\n\n{}",
    "Archive\n\nLe décret publié le 5 mars 2020\n\n{}",
    "Archive\n\nÀ lire aussi\n\nPublié le 5 mars 2020 | Le budget de Rennes adopté\n\n{}",
    "{}\n\nÀ lire aussi :\n\nRennes vote son budget\nPublié le 5 mars 2020",
    "{}\n\nSur le même sujet\n\nRennes vote son budget - 5 mars 2020",
    "{}\n\nCommentaires\n\nJeanne, le 5 mars 2020 à 18h02 : bravo",
    "{}\n\nPublicité\n\nOffre valable jusqu'au 5 mars 2020",
    "Procès\n\nAudience du 5 mars 2020\n\n{}",
    "Procès\n\nDimanche 5 avril 2020 : ouverture du procès.\n\n{}",
    "Chronologie\n\n5 mars 2020\n\nLe maire démissionne.\n\n7 mars 2020\n\n{}",
    "Date limite : 5 mars 2020\n\n{}",
    "Communiqué\n\nÀ diffuser le 5 mars 2020\n\n{}",
    "Communiqué\n\nEmbargo : 5 mars 2020\n\n{}",
    "Rapport\n\nConsulté le 5 mars 2020\n\n{}",
    "Rapport\n\nCopyright 5 mars 2020\n\n{}",
    "Titre\n\nPublié le 30 février 2020\n\n{}",
    "Titre\n\nDernière mise à jour 5 mars 2020\n\n{}",
    "Titre\n\nInscription avant le 5 mars 2020\n\n{}",
    "Titre\n\nDu 5 mars 2020 au 12 mars 2020\n\n{}",
    "Titre\n\nPublié entre le 5 mars 2020 et le 12 mars 2020\n\n{}",
    "Titre\n\nPublié le 5 ou le 6 mars 2020\n\n{}",
    "Titre\n\nPas publié le 5 mars 2020\n\n{}",
    "Livre\n\n« La Peste », publié le 10 juin 1947, 279 pages\n\n{}",
    "Titre\n\nEnregistré le 5 mars 2020 à Rennes\n\n{}",
    "Titre\n\nDiffusé le 5 mars 2020 à 20h55 sur France 2\n\n{}",
    "Titre\n\nImprimé le 5 mars 2020\n\n{}",
    "Titre\n\nNous sommes le 5 mars 2020\n\n{}",
    "Titre\n\nVersion du 5 mars 2020\n\n{}",
    "Titre\n\nPublié le 5 mars 2020 - Publié le 14 mars 2023\n\n{}",
]
"""Texts whose only date is nobody's day of publication: an event's, a picture's, a law's, another article's."""


def published(text: str) -> datetime.date | None:
    found = [each for each in read("vannes.txt", text.encode()) if isinstance(each, Article)]
    return found[0].published if found else None


@pytest.mark.parametrize("line", READ)
def test_read(line: str):
    assert published(f"Vannes : le budget adopté\n\n{line}\n\n{BODY}") == DAY


@pytest.mark.parametrize("line", REFUSED)
def test_refused(line: str):
    assert published(f"Vannes : le budget adopté\n\n{line}\n\n{BODY}") is None


@pytest.mark.parametrize("text", ANOTHERS)
def test_dates_of_something_else(text: str):
    assert published(text.format(BODY)) is None
