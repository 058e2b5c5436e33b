"""The dates that a sentence offers for an event, read by the shipped pipeline.

`offered.tsv` holds a text, the lemma of a word, and a date that is one of its possible ones ("not …" where it is none).
A line that begins with "#" names the kind of those below, and after "@" the day of publication.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.events.reading import resolved
from timeline import nlp
from timeline.calendar import edtf
from timeline.events.dating.options import options
from timeline.events.ranking.prepare import prepare
from timeline.model import Article


def _cases() -> list[tuple[str, str, str, datetime.date]]:
    found, published = [], datetime.date.min
    for line in Path(__file__).with_name("offered.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            published = datetime.date.fromisoformat(line.partition("@")[2].strip())
        else:
            text, lemma, date = line.split("\t")
            found.append((text, lemma, date, published))
    return found


@pytest.mark.parametrize(("text", "lemma", "date", "published"), _cases(), ids=lambda value: str(value)[:40])
def test_a_sentence_offers_a_date(text: str, lemma: str, date: str, published: datetime.date) -> None:
    (sentences,) = nlp.read(nlp.load("fr"), [text])
    article = Article("a", "a.txt", "", published, text)
    seen = prepare(article, sentences, resolved(article, sentences))
    number = next(at for at, mention in enumerate(seen.mentions) if mention.lemma == lemma)
    found = options(seen.context, seen.mentions[number], seen.timexes, seen.ruled[number])
    offered = {edtf(option.date) for option in found}
    assert (date.removeprefix("not ") in offered) is not date.startswith("not ")
