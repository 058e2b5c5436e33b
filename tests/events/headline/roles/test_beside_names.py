"""A person's office beside their name, as the timeline prints it."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import printed

LINES = [
    ("Le préfet, Thomas Degos, a réuni lundi les maires.", "Le préfet Thomas Degos réunit les maires"),
    # two names do not stand side by side
    ("Le maire de Gap, Jean Roux, a été mis en examen lundi.", "Le maire de Gap, Jean Roux, est mis en examen"),
    (
        "Le fondateur de la société Nexa, Luc Petit, a quitté lundi la France.",
        "Le fondateur de la société Nexa, Luc Petit, quitte la France",
    ),
    # others act, too
    (
        "L'ancien directeur de l'usine, Marc Petit, 61 ans, et deux cadres ont été condamnés mardi à Lyon.",
        "L'ancien directeur de l'usine Marc Petit et deux cadres sont condamnés à Lyon",
    ),
    (
        "Le maire de Gap, Jean Roux, et son adjoint ont été mis en examen lundi à Grenoble.",
        "Le maire de Gap, Jean Roux, et son adjoint sont mis en examen à Grenoble",
    ),
    (
        "Le maire socialiste de Gap, Jean Roux, son adjoint et trois conseillers ont démissionné lundi.",
        "Le maire socialiste de Gap, Jean Roux, son adjoint et trois conseillers démissionnent",
    ),
    # both are named already
    (
        "Le président du club, Paul Mazars, et l'entraîneur, Luc Ferrand, ont démissionné mardi.",
        "Paul Mazars et Luc Ferrand démissionnent",
    ),
]


@pytest.mark.parametrize(("sentence", "line"), LINES)
def test_an_office_stands_before_its_name(sentence: str, line: str) -> None:
    assert printed("", sentence) == line
