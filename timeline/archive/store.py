"""The archive's file: written in transactions, read by article number."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np

from timeline.annotation import Annotation
from timeline.archive.search import ArchiveQuery, search
from timeline.archive.tables import APPLICATION, LAYOUT, TABLES
from timeline.archive.values import dumps, loads
from timeline.archive.vectors import Vectors, packed, unpacked
from timeline.calendar import edtf
from timeline.model import Event, Timex

WIDTH = 512
"""The number of components of a vector."""


class ArchiveError(Exception):
    """The file is not an archive, or has another layout; the message says which, in English."""


class ClosedArchiveError(ArchiveError):
    """The file cannot be opened: its folder is missing or read-only, or another program writes to it."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """An annotation to store.

    `key` is the digest of its article; `words` are the stems of the title, of the events' names and of the text;
    `vectors` are the meanings of its texts (rows, `WIDTH`), the title's first.
    """

    annotation: Annotation
    key: str
    words: tuple[str, str, str]
    vectors: Vectors


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored annotation, and the vectors of its texts, to within a hundredth."""

    annotation: Annotation
    vectors: Vectors


class Archive:
    """An archive that is open; a context manager.

    Args:
        path: Its file, created where there is none.
        version: The digest of the code that now reads articles.

    Raises:
        ArchiveError: The file is not an archive, or has another layout; a `ClosedArchiveError` cannot be opened.
    """

    def __init__(self, path: Path, *, version: str) -> None:
        self._path, self._version = path, version
        try:
            self._database = sqlite3.connect(path)
        except sqlite3.OperationalError as error:
            raise ClosedArchiveError(str(error)) from None
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            self._database.close()
            kind = ClosedArchiveError if isinstance(error, sqlite3.OperationalError) else ArchiveError
            raise kind(str(error)) from None

    def _prepare(self) -> None:
        ask = self._database.execute
        (application,), (layout,) = ask("PRAGMA application_id").fetchone(), ask("PRAGMA user_version").fetchone()
        empty = ask("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
        if not empty and (application, layout) != (APPLICATION, LAYOUT):
            raise sqlite3.DatabaseError("it is another program's database, or of another version")
        ask("PRAGMA foreign_keys = ON")
        if empty:
            ask("PRAGMA journal_mode = WAL")
            self._database.executescript(TABLES)
            ask(f"PRAGMA application_id = {APPLICATION}")
            ask(f"PRAGMA user_version = {LAYOUT}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; nothing that was added is lost."""
        self._database.close()

    def keys(self) -> set[str]:
        """The keys of the articles that this version has read, which need not be read again."""
        return {key for (key,) in self._database.execute("SELECT key FROM article WHERE version = ?", [self._version])}

    def add(self, fresh: Iterable[Fresh]) -> None:
        """Stores annotations, all or none; they replace earlier ones of articles with the same paths."""
        with self._database:
            for one in fresh:
                self._add(one)

    def _add(self, one: Fresh) -> None:
        article = one.annotation.article
        run = self._database.execute
        run("DELETE FROM article WHERE path = ?", [article.path])
        row = (
            article.path, one.key, self._version, article.id, article.title, article.published.isoformat(),
            article.publisher, article.url, article.language, dumps(one.annotation), packed(one.vectors),
        )  # fmt: skip
        number = run(_ARTICLE, row).lastrowid
        run("INSERT INTO words (rowid, title, names, text) VALUES (?, ?, ?, ?)", [number, *one.words])
        if len(one.vectors) and one.vectors[0].any():
            run("INSERT INTO meaning VALUES (?, ?)", [number, packed(one.vectors[:1])[4:]])
        events = sorted((*one.annotation.events, *one.annotation.other_events), key=lambda event: event.trigger.start)
        many = self._database.executemany
        many(_MENTION, ((number, place, *_mention(event)) for place, event in enumerate(events)))
        many(_TIMEX, ((number, place, *_timex(timex)) for place, timex in enumerate(one.annotation.timexes)))

    def search(self, wanted: ArchiveQuery) -> list[int]:
        """The numbers of the articles that match a query, best first."""
        return search(self._database, wanted)

    def read(self, numbers: Sequence[int]) -> Iterator[Kept]:
        """The annotations of some articles, in the order asked.

        Annotations that another version stored in types that this one lacks are left out.
        """
        for number in numbers:
            row = self._database.execute("SELECT annotation, vectors FROM article WHERE number = ?", [number])
            data, vectors = row.fetchone()
            annotation = loads(data)
            if annotation is not None:
                yield Kept(annotation, unpacked(vectors, WIDTH) if vectors else np.zeros((0, WIDTH), np.float32))

    def size(self) -> int:
        """The size of the file, in bytes."""
        names = ("page_count", "page_size")
        (pages,), (each,) = (self._database.execute(f"PRAGMA {name}").fetchone() for name in names)
        return int(pages) * int(each)


_ARTICLE = """INSERT INTO article
(path, key, version, id, title, published, publisher, url, language, annotation, vectors)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_MENTION = "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_TIMEX = "INSERT INTO timex VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def _mention(event: Event) -> tuple[Any, ...]:
    date = event.date
    return (
        event.span.start, event.span.end, event.title, event.lemma, None if date is None else edtf(date),
        None if date is None else date.begin, None if date is None else date.end, event.status.value,
        round(event.weight, 4), _names(event.people), _names(event.places),
    )  # fmt: skip


def _names(names: Iterable[Any]) -> str:
    return json.dumps(list(dict.fromkeys(name.canonical for name in names)), ensure_ascii=False)


def _timex(timex: Timex) -> tuple[Any, ...]:
    expression = timex.expression
    date = None if timex.date is None else edtf(timex.date)
    return timex.span.start, timex.span.end, expression.text, expression.type.value, timex.value, date
