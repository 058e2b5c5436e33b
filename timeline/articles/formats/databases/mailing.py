"""Newspapers' mailings: the articles of a newsletter, each a headline that leads to its page and a text below it.

A mailing is known by the line that ends it ("Se désabonner"), and by two or more items that lead on ("Lire la suite").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import html as lxml_html

from timeline.articles.formats.databases.piece import Piece
from timeline.articles.publication_date.lines import bare_date, from_line
from timeline.articles.text.html_paragraphs import on_one_line, text_of_tree
from timeline.languages.folding import fold
from timeline.languages.press import phrases

_MARK, _LINKED = "\ue000", "\ue001"
_LEAST_TITLE, _MOST_TITLE, _LEAST_TEXT = 10, 200, 80
_NUMBERING = "0123456789.)-–—•*# "


def of_page(tree: lxml_html.HtmlElement, date: str = "") -> list[Piece]:
    """The items of a mailing in HTML; its headlines lose nothing, its links are personal and not kept.

    Args:
        tree: The page; marks are left in it.
        date: The day of the mail; "" where the line at its head holds it.

    Returns:
        The items; empty where it is no mailing, one with an empty date where no day was found.
    """
    if not _ends_as_mailing(tree.text_content().split("\n")):
        return []
    headings = list(tree.iter("h1", "h2", "h3", "h4"))
    headings = headings or [each for each in tree.iter("a", "b", "strong") if _alone(each)]
    for heading in headings:
        link = heading.tag == "a" or heading.find(".//a") is not None
        heading.text = _MARK + (_LINKED if link else "") + (heading.text or "")
    paragraphs = laid_out_text(tree).split("\n\n")
    starts = [index for index, words in enumerate(paragraphs) if words.startswith(_MARK)]
    if not starts:
        return []
    date = date or _dated(paragraphs[: starts[0] + 1])
    ends = [*starts[1:], len(paragraphs)]
    found = [_item(paragraphs[start:end], date) for start, end in zip(starts, ends, strict=True)]
    items = [item for item in found if item]
    return items if len(items) > 1 else []


def laid_out_text(tree: lxml_html.HtmlElement) -> str:
    """The text of a mail in HTML, whose tables are its layout; their elements become plain blocks."""
    for element in tree.iter("table", "tbody", "tr", "td", "th"):
        element.tag = "div"
    return text_of_tree(tree)


def of_text(lines: Sequence[str], date: str = "") -> list[Piece]:
    """The items of a mailing in plain text: each ends in a line that leads on.

    Args:
        lines: All lines of the text, empty ones too.
        date: The day of the mail; "" where the line at its head holds it.

    Returns:
        As for `of_page`.
    """
    ends = [index for index, line in enumerate(lines) if _leads_on(line)]
    if len(ends) < 2 or not _ends_as_mailing(lines):
        return []
    date = date or _dated([line.strip() for line in lines[: ends[0]] if line.strip()][:4])
    return [
        item
        for start, end in zip([-1, *ends[:-1]], ends, strict=True)
        if (item := _section(lines[start + 1 : end], date))
    ]


def _section(lines: Sequence[str], date: str) -> Piece | None:
    """The last short line before the first long paragraph is the title; what stands above it is the mailing's."""
    filled = [line.strip() for line in lines if line.strip()]
    first = next(
        (index for index, line in enumerate(filled) if len(line) >= _LEAST_TEXT or index == len(filled) - 1), 0
    )
    text = "\n\n".join(filled[first:])
    if first == 0 or len(text) < _LEAST_TEXT:
        return None
    return Piece(filled[first - 1].lstrip(_NUMBERING), date, text)


def _item(paragraphs: Sequence[str], date: str) -> Piece | None:
    title = paragraphs[0].lstrip(_MARK)
    text = [words for words in _before_end(paragraphs[1:]) if not _leads_on(words)]
    leads = title.startswith(_LINKED) or any(map(_leads_on, paragraphs[1:]))
    title, body = title.lstrip(_LINKED).strip(), "\n\n".join(text)
    if not leads or not _LEAST_TITLE <= len(title) <= _MOST_TITLE or len(body) < _LEAST_TEXT:
        return None
    return Piece(title, date, body)


def _before_end(paragraphs: Sequence[str]) -> Iterator[str]:
    for words in paragraphs:
        if _ends_as_mailing([words]):
            return
        yield words


def _dated(paragraphs: Sequence[str]) -> str:
    """The line at the head of a mailing that holds its day: alone, or behind the mailing's name and a dash."""
    for words in paragraphs:
        for part in (words, *words.replace("—", "–").split(" – "), *words.split(" - ")):
            if bare_date(part, "UTC") or any(not hint.modification for hint in from_line(part, "UTC")):
                return part
    return ""


def _leads_on(words: str) -> bool:
    return len(words) < 300 and fold(words).lstrip(" >»→[(").startswith(phrases("leads_on"))


def _ends_as_mailing(lines: Sequence[str]) -> bool:
    return any(phrase in folded for line in lines if (folded := fold(line[:2000])) for phrase in phrases("unsubscribe"))


def _alone(element: lxml_html.HtmlElement) -> bool:
    """Whether bold or linked words are all that their block holds."""
    words = on_one_line(element)
    parent = element.getparent()
    around = "" if parent is None else on_one_line(parent)
    return _LEAST_TITLE <= len(words) <= _MOST_TITLE and words == around and element.find(".//img") is None
