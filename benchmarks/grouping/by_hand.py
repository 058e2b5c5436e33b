"""Articles whose events and time expressions were annotated by hand (`gold/*.json` beside `text/*.txt`)."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

from timeline import nlp
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
    Timex,
    TimexType,
    Token,
)

Gold = dict[str, Any]
"""An article or an event as the gold files have it."""


def by_hand(folder: Path) -> list[Annotated]:
    """The gold events and time expressions; the gold has no lemmas, these are of the project's pipeline."""
    pipeline = nlp.load("fr")
    return [annotated_by_hand(folder, path, pipeline) for path in sorted((folder / "gold").glob("*.json"))]


def article_of(folder: Path, gold: Gold) -> Article:
    text = (folder / "text" / f"{gold['id']}.txt").read_text(encoding="utf-8")
    published = datetime.date.fromisoformat(gold["dct"])
    return Article(gold["id"], f"{gold['id']}.txt", gold["title"], published, text)


def annotated_by_hand(folder: Path, path: Path, pipeline: Any) -> Annotated:
    gold = json.loads(path.read_text(encoding="utf-8"))
    article = article_of(folder, gold)
    (sentences,) = nlp.read(pipeline, [article.text])
    tokens = [token for sentence in sentences for token in sentence.tokens]
    timexes = tuple(timex_by_hand(timex) for timex in gold["timexes"])
    return Annotated(article, timexes, tuple(event_by_hand(article, event, tokens) for event in gold["events"]))


def timex_by_hand(gold: Gold) -> Timex:
    span = Span(gold["start"], gold["end"])
    meaning = Fixed(1, Granularity.YEAR)  # the gold has none, and merging asks for none
    return Timex(Expression(span, gold["surface"], TimexType(gold["type"]), "gold", meaning), gold["value"], None)


def lemma_of(gold: Gold, tokens: list[Token]) -> str:
    """The lemma of the trigger's first verb, else of its first noun, else of its first word."""
    start, end = gold["trigger_start"], gold["trigger_end"]
    inside = [token for token in tokens if token.start < end and start < token.end]
    inside.sort(key=lambda token: ("VERB", "NOUN").index(token.pos) if token.pos in ("VERB", "NOUN") else 2)
    return inside[0].lemma if inside else gold["trigger"]


def event_by_hand(article: Article, gold: Gold, tokens: list[Token]) -> Event:
    span = Span(gold["sent_start"], gold["sent_end"])
    date = parse_edtf(gold["date"]) if gold["date"] else None
    return Event(
        id=gold["id"],
        article=article.id,
        span=span,
        trigger=Span(gold["trigger_start"], gold["trigger_end"]),
        lemma=lemma_of(gold, tokens),
        title=gold["summary"],
        quote=article.text[span.start : span.end],
        date=date,
        basis=basis_by_hand(article, gold),
        status=Status(gold["factuality"]),
        people=tuple(Name(name, name, span, "PER") for name in gold["actors"] if name[0].isupper()),
        places=tuple(Name(name, name, span, "LOC") for name in gold["places"]),
        weight=gold["salience"] / 3,
        confidence=0.8,
    )


def basis_by_hand(article: Article, gold: Gold) -> Basis:
    if not gold["date"] or ".." in gold["date"]:
        return Basis.BOUNDED
    if gold["timex_same_sentence"]:
        return Basis.STATED
    return Basis.LEAD if gold["date"] == article.published.isoformat() else Basis.CARRIED
