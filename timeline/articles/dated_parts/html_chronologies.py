"""Prepares pages for extraction: `<br><br>` separates paragraphs, and a table of dates becomes paragraphs.

Extraction leaves tables out, since most hold scores or prices, and loses text that has no element of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from lxml import html as lxml_html

from timeline.articles.publication_date import absolute
from timeline.languages.folding import fold

_LONGEST_DATE, _LEAST_WORDS = 40, 3
_INLINE = frozenset({"a", "b", "i", "em", "strong", "span", "font", "small", "u", "q", "cite", "abbr", "sup", "sub"})


def put_in_order(tree: lxml_html.HtmlElement) -> bool:
    """Changes the tree of a page in place, where necessary.

    Args:
        tree: The page. Chronologies in tables and definition lists become paragraphs "date : what happened"; loose
            text between `<br><br>` becomes paragraphs.

    Returns:
        Whether it changed the tree.
    """
    tables = [table for table in tree.iter("table", "dl") if table.getparent() is not None]
    chronologies = [(table, rows) for table in tables if (rows := _chronology(table))]
    for table, rows in chronologies:
        _to_paragraphs(table, rows)
    parted = [
        element
        for element in tree.iter("p", "div", "td", "section", "article", "body", "font", "span")
        if _is_broken(element)
    ]
    for element in parted:
        _part(element)
    return bool(chronologies or parted)


def _chronology(table: lxml_html.HtmlElement) -> list[tuple[str, str]]:
    """The rows of a table that says what happened when; empty for any other table."""
    if table.find(".//h1") is not None or table.find(".//table") is not None:
        return []
    rows = list(_definitions(table) if table.tag == "dl" else _rows(table))
    dated = [row for row in rows if _is_date(row[0]) and len(row[1].split()) >= _LEAST_WORDS]
    return dated if len(dated) >= 2 and len(dated) >= 0.6 * len(rows) else []


def _rows(table: lxml_html.HtmlElement) -> Iterator[tuple[str, str]]:
    for row in table.iter("tr"):
        cells = [_words(cell) for cell in row.iter("td", "th")]
        if len(cells) >= 2:
            yield cells[0], ". ".join(cell.rstrip(".") if last else cell for cell, last in _marked(cells[1:]))


def _marked(cells: Sequence[str]) -> list[tuple[str, bool]]:
    filled = [cell for cell in cells if cell]
    return [(cell, number < len(filled) - 1) for number, cell in enumerate(filled)]


def _definitions(items: lxml_html.HtmlElement) -> Iterator[tuple[str, str]]:
    for one, other in pairwise(items):
        if one.tag == "dt" and other.tag == "dd":
            yield _words(one), _words(other)


def _words(element: lxml_html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _is_date(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_DATE and bool(_date().search(fold(text)))


@cache
def _date() -> re.Pattern[str]:
    months = absolute.month_pattern()
    return re.compile(
        rf"\b\d{{1,2}}(?:er)?\s(?:{months})\b|\b(?:{months})\.?\s\d{{4}}|^(?:en\s)?\d{{4}}$|\b\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?\b"
        r"|^\d{1,2}\s?h(?:\s?\d\d)?$|^\d\d:\d\d$"
    )


def _to_paragraphs(table: lxml_html.HtmlElement, rows: list[tuple[str, str]]) -> None:
    """Puts a paragraph for each row in the table's place, out of a figure that holds nothing else."""
    parent = table.getparent()
    place = parent if parent.tag == "figure" and parent.getparent() is not None else table
    for date, words in rows:
        paragraph = lxml_html.Element("p")
        paragraph.text = f"{date.rstrip(' :')} : {words}"
        place.addprevious(paragraph)
    place.drop_tree()


def _is_broken(element: lxml_html.HtmlElement) -> bool:
    """Whether two line breaks follow each other among its children."""
    return any(one.tag == "br" == other.tag and not (one.tail or "").strip() for one, other in pairwise(element))


def _part(element: lxml_html.HtmlElement) -> None:
    """Wraps the loose text of an element in paragraphs, a new one at each double line break; blocks stay."""
    children = list(element)
    paragraph = lxml_html.Element("p")
    paragraph.text, element.text = element.text, None
    out, breaks = [paragraph], 0
    for child in children:
        tail, child.tail = child.tail, None
        element.remove(child)
        if child.tag == "br":
            breaks += 1
            if breaks > 1:
                out.append(lxml_html.Element("p"))
                out[-1].text = tail
            else:
                _append(out[-1], child, tail)
        elif child.tag in _INLINE:
            _append(out[-1], child, tail)
        else:
            out += [child, lxml_html.Element("p")]
            out[-1].text = tail
        breaks = 0 if (tail or "").strip() or child.tag != "br" else breaks
    for each in out:
        if each.tag != "p" or len(each) or (each.text or "").strip():
            element.append(each)
    if element.tag == "p":
        element.tag = "div"


def _append(paragraph: lxml_html.HtmlElement, child: lxml_html.HtmlElement, tail: str | None) -> None:
    child.tail = tail
    paragraph.append(child)
