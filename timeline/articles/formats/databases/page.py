"""Pages of press databases: Europresse's articles with their header fields, Factiva's with their lines or codes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html as lxml_html

from timeline.articles.formats.databases import factiva, mailing
from timeline.articles.formats.databases.piece import Piece, draft_of
from timeline.articles.publication_date.lines import first_date, from_line
from timeline.articles.source import ReadOptions, SourceFile, UndatedArticle
from timeline.articles.text.html_paragraphs import on_one_line, text_of_tree
from timeline.i18n.messages import file_problem
from timeline.model import Problem

_LEAST = 300
DOCUMENT = re.compile(r"(?:news|web)[·.]\d{8}[·.][\w·.×-]+")
"""Europresse's number of an article."""


_PARTS = {
    "DocPublicationName": "publisher", "DocHeader": "date", "TitreArticleVisu": "title", "titreArticleVisu": "title",
    "DocText": "text", "docAuthors": "author", "publiC-lblNodoc": "key",
}  # fmt: skip
"""What Europresse calls the parts of an article, and our names."""


def drafts_of_page(
    tree: lxml_html.HtmlElement, source: SourceFile, options: ReadOptions
) -> list[UndatedArticle | Problem]:
    """The articles of a database's page; empty where it is a page of one article.

    A page of several articles that is not understood is a problem.

    Returns:
        The drafts, in the order of the page.
    """
    pieces = list(_europresse(tree)) or list(_old_europresse(tree)) or list(_factiva(tree))
    if pieces:
        return [draft_of(piece, number, source, options.zone) for number, piece in enumerate(pieces, 1)]
    letter = [] if _is_article(tree) else mailing.of_page(tree)
    if letter and letter[0].date:
        return [draft_of(item, number, source, options.zone) for number, item in enumerate(letter, 1)]
    if letter:
        return [several(source.path, len(letter))]
    days = _days(tree, options.zone)
    return [several(source.path, len(days))] if len(days) > 1 else []


def _is_article(tree: lxml_html.HtmlElement) -> bool:
    """Whether a page says that it is one article."""
    properties = (meta.get("property") or "" for meta in tree.iter("meta"))
    return tree.find(".//article") is not None or any(name.startswith("article:") for name in properties)


def several(path: str, count: int) -> Problem:
    """The problem of a file that holds several articles in a form that is not known.

    Returns:
        An error without a line.
    """
    return file_problem(path, "articles.several", found=count)


def _europresse(tree: lxml_html.HtmlElement) -> Iterator[Piece]:
    for article in tree.iter("article"):
        header = _words(article, "DocHeader")
        if not header:
            continue
        body = _first(article, "docOcurrContainer")
        body = body if body is not None else _first(article, "DocText")
        title = _words(article, "titreArticleVisu") or _words(article, "titreArticle")
        document = DOCUMENT.search(on_one_line(article))
        author = _words(article, "docAuthors") or _words(article, "sm-margin-bottomNews")
        text = "" if body is None else text_of_tree(body)
        publisher = _words(article, "DocPublicationName")
        yield Piece(title, header, text, publisher, author, document[0] if document else "")


def _old_europresse(tree: lxml_html.HtmlElement) -> Iterator[Piece]:
    """Europresse before it had <article>: the same names on the parts, each paper's name before its article."""
    stated: dict[str, str] = {}
    for element in tree.iter("span", "div", "p"):
        name = next((_PARTS[each] for each in str(element.get("class") or "").split() if each in _PARTS), "")
        words = text_of_tree(element) if name == "text" else on_one_line(element)
        if name == "publisher" and words and stated.get("text"):
            yield _old_piece(stated)
            stated = {}
        if name and words:
            stated.setdefault(name, words)
    if stated.get("text"):
        yield _old_piece(stated)


def _old_piece(stated: dict[str, str]) -> Piece:
    names = ("title", "date", "text", "publisher", "author", "key")
    return Piece(*(stated.get(name, "") for name in names))


def _factiva(tree: lxml_html.HtmlElement) -> Iterator[Piece]:
    for element in tree.iter("div"):
        if re.search(r"(?:^|\s)(?:\w\w)?article(?:\s|$)", (element.get("class") or "").lower()):
            table = [[_flat(cell) for cell in row.iter("td")] for row in element.iter("tr")]
            coded = [f"{row[0]} {row[-1]}" for row in table if len(row) > 1]
            lines = coded or [each for each in text_of_tree(element).split("\n\n") if each]
            yield from factiva.pieces(lines)


def _flat(element: lxml_html.HtmlElement) -> str:
    paragraphs = [on_one_line(each) for each in element.iter("p")]
    return "\n\n".join(each for each in paragraphs if each) or on_one_line(element)


def _first(article: lxml_html.HtmlElement, name: str) -> lxml_html.HtmlElement | None:
    return next((each for each in article.iter() if name in str(each.get("class") or "").split()), None)


def _words(article: lxml_html.HtmlElement, name: str) -> str:
    element = _first(article, name)
    return "" if element is None else on_one_line(element)


def _days(tree: lxml_html.HtmlElement, zone: str) -> set[str]:
    """The days of the complete articles in a page, each of which has its own text and date."""
    days = set()
    for article in tree.iter("article"):
        if article.find(".//article") is not None or len(text_of_tree(article)) < _LEAST or _announces(article):
            continue
        day = _day(article, zone)
        if day:
            days.add(day)
    return days if len(list(tree.iter("h1"))) != 1 else set()


def _announces(article: lxml_html.HtmlElement) -> bool:
    return any(heading.find(".//a") is not None for heading in article.iter("h1", "h2", "h3"))


def _day(article: lxml_html.HtmlElement, zone: str) -> str:
    for element in article.iter("time", "p", "div", "span", "small"):
        words = on_one_line(element)
        stated = first_date(element.get("datetime") or words, zone) if element.tag == "time" else None
        hint = next((each for each in from_line(words, zone) if not each.modification), None)
        if stated or hint:
            return str(stated.day if stated else hint.day if hint else "")
    return ""
