"""Saved web pages: trafilatura for the body; the page's own structure for title, date, author, site and address."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from timeline.articles.dated_parts.html_chronologies import put_in_order
from timeline.articles.dated_parts.standfirst import with_standfirst
from timeline.articles.formats.databases import drafts_of_page
from timeline.articles.formats.databases.page import several
from timeline.articles.formats.encoding import Undecodable, decode, detect, undecodable
from timeline.articles.formats.webpage_blocks import days_of_blocks
from timeline.articles.metadata.fields import Metadata, Value
from timeline.articles.metadata.webpage_linked_data import articles_of, linked_data, text_of_node
from timeline.articles.metadata.webpage_metadata import metadata, of_this_page
from timeline.articles.publication_date import lines
from timeline.articles.publication_date.evidence import Hint
from timeline.articles.publication_date.webpage_dates import dates, event_lines
from timeline.articles.publication_date.webpage_layout import layout
from timeline.articles.source import ReadOptions, SourceFile, UndatedArticle, too_large
from timeline.i18n.messages import file_problem, message
from timeline.languages.folding import fold
from timeline.languages.press import phrases
from timeline.model import Problem

LIMIT = 3 * 1024 * 1024
"""The most bytes of a page without its pictures; pages of the press have 50 to 900 KB."""
_SAVED_LIMIT = 40 * 1024 * 1024
"""The most bytes of a page with its pictures and fonts, as SingleFile saves them in `data:` addresses."""
_PICTURE = re.compile(rb"data:[\w/+.-]{0,80}(?:;[\w=-]{1,40}){0,4},[A-Za-z0-9+/=%_-]{200,}")
_ELEMENTS = 20_000
"""The most elements of a page, so that extraction ends in seconds for every page."""
_DEPTHS = 1_000_000
"""The most that the depths of a page's elements add up to: extraction goes up from each one to the top."""
_TAG, _TAGS = re.compile(r"<[A-Za-z]"), 100_000
"""What may open an element, in a script too; a page with so many of them is not even parsed."""
_CROWDED = re.compile(r"""<([A-Za-z][\w-]{0,40})(?:[^<>"']++|"[^"]{0,2000}+"|'[^']{0,2000}+')*+>""")
_ATTRIBUTES = 300
"""The most words of a tag; the pages of the press have up to fifty."""
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_LOOKS_HTML = re.compile(rb"<(?:!doctype html|html|head|body|article|meta)\b", re.IGNORECASE)
_DATABASE = re.compile(rb"DocHeader|publiC-lblNodoc|docList-links|>\s*(?:<b>)?Document\s[A-Z][A-Za-z0-9]{9}")
"""A text that is in every page of Europresse and Factiva, and in no other."""
_MAILING = re.compile(rb"(?:\xc3\xa9|\xe9|&eacute;|e)s(?:abonn|inscri)|unsubscribe", re.IGNORECASE)
"""What every mailing ends with."""
_OF_ONE = frozenset({"json-ld", "opengraph", "meta", "microdata"})
"""Dates that a page states of itself, where it is one article."""
_FREE_PART = 1500
_LONGEST_LINK, _LONGEST_PRINTED = 200, 60
"""The most characters of a line "Lire aussi : …", and of one such as "Imprimé le 3 avril 2023"."""


class WebpageReader:
    """`.html`, `.htm`, `.xhtml`, or anything without a known suffix that begins like a page."""

    name = "web_page"

    def can_read(self, path: str, head: bytes) -> bool:
        """By suffix; by its beginning where there is no suffix."""
        name = path.lower().rsplit("/", 1)[-1]
        if name.endswith((".html", ".htm", ".xhtml", ".amp", ".shtml", ".php", ".aspx")):
            return True
        return "." not in name and bool(_LOOKS_HTML.search(head))

    def read(self, source: SourceFile, options: ReadOptions) -> Iterator[UndatedArticle | Problem]:
        """One article."""
        data = source.bytes(_SAVED_LIMIT)
        if not isinstance(data, Problem):
            data = _PICTURE.sub(b"data:,", data)
            if len(data) > LIMIT and not _DATABASE.search(data):
                data = too_large(source.path, LIMIT)
        if isinstance(data, Problem):
            yield data
            return
        many = _DATABASE.search(data) or data.count(b"<article") > 1 or _MAILING.search(data)
        yield from (_several(data, source, options) if many else []) or [read_page(data, source, options)]


