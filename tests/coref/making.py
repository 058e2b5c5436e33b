"""Small annotated articles for tables of tests."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.conftest import ROOT
from timeline.calendar import parse_edtf
from timeline.coref import encode, merge
from timeline.coref.mentions import EventMention, mentions_of
from timeline.model import Annotated, Article, Basis, Entry, Event, Length, Name, Span, Status
from timeline.model.events import TOPIC_END

INVENTED = ROOT / "training" / "story" / "invented.psv"
"""Rewrites and look-alikes of invented events."""


def annotated(  # one keyword for each fact of the event that a table may vary
    quote: str,
    lemma: str,
    date: str | None = "2023-03-14",
    *,
    article: str = "a1",
    published: str = "2023-03-15",
    title: str = "",
    trigger: str = "",
    basis: Basis = Basis.STATED,
    status: Status = Status.ASSERTED,
    people: tuple[str, ...] = (),
    organisations: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    postponed_from: str = "",
    confidence: float = 0.8,
    weight: float = 0.5,
    text: str = "",
    topic: str = "",
) -> Annotated:
    """An article whose text begins with `quote`, with its one event, whose title stands behind `topic`."""
    start = quote.index(trigger) if trigger else 0
    span = Span(0, len(quote))
    event = Event(
        id=f"{article}-1",
        article=article,
        span=span,
        trigger=Span(start, start + len(trigger or quote.partition(" ")[0])),
        lemma=lemma,
        title=f"{topic}{TOPIC_END}{quote[0].lower()}{quote[1:90]}" if topic else quote[:90],
        topic=topic,
        quote=quote,
        date=parse_edtf(date) if date else None,
        basis=basis,
        status=status,
        people=tuple(Name(name, name, span, "PER") for name in people)
        + tuple(Name(name, name, span, "ORG") for name in organisations),
        places=tuple(Name(name, name, span, "LOC") for name in places),
        weight=weight,
        confidence=confidence,
        postponed_from=parse_edtf(postponed_from) if postponed_from else None,
    )
    whole = Article(article, f"{article}.txt", title, datetime.date.fromisoformat(published), text or quote)
    return Annotated(whole, (), (event,))


def telling(one: Annotated, copy: int | None = None) -> EventMention:
    """The one telling of an article, as a text of its own unless `copy` says whose copy it is."""
    its_copy = copy if copy is not None else sum(map(ord, one.article.id))
    return mentions_of(one, its_copy, {})[0]


@cache
def _encoded(texts: tuple[str, ...]) -> npt.NDArray[np.float32]:
    return encode(texts)


def remembered(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """The vectors of texts, encoded once: a build has them in its cache."""
    return _encoded(tuple(texts))


def merged(articles: Sequence[Annotated], **options: Any) -> tuple[Entry, ...]:
    """The entries of all events, whatever an editor would publish of them."""
    return merge(articles, **{"length": Length.ALL, "encode": remembered, **options})
