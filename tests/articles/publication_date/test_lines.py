"""Publication lines of French, Belgian, Swiss, Canadian and African papers, and sentences that look like them."""

from __future__ import annotations

import pytest

from timeline.articles.publication_date.hints import from_text
from timeline.articles.publication_date.lines import bare_date

TEXT = "\n\nLe conseil municipal a adopté lundi soir le budget de la ville.\n\nIl a été voté à l'unanimité.\n"

READ = [
    "Publié le 14 mars 2023 à 6 h 00 HNE",
    "le mar. 14 mars 2023 | 18h02 HNE",
    "Par Jeanne Martin | 14 mars 2023",
    "Publié le 14/03/2023 à 06:00 Temps de lecture: 3 min",
    "Ouest-France Jeanne MARTIN. Publié le 14/03/2023 à 06h00",
    "Rédigé par Jeanne Martin le Mardi 14 Mars 2023 à 06:00 | Lu 1234 fois",
    "Le 14/03/2023 à 6:00",
    "Jeanne Martin, le 14/03/2023 à 06:00 Modifié le 15/03/2023 à 07:00",
    "Article rédigé par Jeanne Martin Publié le 14/03/2023 06:00 Mis à jour le 15/03/2023 07:00 2min de lecture",
    "Par Jeanne MARTIN - 14 mars 2023 à 06:00 | mis à jour le 15 mars 2023 à 07:00 - Temps de lecture : 2 min",
    "Le 14 mars 2023 à 06h00, modifié le 15 mars 2023 à 07h00",
    "Par Le Parisien avec AFP Le 14 mars 2023 à 06h00",
    "Publié le 14 mars 2023 à 06h00, mis à jour hier à 07h00",
    "Publié : 14 mars 2023 à 06h00 GMT",
    "Publié le : 14/03/2023 - 06:00 Modifié le : 15/03/2023 - 07:00",
    "14.03.2023, 06:00",
    "Publié le 14 mars 2023, 06:00. / Modifié le 15 mars 2023, 07:00.",
    "ATS, 14.03.2023, 06h00",
    "Par Belga, publié le 14 mars 2023 à 6h",
    "Journaliste au pôle Société Par Jean Dupont Publié le 14/03/2023 à 06:00",
    "Le Devoir, 14 mars 2023",
    "Dakar, 14 mars 2023 (APS) – Le ministre a dit non.",
    "Par J. Martin (Nantes, correspondance) Publié le 14 mars 2023 à 06h00",
    "Mis à jour le 15 mars 2023 | Publié le 14 mars 2023",
    "mardi 14 mars 2023 popularité : 3%",
    "mars 14, 2023 Jeanne Martin Aucun commentaire",
    "paru dans lundimatin#104, le 14 mars 2023",
    "Publié dans le magazine L'Hebdo, le mardi 14 mars 2023, par Jeanne Martin",
    "« le: 14 mars 2023 à 18:22:10 »",
]

REFUSED = [
    "PUBLIÉ HIER À 18H05",
    "Publié il y a 3 heures",
    "Mis à jour le 14 mars 2023 à 06h00",
    "Le rapport de la Cour des comptes, publié le 5 mars 2020, critique la gestion du port.",
    "Le décret, publié le 5 mars 2020, interdit les travaux dans les ports.",
    "Le rapport – publié le 5 mars 2020 – critique la gestion.",
    "Publié le 5 mars 2020, le rapport critique la gestion.",
    "Publié le 5 mars 2020 au Journal officiel",
    "Le 5 mars 2020, le conseil a voté.",
    "Jean Dupont, le 5 mars 2020",
    "Mort de Jean Dupont le 5 mars 2020",
    "Du 5 mars 2020 au 14 mars 2023",
    "Concert le 14 mars 2023 à 20h30",
    "Mercredi 15 mars 2023 à 20 h 30, salle des fêtes",
    "Publié le 31 février 2023",
    "Paru dans L'Écho du 5 mars 2020",
    "« Réponse #1 le: 5 mars 2020 à 18:22:10 »",
]


@pytest.mark.parametrize("line", READ)
def test_the_day_of_a_publication_line(line: str) -> None:
    days = {
        hint.day for hint in from_text(f"Vannes : le budget\n\n{line}{TEXT}", "Europe/Paris") if not hint.modification
    }
    assert [str(day) for day in days] == ["2023-03-14"]


@pytest.mark.parametrize("line", REFUSED)
def test_no_publication_line(line: str) -> None:
    hints = from_text(f"Vannes : le budget\n\n{line}{TEXT}", "Europe/Paris")
    assert [hint for hint in hints if not hint.modification] == []


def test_a_chronology_has_no_day() -> None:
    text = "La vie de Jean Dupont\n\n5 mars 2020\n\nIl est élu.\n\n14 mars 2023\n\nIl démissionne."
    assert from_text(text, "Europe/Paris") == ()


@pytest.mark.parametrize(
    ("line", "is_dated"),
    [
        ("15 mai 2018 – La préfecture rappelle trois lots.", False),
        ("15 mai 2018 – Le Courrier", True),
        ("15 mai 2018 | Justice et faits divers du Finistère", True),
    ],
)
def test_a_sentence_behind_a_day_makes_it_a_row(line: str, is_dated: bool) -> None:
    assert (bare_date(line, "UTC") is not None) is is_dated


@pytest.mark.parametrize(
    ("line", "is_dated"),
    [
        ("Le Courrier picard, 14 mars 2023", True),
        ("Le Républicain lorrain - mardi 14 mars 2023", True),
        ("L'Est républicain, 14 mars 2023", True),
        ("Charente libre | 14/03/2023", True),
        ("Le Dauphiné libéré – Le 14 mars 2023 à 14h30", True),
        ("Le Journal du centre (14 mars 2023)", True),
        ("Le Petit bleu d'Agen, 14 mars 2023", True),
        ("14 mars 2023 - La Gazette drouaise", True),
        ("Charente : deux blessés, 14 mars 2023", False),
        ("Le Courrier est distribué par deux facteurs, 14 mars 2023", False),
        ("Le Dauphiné a été frappé, 14 mars 2023", False),
        ("Le Président américain, 14 mars 2023", False),
    ],
)
def test_a_papers_name_may_go_on_in_small_letters(line: str, is_dated: bool) -> None:
    assert (bare_date(line, "UTC") is not None) is is_dated
