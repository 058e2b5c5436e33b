"""Five hundred French cases in families, read by the shipped pipeline on Tuesday 2022-12-20, and what never happens.

`families_fr.tsv` holds a text and the TIMEX3 values that it must give, separated by a tab (values by spaces); a line
that begins with `#` names the family of those below. `python -m tests.timex.test_families` prints each family's figure.
"""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from timeline import nlp
from timeline.calendar import DAY, from_date
from timeline.model import Sentence, Timex
from timeline.timex.normalise import resolve
from timeline.timex.normalise.meanings import partial_of
from timeline.timex.recognise import find

PUBLISHED = datetime.date(2022, 12, 20)
GOLD = Path(__file__).parents[1] / "gold"
DAYS = [datetime.date(2022, 12, 20), datetime.date(1999, 12, 31), datetime.date(2024, 2, 29), datetime.date(2017, 7, 1)]


class Case(NamedTuple):
    """A text and the TIMEX3 values that it must give."""

    text: str
    values: list[str]


def _families() -> dict[str, list[Case]]:
    table: dict[str, list[Case]] = defaultdict(list)
    family = ""
    for line in (Path(__file__).parent / "families_fr.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            family = line[1:].strip()
            continue
        text, _, values = line.partition("\t")
        table[family].append(Case(text, values.split()))
    return table


FAMILIES = _families()


@cache
def parses(family: str) -> list[tuple[Sentence, ...]]:
    """The parse of each case of a family."""
    return list(nlp.read(nlp.load("fr"), [case.text for case in FAMILIES[family]]))


def right(family: str) -> int:
    """How many cases of a family are read right."""
    return sum(
        [timex.value for timex in resolve(text, find(text), PUBLISHED, sentences).timexes] == values
        for (text, values), sentences in zip(FAMILIES[family], parses(family), strict=True)
    )


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_is_read(family: str) -> None:
    assert right(family) / len(FAMILIES[family]) >= 0.95


def test_there_are_five_hundred_cases() -> None:
    assert sum(map(len, FAMILIES.values())) >= 500


def weekdays_too_far(text: str, sentences: tuple[Sentence, ...], published: datetime.date) -> list[str]:
    """The dates beside a weekday that lie more than a year from the article though no year of the text says so."""
    today = from_date(published)
    far = []
    for timex in resolve(text, find(text), published, sentences).timexes:
        words = partial_of(timex.expression.meaning)
        if words is None or words.weekday is None or words.year is not None or timex.date is None:
            continue
        ends = [at for at in (timex.date.begin, timex.date.end) if at is not None]
        if not isinstance(timex.anchor, Timex) and any(abs(at - today) > 367 * DAY for at in ends):
            far.append(timex.expression.text)
    return far


@pytest.mark.parametrize("family", FAMILIES)
def test_a_weekday_alone_moves_no_date_by_more_than_a_year(family: str) -> None:
    """Whatever the article's day, with the year left out, a weekday leaves the date within a year of the article."""
    for case, sentences in zip(FAMILIES[family], parses(family), strict=True):
        for published in DAYS:
            assert weekdays_too_far(case.text, sentences, published) == []


@pytest.mark.parametrize("later", [0, 1, 97, 211, 400, 3000])
def test_a_weekday_alone_moves_no_date_of_an_article_by_more_than_a_year(later: int) -> None:
    """The articles of the tests as published on their day, and on days on which hardly any weekday fits."""
    for gold in sorted(GOLD.glob("gold/*.json")):
        article = json.loads(gold.read_text(encoding="utf-8"))
        published = datetime.date.fromisoformat(article["dct"]) + datetime.timedelta(later)
        text = (GOLD / "text" / f"{gold.stem}.txt").read_text(encoding="utf-8")
        assert weekdays_too_far(text, (), published) == [], gold.stem


if __name__ == "__main__":
    counts = {family: (right(family), len(cases)) for family, cases in FAMILIES.items()}
    counts["all"] = (sum(fit for fit, _ in counts.values()), sum(cases for _, cases in counts.values()))
    for family, (fit, cases) in counts.items():
        print(f"{family:32}{fit:4} / {cases:3} {fit / cases:6.3f}")
