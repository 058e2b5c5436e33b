"""Reads annotated articles."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.calendar import parse_edtf
from timeline.model import Article, Date, Span, Status


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event that a person marked.

    `dates` are the date and its equally good alternatives; `salience` 3 must be kept, 2 should, 1 may. `cluster`
    identifies the real event across articles, where that is marked.
    """

    id: str
    trigger: Span
    sentence: Span
    summary: str
    dates: tuple[Date, ...]
    status: Status
    salience: int
    people: tuple[str, ...]
    places: tuple[str, ...]
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its events, and its genre."""

    article: Article
    genre: str
    events: tuple[GoldEvent, ...]


class GoldError(ValueError):
    """A file of annotations that is missing, or not in the format.

    Attributes:
        path: The file.
        reason: What is wrong with it.
        line: The line, from 1; 0 for the whole file.
        column: The column, from 1; 0 for the whole line.
    """

    def __init__(self, path: Path, reason: str, line: int = 0, column: int = 0) -> None:
        super().__init__(f"{path}:{line}: {reason}" if line else f"{path}: {reason}")
        self.path, self.reason, self.line, self.column = path, reason, line, column

    @classmethod
    def of(cls, path: Path, what: str, error: Exception, line: int = 1) -> GoldError:
        """The error of JSON that is no `what` ("annotation"), and begins on a line of a file."""
        if isinstance(error, json.JSONDecodeError):
            return cls(path, f"this is no {what}: {error.msg}", line + error.lineno - 1, error.colno)
        return cls(path, f"this is no {what}: {error}" + " is missing" * isinstance(error, KeyError), line, 1)


def read(folder: Path) -> tuple[GoldArticle, ...]:
    """The annotated articles of a folder.

    Args:
        folder: A folder with `gold/<id>.json` and `text/<id>.txt`.

    Returns:
        The articles, by id.

    Raises:
        GoldError: There is no `gold` folder, a text is missing, or a file cannot be parsed.
    """
    if not (folder / "gold").is_dir():
        where = f"annotations belong there, their texts in {folder / 'text'}"
        raise GoldError(folder / "gold", f"there is no such folder; {where}")
    return tuple(_article(folder, path) for path in sorted((folder / "gold").glob("*.json")))


def _article(folder: Path, path: Path) -> GoldArticle:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / "text" / f"{data['id']}.txt").read_text(encoding="utf-8")
        article = Article(
            id=data["id"],
            path=f"text/{data['id']}.txt",
            title=data["title"],
            published=datetime.date.fromisoformat(data["dct"]),
            text=text,
            language=data.get("language", "fr"),
        )
        events = tuple(_event(event) for event in data["events"])
    except FileNotFoundError as error:
        raise GoldError(Path(error.filename), f"there is no such file; it is the text of {path.name}") from error
    except (KeyError, TypeError, ValueError) as error:
        raise GoldError.of(path, "annotation", error) from error
    return GoldArticle(article, data.get("topic", ""), events)


def _event(data: Mapping[str, Any]) -> GoldEvent:
    dates = [parse_edtf(text) for text in (data["date"], *data.get("date_alts", ())) if text]
    return GoldEvent(
        id=data["id"],
        trigger=Span(data["trigger_start"], data["trigger_end"]),
        sentence=Span(data["sent_start"], data["sent_end"]),
        summary=data["summary"],
        dates=tuple(date for date in dates if date is not None),
        status=Status(data["factuality"]),
        salience=int(data["salience"]),
        people=tuple(data.get("actors", ())),
        places=tuple(data.get("places", ())),
        cluster=data.get("cluster", ""),
    )
