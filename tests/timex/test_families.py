"""French and English cases in families, read by the shipped pipeline, and what never happens.

`families_fr.tsv` and `families_en.tsv` hold a text and the TIMEX3 values that it must give, separated by a tab (values
by spaces). A line that begins with `#` names the family of those below, and after `@` the day on which they were
published; without it that is Tuesday 2022-12-20. `python -m tests.timex.test_families` prints each family's figure.
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
from timeline.model.timex import partial_of
from timeline.timex.normalise import resolve
from timeline.timex.recognise import find

PUBLISHED = datetime.date(2022, 12, 20)
GOLD = Path(__file__).parents[1] / "gold"
DAYS = [datetime.date(2022, 12, 20), datetime.date(1999, 12, 31), datetime.date(2024, 2, 29), datetime.date(2017, 7, 1)]


class Case(NamedTuple):
    """A text, the TIMEX3 values that it must give, and its language and day of publication."""

    text: str
    values: list[str]
    language: str
    published: datetime.date

    def is_right(self, sentences: tuple[Sentence, ...]) -> bool:
        found = find(self.text, self.language)
        resolution = resolve(self.text, found, self.published, sentences, self.language)
        return [timex.value for timex in resolution.timexes] == self.values


def _families() -> dict[str, list[Case]]:
    table: dict[str, list[Case]] = defaultdict(list)
    for language, prefix in (("fr", ""), ("en", "English: ")):
        family, published = "", PUBLISHED
        for line in (Path(__file__).parent / f"families_{language}.tsv").read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                name, _, day = line[1:].partition("@")
                family = prefix + name.strip()
                published = datetime.date.fromisoformat(day.strip()) if day else PUBLISHED
                continue
            text, _, values = line.partition("\t")
            table[family].append(Case(text, values.split(), language, published))
    return table


FAMILIES = _families()
FRENCH = [family for family, cases in FAMILIES.items() if cases[0].language == "fr"]


@cache
def parses(family: str) -> list[tuple[Sentence, ...]]:
    """The parse of each case of a family; English has none."""
    cases = FAMILIES[family]
    if family not in FRENCH:
        return [() for _ in cases]
    return list(nlp.read(nlp.load("fr"), [case.text for case in cases]))


def right(family: str) -> int:
    """How many cases of a family are read right."""
    return sum(case.is_right(sentences) for case, sentences in zip(FAMILIES[family], parses(family), strict=True))


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_is_read(family: str) -> None:
    assert right(family) / len(FAMILIES[family]) >= 0.95


def test_there_are_five_hundred_cases() -> None:
    assert sum(len(FAMILIES[family]) for family in FRENCH) >= 500


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


@pytest.mark.parametrize("family", FRENCH)
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
