"""Where a text repeats itself over and over."""

from __future__ import annotations

import pytest

from timeline.timex.recognise import find
from timeline.timex.recognise.repetition import end_of_repetition


@pytest.mark.parametrize("unit", ["mars ", "lundi de la semaine de ", "du 3 au ", "le 3 mars 2019, "])
@pytest.mark.parametrize("times", [20, 1000])
def test_the_end_of_a_repetition(unit: str, times: int) -> None:
    text = (unit * times + "il a plu ; le maire a parlé hier.").encode()
    end = end_of_repetition(text, 0)
    assert len(unit) * times <= end <= len(unit) * times + len(unit)


@pytest.mark.parametrize(
    "text", ["mars " * 10, "lundi, mardi, mercredi, jeudi, vendredi, samedi et dimanche, il a plu.", ""]
)
def test_no_repetition(text: str) -> None:
    assert end_of_repetition(text.encode(), 0) == 0


def test_what_follows_a_repetition_is_found() -> None:
    found = find("lundi de la semaine de " * 500 + "Lyon. Le maire a parlé hier ; le 3 mars et mardi.")
    assert [expression.text for expression in found[-3:]] == ["hier", "3 mars", "mardi"]
    assert len(found) < 100


def test_a_dense_list_that_does_not_repeat_is_read() -> None:
    days = [f"{day} {month}" for month in ("mars", "avril", "mai") for day in range(2, 29)]
    assert len(find(" ; ".join(days))) == len(days)
