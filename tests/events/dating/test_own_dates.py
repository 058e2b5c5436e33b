"""The date of an event's own expressions, read by the shipped pipeline.

`own_dates.tsv` holds a text, the lemma of a verb and the date that its own expressions give it, "-" where they give
none. A line that begins with "#" names the kind of those below, and after "@" the day of publication.
"""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.events.reading import resolved
from timeline import nlp
from timeline.calendar import edtf
from timeline.events.dating.types import DatingRule
from timeline.events.ranking.prepare import prepare
from timeline.model import Article, Sentence


class Case(NamedTuple):
    """A text, the lemma of a verb, its date, and the day of publication."""

    text: str
    lemma: str
    date: str
    published: datetime.date


def _cases() -> list[Case]:
    found, published = [], datetime.date.min
    for line in Path(__file__).with_name("own_dates.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            published = datetime.date.fromisoformat(line.partition("@")[2].strip())
        else:
            found.append(Case(*line.split("\t"), published))
    return found


CASES = _cases()


@cache
def _parses() -> dict[str, tuple[Sentence, ...]]:
    texts = [case.text for case in CASES]
    return dict(zip(texts, nlp.read(nlp.load("fr"), texts), strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:40])
def test_own_expressions_date_an_event(case: Case) -> None:
    sentences = _parses()[case.text]
    article = Article("a", "a.txt", "", case.published, case.text)
    seen = prepare(article, sentences, resolved(article, sentences))
    number = next(at for at, mention in enumerate(seen.mentions) if mention.lemma == case.lemma)
    ruled = seen.ruled[number]
    own = edtf(ruled.date) if ruled.rule is DatingRule.OWN and ruled.date is not None else "-"
    assert own == case.date
