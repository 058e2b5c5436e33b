"""A place behind a noun, with its preposition."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline.topic.places import PlaceForms, article_of, behind, place_forms

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


ARTICLES = [
    # as the article has it, also in a preposition
    ("L'usine de la SNCF attend.", "SNCF", "la"),
    ("Un joueur du PSG attend.", "PSG", "le"),
    ("Un joueur de Renault attend la Renault bleue.", "Renault", ""),
    # a country that the text has behind "de" or "en", or without a preposition
    ("Le maire de Turquie attend.", "Turquie", "la"),
    ("Le maire attend en RDC.", "RDC", "la"),
    ("Burundi attend.", "Burundi", "le"),
    ("Irak attend.", "Irak", "l'"),
    ("Philippines attend.", "Philippines", "les"),
    ("Cuba attend.", "Cuba", ""),
    ("Nice attend.", "Nice", ""),
]


@pytest.mark.parametrize(("text", "name", "article"), ARTICLES)
def test_the_article_of_a_name(text: str, name: str, article: str) -> None:
    context, _ = read("", text)
    assert article_of(context, name) == article


BEHIND = [
    ("de", "le", "Burundi", "du Burundi"),
    ("de", "la", "Drôme", "de la Drôme"),
    ("de", "", "Air Norvège", "d'Air Norvège"),
    ("de", "", "Nice", "de Nice"),
    ("à", "la", "SNCF", "à la SNCF"),
    ("", "l'", "Irak", "l'Irak"),
    ("", "", "Ericsson", "Ericsson"),
]


@pytest.mark.parametrize(("preposition", "article", "name", "text"), BEHIND)
def test_a_name_behind_its_preposition(preposition: str, article: str, name: str, text: str) -> None:
    context, _ = read("", "Le maire attend.")
    assert behind(context, preposition, article, name) == text
