"""WARC files, by warcio: every saved page that was answered with 200."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

from timeline.articles.formats import webpage
from timeline.articles.formats.record import shared
from timeline.articles.metadata.addresses import is_web, slug_of
from timeline.articles.metadata.fields import Metadata, Value
from timeline.articles.publication_date import absolute
from timeline.articles.publication_date.evidence import Hint
from timeline.articles.source import ReadOptions, Skipped, SourceFile, UndatedArticle, from_bytes
from timeline.i18n.messages import file_problem, message
from timeline.model import Problem

_RECORDS = 200_000
_HEAD, _LINE = 1_000_000, 64_000
"""The most bytes of a record's headers, and of a line."""


class _Head:
    """The lines of a record's headers, as warcio's parser reads them: no more than records have."""

    def __init__(self, stream: Any) -> None:
        self._stream, self._left = stream, _HEAD

    def readline(self) -> bytes:
        line = bytes(self._stream.readline(_LINE))
        self._left -= len(line)
        if self._left < 0:
            raise ValueError(message("articles.warc.head", most=_HEAD))
        return line


class WebArchiveReader:
    """`.warc` and `.warc.gz`."""

    name = "web_archive"

    def can_read(self, path: str, head: bytes) -> bool:
        """By the suffix."""
        return path.lower().endswith((".warc", ".warc.gz"))

    def read(self, source: SourceFile, options: ReadOptions) -> Iterator[UndatedArticle | Problem | Skipped]:
        """Each page once; records that are not pages are skipped, and pages that are not articles are left out."""
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed

        seen: set[str] = set()
        packed = 0
        with source.open() as file:
            try:
                for number, record in enumerate(_bounded(ArchiveIterator(file, arc2warc=True)), 1):
                    if number > _RECORDS:
                        yield file_problem(source.path, "articles.warc.records", most=_RECORDS)
                        return
                    address = record.rec_headers.get_header("WARC-Target-URI") or ""
                    if _is_page(record) and _is_packed(record):
                        packed += 1
                    elif _is_page(record) and address not in seen:
                        seen.add(address)
                        yield _draft(record, address, source, number, options)
            except (ArchiveLoadFailed, EOFError, ValueError, OSError, AttributeError) as error:
                yield file_problem(source.path, "articles.warc.damaged", why=str(error)[:120])
        if packed:
            yield file_problem(source.path, "articles.warc.packed", count=packed)
        if not seen and not packed:
            yield file_problem(source.path, "articles.warc.none")


def _bounded(records: Any) -> Any:
    """The records, with lines and headers that have an end: warcio joins the blocks of a line one by one."""
    line = records.reader.readline
    records.reader.readline = lambda length=None: line(min(length or _LINE, _LINE))
    for parser in (records.loader.warc_parser, records.loader.http_parser):
        parser.parse = _headed(parser.parse)
    return records


def _headed(parse: Callable[..., Any]) -> Callable[..., Any]:
    return lambda stream, line=None: parse(_Head(stream), line)


def _is_page(record: Any) -> bool:
    if record.rec_type == "response":
        headers = record.http_headers
        return bool(headers) and headers.get_statuscode() == "200" and _is_html(headers.get_header("Content-Type"))
    return record.rec_type == "resource" and _is_html(record.rec_headers.get_header("Content-Type"))


def _is_packed(record: Any) -> bool:
    """Whether a page is compressed with brotli and no library is installed to decompress it."""
    headers = record.http_headers
    packed = bool(headers) and str(headers.get_header("Content-Encoding") or "").lower() == "br"
    return packed and find_spec("brotli") is None and find_spec("brotlicffi") is None


def _is_html(kind: str | None) -> bool:
    return bool(kind) and "html" in str(kind).lower()


def _draft(
    record: Any, address: str, source: SourceFile, number: int, options: ReadOptions
) -> UndatedArticle | Problem | Skipped:
    path = f"{source.path}#{number}"
    data = record.content_stream().read(webpage.LIMIT + 1)
    if len(data) > webpage.LIMIT:
        return Skipped(path, message("articles.skipped.large"))
    draft = webpage.read_page(data, from_bytes(data, path), options)
    if isinstance(draft, Problem):
        return Skipped(path, draft.message)
    slug = slug_of(address)
    url = {"url": Value(address, source.path)} if is_web(address) else {}
    captured = absolute.parse(record.rec_headers.get_header("WARC-Date") or "", options.zone)
    capture = (Hint("capture", "WARC-Date", captured.day),) if isinstance(captured, absolute.ParsedDate) else ()
    return UndatedArticle(
        path=path,
        file=source.path,
        stem=slug if len(slug) >= 8 else f"{source.stem.removesuffix('.warc')}-{number}",
        text=draft.text,
        stated=shared(source.stated),
        found=draft.found.over(Metadata(url)),
        hints=(*draft.hints, *capture),
        truncated=draft.truncated,
        optional=True,
    )
