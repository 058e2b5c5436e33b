"""Places by the names that a map has."""

from __future__ import annotations

import datetime

import pytest

from timeline.annotator import annotate
from timeline.events.arguments.geography.place_names import as_on_a_map
from timeline.events.headline.words import load
from timeline.model import Name, Span


def named(text: str, surface: str, canonical: str = "") -> Name:
    start = text.index(surface)
    return Name(canonical or surface, surface, Span(start, start + len(surface)), "LOC")


@pytest.mark.parametrize(
    ("text", "surface", "place"),
    [
        ("Une usine a brûlé lundi au Havre.", "Havre", "Le Havre"),
        ("Le courant est coupé.\n\nAu Havre, une grue est tombée.", "Havre", "Le Havre"),
        ("Le maire du Mans a démissionné lundi.", "Mans", "Le Mans"),
        ("Une régate est partie lundi des Sables-d'Olonne.", "Sables-d'Olonne", "Les Sables-d'Olonne"),
        ("Un attentat a visé lundi les bus du Caire.", "Caire", "Le Caire"),
        ("Un attentat a fait trois morts lundi au Mali.", "Mali", "Mali"),
        ("Trois communes du Gard ont été évacuées lundi.", "Gard", "Gard"),
        ("Une usine a brûlé lundi à Rouen.", "Rouen", "Rouen"),
        ("Une usine a brûlé lundi aux Essarts-Inconnus.", "Essarts-Inconnus", "Essarts-Inconnus"),
        ("Havre : une usine brûle", "Havre", "Havre"),
        ("NICE (AFP) - Une usine brûle", "NICE", "Nice"),
        ("AIX-EN-PROVENCE, 3 mai - Une usine brûle", "AIX-EN-PROVENCE", "Aix-en-Provence"),
        ("BUJALEUF. Une usine brûle", "BUJALEUF", "Bujaleuf"),
        ("Une usine a brûlé en URSS.", "URSS", "URSS"),
        ("Un camion s'est renversé sur la RN 165.", "RN 165", "RN 165"),
    ],
)
def test_a_town_has_its_article(text: str, surface: str, place: str) -> None:
    assert [name.canonical for name in as_on_a_map([named(text, surface)], text, load("fr"))] == [place]


def test_a_place_is_named_once() -> None:
    text = "Du Havre à Rouen, Le Havre compris."
    places = [named(text, "Havre"), named(text, "Le Havre")]
    assert [name.canonical for name in as_on_a_map(places, text, load("fr"))] == ["Le Havre"]


def test_a_place_of_another_sentence_has_its_article() -> None:
    text = "Un docker du Havre a disparu. Une enquête est ouverte."
    place = Name("Havre", "", Span(30, 30), "LOC")
    assert [name.canonical for name in as_on_a_map([place], text, load("fr"))] == ["Le Havre"]


def test_an_event_has_it() -> None:
    found = annotate("Un dépôt de carburant a été détruit lundi au Mans (Sarthe).", datetime.date(2018, 12, 10))
    assert [place.canonical for place in found.events[0].places] == ["Le Mans", "Sarthe"]
