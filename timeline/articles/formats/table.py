"""The table of formats: their readers, tried in this order."""

from __future__ import annotations

from timeline.articles.formats.archive import ArchiveReader
from timeline.articles.formats.documents import DocumentReader
from timeline.articles.formats.documents.sheets import SheetReader
from timeline.articles.formats.feed import FeedReader
from timeline.articles.formats.mails.reader import MailReader
from timeline.articles.formats.newsxml import NewsXmlReader
from timeline.articles.formats.plain import PlainReader
from timeline.articles.formats.records import JsonLinesReader, JsonReader, TableReader
from timeline.articles.formats.webarchive import WebArchiveReader
from timeline.articles.formats.webpage import WebpageReader
from timeline.articles.source import Reader

_SUFFIXES = (
    ".txt", ".md", ".html", ".json", ".jsonl", ".csv", ".rss", ".atom", ".xml", ".warc", ".zip", ".gz",
    ".docx", ".odt", ".xlsx", ".ods", ".rtf", ".pdf", ".epub", ".eml", ".mbox", ".mhtml",
)  # fmt: skip


def reader_for(path: str, head: bytes) -> Reader | None:
    """The first reader that takes a file of this name with this beginning.

    Args:
        path: The name of the file.
        head: Its first bytes.

    Returns:
        The reader, or None where no format takes the file.
    """
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
    MailReader(),
    DocumentReader(),
    SheetReader(),
    WebpageReader(),
)


def readable_suffixes() -> tuple[str, ...]:
    """The suffixes to name to a person whose file has none of them."""
    return _SUFFIXES
