"""The topics that an article offers its lines, with where each comes from."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline.leading.candidates import Source, candidates

OFFERED = [
    # what the rules trust comes first, then the headline's names, then those of the text
    (
        "Belgique : des attentats-suicides frappent Bruxelles",
        "Deux bombes ont explosé mardi à Bruxelles. Bruxelles attend.",
        ["Attentats-suicides à Bruxelles EVENT", "Belgique SETTING", "Bruxelles TITLE_LOC"],
    ),
    ("", "Une avalanche a tué mardi un skieur à Tignes.", ["Tignes LEAD_LOC"]),
    # no place, no topic
    ("", "Un train a déraillé mardi.", []),
    # a date is what no line is about
    ("Mars 2016 : la grève", "Un train a déraillé mardi.", []),
]


@pytest.mark.parametrize(("title", "text", "offered"), OFFERED)
def test_what_is_offered(title: str, text: str, offered: list[str]) -> None:
    context, _ = read(title, text)
    found = [one for one in candidates(context) if one.source is not Source.AFFAIR]
    assert [f"{one.text} {one.source.name}" for one in found] == offered


def test_what_names_the_affair_is_offered() -> None:
    context, _ = read("La Semois empoisonnée", "La pollution de la Semois a commencé mardi à Bouillon.")
    found = {one.text: one for one in candidates(context)}
    assert found["Pollution de la Semois"].source is Source.AFFAIR
    assert found["Pollution de la Semois"].affair > found["Semois"].affair
