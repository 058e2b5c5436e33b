"""Events of one article that a reader could not tell apart are one line."""

from __future__ import annotations

import pytest

from timeline.calendar import parse_edtf
from timeline.events.event_coreference import without_equal_lines
from timeline.model import Basis, Event, Name, Span, Status

KEEP = 0.4
Line = tuple[str, str, float]
"""A headline, an EDTF date and a salience."""


def event(at: int, line: Line, person: str = "") -> Event:
    """An event whose word is the one at `at`."""
    title, date, weight = line
    people = (Name(person, person, Span(0, 1), "PER"),) if person else ()
    return Event(
        id="",
        article="a",
        span=Span(0, 90),
        trigger=Span(at, at + 1),
        lemma=f"verbe{at}",
        title=title,
        quote="",
        date=parse_edtf(date),
        basis=Basis.STATED,
        status=Status.ASSERTED,
        people=people,
        weight=weight,
    )


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [
        (("Le four est arrêté", "2007-12", 0.6), ("Le four est arrêté", "2007-12", 0.9), [1]),
        (("Le four est arrêté", "2007-12", 0.6), ("Le four est arrêté", "2008-01", 0.9), [1, 0]),
        (("Le four est arrêté", "2007-12", 0.6), ("Le four est vendu", "2007-12", 0.9), [1, 0]),
        (("Le four est arrêté", "2007-12", 0.2), ("Le four est arrêté", "2007-12", 0.9), [1, 0]),
        (("Le four est arrêté", "2007-12", 0.2), ("Le four est arrêté", "2007-12", 0.3), [0, 1]),
    ],
)
def test_equal_lines_are_one_event_where_both_are_kept(first: Line, second: Line, left: list[int]) -> None:
    events = [event(0, first), event(1, second)]
    assert [one.trigger.start for one in without_equal_lines(events, KEEP)] == left


def test_the_event_that_stays_has_the_people_of_both() -> None:
    line = ("Le four est arrêté", "2007-12", 0.6)
    (kept,) = without_equal_lines([event(0, line, "Kessel"), event(1, line, "Brek"), event(2, line, "Kessel")], KEEP)
    assert [name.canonical for name in kept.people] == ["Kessel", "Brek"]
