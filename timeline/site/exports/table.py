"""CSV for spreadsheets: one row for each event."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence

from timeline.calendar import DAY
from timeline.site.parts.cards import Card
from timeline.site.parts.days import iso_day
from timeline.site.parts.labels import Words
from timeline.site.render.rendered import Written

COLUMNS = (
    "id", "date", "begin", "end", "date_text", "title", "status", "ongoing", "people", "places", "tags",
    "text", "basis", "confirmed", "conflict", "first_known", "sources", "quote", "anchor",
)  # fmt: skip

_FLAGS = ("ongoing", "confirmed", "conflict")

_BEFORE_CHRIST = re.compile(r"-\d{4,}[-\d/.?~%]*")
Rows = Callable[[Card], list[str]]
"""Returns the cells of an event."""


def rows_of(written: Written) -> Rows:
    """The cells of both files, those of an event made once, when they are first asked for.

    Returns:
        A function that gives a list of cells for an event, as many as there are `COLUMNS`.
    """
    made: dict[str, list[str]] = {}

    def cells(card: Card) -> list[str]:
        if card.id not in made:
            made[card.id] = [_harmless(cell) for cell in _row(card, written)]
        return made[card.id]

    return cells


def csv_table(written: Written, rows: Rows) -> str:
    """Plain CSV with commas and the headings `COLUMNS`. `begin` and `end` are days, the last one included.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.

    Args:
        written: The timeline.
        rows: The cells, from `rows_of`.

    Returns:
        CSV with CRLF line ends (RFC 4180).
    """
    return _line(COLUMNS, ",") + written.joined("csv", lambda card: _line(rows(card), ","), "")


def csv_for_excel(written: Written, rows: Rows) -> str:
    """The same for a spreadsheet of the reader's language.

    It has a byte order mark, and its headings, statuses, origins of dates and flags are in words. Semicolons separate
    the cells where a comma is the decimal point, as in French, because Excel opens no other CSV file directly there.

    Args:
        written: The timeline, whose language decides on the headings and the separator.
        rows: The cells, from `rows_of`.

    Returns:
        CSV with CRLF line ends.
    """
    words = written.shared.words
    separator = words("cell_separator")

    def line(card: Card) -> str:
        cells = zip(COLUMNS, rows(card), strict=True)
        return _line([_worded(name, cell, words) for name, cell in cells], separator)

    headings = _line([words(f"columns.{name}") for name in COLUMNS], separator)
    return f"\ufeff{headings}{written.joined('excel', line, '')}"


def _worded(column: str, cell: str, words: Words) -> str:
    """A cell of the machine's own vocabulary in the reader's language; any other as it is."""
    if column in _FLAGS:
        return words("flag.true") if cell else ""
    return words.value(column, cell) if column in ("status", "basis") else cell


def _line(cells: Sequence[str], separator: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n", delimiter=separator).writerow(cells)
    return text.getvalue()


def _row(card: Card, written: Written) -> list[str]:
    entry, date = card.entry, card.date
    last = date.end - 1 if date is not None and date.end is not None else None
    sources = dict.fromkeys(source.cited for source in entry.sources)
    return [
        entry.id,
        entry.date,
        iso_day(date.begin if date else None),
        iso_day(last - last % DAY if last is not None else None),
        card.when,
        entry.title,
        entry.status.value,
        _flag(entry.ongoing),
        "; ".join(entry.people),
        "; ".join(entry.places),
        "; ".join(entry.tags),
        entry.text,
        entry.basis,
        _flag(entry.confirmed),
        _flag(entry.conflict),
        entry.first_known.isoformat() if entry.first_known else "",
        "; ".join(filter(None, sources)),
        entry.sources[0].quote if entry.sources else "",
        f"{written.place[card.id]}#{card.id}",
    ]


def _flag(value: bool) -> str:
    return "1" if value else ""


def _harmless(cell: str) -> str:
    formula = cell[:1] in ("=", "+", "@", "\t", "\r", "\n") or (cell[:1] == "-" and not _BEFORE_CHRIST.fullmatch(cell))
    return f"'{cell}" if formula else cell
