"""Reading takes calls in proportion to the text: three times the text, three times the calls; and bounded memory."""

from __future__ import annotations

import datetime
import sys
import tracemalloc
from collections.abc import Callable
from types import FrameType

import pytest

from timeline import events
from timeline.annotator.dates import article_of, resolved, sentences_of
from timeline.events.arguments import choose
from timeline.events.headline import build
from timeline.events.ranking import rank
from timeline.model import Event

SENTENCES = (
    "Le maire de Lyon, Claire Morel, a inauguré mardi le nouveau pont sur la rivière.",
    "Paul Girard a démissionné le 3 mars de son poste de directeur de l'hôpital de Lille.",
    "Un incendie a détruit hier un entrepôt de Reims, où les salariés avaient cessé le travail la veille.",
    "Le tribunal de Metz a condamné Luc Perrin à deux ans de prison après trois jours de procès.",
)
MOST = 3.4
"""The largest growth that is taken for linear: before candidates were indexed, it was over 4."""


Reading = Callable[[float], tuple[Event, ...]]


def reading(paragraphs: int) -> tuple[str, Reading]:
    """A text, and what finds its events of some salience or more."""
    text = "\n\n".join(f"{SENTENCES[i % 4]} {SENTENCES[(i * 3 + 1) % 4]}" for i in range(paragraphs))
    article = article_of(text, datetime.date(2022, 3, 9))
    sentences = sentences_of(article)
    timexes = resolved(article, text, sentences).timexes
    return text, lambda keep: events.extract(article, sentences, timexes, keep=keep)


def calls(paragraphs: int) -> int:
    """How many Python functions the events of a text call."""
    _, read = reading(paragraphs)
    count = 0

    def counted(_frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        read(2.0)
    finally:
        sys.setprofile(None)
    return count


def test_events_take_calls_in_proportion_to_the_text() -> None:
    calls(1)  # models are loaded once
    assert calls(75) < MOST * calls(25)


MOST_BYTES = 550
"""The most bytes held for a code point of text; over 1,000 when the options of all events were held at once."""


def test_the_memory_of_a_long_text_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is ranked and written is held for some events at a time: 1 MB of prose is read in less than 1 GB."""
    monkeypatch.setattr(rank, "TOGETHER", 16)
    monkeypatch.setattr(build, "TOGETHER", 16)
    monkeypatch.setattr(choose, "TOGETHER", 500)
    sizes = []
    for paragraphs in (10, 40, 120):  # the models are loaded with the first
        text, read = reading(paragraphs)
        tracemalloc.start(1)
        try:
            read(0.0)
            sizes.append((len(text), tracemalloc.get_traced_memory()[1]))
        finally:
            tracemalloc.stop()
    (short, least), (long, most) = sizes[1:]
    assert (most - least) / (long - short) < MOST_BYTES


def test_events_are_the_same_however_many_are_held_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    _, read = reading(8)
    whole = read(0.0)
    monkeypatch.setattr(rank, "TOGETHER", 3)
    monkeypatch.setattr(build, "TOGETHER", 2)
    monkeypatch.setattr(choose, "TOGETHER", 1)
    assert read(0.0) == whole
