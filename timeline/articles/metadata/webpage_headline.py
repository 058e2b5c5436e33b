"""The headline of a page: the element that says what the page's title says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from lxml import html as lxml_html

from timeline.articles.text.html_paragraphs import is_within
from timeline.languages.folding import fold

_LEAST = 8
_OTHER_TAGS = ("h4", "div", "td", "span", "p", "a", "b", "strong", "font", "dt", "center")
"""What holds the headline on pages without a heading of it: tables and `div`s of old sites."""
_LONGEST = 300
_HOME = re.compile(r"(?:https?://[^/?#]+)?(?:\.?/)?(?:(?:index|accueil|home)\.\w+|spip\.php)?/?")
_ASIDE = ("nav", "aside", "footer", "ul", "ol")


def names_of(tree: lxml_html.HtmlElement) -> list[str]:
    """The page's titles out of its head, folded."""
    found = []
    for element in tree.iter("title", "meta"):
        if element.tag == "title":
            found.append(element.text_content())
        elif (element.get("property") or "").lower() == "og:title":
            found.append(element.get("content") or "")
    return [name for name in map(_plain, found) if name]


def similarity(element: lxml_html.HtmlElement, names: Sequence[str]) -> int:
    """How many characters an element's words share with a title of the page.

    Args:
        element: A heading.
        names: The page's titles, folded.

    Returns:
        0 where neither the words nor a title hold the other.
    """
    return similarity_of_words(element.text_content(), names)


def similarity_of_words(text: str, names: Sequence[str]) -> int:
    """As `similarity`, of words."""
    words = _plain(text)
    if len(words) < _LEAST:
        return 0
    return max((min(len(words), len(name)) for name in names if words in name or name in words), default=0)


def headline_of(tree: lxml_html.HtmlElement, names: list[str]) -> lxml_html.HtmlElement | None:
    """The heading that shares most with the title: an `h1` may be the site's name, which the title holds too.

    Args:
        tree: The page.
        names: The page's titles, folded.

    Returns:
        Of equal headings the first; where none shares anything the first `h1`; else an element that is no heading and
        says a great part of the title; None where there is no such element.
    """
    headings = [each for each in tree.iter("h1", "h2", "h3") if not _leads_home(each)]
    best = max(headings, key=lambda each: similarity(each, names), default=None)
    other = _no_heading(tree, names)
    if (
        best is not None
        and (shared := similarity(best, names))
        and (other is None or shared >= similarity(other, names))
    ):
        return best
    return other if other is not None else next(tree.iter("h1"), None)


def _no_heading(tree: lxml_html.HtmlElement, names: list[str]) -> lxml_html.HtmlElement | None:
    """The element of another kind that says most of a title: half of it, so that it is not the site's name."""
    best, most = None, 0
    for element in tree.iter(*_OTHER_TAGS):
        if len(element) > 3:
            continue
        words = _plain(element.text_content()[:_LONGEST])
        shared = len(words) if any(words in name and 2 * len(words) > len(name) for name in names) else 0
        if shared > max(most, _LEAST) and not is_within(element, *_ASIDE) and not _leads_home(element):
            best, most = element, shared
    return best


def _leads_home(element: lxml_html.HtmlElement) -> bool:
    """Whether an element is or holds the link to the site's front page: then it is the site's name."""
    links = [*element.iter("a"), *islice((each for each in element.iterancestors() if each.tag == "a"), 1)]
    return any(_HOME.fullmatch((link.get("href") or "").strip()) or link.get("rel") == "home" for link in links[:2])


def _plain(text: str) -> str:
    return " ".join(fold(text[:400]).split())
