"""Which lines stand behind a topic of their article, and behind which."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline import build
from timeline.events.headline.base.gate import LONGEST
from timeline.events.headline.leading.choice import fitting

LEAD = "Une explosion a tué mardi deux ouvriers dans une usine de Mauvages. "

PRINTED = [
    # a line that nothing explains, behind the event of the headline
    ("Explosion à Mauvages : deux morts", LEAD + "Une enquête a été ouverte.", "Explosion à Mauvages"),
    # no topic repeats a word of the line
    ("Explosion à Mauvages : deux morts", LEAD + "L'explosion de Mauvages a détruit l'usine Delorme.", ""),
]


@pytest.mark.parametrize(("title", "text", "topic"), PRINTED)
def test_the_topic_of_a_line(title: str, text: str, topic: str) -> None:
    context, mention = read(title, text)
    headline = next(one for one in build.headlines(context, mention) if not one.own)
    printed = build.printed(context, mention, headline)
    assert printed.topic == topic
    assert printed.text.startswith(f"{topic} : " if topic else printed.text)
    assert len(printed.text) <= LONGEST


def test_a_line_of_no_draft_is_printed_as_it_is() -> None:
    context, mention = read("Explosion à Mauvages", LEAD)
    plain = build.sentence_line(context, mention)
    assert build.printed(context, mention, build.Headline(plain, 0.0)).text == plain


def test_no_town_where_the_event_has_another_one() -> None:
    context, _ = read("Explosion à Mauvages", LEAD)
    towns = [one.text for one in fitting(context, "Le maire attend", ("Ligny",)) if one.label == "LOC"]
    assert towns == []
    assert "Mauvages" in [one.text for one in fitting(context, "Le maire attend", ("Mauvages",))]
