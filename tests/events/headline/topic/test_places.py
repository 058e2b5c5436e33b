"""A place behind a noun, with its preposition."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline.topic.places import PlaceForms, place_forms

FORMS = [
    # as the article has it
    ("Le feu a repris dans la Drôme.", "Drôme", "dans la Drôme", "de la Drôme", (True, False)),
    ("L'eau de la Semois a changé.", "Semois", "dans la Semois", "de la Semois", (False, True)),
    ("Un enquêteur viendra des Vosges.", "Vosges", "dans les Vosges", "des Vosges", (False, True)),
    ("Le train part d'Orléans.", "Orléans", "à Orléans", "d'Orléans", (False, True)),
    # a country that the article names without a preposition
    ("Le Burundi attend.", "Burundi", "au Burundi", "du Burundi", (False, False)),
    ("Le Mexique attend.", "Mexique", "au Mexique", "du Mexique", (False, False)),
    ("Cuba attend.", "Cuba", "à Cuba", "de Cuba", (False, False)),
    ("Bagdad attend.", "Irak", "en Irak", "d'Irak", (False, False)),
    ("Manille attend.", "Philippines", "aux Philippines", "des Philippines", (False, False)),
    # of a region nobody knows the preposition where the article does not have it
    ("Caen attend.", "Normandie", "", "de Normandie", (False, False)),
    # "h" may be aspirated
    ("Vesoul attend.", "Haute-Saône", "", "de Haute-Saône", (False, False)),
    # the capitals of a dateline
    ("COURRIÈRES. Le feu a pris.", "COURRIÈRES", "à Courrières", "de Courrières", (False, False)),
    # an article that is part of the name
    ("Le Havre attend.", "Le Havre", "au Havre", "du Havre", (False, False)),
    # a town
    ("Nice attend.", "Nice", "à Nice", "de Nice", (False, False)),
    # not the beginning of a longer name
    ("Il vit à Nice-Ouest et attend.", "Nice", "à Nice", "de Nice", (False, False)),
]


@pytest.mark.parametrize(("text", "place", "locative", "genitive", "has"), FORMS)
def test_the_forms_of_a_place(text: str, place: str, locative: str, genitive: str, has: tuple[bool, bool]) -> None:
    context, _ = read("", text)
    assert place_forms(context, place) == PlaceForms(locative, genitive, *has)
