"""Measures how well events are dated on a TimeML corpus.

    python -m training.events.dating CORPUS.jsonl

Each line is a document with `text`, `dct`, `timexes`, `events`, `tlinks` (offsets in code points), as the French
TimeBank has them. The gold date of an event is the expression to which a TLINK of type IS_INCLUDED, SIMULTANEOUS,
DURING, BEGUN_BY or ENDED_BY joins it, where that is a DATE or a TIME other than the document's own; events without such
a link are not measured. A predicted date is right where it has the days of that expression; for BEGUN_BY and ENDED_BY
only that bound is compared.
"""

from __future__ import annotations

import datetime
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline import calendar, nlp
from timeline.calendar import DAY
from timeline.events.extraction import date_triggers
from timeline.events.ranking.model import Ranker, load
from timeline.model import (
    Article,
    Date,
    Expression,
    Granularity,
    Reference,
    Sentence,
    Signal,
    Span,
    Timex,
    TimexType,
    Vague,
)
from timeline.timex import normalise, recognise

INSIDE = frozenset({"IS_INCLUDED", "SIMULTANEOUS", "DURING", "IDENTITY"})
_SINCE = re.compile(r"depuis (?:le |la |les |l['’])?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """An event whose date the corpus gives."""

    trigger: Span
    date: Date
    relation: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the corpus, parsed."""

    article: Article
    sentences: tuple[Sentence, ...]
    given: tuple[Timex, ...]
    own: tuple[Timex, ...]
    asked: tuple[Asked, ...]


def read(path: Path) -> list[Document]:
    """The documents of a corpus, parsed, with the corpus's expressions and our own."""
    data = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = []
    for one, sentences in zip(data, nlp.read(nlp.load("fr"), [one["text"] for one in data]), strict=True):
        article = Article(one["id"], one["id"], "", datetime.date.fromisoformat(one["dct"][:10]), one["text"])
        own = normalise.resolve(
            article.text, recognise.find(article.text, "fr"), article.published, sentences, "fr"
        ).timexes
        given = {timex["tid"]: _timex(timex, article) for timex in one["timexes"]}
        asked = tuple(_asked(one, given))
        found.append(
            Document(article, sentences, tuple(sorted(given.values(), key=lambda t: t.span.start)), own, asked)
        )
    return found


def _timex(data: Mapping[str, Any], article: Article) -> Timex:
    span = Span(data["start"], data["end"])
    signal = Signal.SINCE if _SINCE.search(article.text[: span.start]) else Signal.NONE
    none = Vague(Reference.PRESENT)  # the corpus states no meaning
    expression = Expression(span, data["text"], TimexType(data["type"]), "gold", none, signal=signal)
    date = value_date(data["value"] or "")
    if signal is Signal.SINCE and date is not None:
        date = calendar.from_(date)
    return Timex(expression, data["value"] or "", date, article.published)


def value_date(value: str) -> Date | None:
    """The interval of a TIMEX3 value; None for durations and vague references."""
    plain = value.split("T", maxsplit=1)[0]
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", plain):
        monday = datetime.date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return calendar.unit(calendar.from_date(monday), Granularity.WEEK)
    seasons = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
    plain = re.sub(r"-(SP|SU|FA|WI)$", lambda found: f"-{seasons[found[1]]}", plain)
    return calendar.parse_edtf(plain)


def _asked(one: Mapping[str, Any], timexes: Mapping[str, Timex]) -> Iterator[Asked]:
    spans = {event["eiid"]: Span(event["start"], event["end"]) for event in one["events"] if "eiid" in event}
    for link in one["tlinks"]:
        trigger, timex = spans.get(link.get("eventInstanceID", "")), timexes.get(link.get("relatedToTime", ""))
        relation = "INSIDE" if link["relType"] in INSIDE else link["relType"]
        dated = (
            timex is not None and timex.date is not None and timex.expression.type in (TimexType.DATE, TimexType.TIME)
        )
        if trigger and timex and timex.date and dated and relation in ("INSIDE", "BEGUN_BY", "ENDED_BY"):
            yield Asked(trigger, timex.date, relation)


def accuracy(model: Ranker, documents: Sequence[Document], *, given: bool) -> float:
    """The share of the events that are rightly dated, with the corpus's expressions or with our own."""
    right = total = 0
    for document in documents:
        timexes = document.given if given else document.own
        triggers = [asked.trigger for asked in document.asked]
        found = date_triggers(model, document.article, document.sentences, timexes, triggers)
        total += len(triggers)
        right += sum(is_right(d.date if d else None, asked) for d, asked in zip(found, document.asked, strict=True))
    return right / total if total else 0.0


def is_right(date: Date | None, asked: Asked) -> bool:
    """Whether a date has the days of the gold one, on the side that the link concerns."""
    if date is None:
        return False
    first = date.begin is not None and asked.date.begin is not None and date.begin // DAY == asked.date.begin // DAY
    last = date.end is not None and asked.date.end is not None and (date.end - 1) // DAY == (asked.date.end - 1) // DAY
    if asked.relation == "BEGUN_BY":
        return first
    return last if asked.relation == "ENDED_BY" else first and (last or asked.date.end is None)


def nearest(documents: Sequence[Document]) -> float:
    """A baseline: the nearest expression of the sentence, otherwise the document's day."""
    right = total = 0
    for document in documents:
        for asked in document.asked:
            total += 1
            right += is_right(_nearest(document, asked.trigger), asked)
    return right / total if total else 0.0


def _nearest(document: Document, trigger: Span) -> Date | None:
    here = [s.span for s in document.sentences if s.span.overlaps(trigger)]
    inside = [t for t in document.given if t.date and any(span.contains(t.span) for span in here)]
    day = calendar.unit(calendar.from_date(document.article.published), Granularity.DAY)
    return (
        min(inside, key=lambda t: max(t.span.start - trigger.end, trigger.start - t.span.end)).date if inside else day
    )


def main(arguments: Sequence[str]) -> int:
    """Prints both accuracies and the baseline."""
    model = load("fr")
    assert model is not None
    documents = read(Path(arguments[0]))
    asked = sum(len(document.asked) for document in documents)
    print(f"{len(documents)} documents, {asked} dated events")
    print(f"nearest given expression      {nearest(documents):.3f}")
    print(f"given expressions             {accuracy(model, documents, given=True):.3f}")
    print(f"our own expressions           {accuracy(model, documents, given=False):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
