"""Articles, spans and problems."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """The severity of a problem: an error stops the build; a warning is shown and the build continues."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault in a user's file, reported to the person who made it.

    Attributes:
        path: The file, as the person would name it.
        line: The line, from 1; 0 where the problem concerns the whole file.
        column: The column in code points, from 1; 0 where `line` is 0.
        message: What is wrong and what would be right, in one sentence.
        severity: Whether it stops a build.
    """

    path: str
    line: int
    column: int
    message: str
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether it stops a build."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        prefix = "warning: " if self.severity is Severity.WARNING else ""
        return f"{place}: {prefix}{self.message}"


class Message(str):
    """A text of the interface in English that keeps its key, so that it can be translated later."""

    key: str
    arguments: Mapping[str, object]

    @classmethod
    def of(cls, text: str, key: str, /, **arguments: object) -> Message:
        """The message.

        Args:
            text: What it says in English.
            key: The key of the interface's texts that says the same in every language.
            **arguments: The values of that text's `{names}`.
        """
        made = cls(text)
        made.key, made.arguments = key, arguments
        return made


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text: code points, end exclusive.

    Attributes:
        start: The first code point, from 0.
        end: The code point behind the last one.
    """

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One hint at an article's publication date.

    Attributes:
        kind: Where it was found: `json-ld`, `dateline`, `url`, …
        text: The words that give the date.
        published: The day; None where the words give none.
    """

    kind: str
    text: str
    published: datetime.date | None


@dataclass(frozen=True, slots=True)
class Article:
    """A dated text of the press.

    Attributes:
        id: Its name in the YAML, unique within a timeline.
        path: Its file, relative to the timeline file, with `/`.
        title: Its headline, or "".
        published: The *document creation time* (DCT): the day in the timeline's zone.
        text: The body as stored, without normalisation; all spans count its code points.
        published_time: The time of publication with its zone, where both are known.
        modified: The day of the last change, where it is known.
        url: Its address, where it is known.
        publisher: The paper or agency, where it is known.
        author: Who wrote it, where it is known.
        language: The ISO 639-1 code of its language.
        evidence: What its publication date was read from.
        licence: The licence that it states, if any.
        page: The page of the printed paper ("12", "A4"), where it is known.
    """

    id: str
    path: str
    title: str
    published: datetime.date
    text: str
    published_time: datetime.datetime | None = None
    modified: datetime.date | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str = "fr"
    evidence: tuple[DateEvidence, ...] = ()
    licence: str | None = None
    page: str | None = None
