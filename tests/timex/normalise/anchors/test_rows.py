"""Rows of a chronology: the year of a row that names none is that of the row before, or the next."""

from __future__ import annotations

import datetime

import pytest

from timeline.timex.normalise import resolve
from timeline.timex.recognise import find

PUBLISHED = datetime.date(2023, 6, 3)


def values(text: str, published: datetime.date = PUBLISHED) -> list[str]:
    return [timex.value for timex in resolve(text, find(text), published).timexes]


ASCENDING = "6 août 2022 : défaite.\n24 octobre : il part.\n2 novembre : elle prend l'équipe.\n28 février : une amende."


DAYS = ["2022-08-06", "2022-10-24", "2022-11-02", "2023-02-28"]
FALLING = "3 mai 2019 : il part.\n12 avril 2019 : il cède.\n15 décembre : il promet."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ASCENDING, DAYS),
        ("\n".join(f"- {line}" for line in ASCENDING.split("\n")), DAYS),
        ("14 février 2011 – Elle disparaît.\n2 mars – On la trouve.", ["2011-02-14", "2011-03-02"]),
        (FALLING, ["2019-05-03", "2019-04-12", "2018-12-15"]),
    ],
    ids=["oldest first", "items", "dashes", "latest first"],
)
def test_a_row_goes_on_from_the_row_before(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 août 2019 : défaite.\nElle est partie le 2 mars.", ["2019-08-06", "2023-03-02"]),
        ("6 août 2019 : défaite.\n" + "Le club a perdu. " * 40 + "\n2 mars : un nul.", ["2019-08-06", "2023-03-02"]),
        ("Le 6 août 2019, le club a perdu.\n2 mars : un nul.", ["2019-08-06", "2023-03-02"]),
        ("20 mai 2023 : il gagne.\n10 juin : il jouera à Caen.", ["2023-05-20", "2023-06-10"]),
        ("3 mai 2019 : il part.\n29 février : il revient.", ["2019-05-03", "2020-02-29"]),
    ],
    ids=["a sentence", "far below", "no row above", "to come", "a leap year"],
)
def test_what_is_no_such_row(text: str, expected: list[str]) -> None:
    assert values(text) == expected
