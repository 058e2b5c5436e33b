"""The day that a whole article reports from: the dateline at its head, or its own day."""

from __future__ import annotations

import datetime

import pytest

from timeline.calendar import edtf
from timeline.events.context import context_of
from timeline.events.lexicon import load
from timeline.model import Article
from timeline.timex.normalise import resolve
from timeline.timex.recognise import find

PUBLISHED = datetime.date(1904, 12, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Lyon, 21 décembre. - Un tramway est tombé du pont. On a retiré neuf corps.", "1904-12-21"),
        ("LA CATASTROPHE\n(Par fil spécial.) Lyon, 21 décembre, 9 h. soir. Un accident vient d'arriver.", "1904-12-21"),
        ("Toulon, 20 décembre. - Rien à signaler.\nToulon, 20 décembre. - Le calme est revenu.", "1904-12-20"),
        ("Rome, 20 décembre. - La Chambre a voté.\nLondres, 21 décembre. - Le roi est parti.", "1904-12-22"),
        ("Lyon, 22 décembre. - Un tramway est tombé du pont.", "1904-12-22"),
        ("Un tramway est tombé du pont le 21 décembre. On a retiré neuf corps.", "1904-12-22"),
        ("Le pont de Lyon est fermé. À Lyon, 21 décembre et jours suivants, nul n'a traversé la Saône.", "1904-12-22"),
        (
            "Un pont est tombé.\n" + "Le maire a parlé. " * 20 + "\nLyon, 21 décembre. - Le préfet est venu.",
            "1904-12-22",
        ),
    ],
)
def test_a_dateline_at_the_head_is_the_day_of_the_report(text: str, day: str) -> None:
    article = Article("a", "a.txt", "", PUBLISHED, text)
    timexes = resolve(text, find(text, "fr"), PUBLISHED, (), "fr").timexes
    assert edtf(context_of(article, (), load("fr"), timexes).published) == day
