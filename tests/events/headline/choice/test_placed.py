"""What is printed of an event by which another one is dated."""

from __future__ import annotations

import datetime

import pytest

import timeline

DAY = datetime.date(2023, 3, 13)
FIRE = "Trois semaines après l'incendie, le magasin a rouvert lundi à Gap."


@pytest.mark.parametrize(
    ("text", "trigger", "line"),
    [
        (FIRE, "incendie", "Incendie à Gap"),
        (FIRE, "rouvert", "Après l'incendie, le magasin rouvre à Gap"),
        # what says more is told in its own words
        (
            "Trois semaines après l'incendie du magasin, les clients sont revenus lundi à Gap.",
            "incendie",
            "Gap : incendie du magasin",
        ),
    ],
)
def test_an_event_that_dates_another_is_told_alone(text: str, trigger: str, line: str) -> None:
    events = timeline.annotate(text, DAY).events
    assert [one.title for one in events if text[one.trigger.start : one.trigger.end] == trigger] == [line]