def _several(data: bytes, source: SourceFile, options: ReadOptions) -> list[UndatedArticle | Problem]:
    text = _decoded(data, source.stated.get("encoding") or options.encoding)
    tree = parse(text) if isinstance(text, str) else None
    return [] if tree is None else drafts_of_page(tree, source, options)


def read_page(data: bytes, source: SourceFile, options: ReadOptions) -> UndatedArticle | Problem:
    """The draft of a page's bytes; also for pages out of WARC files and off the network."""
    text = _decoded(data, source.stated.get("encoding") or options.encoding)
    if isinstance(text, Undecodable):
        return undecodable(text, source.path)
    tree = _tree(text, source.path)
    return tree if isinstance(tree, Problem) else _draft(_in_order(text, tree), tree, source, options)


def _tree(text: str, path: str) -> lxml_html.HtmlElement | Problem:
    """The tree of a page that is no larger or deeper than real ones."""
    crowded = next(islice(_TAG.finditer(text), _TAGS, None), None) is not None
    tree = None if crowded else parse(text)
    if crowded or (tree is not None and sum(1 for _ in tree.iter()) > _ELEMENTS):
        return file_problem(path, "articles.many_elements", count_=_ELEMENTS)
    if tree is None:
        return file_problem(path, "articles.no_html")
    return file_problem(path, "articles.deep_page") if _depths(tree) > _DEPTHS else tree


def _draft(
    text: str, tree: lxml_html.HtmlElement, source: SourceFile, options: ReadOptions
) -> UndatedArticle | Problem:
    nodes = of_this_page(articles_of(linked_data(tree)), tree)
    found = metadata(tree, nodes, text)
    page_hints = dates(tree, nodes, options.zone)
    if not _states_its_day(page_hints, options.zone) and len(days := days_of_blocks(tree, options.zone)) > 1:
        return several(source.path, len(days))
    if _is_missing(tree, found):
        return file_problem(source.path, "articles.missing_page")
    body = with_standfirst(tree, _body(text, nodes, found, options.zone), options.zone)
    values = {name: Value(value, source.path) for name, value in found.items()}
    no_dates = event_lines(tree, options.zone)
    return UndatedArticle(
        path=source.path,
        file=source.path,
        stem=source.stem,
        text=body,
        stated=source.stated,
        found=Metadata(values),
        hints=(*page_hints, *_guessed(text, page_hints, no_dates, options.zone)),
        no_dates=no_dates | _bare_lines(body, options.zone),
        truncated=_truncated(nodes, body),
    )


def _depths(tree: lxml_html.HtmlElement) -> int:
    depth, total = 0, 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        total += depth if event == "start" else 0
    return total


def _bare_lines(body: str, zone: str) -> frozenset[str]:
    """The body's lines that are a date: the layout has said which of the page's are the article's."""
    return frozenset(line for each in body.split("\n") if (line := each.strip()) and lines.bare_date(line, zone))


def _states_its_day(found: tuple[Hint, ...], zone: str) -> bool:
    """Whether a page states a day of itself, in its metadata or as "Publié le …": then it is one article."""
    own = (hint for hint in found if not hint.modification)
    return any(hint.kind in _OF_ONE or lines.from_line(hint.text, zone) for hint in own)


def _is_missing(tree: lxml_html.HtmlElement, found: dict[str, str]) -> bool:
    """Whether the page only says that there is no page at its address."""
    heads = [found.get("title", ""), *(heading.text_content() for heading in tree.iter("h1"))]
    return any(fold(head[:200]).startswith(phrases("missing")) for head in heads)


def _decoded(data: bytes, stated: str | None) -> str | Undecodable:
    """The text of a page, without the attributes of tags that have hundreds: libxml2 compares each with all others."""
    text = _text(data, stated)
    return _CROWDED.sub(_uncrowded, text) if isinstance(text, str) else text


def _uncrowded(tag: re.Match[str]) -> str:
    return f"<{tag[1]}>" if len(tag[0].split()) > _ATTRIBUTES else tag[0]


