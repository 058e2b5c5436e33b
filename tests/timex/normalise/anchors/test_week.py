"""Weekdays that head the parts of a week's review or programme."""

from __future__ import annotations

import datetime

import pytest

from timeline.annotator import annotate

SATURDAY = datetime.date(2023, 3, 25)


def days(text: str) -> list[str]:
    found = annotate(text, SATURDAY)
    return [timex.value for timex in found.timexes if len(timex.value) == len("2023-03-20")]


@pytest.mark.parametrize("end", ["\n", ". ", " : ", " – "])
def test_a_week_that_is_told_is_over(end: str) -> None:
    text = (
        f"LUNDI{end}La motion de censure est rejetée.\n\nMARDI{end}Le président a reçu les députés.\n\n"
        f"VENDREDI{end}Les grévistes ont bloqué la gare.\n"
    )
    assert days(text) == ["2023-03-20", "2023-03-21", "2023-03-24"]


def test_a_week_to_come() -> None:
    text = "LUNDI\nLe maire inaugurera la gare.\n\nMARDI\nLe conseil votera.\n\nVENDREDI\nLe juge dira le droit.\n"
    assert days(text) == ["2023-03-27", "2023-03-28", "2023-03-31"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("LUNDI\nLe maire a parlé.\n\nMARDI\nLe conseil a voté.\n", "2023-03-27"),
        ("Lundi, le maire a parlé.\nMardi, le conseil a voté.\nVendredi, le juge votera.\n", "2023-03-20"),
    ],
    ids=["two parts", "weekdays in sentences"],
)
def test_each_weekday_is_read_by_itself(text: str, first: str) -> None:
    assert days(text)[0] == first
