"""The topics that an article offers its lines, with where each comes from."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline.topic.candidates import Source, candidates, topic_of

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
    assert [f"{one.text} {one.source.name}" for one in candidates(context)] == offered


def test_a_place_is_a_place_to_the_rules() -> None:
    context, _ = read("Belgique : des attentats frappent Bruxelles", "Deux bombes ont explosé à Bruxelles.")
    topics = {one.source: topic_of(one) for one in candidates(context)}
    assert topics[Source.TITLE_LOC].place
    assert not topics[Source.EVENT].place
