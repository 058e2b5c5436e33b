"""`.docx`, `.odt`, `.rtf`, `.pdf` and `.epub`: one article, or the several that a database put into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.articles.formats.databases import drafts_of_text
from timeline.articles.formats.documents import libraries, packages
from timeline.articles.formats.documents.packages import DocumentError, PackageText
from timeline.articles.formats.mails.passed_on import drafts_of_mails
from timeline.articles.formats.plain import heading
from timeline.articles.metadata.fields import Metadata, Value
from timeline.articles.publication_date import absolute, hints
from timeline.articles.publication_date.evidence import Hint
from timeline.articles.source import ReadOptions, SourceFile, UndatedArticle
from timeline.i18n.messages import file_problem, message
from timeline.model import Problem

_SUFFIXES = {".docx": "Word", ".odt": "OpenDocument", ".rtf": "RTF", ".pdf": "PDF", ".epub": "EPUB"}


class DocumentReader:
    """Documents of office programs, PDF with a text layer, and e-books."""

    name = "document"

    def can_read(self, path: str, head: bytes) -> bool:
        """By the suffix."""
        return any(path.lower().endswith(suffix) for suffix in _SUFFIXES)

    def read(self, source: SourceFile, options: ReadOptions) -> Iterator[UndatedArticle | Problem]:
        """Its article, or its articles."""
        data = source.bytes()
        if isinstance(data, Problem):
            yield data
            return
        try:
            documents = _documents(data, source.suffix)
        except DocumentError as error:
            kind = _SUFFIXES[source.suffix]
            yield file_problem(source.path, "articles.document.unread", kind=kind, why=error.args[0])
            return
        yield from _drafts(documents, source, options)


def _drafts(
    documents: Sequence[PackageText], source: SourceFile, options: ReadOptions
) -> Iterator[UndatedArticle | Problem]:
    dated = bool(source.stated.get("date"))
    if len(documents) == 1 and not dated:
        text = documents[0].text
        several = drafts_of_mails(text, source, options) or drafts_of_text(text, source, options)
        if several:
            yield from several
            return
    if len(documents) > 1 and not dated and not any(_is_dated(each, options) for each in documents):
        cure = message("articles.state_sidecar", stem=source.path.rsplit(".", 1)[0])
        yield file_problem(source.path, "articles.dateless", so_far="", cure=cure)
        return
    for number, document in enumerate(documents, 1):
        yield _draft(document, number, len(documents), source, options)


def _documents(data: bytes, suffix: str) -> list[PackageText]:
    if suffix == ".epub":
        return packages.epub(data)
    read = {".docx": packages.docx, ".odt": packages.odt, ".rtf": libraries.rtf, ".pdf": libraries.pdf}[suffix]
    return [read(data)]


def _is_dated(document: PackageText, options: ReadOptions) -> bool:
    return bool(document.said.get("date")) or bool(hints.from_text(document.text, options.zone))


def _draft(document: PackageText, number: int, of: int, source: SourceFile, options: ReadOptions) -> UndatedArticle:
    properties = {name: Value(words, source.path) for name, words in document.said.items() if words and name != "date"}
    text = document.said.get("date", "")
    date = absolute.parse(text, options.zone)
    stated = (Hint("record", text, date.day, date.time),) if isinstance(date, absolute.ParsedDate) else ()
    return UndatedArticle(
        path=source.path if of == 1 else f"{source.path}#{number}",
        file=source.path,
        stem=source.stem if of == 1 else f"{source.stem}-{number}",
        text=document.text,
        stated=source.stated,
        found=heading(document.text, source.path, markdown=False).over(Metadata(properties)),
        hints=stated,
        optional=of > 1,
    )
