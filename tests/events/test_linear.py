"""Reading takes calls in proportion to the text: three times the text, three times the calls."""

from __future__ import annotations

import datetime
import sys
from types import FrameType

from timeline import events
from timeline.annotator.dates import article_of, resolved, sentences_of

SENTENCES = (
    "Le maire de Lyon, Claire Morel, a inauguré mardi le nouveau pont sur la rivière.",
    "Paul Girard a démissionné le 3 mars de son poste de directeur de l'hôpital de Lille.",
    "Un incendie a détruit hier un entrepôt de Reims, où les salariés avaient cessé le travail la veille.",
    "Le tribunal de Metz a condamné Luc Perrin à deux ans de prison après trois jours de procès.",
)
MOST = 3.4
"""The largest growth that is taken for linear: before candidates were indexed, it was over 4."""


def calls(paragraphs: int) -> int:
    """How many Python functions the events of a text call."""
    text = "\n\n".join(f"{SENTENCES[i % 4]} {SENTENCES[(i * 3 + 1) % 4]}" for i in range(paragraphs))
    article = article_of(text, datetime.date(2022, 3, 9))
    sentences = sentences_of(article)
    timexes = resolved(article, text, sentences).timexes
    count = 0

    def counted(_frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        events.extract(article, sentences, timexes, keep=2.0)
    finally:
        sys.setprofile(None)
    return count


def test_events_take_calls_in_proportion_to_the_text() -> None:
    calls(1)  # models are loaded once
    assert calls(75) < MOST * calls(25)
