"""The year of a day whose sentence a year opens."""

from __future__ import annotations

import datetime

import pytest

from timeline.timex.normalise import resolve
from timeline.timex.recognise import find

PUBLISHED = datetime.date(2024, 12, 5)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("En 1962, le ministre avait été renversé le 5 octobre.", ["1962", "1962-10-05"]),
        ("Il est parti. En 1962, il a cédé le 5 octobre, puis le 7 novembre.", ["1962", "1962-10-05", "1962-11-07"]),
        ("En 1962, il a cédé. Le 5 octobre, il est parti.", ["1962", "2024-10-05"]),
        ("La loi, votée en 1962, a été abrogée le 5 octobre.", ["1962", "2024-10-05"]),
        ("En 2023, il a perdu, et a cédé le 5 octobre.", ["2023", "2024-10-05"]),
        ("Née en 1962, elle est morte le 5 octobre.", ["1962", "2024-10-05"]),
    ],
)
def test_a_year_that_opens_the_sentence_is_that_of_its_days(text: str, values: list[str]) -> None:
    assert [timex.value for timex in resolve(text, find(text), PUBLISHED).timexes] == values
