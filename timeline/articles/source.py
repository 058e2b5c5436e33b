"""The sources of articles, and the interface of the readers of formats."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol

from timeline.articles.metadata.fields import Metadata
from timeline.articles.publication_date.evidence import Hint
from timeline.articles.text.language import Spoken
from timeline.i18n.messages import file_problem, message, why
from timeline.model import Problem, Severity

SINGLE_LIMIT = 16 * 1024 * 1024
"""The most bytes of one article's file: the longest newspaper article has a hundredth of it."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user stated about all articles.

    Attributes:
        zone: The IANA zone that decides on which day a publication time falls.
        encoding: The encoding of files that are not UTF-8 and do not name theirs.
        fields: From our field names to those of JSON and CSV exports.
        language: The language of all articles; None: it is detected.
        languages: Articles in other languages are left out with a warning.
        detect: Whether an encoding that is sure counts as if the user had stated it.
    """

    zone: str = "Europe/Paris"
    encoding: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    language: str | None = None
    languages: Collection[str] = ("fr", "en")
    detect: bool = False


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file, or a member of an archive: `path` as shown to the user, `stated` the metadata of its sidecar.

    `state` is that of a file on disk before it was opened: its size, and in nanoseconds when it and its entry changed.
    `spoken` has what was detected as the languages of its articles; reading it adds to that.
    """

    path: str
    size: int
    open: Callable[[], BinaryIO]
    stated: Metadata = field(default_factory=Metadata)
    state: tuple[int, int, int] | None = None
    spoken: Spoken = field(default_factory=dict, compare=False)

    @property
    def stem(self) -> str:
        """The file's name without its last suffix."""
        return PurePosixPath(self.path).stem

    @property
    def suffix(self) -> str:
        """The last suffix, in small letters, with its dot."""
        return PurePosixPath(self.path).suffix.lower()

    def head(self, size: int) -> bytes:
        """The first bytes."""
        with self.open() as file:
            return file.read(size)

    def bytes(self, limit: int = SINGLE_LIMIT) -> bytes | Problem:
        """The whole content, or a problem where it is larger than `limit` or cannot be read."""
        try:
            with self.open() as file:
                data = file.read(limit + 1)
        except OSError as error:
            return file_problem(self.path, "articles.file.unread", why=why(error))
        return too_large(self.path, limit) if len(data) > limit else data


def too_large(path: str, limit: int) -> Problem:
    """The problem of a file with more than `limit` bytes.

    Args:
        path: The file.
        limit: The number of bytes.

    Returns:
        An error without a line.
    """
    return file_problem(path, "articles.file.too_large", size=limit // 1024 // 1024)


def from_file(file: Path, path: str, stated: Metadata | None = None) -> SourceFile:
    """A source on disk.

    Args:
        file: The file.
        path: The path that messages show.
        stated: What a person stated beside the file, or None.

    Returns:
        A source that reads the file when it is asked for.
    """
    status = file.stat()
    state = status.st_size, status.st_mtime_ns, status.st_ctime_ns
    return SourceFile(path, status.st_size, lambda: file.open("rb"), stated or Metadata(), state)


def from_bytes(data: bytes, path: str, stated: Metadata | None = None) -> SourceFile:
    """A source in memory.

    Args:
        data: The content.
        path: The path that messages show.
        stated: What a person stated beside the file, or None.

    Returns:
        A source that can be read many times.
    """
    return SourceFile(path, len(data), lambda: io.BytesIO(data), stated or Metadata())


@dataclass(frozen=True, slots=True)
class UndatedArticle:
    """An article as its format gives it, before its date is decided.

    `file`, `line`: its position, for problems. `path` is unique: the file's, with `#3` for the third record. `stated`
    is what a person stated (sidecar, front matter), `found` what the format states in its own fields, `hints` evidence
    of the date. `truncated` says, as a clause, why the text is not whole. An `optional` draft that proves not to be a
    dated article (a home page in a web archive) is left out without a problem. `no_dates` are lines of the text whose
    day is that of an event.
    """

    path: str
    file: str
    stem: str
    text: str
    stated: Metadata = field(default_factory=Metadata)
    found: Metadata = field(default_factory=Metadata)
    hints: tuple[Hint, ...] = ()
    line: int = 0
    modified: datetime.date | None = None
    truncated: str = ""
    optional: bool = False
    no_dates: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or a record that was left out, and why. `known`: only because it is there already."""

    path: str
    reason: str
    known: bool = False


class Reader(Protocol):
    """A format. Messages call it by the text `articles.format.<name>`."""

    name: str

    def can_read(self, path: str, head: bytes) -> bool:
        """Whether a file of this name, beginning with these bytes, is of this format."""

    def read(self, source: SourceFile, options: ReadOptions) -> Iterator[UndatedArticle | Problem | Skipped]:
        """Its articles, in order, and what is wrong with it. Never raises for a bad file, fetches nothing."""


def guarded(reader: Reader, source: SourceFile, options: ReadOptions) -> Iterator[UndatedArticle | Problem | Skipped]:
    """What `reader` reads; an exception becomes a problem of this file, and the next file is read.

    Yields:
        What the reader yields, and a problem where it fails.
    """
    name = f"articles.format.{reader.name}"
    try:
        yield from reader.read(source, options)
    except ImportError as error:  # the installation's fault: saving the file again would not help
        reason = " ".join(str(error).split())[:200]
        yield file_problem(source.path, "articles.file.no_library", name=message(name), reason=reason)
    except Exception as error:
        reason = f"{type(error).__name__}: {' '.join(str(error).split())[:120]}"
        yield file_problem(source.path, "articles.file.broken", name=message(name), reason=reason)


def warning(path: str, line: int, message: str) -> Problem:
    """A problem that does not stop a build.

    Args:
        path: The file.
        line: The line, from 1; 0 for the whole file.
        message: The text of the problem.

    Returns:
        A problem of severity WARNING.
    """
    return Problem(path, line, 1 if line else 0, message, Severity.WARNING)
