"""Small timelines for the tests."""

from __future__ import annotations

import dataclasses
import datetime
import difflib
import re

from timeline.calendar import parse_edtf
from timeline.document import Document, Extraction, FileTexts, Head, Updated, parse, to_timeline, update
from timeline.model import Date, Entry, Source, Span

ARTICLES = frozenset({"afp-1", "afp-2", "afp-3"})
VISIT_QUOTE = "Poutine a rendu visite lundi à Minsk."
STRIKE_QUOTE = "Les cheminots ont fait grève mardi."
WORDED = {
    "1er mars 2020": "2020-03-01",
    "mars 2020": "2020-03",
    "vers 2019": "2019~",
    "avant 2020": "../2019",
    "1er mars 2020 à 14 heures": "2020-03-01T14:00",
}


def without_edition(text: str) -> str:
    """A text without the line that names its edition."""
    return re.sub(r"^# (?:édition|edition) [abc]\b.*\n", "", text, count=1, flags=re.MULTILINE)


def understand(text: str) -> Date | None:
    """The dates in words that the tests use."""
    return parse_edtf(WORDED.get(text, ""))


def entry(id_: str, date: str, title: str, *sources: tuple[str, str], **values: object) -> Entry:
    """A machine's event."""
    told = tuple(
        Source(article, quote, f"compté de {article}", date, "stated", Span(0, 4)) for article, quote in sources
    )
    known: dict[str, object] = {"basis": "stated", "confidence": 0.9, "first_known": datetime.date(2022, 12, 20)}
    return Entry(id_, date, title, parse_edtf(date), sources=told, **(known | values))


VISIT = entry("visit", "2022-12-19", "Visite à Minsk", ("afp-1", VISIT_QUOTE), people=("Vladimir Poutine",))
STRIKE = entry("strike", "2022-12-20", "Grève : les cheminots", ("afp-2", STRIKE_QUOTE))


def changed(one: Entry, **values: object) -> Entry:
    """The event, told otherwise."""
    if "date" in values:
        values["interval"] = parse_edtf(str(values["date"]))
    return dataclasses.replace(one, **values)


def build(text: str | None, lock: str | None, *entries: Entry, articles: frozenset[str] | None = ARTICLES) -> Updated:
    """An update that must go through."""
    updated = update(
        FileTexts(text, lock), Extraction(entries, articles), understand=understand, head=Head(title="Essai")
    )
    assert updated.text is not None, [*map(str, updated.problems)]
    return updated


def first(*entries: Entry) -> tuple[str, str]:
    """The text and the lock of a first build."""
    updated = build(None, None, *entries)
    assert updated.text is not None
    assert updated.lock is not None
    return updated.text, updated.lock


def read(text: str) -> Document:
    """A document that must be right."""
    parsed = parse(text, understand=understand)
    assert parsed.document is not None, [*map(str, parsed.problems)]
    return parsed.document


def titles(text: str) -> list[str]:
    """The titles in the order of the file."""
    return [one.title for one in read(text).entries]


def difference(before: str, after: str) -> list[str]:
    """The lines taken out and put in, but for the edition's."""
    lines = difflib.ndiff(without_edition(before).splitlines(), without_edition(after).splitlines())
    return [line for line in lines if line[0] in "+-"]


def shown(text: str | None, lock: str | None) -> list[str]:
    """The quotes that the pages show."""
    return [source.quote for one in to_timeline(read(text or ""), lock, []).entries for source in one.sources]