def _text(data: bytes, stated: str | None) -> str | Undecodable:
    """UTF-8 where the bytes are UTF-8, even if another is stated; else the stated encoding; else one that is sure."""
    text = decode(data)
    if isinstance(text, str) or stated:
        return text if isinstance(text, str) else decode(data, stated)
    declared = _CHARSET.search(data[:4096])
    for encoding in (declared[1].decode("ascii") if declared else "", detect(data)):
        if encoding and encoding.lower() not in ("utf-8", "utf8"):
            name = "windows-1252" if encoding.lower() in ("iso-8859-1", "latin1", "latin-1") else encoding
            again = decode(data, name)
            if isinstance(again, str):
                return again
    return text


def parse(text: str) -> lxml_html.HtmlElement | None:
    """The tree of a page: no network, bounded depth; None where there is nothing in it.

    Returns:
        The tree, or None.
    """
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=False)
    try:
        tree = lxml_html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    return tree


def _in_order(text: str, tree: lxml_html.HtmlElement) -> str:
    """The page with its chronologies as paragraphs, and without the attributes that hold `<!--`.

    libxml2 writes those in time that grows with their square.
    """
    attributes = tree.xpath("//@*[contains(., '<!--')]")
    for value in attributes:
        value.getparent().attrib.pop(value.attrname, None)
    changed = put_in_order(tree)
    return str(lxml_html.tostring(tree, encoding="unicode")) if attributes or changed else text


def _body(text: str, nodes: list[dict[str, Any]], found: dict[str, str], zone: str) -> str:
    extracted = _extract(text)
    found_lines = [line for line in extracted.split("\n") if line.strip()]
    kept = [line.strip() for number, line in enumerate(found_lines) if not _furniture(line, number, found, zone)]
    body = "\n\n".join(kept)
    stated = max((text_of_node(node) for node in nodes), key=len, default="")
    unbroken = "\n\n" not in body and "\n\n" in stated and len(stated) > 0.9 * len(body)
    return stated if unbroken or len(stated) > 1.5 * len(body) else body


def _extract(text: str) -> str:
    import trafilatura

    document = trafilatura.bare_extraction(
        text,
        include_comments=False,
        include_tables=False,
        deduplicate=False,
        fast=False,
        with_metadata=False,
    )
    return "" if document is None else str(getattr(document, "text", "") or "")


def _furniture(line: str, number: int, found: dict[str, str], zone: str) -> bool:
    """Lines that are the page's and not the text's: links to other articles; at the top its title, day and author."""
    if lines.from_line(line, zone) and len(line) < 160:
        return True
    folded = fold(line)
    if len(line) < _LONGEST_LINK and folded.startswith(tuple(f"{words} :" for words in phrases("leads_elsewhere"))):
        return True
    if len(line) < _LONGEST_PRINTED and folded.startswith(phrases("printed")) and lines.first_date(line, zone):
        return True
    return number < 4 and folded in {
        fold(found.get("title", "")),
        fold(found.get("author", "")),
        "par " + fold(found.get("author", "")),
    }


def _guessed(text: str, found: tuple[Hint, ...], no_dates: Collection[str], zone: str) -> tuple[Hint, ...]:
    """The date by htmldate, where the page's structure gives none: never sufficient alone, but a candidate to show.

    The day of an event, of a teaser, a comment or a script is no candidate.
    """
    if any(not hint.modification for hint in found):
        return ()
    from htmldate import find_date

    if (tree := parse(text)) is None:
        return ()
    for element in [*layout(tree).others, *tree.iter("script", "noscript", "style")]:
        if element.getparent() is not None:
            element.drop_tree()
    guess = find_date(tree, extensive_search=False, original_date=True, min_date="1990-01-01", max_date="2100-01-01")
    day = datetime.date.fromisoformat(guess) if guess else None
    others = {hint.day for line in no_dates if (hint := lines.bare_date(line, zone))}
    return (Hint("htmldate", guess, day),) if guess and day not in others else ()


def _truncated(nodes: list[dict[str, Any]], body: str) -> str:
    paid = any(str(node.get("isAccessibleForFree")).lower() == "false" for node in nodes)
    if paid and len(body) < _FREE_PART:
        return message("articles.subscribers")
    return "" if body else message("articles.no_text")
