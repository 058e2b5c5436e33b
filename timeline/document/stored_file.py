"""One file as it was read: its text, and what recognises it again."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from timeline.i18n import say
from timeline.i18n.messages import in_language, why
from timeline.model import Problem

MAX_BYTES = 100_000_000
"""A larger file is refused unread."""


class StoreError(Exception):
    """A file could not be read or written, or another process has it; `problem` is for the user."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Stored:
    """What a file held when it was read. `text` is None where there was none; `digest` recognises it again."""

    path: Path
    text: str | None
    digest: str


def read(path: Path, *, language: str = "en") -> Stored:
    """Reads a file as UTF-8, line breaks as they are.

    Args:
        path: The file, which need not exist.
        language: The language of the error.

    Returns:
        The text and what is needed to notice a change of the file since.

    Raises:
        StoreError: The file is not UTF-8; the problem has line and column of the first wrong byte.
    """
    data = _bytes(path, language)
    if data is None:
        return Stored(path, None, "")
    try:
        return Stored(path, data.decode("utf-8"), digest(data))
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        message = say(language, "document.file.not_utf8", byte=data[error.start], likely=_likely(data))
        raise StoreError(Problem(str(path), line, column, message)) from error


def _bytes(path: Path, language: str) -> bytes | None:
    try:
        if path.stat().st_size > MAX_BYTES:
            message = say(language, "document.file.too_large", limit=MAX_BYTES // 1_000_000)
            raise StoreError(Problem(str(path), 0, 0, message))
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = say(language, "document.file.unreadable_file", why=in_language(why(error), language))
        raise StoreError(Problem(str(path), 0, 0, message)) from error


def _likely(data: bytes) -> str:
    """The encoding of a text that is not UTF-8: what Windows calls Unicode has a mark or null bytes, ANSI neither."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "UTF-16" if marked or b"\0" in data[:1000] else "Windows-1252"


def digest(data: bytes) -> str:
    """What recognises a content again.

    Args:
        data: The content.

    Returns:
        Its SHA-256, in hexadecimal digits.
    """
    return sha256(data).hexdigest()


def is_unchanged(stored: Stored) -> bool:
    """Whether a file still holds what was read."""
    try:
        return digest(stored.path.read_bytes()) == stored.digest
    except FileNotFoundError:
        return not stored.digest
