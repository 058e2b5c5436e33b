"""Invented articles as annotated articles, made from a table by hand, independently of the other stages.

The fields of a row are separated by "|": the event's label (with "!" at its end for a look-alike), the article's day,
its publisher, the event's date with its basis and factuality, the trigger's lemma, people, places, the headline, and
the text with its [trigger] and its {date} marked.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from timeline.calendar import parse_edtf
from timeline.model import (
    Annotated,
    Article,
    Basis,
    Event,
    Expression,
    Fixed,
    Granularity,
    Name,
    Span,
    Status,
    Step,
    Timex,
    TimexType,
)

_MARKS = re.compile(r"[\[\]{}]")


@dataclass(frozen=True, slots=True)
class InventedMention:
    """One row: which event it mentions, the event that it only looks like ("" for none), and the annotated article."""

    event: str
    lookalike_of: str
    annotated: Annotated


def invented(path: Path) -> list[InventedMention]:
    """The mentions of a table; a look-alike's event is its own.

    Args:
        path: The table; lines that begin with "#" are comments.

    Returns:
        One mention for each row, in order.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")]
    return [_row([cell.strip() for cell in row.split("|")], number) for number, row in enumerate(rows)]


def _row(cells: list[str], number: int) -> InventedMention:
    label, published, publisher, dated, lemma, people, places, headline, marked = cells
    identity = f"{label.rstrip('!')}-{number:03}"
    text = _MARKS.sub("", marked)
    article = Article(
        id=identity,
        path=f"articles/{identity}.txt",
        title=headline,
        published=datetime.date.fromisoformat(published),
        text=text,
        publisher=publisher,
    )
    timex = _timex(marked, dated.split()[0])
    event = _event(article, marked, dated.split(), lemma, timex, (_cells(people), _cells(places)))
    annotated = Annotated(article, (timex,) if timex else (), (event,))
    own = label.endswith("!")
    return InventedMention(identity if own else label, label.rstrip("!") if own else "", annotated)


def _event(
    article: Article, marked: str, dated: list[str], lemma: str, timex: Timex | None, names: tuple[list[str], list[str]]
) -> Event:
    date, basis, *more = dated
    status = next((Status(word) for word in more if "=" not in word), Status.ASSERTED)
    postponed = next((word.split("=")[1] for word in more if word.startswith("postponed=")), "")
    trigger = _marked(marked, "[", "]")
    span = _sentence(article.text, trigger)
    quote = article.text[span.start : span.end]
    return Event(
        id=f"{article.id}-1",
        article=article.id,
        span=span,
        trigger=trigger,
        lemma=lemma,
        title=_shortened(quote, timex.expression.text if timex else ""),
        quote=quote,
        date=parse_edtf(date),
        basis=Basis(basis),
        status=status,
        timex=timex,
        people=tuple(_name(name, article.text, "PER") for name in names[0]),
        places=tuple(_name(name, article.text, "LOC") for name in names[1]),
        weight=0.6,
        confidence=0.8,
        steps=(),
        postponed_from=parse_edtf(postponed) if postponed else None,
    )


def _timex(marked: str, date: str) -> Timex | None:
    if "{" not in marked:
        return None
    span = _marked(marked, "{", "}")
    words = _MARKS.sub("", marked)[span.start : span.end]
    dated = parse_edtf(date)
    meaning = Fixed(int(date[:4]), Granularity.YEAR)  # the row gives the date, so that nothing reads the meaning
    expression = Expression(span, words, TimexType.DATE, "invented", meaning)
    return Timex(expression, date, dated, steps=(Step("calendar.day_alone", {"day": words}),))


def _marked(marked: str, opening: str, closing: str) -> Span:
    start, end = marked.index(opening), marked.index(closing)
    return Span(start - len(_MARKS.findall(marked[:start])), end - len(_MARKS.findall(marked[:end])))


def _sentence(text: str, trigger: Span) -> Span:
    start = max((found.end() for found in re.finditer(r"[.?!] (?=[A-ZÀ-Ý])", text[: trigger.start])), default=0)
    after = re.search(r"[.?!](?= [A-ZÀ-Ý]|$)", text[trigger.end :])
    return Span(start, trigger.end + after.end() if after else len(text))


def _shortened(quote: str, when: str) -> str:
    bare = " ".join(quote.replace(when, " ").split()) if when else quote
    return bare if len(bare) <= 90 else bare[:90].rsplit(" ", 1)[0]


def _name(name: str, text: str, label: str) -> Name:
    start = max(0, text.find(name))
    return Name(name, name, Span(start, start + len(name)), label)


def _cells(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(",") if name.strip()]
