"""The agencies' XML: NewsML-G2, its forerunner NewsML 1, and NITF.

Entities and references to other files are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from timeline.articles.formats.databases.xml import drafts_of_xml
from timeline.articles.formats.record import shared
from timeline.articles.metadata.fields import Metadata, Value
from timeline.articles.parser_reasons import xml_reason
from timeline.articles.publication_date import absolute
from timeline.articles.publication_date.evidence import Hint
from timeline.articles.source import ReadOptions, Skipped, SourceFile, UndatedArticle
from timeline.articles.text.html_paragraphs import local, text_of_html, text_of_tree
from timeline.i18n.messages import file_problem, message
from timeline.model import Problem

_TAG = re.compile(rb"<(/?)[A-Za-z_][^<>]{0,4000}?(/?)>")
_CDATA = re.compile(rb"<!\[CDATA\[.*?\]\]>", re.DOTALL)
_DOCTYPE = re.compile(rb"<!DOCTYPE[^<>\[]{0,2000}(?:\[[^\]]{0,8000}\]\s*)?>")
_ENTITY = re.compile(rb"<!ENTITY[^>]*>")
_OUTSIDE = re.compile(rb"<!ENTITY\s+%\s+[\w.-]+\s+(?:SYSTEM|PUBLIC)\s[^<>]*>")
_DEPTH, _ELEMENTS = 500, 500_000
"""The most levels and elements of a file: a tree in memory has a hundred times the bytes of its tags."""


class NewsXmlReader:
    """`.xml` (also `.nitf`, `.newsml`) whose root is a news item, a news message, NewsML or NITF."""

    name = "news_xml"

    def can_read(self, path: str, head: bytes) -> bool:
        """By suffix and root element; any other `.xml` is taken too, to say what is expected."""
        low = path.lower()
        return low.endswith((".nitf", ".newsml", ".xml"))

    def read(self, source: SourceFile, options: ReadOptions) -> Iterator[UndatedArticle | Problem | Skipped]:
        """Every item of the file."""
        data = source.bytes()
        root = data if isinstance(data, Problem) else parse(data, source.path)
        if isinstance(root, Problem):
            yield root
            return
        items = list(_items(root))
        records = [] if items else list(drafts_of_xml(root, source, options))
        yield from records
        if not items and not records:
            yield file_problem(source.path, "articles.xml.none", root=local(root))
        for number, item in enumerate(items, 1):
            path = source.path if len(items) == 1 else f"{source.path}#{number}"
            yield _item(item, source, path, options)


def parse(data: bytes, path: str) -> Element | Problem:
    """The root of XML without entities; a problem with the place where it is broken or hostile."""
    if too_deep(data):
        return file_problem(path, "articles.xml.deep")
    try:
        return root_of(_without_doctype(data))
    except ParseError as error:
        line, column = error.position
        return Problem(path, line, column + 1, message("articles.xml.broken", why=xml_reason(str(error))))
    except DefusedXmlException:
        return file_problem(path, "articles.xml.entities")
    except (ValueError, LookupError):
        return Problem(path, 1, 1, message("articles.xml.encoding"))


def root_of(data: bytes) -> Element:
    """The root of plain XML.

    Args:
        data: The bytes of an XML file.

    Raises:
        ParseError: The XML is broken.
        DefusedXmlException: It has entities, or refers to other files.
        ValueError: Its bytes are not in its encoding.
        LookupError: Its encoding is unknown.
    """
    parser = DefusedXMLParser()
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        vars(parser).clear()  # a parser that failed holds itself, and all that it read
        raise error.with_traceback(None) from None  # so does the error: a frame of its traceback names it
    return root


def _without_doctype(data: bytes) -> bytes:
    """XML without a DOCTYPE that only names a DTD, which is neither fetched nor needed; a DOCTYPE with entities stays.

    Lines keep their numbers.
    """
    found = _DOCTYPE.search(data[:20_000])
    if not found or any(not _OUTSIDE.fullmatch(entity) for entity in _ENTITY.findall(found[0])):
        return data
    return data[: found.start()] + b"\n" * found[0].count(b"\n") + data[found.end() :]


def too_deep(data: bytes) -> bool:
    """Whether tags are nested or many beyond reason; counted before parsing, since such trees exhaust parsers in C.

    Args:
        data: The bytes of an XML file.

    Returns:
        True for a file that is not to be parsed.
    """
    depth = 0
    for number, found in enumerate(_TAG.finditer(_CDATA.sub(b"", data))):
        depth += -1 if found[1] else 0 if found[2] else 1
        if depth > _DEPTH or number > 2 * _ELEMENTS:
            return True
    return False


def _items(root: Element) -> Iterator[Element]:
    for element in root.iter():
        if local(element) == "newsitem" and (element is root or local(root) != "newsitem"):
            yield element
    if local(root) == "nitf":
        yield root


def _item(item: Element, source: SourceFile, path: str, options: ReadOptions) -> UndatedArticle | Skipped:
    """One item: NITF by itself, or the item around it."""
    if _find(item, "pubstatus").get("qcode", "").endswith("canceled"):
        return Skipped(path, message("articles.skipped.cancelled"))
    nitf = item if local(item) == "nitf" else _find(item, "nitf")
    kind = "nitf" if local(item) == "nitf" else "newsml"
    fields = {
        "title": _first(item, "headline", "hl1") or _words(_find(_find(nitf, "head"), "title")),
        "author": _first(item, "by", "byline", "byttl"),
        "publisher": _publisher(item),
        "language": _language(item),
        "licence": _first(item, "usageterms", "copyrightnotice"),
        "url": next((each for each in (_find(item, "remotecontent").get("href", ""),) if each.startswith("http")), ""),
    }
    stem = source.stem if path == source.path else f"{source.stem}-{path.rsplit('#', 1)[1]}"
    return UndatedArticle(
        path=path,
        file=source.path,
        stem=stem,
        text=_text(item),
        stated=source.stated if path == source.path else shared(source.stated),
        found=Metadata({name: Value(text, source.path) for name, text in fields.items() if text}),
        hints=tuple(dict.fromkeys(_hints(item, kind, options.zone))),
    )


_NOTHING = Element("nothing")


def _find(item: Element, name: str) -> Element:
    """The first descendant of that local name, or an empty element."""
    return next((each for each in item.iter() if local(each) == name), _NOTHING)


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _first(item: Element, *names: str) -> str:
    return next((words for name in names if (words := _words(_find(item, name)))), "")


def _publisher(item: Element) -> str:
    for name in ("provider", "infosource", "distributor", "provider.name", "copyrightholder", "doc.copyright"):
        element = _find(item, name)
        words = (
            _words(_find(element, "name")) or _words(element) or element.get("literal", "") or element.get("holder", "")
        )
        if words:
            return words
    party = _find(_find(item, "provider"), "party")
    return party.get("FormalName", "")


def _language(item: Element) -> str:
    tag = _find(_find(item, "contentmeta"), "language").get("tag", "") or _find(item, "language").get("FormalName", "")
    return tag or item.get("{http://www.w3.org/XML/1998/namespace}lang", "") or item.get("lang", "")


def _text(item: Element) -> str:
    for name in ("body.content", "inlinexml", "datacontent", "body"):
        element = _find(item, name)
        body: Any = (
            _find(element, "body.content") if local(_find(element, "body.content")) == "body.content" else element
        )
        body = _find(body, "body") if local(_find(body, "body")) == "body" else body
        if text := text_of_tree(body):
            return text
    inline = _find(item, "inlinedata")
    return text_of_html(inline.text or "")


_PUBLISHED = ("firstcreated", "firstpublished", "date.issue", "contentcreated", "date.release", "dateid", "story.date")
_VERSIONS = ("versioncreated", "thisrevisioncreated")


def _hints(item: Element, kind: str, zone: str) -> Iterator[Hint]:
    """The first publication day that the item states.

    The day of the version is that of a modification, where there is an earlier day.
    """
    first = next((stated for name in _PUBLISHED if (stated := _stated(_find(item, name), zone))), None)
    if first:
        yield Hint(kind, first[0], first[1].day, first[1].time)
    for name in _VERSIONS:
        version = _stated(_find(item, name), zone)
        if version:
            yield Hint(kind, version[0], version[1].day, version[1].time, modification=first is not None)


def _stated(element: Element, zone: str) -> tuple[str, absolute.ParsedDate] | None:
    date = element.get("norm") or _words(element)
    read = absolute.parse(date[:100], zone) if date else None
    return (date, read) if isinstance(read, absolute.ParsedDate) else None
