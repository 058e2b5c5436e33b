"""Which lines stand behind a topic of their article, and behind which."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import printed, read
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


LED = [
    (
        "Double attentat à Mogadiscio",
        "La première explosion a visé un hôtel.",
        "Double attentat à Mogadiscio : la première explosion vise un hôtel",
    ),
    (
        "Incendie de Valmorin : le feu repart",
        "Le directeur a été arrêté.",
        "Incendie de Valmorin : le directeur est arrêté",
    ),
    (
        "Incendie de Valmorin : le feu repart",
        "Un directeur a été arrêté.",
        "Incendie de Valmorin : un directeur est arrêté",
    ),
    (
        "Jeux d'Oslo : un record",
        "Claire Dubreuil a pris la médaille d'or.",
        "Jeux d'Oslo : Claire Dubreuil prend la médaille d'or",
    ),
    ("Un CRS fauché à Valmorin", "Le chauffard a été arrêté.", "CRS fauché à Valmorin : le chauffard est arrêté"),
    (
        "Jeux d'Oslo : un record",
        "La Canadienne Claire Dubreuil remporte le bronze.",
        "Jeux d'Oslo : la Canadienne Claire Dubreuil remporte le bronze",
    ),
    ("Un CRS fauché à Valmorin", "Le chauffard a été arrêté en Norvège.", "Un chauffard est arrêté en Norvège"),
    (
        "Patinage : résultats du Trophée Nebelhorn 2018",
        "Claire Dubreuil a remporté le bronze.",
        "Trophée Nebelhorn 2018 : Claire Dubreuil remporte le bronze",
    ),
    ("Jeux d'Oslo : un record", "Claire Dubreuil a battu Anna Roux.", "Jeux d'Oslo : Claire Dubreuil bat Anna Roux"),
    (
        "Un CRS fauché à Valmorin",
        "Ces attaques ont été revendiquées.",
        "CRS fauché à Valmorin : les attaques sont revendiquées",
    ),
    (
        "Un CRS fauché à Valmorin",
        "La police a repris l'enquête.",
        "CRS fauché à Valmorin : la police reprend l'enquête",
    ),
    (
        "Avalanche de Valmorin : deux ans requis",
        "Mme Brossard a quitté la salle.",
        "Avalanche de Valmorin : Mme Brossard quitte la salle",
    ),
    (
        "Avalanche de Valmorin : deux ans requis",
        "La procureure a quitté la salle.",
        "Avalanche de Valmorin : la procureure quitte la salle",
    ),
    ("Pakistan : recensement historique", "Le processus a été annulé.", "Pakistan : le processus est annulé"),
]


@pytest.mark.parametrize(("title", "text", "line"), LED)
def test_a_line_behind_what_explains_it(title: str, text: str, line: str) -> None:
    assert printed(title, text) == line


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
