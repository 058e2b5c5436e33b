"""The line of a noun beside another event: what the participle behind it says was done, at its own time."""

from __future__ import annotations

import datetime

import pytest

import timeline


def lines_of(sentence: str) -> list[str]:
    """The titles of the events of a sentence published on 16 May 2024."""
    return [event.title for event in timeline.annotate(sentence, datetime.date(2024, 5, 16)).events]


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "Le tribunal a rejeté mardi le recours contre la suspension prononcée en juin à Valmorin.",
            "La suspension est prononcée à Valmorin",
        ),
        (
            "La cour d'appel a cassé mardi l'avis d'extradition rendu en avril à Lyon.",
            "L'avis d'extradition est rendu à Lyon",
        ),
        (
            "Le préfet a rappelé mardi l'interdiction faite en mars à la compagnie Valtrans.",
            "L'interdiction est faite à la compagnie Valtrans",
        ),
        (
            "Le maire s'est exprimé vendredi au cours d'une réunion tenue jeudi à Valmorin devant cent habitants.",
            "Une réunion est tenue à Valmorin devant cent habitants",
        ),
        (
            "Les cours sont suspendus à la suite de la vigilance orange déclarée lundi par Météo France.",
            "La vigilance orange est déclarée par Météo France",
        ),
        (
            "Le ministre a commenté mardi la grève menée lundi par les éboueurs de Valmorin.",
            "La grève est menée par les éboueurs de Valmorin",
        ),
        (
            "Le juge a examiné mardi la plainte déposée en mars par la commune de Valmorin.",
            "La plainte est déposée par la commune de Valmorin",
        ),
    ],
)
def test_a_dated_participle_tells_its_noun(sentence: str, line: str) -> None:
    assert line in lines_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Le maire a rappelé mardi la réunion prévue en mars à Valmorin.", "est prévue"),  # a plan
        ("Le ministre a commenté mardi la grève menée lundi.", "est menée"),  # no more than the noun
        ("Le maire a cité mardi l'avis rendu lundi par sa commission.", "est rendu"),  # whose?
        ("Une trêve demandée lundi par l'ONU n'a pas été respectée mardi.", "est demandée"),  # a wish
        (
            "Les analyses reçues lundi par la préfecture ont révélé une pollution.",
            "sont reçues",
        ),  # the verb is the news
    ],
)
def test_another_participle_tells_no_event(sentence: str, word: str) -> None:
    assert not any(word in line for line in lines_of(sentence))
