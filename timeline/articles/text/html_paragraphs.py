"""Paragraphs from small pieces of HTML and news XML, for formats that contain marked-up text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

_BLOCKS = frozenset({
    "p", "para", "paragraph", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hl2", "li", "dt", "dd", "blockquote",
    "bq", "block", "pre", "article", "section", "tr", "caption", "br", "hr", "ul", "ol", "table", "body", "html",
})  # fmt: skip
_NO_TEXT = frozenset({
    "script", "style", "noscript", "media", "figure", "figcaption", "iframe", "object", "video", "audio", "button",
    "form", "svg", "template", "head", "title", "table",
})  # fmt: skip
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
_DEPTH = 200


def is_marked_up(text: str) -> bool:
    """Whether a string holds tags or entities.

    Returns:
        True for "l&#39;eau", "<p>"; False for "a < b".
    """
    return bool(_TAG.search(text))


def text_of_html(fragment: str) -> str:
    """The paragraphs of a piece of HTML, separated by empty lines; plain text is only trimmed."""
    if not is_marked_up(fragment):
        return fragment.strip()
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        data = f"<div>{fragment}</div>".replace("\0", "").encode("utf-8", errors="replace")
        tree = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return ""
    return text_of_tree(tree)


def text_of_tree(tree: Any) -> str:
    """The paragraphs of an element (lxml's or the standard library's), separated by empty lines."""
    paragraphs: list[str] = []
    words: list[str] = []
    for piece in _pieces(tree, 0):
        if piece is not None:
            words.append(piece)
        elif words:
            paragraphs.append(" ".join("".join(words).split()))
            words = []
    paragraphs.append(" ".join("".join(words).split()))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def is_within(element: lxml_html.HtmlElement, *tags: str) -> bool:
    """Whether an element stands in another one with one of the tags.

    Args:
        element: The element, whose own tag does not count.
        tags: Names of elements: "aside", "nav".

    Returns:
        True if an ancestor at any distance has such a tag.
    """
    return next(element.iterancestors(*tags), None) is not None


def on_one_line(element: lxml_html.HtmlElement, most: int | None = None) -> str:
    """The words of an element and of all in it, a blank between two.

    Args:
        element: An element of a page.
        most: How many characters of its text are looked at; all where None.
    """
    return " ".join(element.text_content()[:most].split())


def local(element: Any) -> str:
    """An element's tag without its namespace, in small letters; "" for comments and the like."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1].lower() if isinstance(tag, str) else ""


def _pieces(element: Any, depth: int) -> Iterator[str | None]:
    """Text in order, None at every border of a block."""
    tag = local(element)
    if tag and tag not in _NO_TEXT and depth < _DEPTH:
        if tag in _BLOCKS:
            yield None
        if element.text:
            yield element.text
        for child in element:
            yield from _pieces(child, depth + 1)
        if tag in _BLOCKS:
            yield None
    if depth and element.tail:
        yield element.tail
