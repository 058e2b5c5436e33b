"""The short lines of a page, as a reader sees them: in page order, each with the element that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import html as lxml_html

from timeline.articles.publication_date.webpage_layout import Layout
from timeline.articles.text.html_paragraphs import is_within, on_one_line

BLOCKS = frozenset(
    [
        "p", "div", "span", "time", "li", "small", "em", "header", "section", "h2", "h3", "h4", "dd", "dt", "td",
        "address", "figcaption", "footer", "font", "i",
    ]
)  # fmt: skip
_OF_THEIR_OWN = BLOCKS - {"span", "time", "small", "em", "font", "i"}
"""Blocks whose lines are theirs, not those of the block around them."""
_SHORTEST, _LONGEST = 8, 240
_CHILDREN, _ELEMENTS = 12, 80


def short_lines(
    tree: lxml_html.HtmlElement, parts: Layout, longest: int = _LONGEST
) -> Iterator[tuple[lxml_html.HtmlElement, str]]:
    """The lines that hold a digit, and the headline; those of teasers, menus and comments are left out.

    A block gives its words as they stand, its own lines where `<br>` parts them (not those of blocks in it), and its
    words with a blank between its elements ("12", "juin", "2015" in three of them).

    Args:
        tree: The page.
        parts: Its layout.
        longest: The most characters of a line.

    Yields:
        Pairs of an element and a line of it; no line twice.
    """
    seen: set[str] = set()
    for element in tree.iter():
        if parts.headline is not None and element is parts.headline:
            yield element, on_one_line(element)
        if element.tag not in BLOCKS or len(element) > _CHILDREN or not (len(element) or element.text):
            continue
        for line in dict.fromkeys(_lines(element, longest)):
            if _SHORTEST <= len(line) <= longest and any(map(str.isdigit, line)) and line not in seen:
                if parts.is_elsewhere(element):
                    break
                seen.add(line)
                yield element, line


def short_words(tree: lxml_html.HtmlElement, parts: Layout) -> Iterator[str]:
    """The short texts of the page that are no links, with digits or without."""
    for element in tree.iter(*BLOCKS, "h1", "strong", "b"):
        if len(element) <= 1 and not is_within(element, "a", "li"):
            words = on_one_line(element, _LONGEST)
            if words and len(words) <= _LONGEST and not parts.is_elsewhere(element):
                yield words


def _lines(element: lxml_html.HtmlElement, longest: int) -> Iterator[str]:
    yield on_one_line(element)
    if not len(element) or next(islice(element.iter(), _ELEMENTS, None), None) is not None:
        return  # no small part of the page
    if element.find(".//br") is not None:
        broken = "".join(_pieces(element, "\n", ""))
        yield from (" ".join(line.split()) for line in broken.split("\n"))
    spaced = "".join(_pieces(element, " ", " "))
    yield " ".join(spaced[: 4 * longest].split())


def _pieces(element: lxml_html.HtmlElement, at_break: str, between: str) -> Iterator[str]:
    """The texts of an element, with a sign for each `<br>` and one between elements; `<sup>` stays with its number."""
    yield element.text or ""
    for child in element:
        if at_break == "\n" and child.tag in _OF_THEIR_OWN:
            yield at_break
        elif isinstance(child.tag, str):
            joint = at_break if child.tag == "br" else "" if child.tag == "sup" else between
            yield joint
            yield from _pieces(child, at_break, between)
            yield "" if child.tag == "br" else joint
        yield child.tail or ""
