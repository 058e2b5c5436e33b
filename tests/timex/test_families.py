"""Five hundred French cases in families, read by the shipped pipeline on Tuesday 2022-12-20, and what never happens.

`families_fr.tsv` holds a text and the TIMEX3 values that it must give, separated by a tab (values by spaces); a line
that begins with `#` names the family of those below.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from timeline import nlp
from timeline.calendar import DAY, from_date
from timeline.model import Partial, Sentence
from timeline.timex.normalise import resolve
from timeline.timex.normalise.meanings import partial_of
from timeline.timex.recognise import find

PUBLISHED = datetime.date(2022, 12, 20)
DAYS = [datetime.date(2022, 12, 20), datetime.date(1999, 12, 31), datetime.date(2024, 2, 29), datetime.date(2017, 7, 1)]


@cache
def families() -> dict[str, list[tuple[str, list[str], tuple[Sentence, ...]]]]:
    lines = (Path(__file__).parent / "families_fr.tsv").read_text(encoding="utf-8").splitlines()
    texts = [line.partition("\t")[0] for line in lines if not line.startswith("#")]
    parsed = dict(zip(texts, nlp.read(nlp.load("fr"), texts), strict=True))
    table: dict[str, list[tuple[str, list[str], tuple[Sentence, ...]]]] = defaultdict(list)
    family = ""
    for line in lines:
        if line.startswith("#"):
            family = line[1:].strip()
            continue
        text, _, values = line.partition("\t")
        table[family].append((text, values.split(), parsed[text]))
    return table


def test_each_family_is_read() -> None:
    figures = {}
    for family, cases in families().items():
        right = sum(
            [timex.value for timex in resolve(text, find(text), PUBLISHED, sentences).timexes] == values
            for text, values, sentences in cases
        )
        figures[family] = right / len(cases)
        print(f"{family:32}{right:4} / {len(cases)}")
    assert min(figures.values()) >= 0.95, figures


def test_there_are_five_hundred_cases() -> None:
    assert sum(map(len, families().values())) >= 500


@pytest.mark.parametrize("published", DAYS)
def test_a_weekday_alone_moves_no_date_by_more_than_a_year(published: datetime.date) -> None:
    """Whatever the article's day, with the year left out, a weekday leaves the date within a year of the article."""
    today = from_date(published)
    for cases in families().values():
        for text, _, sentences in cases:
            for timex in resolve(text, find(text), published, sentences).timexes:
                words = partial_of(timex.expression.meaning)
                if isinstance(words, Partial) and words.weekday is not None and words.year is None and timex.date:
                    ends = [at for at in (timex.date.begin, timex.date.end) if at is not None]
                    assert all(abs(at - today) <= 367 * DAY for at in ends), (text, published)
