"""Properties of every headline that may be printed: of the table of polarity, and of invented news."""

from __future__ import annotations

import datetime
import re
from functools import cache
from pathlib import Path

import pytest

import timeline
from timeline.events.headline.base.gate import broken
from timeline.events.headline.base.stems import stems
from timeline.events.headline.build import shortened
from timeline.events.headline.choice.passing import LONGEST_TRIMMED
from timeline.events.headline.words import load
from timeline.model import Event

WORDS = load("fr")
NEWS = """\
Le maire de Valmorin, Claire Dubreuil, a fermé lundi le pont suspendu à la circulation. Elle a promis une réouverture \
rapide. Les techniciens les avaient repérées vendredi. Une réunion publique se tiendra jeudi à la salle des fêtes.

Deux hommes ont été arrêtés mardi à Lyon après l'attaque d'une bijouterie. Ils ont été placés en garde à vue. Une \
enquête a été ouverte par le parquet. L'un d'entre eux serait de nationalité belge, a précisé la police.

La Fédération internationale des ligues des droits de l'homme (FIDH) a dénoncé lundi l'arrestation de trois \
journalistes. Le gouvernement a rejeté la demande de libération. Cette décision a été critiquée par l'opposition.

Vers 11 heures est intervenu un camion de pompiers. Deux trains de passagers sont entrés en collision près de Dijon. \
Le dernier accident remonte à 1998, a rappelé le préfet. La ligne rouvrira le 1er juillet.
"""


@cache
def printed() -> tuple[Event, ...]:
    """The events with a headline that may be printed, of the news and of the polarity table."""
    table = (Path(__file__).parent / "polarity.tsv").read_text("utf-8").splitlines()
    texts = [
        *NEWS.split("\n\n"),
        *("\n".join(line.split("\t")[0] for line in table[at : at + 8]) for at in range(0, 56, 8)),
    ]
    found = [timeline.annotate(text, datetime.date(2024, 3, 14)) for text in texts]
    return tuple(event for one in found for event in (*one.events, *one.other_events) if event.title_score > 0)


def test_there_are_enough() -> None:
    assert len(printed()) >= 40


def test_each_passes_the_gate() -> None:
    assert {event.title: rule for event in printed() if (rule := broken(event.title, WORDS, LONGEST_TRIMMED))} == {}


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("Le derby a tourné à la démonstration.", "Le derby a tourné à la démonstration"),
        ("Qui l'a vu ?", "Qui l'a vu ?"),
        ("Il a attendu...", "Il a attendu..."),
        ("Nous avons reçu un sac de riz. »", "« Nous avons reçu un sac de riz »"),
        ("« Il a crié.", "« Il a crié »"),
    ],
)
def test_a_sentence_as_a_line_has_no_full_stop(sentence: str, line: str) -> None:
    assert shortened(sentence) == line


def test_a_headline_of_more_than_a_hundred_characters_has_the_words_of_its_sentence_in_their_order() -> None:
    """All but one, the verb in the present: such a line is the sentence without its dates and asides."""
    for event in printed():
        if len(event.title) > 100:
            named = re.sub(r" \[[^]]*\]", "", event.title)
            words, left = re.findall(r"\w+", named.lower()), iter(re.findall(r"\w+", event.quote.lower()))
            others = [word for word in words if word in event.quote.lower()]
            assert all(word in left for word in others)
            assert len(others) >= len(words) - 1


def test_no_headline_is_cut() -> None:
    assert [event.title for event in printed() if event.title.endswith("…")] == []


@pytest.mark.parametrize("name", ["Claire Dubreuil", "FIDH"])
def test_names_are_used(name: str) -> None:
    assert any(name in event.title for event in printed())


def test_what_a_pronoun_hides_is_not_printed() -> None:
    assert [event.title for event in printed() if "les avaient" in event.title or "d'entre eux" in event.title] == []


def test_figures_are_copied() -> None:
    figures = {event.title: {word for word in stems(event.title) if word.isdigit()} for event in printed()}
    quotes = {event.title: stems(event.quote) for event in printed()}
    assert {title: found for title, found in figures.items() if found - quotes[title]} == {}
