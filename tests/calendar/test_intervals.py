"""Intervals compared safely, never backwards, and written before Christ; granularities by their rank."""

from __future__ import annotations

import datetime

import pytest

from timeline.annotator import annotate
from timeline.calendar import begin_of, between, edtf, edtf_timed, end_of, from_, moment, parse_edtf, unit, until
from timeline.calendar.moon import lunar_new_year
from timeline.calendar.republican import republican_day
from timeline.model import Granularity


def test_a_range_never_ends_before_it_begins() -> None:
    late, early = unit(moment(2018, 8), Granularity.MONTH), unit(moment(2017, 9, 10), Granularity.DAY)
    assert edtf(between(late, early)) == "2018-08"
    assert edtf(between(early, late)) == "2017-09-10/2018-08"


def test_since_a_month_to_come_writes_no_interval_that_ends_before_it_begins() -> None:
    text = "Des centaines de personnes ont été chassées de leur village depuis août 2018."
    annotation = annotate(text, datetime.date(2017, 9, 10), keep=0)
    dates = [edtf(event.date) for event in annotation.events if event.date is not None]
    assert dates
    assert all(parse_edtf(date) is not None for date in dates)


def test_an_open_side_is_not_year_one() -> None:
    day = unit(moment(2020, 5, 20), Granularity.DAY)
    assert (begin_of(day), end_of(day)) == (moment(2020, 5, 20), moment(2020, 5, 21))
    with pytest.raises(ValueError, match="open at its beginning"):
        begin_of(until(day))
    with pytest.raises(ValueError, match="open at its end"):
        end_of(from_(day))


@pytest.mark.parametrize(
    ("year", "granularity", "text"),
    [
        (-300, Granularity.CENTURY, "-0300/-0201"),
        (-60, Granularity.DECADE, "-0060/-0051"),
        (-3000, Granularity.MILLENNIUM, "-3000/-2001"),
        (1800, Granularity.CENTURY, "18XX"),
    ],
)
def test_years_before_christ_are_read_back_as_they_were_written(year: int, granularity: Granularity, text: str) -> None:
    date = unit(moment(year), granularity)
    assert edtf(date) == text
    read = parse_edtf(text)
    assert read is not None
    assert (read.begin, read.end) == (date.begin, date.end)


def test_a_time_of_day_is_written_where_it_is_asked_for() -> None:
    minute = unit(moment(2022, 12, 21, 20, 30), Granularity.MINUTE)
    assert edtf(minute) == "2022-12-21"
    assert edtf_timed(minute) == "2022-12-21T20:30:00"
    assert edtf_timed(unit(minute.begin or 0, Granularity.DAY)) == "2022-12-21"


def test_granularities_compare_by_their_rank() -> None:
    assert Granularity.HOUR < Granularity.DAY < Granularity.WEEK <= Granularity.WEEK < Granularity.MONTH
    assert Granularity.CENTURY > Granularity.DECADE >= Granularity.YEAR
    assert max(Granularity.DAY, Granularity.HOUR, Granularity.YEAR) is Granularity.YEAR
    assert sorted([Granularity.YEAR, Granularity.DAY]) == [Granularity.DAY, Granularity.YEAR]


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1966, 1, 21), (1985, 2, 20), (2004, 1, 22), (2015, 2, 19), (2020, 1, 25), (2023, 1, 22), (2034, 2, 19)],
)
def test_the_lunar_new_year(year: int, month: int, day: int) -> None:
    assert lunar_new_year(year) == datetime.date(year, month, day)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ((2, 11, 9), (1794, 7, 27)),
        ((8, 2, 18), (1799, 11, 9)),
        ((4, 1, 13), (1795, 10, 5)),
        ((14, 4, 10), (1805, 12, 31)),
        ((3, 13, 6), (1795, 9, 22)),
        ((4, 13, 5), (1796, 9, 21)),
    ],
)
def test_the_republican_calendar(words: tuple[int, int, int], day: tuple[int, int, int]) -> None:
    assert republican_day(*words) == moment(*day)
    assert republican_day(3, 14) is None
    assert republican_day(4, 13, 6) is None
