"""Clock times that open the entries of a live blog or of a section that a day heads."""

from __future__ import annotations

import datetime

import pytest

from timeline.timex.normalise import resolve
from timeline.timex.recognise import find

PUBLISHED = datetime.date(2020, 8, 6)


def values(text: str) -> list[str]:
    return [timex.value for timex in resolve(text, find(text), PUBLISHED).timexes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mardi 4 août\n\n17 h 54\nUn feu prend.\n\n18 h 07\nLe port explose.\n\n"
            "Mercredi 5 août\n\n8 heures\nIl pleure.",
            ["2020-08-04", "2020-08-04T17:54", "2020-08-04T18:07", "2020-08-05", "2020-08-05T08:00"],
        ),
        (
            "Mardi 4 août\n\n23 h 50 : le port brûle.\n0 h 20 : il explose.\n1 h 05 : il pleure.",
            ["2020-08-04", "2020-08-04T23:50", "2020-08-05T00:20", "2020-08-05T01:05"],
        ),
        (
            "06:15 – Le pont rouvert\nFermé depuis mercredi 20 heures, il rouvre.\n\n03:48 – Record\nIl vente.",
            ["2020-08-06T06:15", "2020-08-05T20:00", "2020-08-06T03:48"],
        ),
        (
            "2 h 10 - Le calme\nIl dort.\n\n0 h 40 - Un cri\nIl crie.\n\n23 h 30 - Le bruit\nIl tape.",
            ["2020-08-06T02:10", "2020-08-06T00:40", "2020-08-05T23:30"],
        ),
    ],
    ids=["a day heads them", "past midnight", "a live blog's own day", "back past midnight"],
)
def test_an_hour_that_opens_an_entry_has_the_day_above(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dimanche 2 août, il a fui.\n\n18 h 07\nIl revient.", ["2020-08-02", "2020-08-06T18:07"]),
        ("Le feu a pris mardi.\n\n18 h 07 : le port explose.", ["2020-08-04", "2020-08-06T18:07"]),
    ],
    ids=["a sentence heads nothing", "a day within a sentence"],
)
def test_what_gives_no_entry_its_day(text: str, expected: list[str]) -> None:
    assert values(text) == expected
