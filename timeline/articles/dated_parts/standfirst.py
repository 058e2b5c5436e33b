"""The chapô (standfirst): the paragraph between headline and text that readers see, and extraction often leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html as lxml_html

from timeline.articles.publication_date.lines import bare_date, from_line
from timeline.articles.text.html_paragraphs import is_within, on_one_line
from timeline.languages.folding import letters_and_digits

_NAMED = re.compile(
    r"chapo|chapeau|standfirst|__desc\b|\bdesc(?:ription)?\b|article-?_*(?:desc|lead|intro|excerpt|summary|subtitle)"
    r"|\blead(?:-?text)?\b|\bintro(?:duction)?\b|\bdek\b|\bsous-?titre\b|\bsubtitle\b|\baccroche\b|\bexcerpt\b|\bhat\b"
    r"|\bsummary\b|\bresume\b|\bheadline__?desc",
    re.IGNORECASE,
)
_ELSEWHERE = frozenset({"aside", "nav", "footer", "li", "figure", "figcaption", "form"})
_LEAST, _MOST, _ALIKE = 40, 1500, 60


def with_standfirst(tree: lxml_html.HtmlElement, body: str, zone: str) -> str:
    """`body` with the page's chapô before it, where the page has one and the body lacks it.

    Args:
        tree: The tree of the page.
        body: The text of the article.
        zone: The time zone of times without one.

    Returns:
        The text, or `body` itself.
    """
    if not body:
        return body
    have = letters_and_digits(body)
    for words in _candidates(tree):
        plain = letters_and_digits(words)
        if plain[:_ALIKE] in have:
            return body
        if not from_line(words, zone) and not bare_date(words, zone):
            return f"{words}\n\n{body}"
    return body


def _candidates(tree: lxml_html.HtmlElement) -> Iterator[str]:
    """Paragraphs named a chapô near the headline; else the one beside it that the page's description repeats."""
    heading = next(tree.iter("h1"), None)
    if heading is None:
        return
    described = letters_and_digits(_description(tree))
    for element in _near(heading):
        words = on_one_line(element)
        if not _LEAST <= len(words) <= _MOST or element.tag in _ELSEWHERE or is_within(element, *_ELSEWHERE):
            continue
        named = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('id') or ''}"
        if _NAMED.search(named) or (described and letters_and_digits(words)[:_ALIKE] == described[:_ALIKE]):
            yield words


def _near(heading: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    """The small blocks around and after the headline, nearest container first."""
    for number, parent in enumerate(heading.iterancestors()):
        if number > 4 or parent.tag in ("body", "html"):
            break
        for element in parent.iter("p", "div", "h2", "span", "section"):
            if len(list(element.iter("p"))) <= 3 and heading not in list(element.iter("h1")):
                yield element


def _description(tree: lxml_html.HtmlElement) -> str:
    for meta in tree.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").lower() in ("og:description", "description"):
            return meta.get("content") or ""
    return ""
