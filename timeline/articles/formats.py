"""The table of formats: who reads what, asked in this order."""

from __future__ import annotations

from timeline.articles.archive import ArchiveReader
from timeline.articles.feed import FeedReader
from timeline.articles.newsxml import NewsXmlReader
from timeline.articles.plain import PlainReader
from timeline.articles.records import JsonLinesReader, JsonReader, TableReader
from timeline.articles.source import Reader
from timeline.articles.webarchive import WebArchiveReader
from timeline.articles.webpage import WebpageReader

_SUFFIXES = (".txt", ".md", ".html", ".json", ".jsonl", ".csv", ".rss", ".atom", ".xml", ".warc", ".zip", ".gz")


def reader_for(path: str, head: bytes) -> Reader | None:
    """The first reader that takes a file of this name with this beginning."""
    return next((reader for reader in READERS if reader.can_read(path, head)), None)


READERS: tuple[Reader, ...] = (
    PlainReader(),
    JsonLinesReader(),
    JsonReader(),
    TableReader(),
    WebArchiveReader(),
    ArchiveReader(reader_for),
    FeedReader(),
    NewsXmlReader(),
    WebpageReader(),
)


def readable_suffixes() -> tuple[str, ...]:
    """The suffixes to tell a person who has none of them."""
    return _SUFFIXES
