"""The date that the rules alone give an event of a text."""

from __future__ import annotations

import datetime

from tests.events.reading import resolved
from timeline import nlp
from timeline.calendar import edtf
from timeline.events.ranking.prepare import prepare
from timeline.model import Article


def ruled_date(text: str, lemma: str, published: datetime.date) -> str:
    """The date of the first event with a lemma; "" where the rules give it none."""
    (sentences,) = nlp.read(nlp.load("fr"), [text])
    article = Article("a", "a.txt", "", published, text)
    seen = prepare(article, sentences, resolved(article, sentences))
    number = next(at for at, mention in enumerate(seen.mentions) if mention.lemma == lemma)
    date = seen.ruled[number].date
    return edtf(date) if date is not None else ""
