"""A weekday to come that repeats a day named by its number."""

from __future__ import annotations

import datetime

import pytest

from timeline.calendar import edtf
from timeline.timex.normalise import resolve
from timeline.timex.recognise import find

FRIDAY = datetime.date(2022, 7, 1)


def last_date(text: str) -> str | None:
    """The date of the text's last expression."""
    date = resolve(text, find(text), FRIDAY).timexes[-1].date
    return date and edtf(date)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("La fête se tiendra du vendredi 8 au dimanche 10 juillet. Un bal aura lieu vendredi.", "2022-07-08"),
        ("La fête se tiendra du 8 au 10 juillet. Samedi, place au bal.", "2022-07-09"),
        ("La fête aura lieu les 9 et 10 juillet. Dimanche, une messe sera célébrée.", "2022-07-10"),
        ("La fête aura lieu samedi 9 juillet. Un bal débutera samedi.", "2022-07-09"),
    ],
)
def test_a_weekday_is_of_the_programme(text: str, date: str) -> None:
    assert last_date(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("La fête se tiendra du vendredi 8 au dimanche 10 juillet. Le conseil votera lundi.", "2022-07-04"),
        ("La fête se tiendra du vendredi 8 au dimanche 10 juillet. Le conseil a voté samedi.", "2022-06-25"),
        ("La foire ouvrira le 9 juillet. Un bal aura lieu samedi.", "2022-07-02"),  # Saturday is not named with it
        ("La foire se tiendra du 8 au 28 juillet. Un bal aura lieu samedi.", "2022-07-02"),
        ("Un bal aura lieu samedi 2 juillet, un autre samedi 9 juillet. Il chantera samedi.", "2022-07-02"),
        ("La fête se tiendra du 8 au 10 juillet. Il chantera samedi prochain.", "2022-07-02"),
    ],
)
def test_a_weekday_is_the_next_one(text: str, date: str) -> None:
    assert last_date(text) == date
