"""Which phrase names the affair of an article."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline.affair.choice import affairs

NAMED = [
    (
        "La Semois empoisonnée",
        "La pollution de la Semois a commencé mardi à Bouillon. Des milliers de poissons sont morts.",
        "Pollution de la Semois",
    ),
    ("", "Le carnaval d'Héricourt a réuni dimanche mille personnes. Le roi a été brûlé.", "Carnaval d'Héricourt"),
]


@pytest.mark.parametrize(("title", "text", "name"), NAMED)
def test_the_name_of_an_affair(title: str, text: str, name: str) -> None:
    context, _ = read(title, text)
    found = affairs(context)
    assert found[0].text == name
    assert [one.chance for one in found] == sorted((one.chance for one in found), reverse=True)
    assert all(0 < one.chance < 1 for one in found)


def test_a_text_without_a_noun_has_no_affair() -> None:
    context, _ = read("", "Il est parti.")
    assert affairs(context) == ()
