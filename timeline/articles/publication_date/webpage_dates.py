"""The dates of a page: JSON-LD, `meta`, microdata, `<time>`, and the line that readers see by the headline."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from lxml import html as lxml_html

from timeline.articles.metadata.webpage_linked_data import string
from timeline.articles.metadata.webpage_metadata import metas
from timeline.articles.publication_date import absolute, lines
from timeline.articles.publication_date.evidence import Hint
from timeline.articles.text.folding import fold
from timeline.languages.press import phrases

_PUBLISHED = frozenset(
    [
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "publicationdate",
        "datepublished",
        "article.published",
        "dc.date",
        "dc.date.issued",
        "dc.date.created",
        "dcterms.date",
        "dcterms.issued",
        "dcterms.created",
        "sailthru.date",
        "parsely-pub-date",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "article:published",
        "article.created",
        "date_published",
        "ptime",
        "published_at",
        "originalpublicationdate",
        "displaydate",
    ]
)
_OPEN_GRAPH = frozenset(["article:published_time", "og:article:published_time", "og:published_time", "og:pubdate"])
_MODIFIED = frozenset(
    [
        "article:modified_time",
        "og:updated_time",
        "og:article:modified_time",
        "og:modified_time",
        "last-modified",
        "lastmod",
        "revised",
        "dcterms.modified",
        "dc.date.modified",
        "datemodified",
        "article.updated",
        "date_modified",
        "utime",
    ]
)
_ASIDE_TAGS = frozenset({"aside", "nav", "footer"})
_TEASER_WORDS = ("teaser", "card", "related")
_ASIDE_WORDS = (
    "related",
    "sidebar",
    "teaser",
    "comment",
    "lire-aussi",
    "a-lire",
    "plus-lus",
    "most-read",
    "newsletter",
    "recommend",
)
_LINKED, _NEAR = 25, 40
_SECTIONS = frozenset({"section", "div", "ul", "aside"})
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "span",
        "time",
        "li",
        "small",
        "em",
        "header",
        "section",
        "h2",
        "h3",
        "dd",
        "dt",
        "td",
        "address",
        "figcaption",
        "footer",
    ]
)
_UPDATE = ("modif", "updat", "maj", "mise-a-jour")


def dates(tree: lxml_html.HtmlElement, nodes: list[dict[str, Any]], zone: str) -> tuple[Hint, ...]:
    """All that the page says of its publication and of its modification, in no order."""
    found = [*_linked(nodes, zone), *_meta(tree, zone), *_microdata(tree, zone), *_times(tree, zone)]
    nothing = not any(not hint.modification for hint in found)
    return tuple(dict.fromkeys((*found, *_visible(tree, zone, nothing))))


def _hint(kind: str, text: str, zone: str, modification: bool = False) -> Iterator[Hint]:
    told = absolute.parse(text[:100], zone)
    if isinstance(told, absolute.ParsedDate):
        yield Hint(kind, text.strip()[:100], told.day, told.time, modification=modification)


def _linked(nodes: list[dict[str, Any]], zone: str) -> Iterator[Hint]:
    for node in nodes[:1]:
        yield from _hint("json-ld", string(node.get("datePublished")), zone)
        yield from _hint("json-ld", string(node.get("dateModified")), zone, modification=True)
        if not node.get("datePublished"):
            yield from _hint("json-ld", string(node.get("dateCreated")), zone)


def _meta(tree: lxml_html.HtmlElement, zone: str) -> Iterator[Hint]:
    for name, content in metas(tree):
        if name in _OPEN_GRAPH:
            yield from _hint("opengraph", content, zone)
        elif name in _PUBLISHED:
            yield from _hint("meta", content, zone)
        elif name in _MODIFIED:
            yield from _hint("meta", content, zone, modification=True)


def _microdata(tree: lxml_html.HtmlElement, zone: str) -> Iterator[Hint]:
    around = _around_headline(tree)
    for name, modification in (("datepublished", False), ("datemodified", True)):
        for element in tree.iter("time", "span", "meta", "div", "p", "abbr", "link"):
            if name in (element.get("itemprop") or "").lower().split() and not _elsewhere(element, around):
                yield from _hint("microdata", _stated(element), zone, modification)
                break


def _stated(element: lxml_html.HtmlElement) -> str:
    return (
        element.get("content")
        or element.get("datetime")
        or element.get("title")
        or " ".join(element.text_content().split())
    )


def _times(tree: lxml_html.HtmlElement, zone: str) -> Iterator[Hint]:
    """The `<time>` next after the headline (the last before it where there is none after), and those of updates."""
    around = _around_headline(tree)
    before: list[Hint] = []
    after: list[Hint] = []
    current = before
    for element in tree.iter("time", "h1"):
        if element.tag == "h1":
            current = after
            continue
        said = element.get("datetime") or " ".join(element.text_content().split())
        if _elsewhere(element, around) or "datemodified" in (element.get("itemprop") or "").lower():
            continue
        modification = _is_update(element)
        hints_here = list(_hint("time", said, zone, modification))
        if modification:
            yield from hints_here
        else:
            current += hints_here
    yield from after[:1] or before[-1:]


def _is_update(element: lxml_html.HtmlElement) -> bool:
    """Whether a `<time>` tells an update: by its class, or by the words just before it."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    if any(word in named for word in _UPDATE):
        return True
    before = element.getprevious()
    parent = element.getparent()
    words = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    if not words.strip() and before is not None:
        words = before.text_content()
    words = fold(words)[-60:]
    return any(phrase in words for phrase in phrases("updated")) and not any(
        words.rfind(phrase) > max(words.rfind(other) for other in phrases("updated")) for phrase in phrases("published")
    )


