"""Events of one article that a reader could not tell apart are one line."""

from __future__ import annotations

from dataclasses import replace

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


FULL = "Un homme armé ouvre le feu dans un cinéma de Viernheim"


@pytest.mark.parametrize(
    ("short", "line"),
    [
        ("Un homme armé ouvre le feu dans un cinéma", FULL),
        ("Le feu dans un cinéma", FULL),
        ("Le feu dans un cinéma de Paris", None),
        ("Un homme armé n'ouvre pas le feu dans un cinéma", None),
    ],
)
def test_a_line_whose_words_all_stand_in_another_of_its_sentence_is_that_event(short: str, line: str | None) -> None:
    likely, more = event(9, (short, "2016-06-23", 0.9)), event(0, (FULL, "2016-06-23", 0.6))
    assert [one.title for one in without_equal_lines([more, likely], KEEP)] == ([line] if line else [short, FULL])


def test_lines_of_two_sentences_or_of_a_fact_and_a_plan_stay_apart() -> None:
    one, more = event(9, ("La digue cède", "2016-06-23", 0.9)), event(0, ("La digue cède à Brek", "2016-06-23", 0.6))
    assert len(without_equal_lines([one, replace(more, span=Span(90, 180))], KEEP)) == 2
    assert len(without_equal_lines([one, replace(more, status=Status.PLANNED)], KEEP)) == 2


def test_of_two_lines_of_one_event_the_longer_is_printed_unless_it_is_too_long() -> None:
    long = FULL + ", en Allemagne, où se tient le festival des films de la région Rhin-Neckar"
    events = [event(9, (FULL, "2016-06-23", 0.6)), event(0, (long, "2016-06-23", 0.9))]
    assert [one.title for one in without_equal_lines(events, KEEP)] == [FULL]


def test_the_sentence_itself_replaces_no_headline() -> None:
    whole = "La digue a cédé mardi à Brek"
    one, other = event(9, ("La digue a cédé à Brek", "2016-06-23", 0.9)), event(0, (whole, "2016-06-23", 0.6))
    quoted = [replace(each, quote=f"{whole}.") for each in (one, other)]
    assert [each.title for each in without_equal_lines(quoted, KEEP)] == ["La digue a cédé à Brek"]
