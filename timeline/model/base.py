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

    `line` and `column` count from 1; they are 0 where the problem concerns the whole file. `message` says what is wrong
    and what would be right, in one sentence.
    """

    path: str
    line: int
    column: int
    message: str
    severity: Severity = Severity.ERROR

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
    """A stretch of an article's text: code points, end exclusive."""

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
    """One hint at an article's publication date: its kind (`json-ld`, `dateline`, `url`, …), its text, the day."""

    kind: str
    text: str
    published: datetime.date | None


@dataclass(frozen=True, slots=True)
class Article:
    """A dated text of the press.

    `id` is unique within a timeline and appears in the YAML; `path` is relative to the timeline file, with `/`.
    `published` is the *document creation time* (DCT), the day in the timeline's zone; `published_time` has the clock
    time and the zone where they are known. `text` is the body as stored, without normalisation. `page` is that of the
    printed paper ("12", "A4"), where it is known.
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
