"""What the pages show may be typed: the label of a date, read back, is the same date."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.calendar import parse_edtf
from timeline.document.parse.dates import read_date
from timeline.i18n import readable
from timeline.workflow.date_words import understand

YEARS = st.integers(1900, 2099)
MONTHS = st.builds("{:04}-{:02}".format, YEARS, st.integers(1, 12))
DAYS = st.dates().filter(lambda day: 1900 <= day.year <= 2099).map(str)
POINTS = st.one_of(YEARS.map(str), MONTHS, DAYS)
DATES = st.one_of(POINTS, POINTS.map("../{}".format), POINTS.map("{}/..".format))


@settings(deadline=None)
@given(DATES)
def test_a_label_typed_back_gives_the_same_edtf(date: str) -> None:
    label = readable(parse_edtf(date), "fr")
    assert read_date(label, partial(understand, language="fr")).edtf == date, label


@pytest.mark.parametrize(
    ("label", "date"),
    [
        ("au plus tard fin juin 2023", "../2023-06"),
        ("au plus tard le 20 décembre 2022", "../2022-12-20"),
        ("à partir d'avril 2023", "2023-04/.."),
        ("by the end of 2022", "../2022"),
    ],
)
def test_labels(label: str, date: str) -> None:
    assert read_date(label, partial(understand, language="fr")).edtf == date
