"""DOCX, ODT and EPUB: zip packages of XML, read in memory and within bounds; no picture and no macro is touched."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException

from timeline.articles.formats.newsxml import root_of, too_deep
from timeline.articles.text.html_paragraphs import local, on_one_line, text_of_tree
from timeline.i18n.messages import message

_PART = 24 * 1024 * 1024
"""The most bytes that one part of a package may expand to."""
_CHAPTERS, _CHARACTERS = 400, 6_000_000
"""The most chapters of a book, and the most bytes of all of them."""
_LINKED = 0.6
"""The share of words in links from which on a chapter is a table of contents."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)


class DocumentError(Exception):
    """A document that cannot be read; the message is a clause that says why."""


@dataclass(frozen=True, slots=True)
class PackageText:
    """A document's text, with empty lines between paragraphs, and its properties (by our field names)."""

    text: str
    said: dict[str, str] = field(default_factory=dict)


def docx(data: bytes) -> PackageText:
    """The paragraphs of a Word document, tables row by row."""
    with opened(data) as package:
        root = parsed(package, "word/document.xml")
        fields = _properties(package, "docProps/core.xml", {"title": "title", "creator": "author"})
    return PackageText("\n\n".join(filter(None, (each.strip() for each in _word_blocks(root)))), fields)


def _word_blocks(root: Element) -> Iterator[str]:
    inside: set[Element] = set()
    for element in root.iter():
        if local(element) == "tr" and element not in inside:
            inside.update(element.iter())
            cells = (_word_text(cell) for cell in element.iter() if local(cell) == "tc")
            yield " | ".join(cell for cell in cells if cell)
        elif local(element) == "p" and element not in inside:
            yield _word_text(element)


def _word_text(element: Element) -> str:
    words = []
    for each in _without_inner_paragraphs(element):
        name = local(each)
        if name == "t":
            words.append(each.text or "")
        elif name in ("tab", "br", "cr"):
            words.append("\t" if name == "tab" else "\n")
        elif name == "nobreakhyphen":
            words.append("-")
    return "".join(words).strip()


def _without_inner_paragraphs(element: Element) -> Iterator[Element]:
    """The elements of a paragraph or a cell in order; those of a paragraph within it (a text box) are its own."""
    waiting = [iter((element,))]
    while waiting:
        each = next(waiting[-1], None)
        if each is None:
            waiting.pop()
            continue
        yield each
        if each is element or local(element) != "p" or local(each) != "p":
            waiting.append(iter(each))


def odt(data: bytes) -> PackageText:
    """The paragraphs and headings of an OpenDocument text."""
    with opened(data) as package:
        root = parsed(package, "content.xml")
        fields = _properties(package, "meta.xml", {"title": "title", "initial-creator": "author"})
    blocks = (_odt_text(each).strip() for each in root.iter() if local(each) in ("p", "h"))
    return PackageText("\n\n".join(filter(None, blocks)), fields)


def _odt_text(element: Element, depth: int = 0) -> str:
    words = [element.text or ""]
    for child in element:
        name = local(child)
        if name in ("s", "tab", "line-break"):
            words.append("\n" if name == "line-break" else " ")
        elif name not in ("note", "annotation", "tracked-changes", "frame") and depth < 50:
            words.append(_odt_text(child, depth + 1))
        words.append(child.tail or "")
    return "".join(words)


def epub(data: bytes) -> list[PackageText]:
    """The chapters of an EPUB in their reading order, each with its first heading as title; empty ones left out."""
    with opened(data) as package:
        container = parsed(package, "META-INF/container.xml")
        place = next((each.get("full-path", "") for each in container.iter() if local(each) == "rootfile"), "")
        book = parsed(package, place)
        files = {each.get("id", ""): each.get("href", "") for each in book.iter() if local(each) == "item"}
        order = [files.get(each.get("idref", ""), "") for each in book.iter() if local(each) == "itemref"]
        fields = {name: _words(book, tag) for name, tag in (("publisher", "publisher"), ("author", "creator"))}
        fields |= {"title": _words(book, "title"), "date": _words(book, "date"), "language": _words(book, "language")}
        paths = [posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(href))) for href in order if href]
        chapters = list(_chapters(package, list(dict.fromkeys(paths))[:_CHAPTERS], fields))
    return [chapter for chapter in chapters if chapter.text]


def _chapters(package: zipfile.ZipFile, paths: list[str], fields: dict[str, str]) -> Iterator[PackageText]:
    left = _CHARACTERS
    for path in paths:
        data = _part(package, path)
        left -= len(data)
        if left < 0:
            raise DocumentError(message("articles.document.large"))
        yield _chapter(data, fields)


def _chapter(data: bytes, fields: dict[str, str]) -> PackageText:
    from timeline.articles.formats.webpage import parse

    tree = parse(data.decode("utf-8", errors="replace"))
    if tree is None:
        return PackageText("")
    for contents in list(tree.iter("nav")):
        contents.drop_tree()
    if _leads_elsewhere(tree):
        return PackageText("")
    heading = next((on_one_line(each) for each in tree.iter("h1", "h2", "h3")), "")
    return PackageText(text_of_tree(tree), {**fields, "title": heading or fields["title"]})


def _leads_elsewhere(tree: Any) -> bool:
    """Whether a chapter is a table of contents: most of its words are links."""
    linked = sum(len(link.text_content()) for link in tree.iter("a") if link.get("href"))
    return linked > _LINKED * max(1, len(tree.text_content().strip()))


def _words(root: Element, tag: str) -> str:
    return next((" ".join("".join(each.itertext()).split()) for each in root.iter() if local(each) == tag), "")


def _properties(package: zipfile.ZipFile, path: str, names: dict[str, str]) -> dict[str, str]:
    try:
        root = parsed(package, path)
    except DocumentError:
        return {}
    return {our: words for tag, our in names.items() if (words := _words(root, tag))}


def opened(data: bytes) -> zipfile.ZipFile:
    """The zip package; raises DocumentError where it is damaged."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED as error:
        raise DocumentError(message("articles.document.damaged", why=str(error)[:100])) from None


def _part(package: zipfile.ZipFile, path: str) -> bytes:
    try:
        with package.open(path) as part:
            data = part.read(_PART + 1)
    except _DAMAGED as error:
        raise DocumentError(message("articles.document.part", path=path, why=str(error)[:100])) from None
    if len(data) > _PART:
        raise DocumentError(message("articles.document.part_large", path=path, size=_PART // 1024 // 1024))
    return data


def parsed(package: zipfile.ZipFile, path: str) -> Element:
    """The root of one of its parts; raises DocumentError where the part is missing, too large or no plain XML."""
    data = _part(package, path)
    if too_deep(data):
        raise DocumentError(message("articles.json.deep"))
    try:
        return root_of(data)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise DocumentError(message("articles.document.no_xml", path=path, why=type(error).__name__)) from None
