"""Absolute dates: read as written, refused with the reason where they name no full day."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.articles.pages import DAYS, MONTHS
from timeline.articles.publication_date import absolute

PARIS = "Europe/Paris"

READ = {
    "2022-12-20": "2022-12-20",
    "20221220": "2022-12-20",
    "2022-12-20T18:30": "2022-12-20 18:30+01:00",
    "2022-12-20T18:30:05.123+01:00": "2022-12-20 18:30+01:00",
    "2022-12-20 23:30Z": "2022-12-21 23:30+00:00",
    "2022-12-20T23:30:00 GMT": "2022-12-21 23:30+00:00",
    "20221220T183000+0100": "2022-12-20 18:30+01:00",
    "2022-06-01T00:30:00+02:00": "2022-06-01 0:30+02:00",
    "20 décembre 2022": "2022-12-20",
    "1er mars 2020": "2020-03-01",
    "le 1er mars 2020": "2020-03-01",
    "mardi 20 décembre 2022": "2022-12-20",
    "Mardi 20 décembre 2022 à 18h30": "2022-12-20 18:30+01:00",
    "mar. 20 déc. 2022": "2022-12-20",
    "20 déc. 2022, 18:30": "2022-12-20 18:30+01:00",
    "3 août 2021 - 7 h": "2021-08-03 7:00+02:00",
    "3 AOUT 2021": "2021-08-03",
    "20 juil. 2019 à 12h05": "2019-07-20 12:05+02:00",
    "20/12/2022": "2022-12-20",
    "03/04/2021": "2021-04-03",
    "20/12/22": "2022-12-20",
    "20.12.1998": "1998-12-20",
    "20-12-2022 08:15": "2022-12-20 8:15+01:00",
    "2022/12/20": "2022-12-20",
    "December 20, 2022": "2022-12-20",
    "Dec 20, 2022 6:30 PM": "2022-12-20 18:30+01:00",
    "20 December 2022": "2022-12-20",
    "Tue, 20 Dec 2022 23:30:00 GMT": "2022-12-21 23:30+00:00",
    "Tue, 20 Dec 2022 18:30:00 -0500": "2022-12-21 18:30-05:00",
    "29 février 2020": "2020-02-29",
    "20 de\u0301cembre 2022": "2022-12-20",
    "20\u00a0décembre\u202f2022": "2022-12-20",
    "  20 décembre 2022.  ": "2022-12-20",
}

REFUSED = {
    "": "empty",
    "31 février 2022": "February 2022 has no day 31",
    "2022-02-31": "February 2022 has no day 31",
    "31/04/2021": "April 2021 has no day 31",
    "29 février 2021": "no day 29",
    "12/20/2022": "no month 20",
    "2022-13-01": "no month 13",
    "lundi 20 décembre 2022": "is a Tuesday, not a Monday",
    "20 brumaire 2022": "is no month",
    "20 jui 2022": "is no month",
    "décembre 2022": "the day is missing",
    "2022-12": "the day is missing",
    "2022": "the day is missing",
    "20 décembre": "no full day",
    "hier": "no full day",
    "mardi": "no full day",
    "il y a 3 jours": "no full day",
    "20 décembre 2022 au soir": "not understood",
    "2022-12-20T25:00": "no 25:00 on a clock",
    "0000-01-01": "",
    "99999-01-01": "",
}


@pytest.mark.parametrize(("text", "expected"), READ.items())
def test_what_is_read(text: str, expected: str):
    stated = absolute.parse(text, PARIS)
    assert isinstance(stated, absolute.ParsedDate), stated
    day, _, clock = expected.partition(" ")
    assert stated.day.isoformat() == day
    shown = f"{stated.time.hour}:{stated.time:%M}{stated.time.isoformat()[-6:]}" if stated.time else ""
    assert shown == clock


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_what_is_refused(text: str, reason: str):
    stated = absolute.parse(text, PARIS)
    assert isinstance(stated, absolute.Unreadable), stated
    assert reason in stated.reason


_SOME_MOMENT = st.datetimes(
    datetime.datetime.fromisoformat("1970-01-02"), datetime.datetime.fromisoformat("2069-12-30")
)


@given(_SOME_MOMENT, st.sampled_from([PARIS, "UTC", "Indian/Reunion"]))
def test_every_written_form_of_a_moment_gives_its_day(moment: datetime.datetime, zone: str):
    written = f"{DAYS[moment.weekday()]} {moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    forms = [written, f"{moment:%d/%m/%Y}", f"{moment:%Y-%m-%dT%H:%M:%S}", f"{moment:%B %d, %Y}", f"{moment:%d/%m/%y}"]
    assert {absolute.parse(form, zone).day for form in forms} == {moment.date()}


@given(st.text(max_size=80))
def test_no_text_breaks_it(text: str):
    assert isinstance(absolute.parse(text, PARIS), absolute.ParsedDate | absolute.Unreadable)
