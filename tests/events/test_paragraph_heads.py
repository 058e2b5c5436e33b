"""A column of briefs: a name heads each paragraph, and says who or where it is."""

from __future__ import annotations

import datetime

import pytest

from timeline.annotator import read_one
from timeline.model import Article, Event

PUBLISHED = datetime.date(2019, 2, 8)
FIRMS = """Vallourec. Le fabricant de tubes a annoncé jeudi la suppression de 700 postes en Allemagne.

Boulanger. L'enseigne ouvrira douze magasins en 2019.

Alstom. Bruxelles a rejeté mercredi la fusion avec Siemens.
"""
TOWNS = """Parthenay. Le marché aux plantes aura lieu samedi place du Drapeau.

Secondigny. La fête du pommier se tiendra dimanche. Elle avait été annulée en 2018 en raison du gel.
"""
LINES = """Parthenay
Le marché aux plantes aura lieu samedi place du Drapeau.

SECONDIGNY

La fête du pommier se tiendra dimanche. Elle avait été annulée en 2018 en raison du gel.
"""
DASHES = """Parthenay – Le marché aux plantes aura lieu samedi place du Drapeau.
Secondigny : la fête du pommier se tiendra dimanche. Elle avait été annulée en 2018 en raison du gel.
"""
HEADINGS = """Le pont rouvre
La maire a inauguré lundi le pont.

Un procès en juin
Le maire sera jugé en juin.

Parthenay
L'audience durera trois jours.
"""
GENRES = """ENTRETIEN. La cheffe a perdu lundi une étoile.

Oui. La cheffe rouvrira samedi.
"""
ONE = "Vallourec. Le fabricant de tubes a annoncé jeudi la suppression de 700 postes en Allemagne."


def read(text: str) -> list[Event]:
    found = read_one(Article("a", "a.txt", "En bref", PUBLISHED, text))
    return [*found.events, *found.other_events]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (FIRMS, "Vallourec : le fabricant de tubes annonce la suppression de 700 postes en Allemagne"),
        (FIRMS, "Boulanger : l'enseigne ouvrira douze magasins"),
        (FIRMS, "Bruxelles rejette la fusion avec Siemens"),
        (TOWNS, "Secondigny : la fête du pommier se tiendra"),
        (ONE, "Le fabricant de tubes annonce la suppression de 700 postes en Allemagne"),
    ],
)
def test_a_line_stands_behind_its_head(text: str, title: str) -> None:
    assert title in [event.title for event in read(text)]


@pytest.mark.parametrize("text", [TOWNS, LINES, DASHES])
def test_a_town_that_heads_its_paragraph_is_the_place(text: str) -> None:
    places = {event.lemma: [name.canonical for name in event.places] for event in read(text)}
    assert places["fête"] == places["annuler"] == ["Secondigny"]
    assert places["marché"][0] == "Parthenay"


def test_a_town_in_capitals_is_written_as_elsewhere() -> None:
    text = "POINTE-À-PITRE. Le préfet a fermé le port lundi.\n\nL'ÎLE-D'YEU. Le maire a rouvert le quai mardi.\n"
    titles = " ".join(event.title for event in read(text))
    assert "Pointe-à-Pitre : le préfet ferme le port" in titles
    assert "L'Île-d'Yeu : le maire rouvre le quai" in titles


@pytest.mark.parametrize("text", [HEADINGS, GENRES], ids=["headings", "genres"])
def test_headings_are_no_names(text: str) -> None:
    found = read(text)
    assert not [event.title for event in found if " : " in event.title]
    assert not [name for event in found for name in (*event.people, *event.places) if name.canonical == "Entretien"]