def _elsewhere(element: lxml_html.HtmlElement, around: Collection[lxml_html.HtmlElement]) -> bool:
    """Whether an element belongs to a teaser, a comment, a menu or a footer, and not to the article.

    `around` is what holds the headline: that is the article's or the page's, whatever its class is ("with-sidebar").
    """
    for parent in (element, *element.iterancestors()):
        if parent in around:
            return False
        if parent.tag in _ASIDE_TAGS or (parent.tag == "li" and _is_teaser(parent)):
            return True
        named = fold(f"{parent.get('class') or ''} {parent.get('id') or ''}")
        if any(word in named for word in (_TEASER_WORDS if parent.tag == "article" else _ASIDE_WORDS)):
            return True
        if parent.tag == "article" and around and _has_linked_heading(parent):
            return True
        if parent.tag in _SECTIONS and _is_about_others(parent):
            return True
    return False


def _has_linked_heading(element: lxml_html.HtmlElement) -> bool:
    """Whether its headline is a link to the article that it announces."""
    for heading in element.iter("h2", "h3", "h4"):
        return heading.find(".//a") is not None or any(parent.tag == "a" for parent in heading.iterancestors())
    return False


def _is_about_others(section: lxml_html.HtmlElement) -> bool:
    """Whether a section's first heading announces other articles ("Sur le même sujet")."""
    for child in section[:3]:
        if child.tag in ("h2", "h3", "h4", "h5", "p", "span", "strong", "header"):
            words = fold(child.text_content()[:80])
            return len(words) < _LINKED * 2 and any(words.startswith(phrase) for phrase in phrases("related"))
    return False


def _around_headline(tree: lxml_html.HtmlElement) -> Collection[lxml_html.HtmlElement]:
    """Everything that a headline stands in."""
    return {parent for heading in tree.iter("h1") for parent in heading.iterancestors()}


def _is_teaser(item: lxml_html.HtmlElement) -> bool:
    """Whether a list item holds the headline of another article, and is not one of the article's own small facts."""
    return any(
        child.tag in ("h2", "h3", "h4") or (child.tag == "a" and len(child.text_content()) > _LINKED)
        for child in item.iter()
    )


def _visible(tree: lxml_html.HtmlElement, zone: str, nothing: bool) -> Iterator[Hint]:
    """The publication line nearest after the headline, else the first of the page; else a bare date by the headline.

    A bare date above it may be today's in the banner: it is taken only where `nothing` else tells a date.
    """
    blocks = list(_short_lines(tree))
    start = next((number for number, (tag, _) in enumerate(blocks) if tag == "h1"), 0)
    near_end = min(start + _NEAR, len(blocks))
    for number in (
        *range(start, near_end),
        *(range(start) if nothing else ()),
        *(range(near_end, len(blocks)) if nothing else ()),
    ):
        read = lines.from_line(blocks[number][1], zone)
        if any(not hint.modification for hint in read):
            yield from read
            return
    above = blocks[max(start - 4, 0) : start] if nothing else []
    around = [*blocks[start : start + 8], *reversed(above)]
    near = (lines.bare_date(text, zone) for _, text in around)
    yield from [hint for hint in near if hint][:1]


def _short_lines(tree: lxml_html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Texts of small blocks in page order, with the tags they stand in; teasers, menus and the like left out."""
    around = _around_headline(tree)
    seen: set[str] = set()
    for element in tree.iter():
        if element.tag != "h1" and (element.tag not in _BLOCKS or len(element) > 12):
            continue
        text = " ".join(element.text_content().split()) if len(element) or element.text else ""
        if element.tag == "h1":
            yield "h1", text
        elif (
            8 <= len(text) <= 240
            and any(map(str.isdigit, text))
            and text not in seen
            and not _elsewhere(element, around)
        ):
            seen.add(text)
            yield element.tag, text
