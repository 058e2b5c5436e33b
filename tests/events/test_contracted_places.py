"""Places whose article is part of the preposition before them."""

from __future__ import annotations

import datetime

import pytest

from timeline.annotator import annotate
from timeline.events.arguments.geography.contracted import with_articles
from timeline.events.headline.words import load
from timeline.model import Name, Span


def named(text: str, surface: str, canonical: str = "") -> Name:
    start = text.index(surface)
    return Name(canonical or surface, surface, Span(start, start + len(surface)), "LOC")


@pytest.mark.parametrize(
    ("text", "surface", "place"),
    [
        ("Une usine a brûlé lundi au Havre.", "Havre", "Le Havre"),
        ("Le maire du Mans a démissionné lundi.", "Mans", "Le Mans"),
        ("Une régate est partie lundi des Sables-d'Olonne.", "Sables-d'Olonne", "Les Sables-d'Olonne"),
        ("Un attentat a visé lundi les bus du Caire.", "Caire", "Le Caire"),
        ("Un attentat a fait trois morts lundi au Mali.", "Mali", "Mali"),
        ("Trois communes du Gard ont été évacuées lundi.", "Gard", "Gard"),
        ("Une usine a brûlé lundi à Rouen.", "Rouen", "Rouen"),
        ("Une usine a brûlé lundi aux Essarts-Inconnus.", "Essarts-Inconnus", "Essarts-Inconnus"),
        ("Havre : une usine brûle", "Havre", "Havre"),
    ],
)
def test_a_town_has_its_article(text: str, surface: str, place: str) -> None:
    assert [name.canonical for name in with_articles([named(text, surface)], text, load("fr"))] == [place]


def test_a_place_is_named_once() -> None:
    text = "Du Havre à Rouen, Le Havre compris."
    places = [named(text, "Havre"), named(text, "Le Havre")]
    assert [name.canonical for name in with_articles(places, text, load("fr"))] == ["Le Havre"]


def test_an_event_has_it() -> None:
    found = annotate("Un dépôt de carburant a été détruit lundi au Mans (Sarthe).", datetime.date(2018, 12, 10))
    assert [place.canonical for place in found.events[0].places] == ["Le Mans", "Sarthe"]
