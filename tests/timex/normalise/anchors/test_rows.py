"""Rows of a chronology and sections: the year of a day that names none is that of the row before, or the heading's."""

from __future__ import annotations

import datetime

import pytest

from timeline.annotator import annotate
from timeline.timex.normalise import resolve
from timeline.timex.recognise import find

PUBLISHED = datetime.date(2023, 6, 3)


def parsed(text: str) -> list[str]:
    return [timex.value for timex in annotate(text, PUBLISHED).timexes]


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
        ("1958 : création.\n12 mars 2022 : rachat.\n16 mars : grève.", ["1958", "2022-03-12", "2022-03-16"]),
        ("Saison 2021 : 5 mars 2021, 2 avril et 7 mai.", ["2021", "2021-03-05", "2021-04-02", "2021-05-07"]),
    ],
    ids=["oldest first", "items", "dashes", "latest first", "below a row of a year", "in a list of one year"],
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2. Février 2009 : les carnets\nLe 17 mars, on les saisit.", ["2009-02", "2009-03-17"]),
        ("Janvier 2021 : le procès\nL'audience s'ouvre le 11.", ["2021-01", "2021-01-11"]),
        ("5/ Janvier 2021 : le procès\nX, mort le 28 novembre, manque.", ["2021-01", "2020-11-28"]),
        ("En 2013, la fuite\n\nIl part le 3 juin.", ["2013", "2013-06-03"]),
    ],
    ids=["a day below a month", "the day alone", "the year before", "a day below a year"],
)
def test_a_date_heads_its_section(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 juin 2023. –\nIl partira le 3 juillet.", ["2023-06-03", "2023-07-03"]),
        (
            "2. Mai 2009 : un vol\nOn le voit.\n\n3. Mai 2023 : le procès\nIl s'ouvre le 11.",
            ["2009-05", "2023-05", "2023-05-11"],
        ),
        ("Un procès en 2013\n\nIl part le 3 juin.", ["2013", "2023-06-03"]),
        ("2. Février 2009 : il part.\nIl revient le 17 mai.", ["2009-02", "2023-05-17"]),
        ("2. Février 2009 : les carnets\n" + "On les lit. " * 90 + "Il part le 17 mai.", ["2009-02", "2023-05-17"]),
    ],
    ids=["a dateline", "the next one", "not at the beginning", "a sentence", "far below"],
)
def test_what_heads_no_section(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tout commence en septembre. Le 4, il révèle sa part.", ["2022-09", "2022-09-04"]),
        ("Le 5 février, ils s'enferment. Leurs femmes attendent. Le 17, le préfet cède.", ["2023-02-05", "2023-02-17"]),
        ("Le 5 février, ils ont fui. Le 17, on les a repris.", ["2023-02-05", "2023-02-17"]),
        ("Elle travaille à Lens en 1947. Le 8 mars, elle chante à Paris.", ["1947", "1947-03-08"]),
    ],
    ids=["after a month", "in the present", "in the past", "a day in a year of the present"],
)
def test_a_day_number_that_opens_a_sentence_goes_on(text: str, expected: list[str]) -> None:
    assert parsed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il a été arrêté le 5 mai. Le 15, il sera jugé.", ["2023-05-05", "2023-06-15"]),
        ("L'inflation est repartie en mars. Le ministre recevra les syndicats le 15.", ["2023-03", "2023-06-15"]),
        ("Tout commence samedi à la gare.", ["2023-06-03"]),
        ("Elle est née à Lens en 1947. Le 8 mars, elle a chanté à Paris.", ["1947", "2023-03-08"]),
    ],
    ids=["to come", "not at the beginning", "a programme", "a year in the past"],
)
def test_a_day_number_that_does_not(text: str, expected: list[str]) -> None:
    assert parsed(text) == expected
