"""The gate of headlines: each rule with what breaks it and what passes; denials, refusals and conditions stay."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

import timeline
from timeline.annotator.article import HEADLINE_FROM
from timeline.events.headline.base import gate
from timeline.events.headline.words import GateRule, load

WORDS = load("fr")
CASES = [line.split("\t") for line in (Path(__file__).parents[1] / "polarity.tsv").read_text("utf-8").splitlines()]

GENERAL = {
    "at most 100 characters": ("Le pont " + "très " * 20 + "long ferme", "Le pont ferme à midi"),
    "at least two words": ("Examen", "Examen du budget"),
    "a capital, a figure or a quotation mark first": ("le pont ferme", "« Le pont ferme »"),
    "no mark at its ends": ("Le pont ferme,", "Le pont ferme"),
    "no word twice": ("Le Le Canard enchaîné paraît", "Le Canard enchaîné paraît"),
    "no name twice": ("La Chine est battue par la Chine en finale", "La Chine est battue en finale"),
    "no mark twice": ("Le pont ferme, , à midi", "Le pont ferme, à midi"),
    "marks in pairs": ("Le maire « ferme le pont", "Le maire « ferme » le pont"),
    "nothing of the web": ("Le pont ferme https://pont", "Le pont ferme"),
}


@pytest.mark.parametrize("rule", WORDS.rules, ids=lambda rule: rule.name)
def test_a_rule_of_french(rule: GateRule) -> None:
    assert [line for line in rule.breaks if not rule.pattern.search(line)] == []
    lines = (*rule.breaks, *rule.passes)
    assert [line for line in lines if rule.forbids(line, line.lower()) != bool(rule.pattern.search(line))] == []
    assert [line for line in rule.passes if gate.broken(line, WORDS)] == []


@pytest.mark.parametrize(("name", "breaks"), gate.RULES)
def test_a_rule_of_every_language(name: str, breaks: object) -> None:
    bad, good = GENERAL[name]
    assert gate.broken(bad, WORDS) == name
    assert gate.broken(good, WORDS) == ""
    assert callable(breaks)


def test_there_are_sixty_cases_of_polarity() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize(("sentence", "kept"), CASES)
def test_polarity_and_modality_stay(sentence: str, kept: str) -> None:
    found = timeline.annotate(sentence, datetime.date(2024, 3, 14))
    likely = [*found.events, *(event for event in found.other_events if event.weight >= HEADLINE_FROM)]
    written = sentence.rstrip(".")  # the sentence itself may be printed
    printed = [event.title for event in likely if event.title_score > 0 and event.title != written]
    assert [title for title in printed if not re.search(kept, title)] == []
