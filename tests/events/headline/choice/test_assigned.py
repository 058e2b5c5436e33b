"""Which headline each event of an article gets: the article's own once, no line of a sentence for two days."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.events.headline.reading import read
from tests.events.test_event_coreference import event
from timeline.events.headline.base.types import Headline
from timeline.events.headline.choice.assign import HeadlineOptions, assigned
from timeline.events.headline.choice.passing import printable_drafts
from timeline.model import Span

SENTENCE = "Le pont rouvrira le 1er juillet, a annoncé mardi le département"


Given = tuple[int, str, str, str, float]
"""An event: its sentence's number, its lemma, its headline, its day, its weight."""


def titles(*events: Given) -> list[str]:
    """The headlines of events."""
    wanted = []
    for at, (sentence, lemma, title, day, weight) in enumerate(events):
        one = replace(event(at, ("", day, weight)), lemma=lemma, span=Span(90 * sentence, 90 * sentence + 89))
        wanted.append(HeadlineOptions(one, (Headline(title, 0.8, confidence=0.6),), lambda: Headline(SENTENCE, 0.0)))
    return [each.title for each in assigned(wanted)]


OPENS, CLOSES, LOWERS = "Le pont rouvrira", "Le pont ferme", "La banque baisse ses taux"
LEAVES, LATER = "Le ministre démissionne", "Le ministre démissionne après les révélations d'un journal"
SAID = "Révélations sur les comptes du ministre"
OPENED = "Le pont rouvrira, a annoncé le département"
SENDS = "Le Conseil convient d'envoyer un émissaire"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # the line has the word of what was announced, not that of the announcement
        ((0, "rouvrir", OPENS, "2024-07-01", 0.9), (0, "annoncer", OPENS, "2024-03-26", 0.8), [OPENS, SENTENCE]),
        ((0, "rouvrir", OPENS, "2024-07-01", 0.8), (0, "annoncer", OPENS, "2024-03-26", 0.9), [OPENS, SENTENCE]),
        # a part of the other's line
        ((0, "rouvrir", OPENED, "2024-07-01", 0.9), (0, "annoncer", OPENS, "2024-03-26", 0.8), [OPENED, SENTENCE]),
        # it has both words: the first is what it tells
        ((0, "envoyer", SENDS, "2024-07-01", 0.9), (0, "convenir", SENDS, "2024-06-26", 0.8), [SENTENCE, SENDS]),
        # it has neither: the likelier event
        ((0, "finir", OPENS, "2024-07-01", 0.7), (0, "annoncer", OPENS, "2024-03-26", 0.8), [SENTENCE, OPENS]),
        # one day: `without_equal_lines` makes them one event
        ((0, "rouvrir", OPENS, "2024-07-01", 0.9), (0, "annoncer", OPENS, "2024-07-01", 0.8), [OPENS, OPENS]),
        # two sentences may tell of two days in the same words
        ((0, "baisser", LOWERS, "2024-06-06", 0.9), (1, "baisser", LOWERS, "2024-07-01", 0.8), [LOWERS, LOWERS]),
        # the line has an event's word as a circumstance of the other's
        (
            (0, "démissionner", LEAVES, "2024-06-06", 0.9),
            (0, "révélation", LATER, "2024-06-01", 0.6),
            [LEAVES, SENTENCE],
        ),
        # of one day with what it is a circumstance of; a line of its own
        ((0, "démissionner", LEAVES, "2024-06-06", 0.9), (0, "révélation", LATER, "2024-06-06", 0.6), [LEAVES, LATER]),
        ((0, "démissionner", LEAVES, "2024-06-06", 0.9), (0, "révélation", SAID, "2024-06-01", 0.6), [LEAVES, SAID]),
        # two lines
        ((0, "rouvrir", OPENS, "2024-07-01", 0.9), (0, "fermer", CLOSES, "2024-03-26", 0.8), [OPENS, CLOSES]),
    ],
)
def test_one_line_of_a_sentence_does_not_tell_of_two_days(first: Given, second: Given, expected: list[str]) -> None:
    assert titles(first, second) == expected


def test_an_event_of_another_day_has_its_own_next_line() -> None:
    """Not the sentence, where another of its lines tells it alone."""
    one = replace(event(0, ("", "2024-06-06", 0.9)), lemma="démissionner", span=Span(0, 89))
    other = replace(event(1, ("", "2024-06-01", 0.6)), lemma="révélation", span=Span(0, 89))
    sentence = Headline(SENTENCE, 0.0)
    lines = tuple(Headline(text, 0.8, confidence=0.6) for text in (LATER, SAID))
    wanted = [HeadlineOptions(one, (Headline(LEAVES, 0.8, confidence=0.6),), lambda: sentence)]
    assert [each.title for each in assigned([*wanted, HeadlineOptions(other, lines, lambda: sentence)])] == [
        LEAVES,
        SAID,
    ]


def test_a_clause_tells_the_event_of_its_verb() -> None:
    """ "La plainte est classée" is of the day of the ruling, whatever noun stands first; the complaint's is another."""
    (clause,) = (
        one
        for one in printable_drafts(*read("", "La plainte a été classée mardi.", "classée"))
        if one.text == "La plainte est classée"
    )
    complaint = replace(event(0, ("", "2024-03-01", 0.8)), lemma="plainte", span=Span(0, 89))
    trigger = clause.predicate.token if clause.predicate else None
    assert trigger is not None
    ruling = replace(
        event(1, ("", "2024-03-12", 0.9)), lemma="classer", span=Span(0, 89), trigger=Span(trigger.start, trigger.end)
    )
    line = Headline(clause.text, 0.8, confidence=0.6, draft=clause)
    wanted = [HeadlineOptions(one, (line,), lambda: Headline(SENTENCE, 0.0)) for one in (complaint, ruling)]
    assert [each.title for each in assigned(wanted)] == [SENTENCE, clause.text]
