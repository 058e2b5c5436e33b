"""Phrases of headlines that may not name an affair, because they are cut."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline.affair.whole import is_cut

TOMB = "La tombe du général de Gaulle a été profanée samedi à Colombey. Charles de Gaulle y repose."
BARRICADES = "Des barricades ont été dressées et des pneus brûlés mardi à Ouagadougou."
MAYOR = "Le maire de Contrexéville a été mis en examen mardi à Nancy."

CUT = [
    # a participle without its complement
    (MAYOR, "Maire de Contrexéville mis"),
    (MAYOR, "Séisme de magnitude"),
    # a title without its name
    (MAYOR, "Chalet de M"),
    (MAYOR, "Baccalauréat de Mme"),
    # a participle without its noun
    (TOMB, "Général de Gaulle profanée"),
    # the end of a name
    (TOMB, "Gaulle à Moscou"),
    # amounts
    (MAYOR, "Grande partie de la France"),
    (MAYOR, "Nombreuses personnalités"),
    (MAYOR, "Millions d'articles"),
    # half of a quotation
    (MAYOR, "« À Rennes"),
]

WHOLE = [
    (MAYOR, "Maire de Contrexéville"),
    (MAYOR, "Maire de Contrexéville mis en examen"),
    (TOMB, "Tombe profanée"),
    (TOMB, "Charles de Gaulle à Moscou"),
    # the participle is of the second noun
    (BARRICADES, "Barricades et pneus brûlés"),
    (MAYOR, "Grande braderie de Lille"),
    (MAYOR, "Festival « Naître ici »"),
]


@pytest.mark.parametrize(("text", "phrase"), CUT)
def test_a_phrase_is_cut(text: str, phrase: str) -> None:
    assert is_cut(read("", text)[0], phrase)


@pytest.mark.parametrize(("text", "phrase"), WHOLE)
def test_a_phrase_is_whole(text: str, phrase: str) -> None:
    assert not is_cut(read("", text)[0], phrase)
