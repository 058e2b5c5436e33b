"""What heads a paragraph and is no part of its first sentence."""

from __future__ import annotations

import pytest

from timeline.lines.wrapped import unwrap

ASKED = "\nQuand l'avez-vous su ?\n{} En octobre, on nous a écrit.\n\nEt depuis ?\n{} Plus rien.\n"


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Lyon, le 8 juin 2021, 17 h 45 – Novalie annonce un accord.", ["Lyon, le 8 juin 2021, 17 h 45"]),
        (
            "Saint-Denis (93), mardi 8 juin 2021 à 7h30 - Seltis recrute.",
            ["Saint-Denis (93), mardi 8 juin 2021 à 7h30"],
        ),
        ("Paris, le 8 juin 2021, 18:00 CEST — Seltis recrute.", ["Paris, le 8 juin 2021, 18:00 CEST"]),
        (ASKED.format("Hélène Vasseur :", "H. V. :"), ["Hélène Vasseur", "H. V."]),
        (ASKED.format("Lina Kerjean :", "Lina Kerjean :"), ["Lina Kerjean", "Lina Kerjean"]),
        (ASKED.format("– Le Télégramme :", "–"), ["– Le Télégramme"]),
    ],
)
def test_it_stands_apart(text: str, apart: list[str]) -> None:
    read = unwrap(text)
    assert len(read.text) == len(text)
    lines = [line.strip() for line in read.text.split("\n")]
    assert [one for one in apart if one not in lines] == []
    assert read.printed == text


@pytest.mark.parametrize(
    "text",
    [
        "Lyon, le 8 juin 2021 – Novalie annonce un accord.",
        "Lyon, le 8 juin 2021, 17 élus ont signé – hier – un accord.",
        "Groupe Nord : Lens bat Lille.\n\nGroupe Nord : Arras bat Douai.\n",
        ASKED.format("Le maire :", "Réponse :"),
    ],
    ids=["a day alone", "no hour", "no interview", "one capital"],
)
def test_the_text_stays(text: str) -> None:
    assert unwrap(text).text == text
