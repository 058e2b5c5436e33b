"""The table of formats: who reads what, asked in this order."""

from __future__ import annotations

from timeline.articles.plain import PlainReader
from timeline.articles.source import Reader
from timeline.articles.webpage import WebpageReader

READERS: tuple[Reader, ...] = (PlainReader(), WebpageReader())

_SUFFIXES = (".txt", ".md", ".html")


def reader_for(path: str, head: bytes) -> Reader | None:
    """The first reader that takes a file of this name with this beginning."""
    return next((reader for reader in READERS if reader.can_read(path, head)), None)


def readable_suffixes() -> tuple[str, ...]:
    """The suffixes to tell a person who has none of them."""
    return _SUFFIXES
