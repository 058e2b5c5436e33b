"""Title, address, publisher, author, language and licence of a page.

They are read from JSON-LD, Open Graph, `meta`, and the page itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import html as lxml_html

from timeline.articles.metadata.addresses import is_web
from timeline.articles.metadata.labels import without_label
from timeline.articles.metadata.webpage_headline import headline_of, names_of
from timeline.articles.metadata.webpage_linked_data import string
from timeline.articles.text.html_paragraphs import is_within, on_one_line
from timeline.languages.folding import fold

_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|[^>]{0,200}?\burl:\s*)(https?://[^\s>]+)")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author")
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title")
"""Names of `meta` elements, the surest first."""
_SAME = 0.6
_ALIKE = 0.34
"""The least part of its words that a node's name shares with a title of its page."""
_HEADINGS = 20
_FRONT_PAGE = re.compile(r"https?://[^/?#]+/?")
_SEPARATORS = re.compile(r"\s+[|•·–—-]\s+")


def metas(tree: lxml_html.HtmlElement, items: bool = True) -> Iterator[tuple[str, str]]:
    """Every `meta` of the page.

    Args:
        tree: The page.
        items: Whether those of microdata count, which may describe something else on the page.

    Yields:
        The name in small letters, and the content.
    """
    for meta in tree.iter("meta"):
        item = meta.get("itemprop") if items else None
        name = meta.get("property") or meta.get("name") or item or meta.get("http-equiv")
        if name and name.lower() == "date" and meta.get("http-equiv"):
            continue  # the clock of the server that sent the page
        content = (meta.get("content") or "").strip()
        if name and content:
            yield name.strip().lower(), content


def metadata(tree: lxml_html.HtmlElement, nodes: list[dict[str, Any]], text: str) -> dict[str, str]:
    """The page's metadata, by our field names; fields that the page does not state are missing.

    Args:
        tree: The tree of the page.
        nodes: The linked data's articles, the page's own first.
        text: The text of the article.

    Returns:
        The value of each field.
    """
    known: dict[str, str] = {}
    for name, content in metas(tree):
        known.setdefault(name, content)
    authors = (_word(nodes, "author"), *(known.get(name, "") for name in _AUTHORS), _byline(tree))
    languages = (tree.get("lang"), tree.get(_XML_LANG), _word(nodes, "inLanguage"), known.get("og:locale"))
    publishers = (_word(nodes, "publisher"), *(known.get(name, "") for name in _PUBLISHERS))
    publisher = next(filter(None, publishers), "")
    names = [author for words in authors if (author := _author(words))]
    found = {
        "title": _title(tree, nodes, known),
        "url": _url(tree, nodes, known, text),
        "publisher": publisher,
        "author": next((name for name in names if fold(name) != fold(publisher)), names[0] if names else ""),
        "language": next(filter(None, languages), ""),
        "licence": _word(nodes, "license"),
    }
    return {name: value for name, value in found.items() if value}


def of_this_page(nodes: list[dict[str, Any]], tree: lxml_html.HtmlElement) -> list[dict[str, Any]]:
    """The linked data's articles, first the one whose headline is most similar to the page's title."""
    names = _names(tree)
    return sorted(nodes, key=lambda node: _similarity(node, names), reverse=True) if len(nodes) > 1 else nodes


def is_of_another(node: dict[str, Any], tree: lxml_html.HtmlElement) -> bool:
    """Whether a node of the linked data names something else than the page: another article, the whole site.

    Returns:
        False where the node or the page has no name, and where the node has the page's own address.
    """
    if _address_of(node) & _own_addresses(tree):
        return False
    name = _words(string(node.get("headline") or node.get("name")))
    names = (*_names(tree), *_unlinked_headings(tree))
    shared = [len(name & words) / max(len(name), len(words)) for each in names if (words := _words(each))]
    return bool(name and shared) and max(shared) < _ALIKE


def _address_of(node: dict[str, Any]) -> frozenset[str]:
    """The path of a node's address, without its host and its anchor; none for a front page."""
    about = node.get("mainEntityOfPage")
    addresses = (node.get("url"), node.get("@id"), about.get("@id") if isinstance(about, dict) else about)
    return frozenset(filter(None, (_path(each) for each in addresses if isinstance(each, str))))


def _own_addresses(tree: lxml_html.HtmlElement) -> frozenset[str]:
    links = [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    links += [content for name, content in metas(tree) if name == "og:url"]
    return frozenset(filter(None, map(_path, links)))


def _path(url: str) -> str:
    return re.sub(r"^https?://[^/?#]+|#.*$", "", url).strip("/")


def is_of_the_site(node: dict[str, Any]) -> bool:
    """Whether a page's node is that of the site's front page, by its address.

    Its name does not tell: some sites name every page's node after themselves.
    """
    return bool(_FRONT_PAGE.fullmatch(string(node.get("url"))))


def _words(title: str) -> set[str]:
    """The words of a title without the site's name behind it."""
    return set(re.findall(r"\w+", fold(max(_SEPARATORS.split(title), key=len))))


def _names(tree: lxml_html.HtmlElement) -> list[str]:
    names = [_title_tag(tree), *(content for name, content in metas(tree) if name == "og:title")]
    return names + [on_one_line(heading) for heading in tree.iter("h1")][:5]


def _unlinked_headings(tree: lxml_html.HtmlElement) -> Iterator[str]:
    """The lesser headings that lead to no other page: on some sites the article's is one of them."""
    for heading in islice(tree.iter("h2", "h3"), _HEADINGS):
        if heading.find(".//a") is None and not is_within(heading, "a"):
            yield on_one_line(heading)


def _similarity(node: dict[str, Any], names: list[str]) -> float:
    headline = string(node.get("headline") or node.get("name"))
    return max((_overlap(headline, name) for name in names), default=0.0)


def _word(nodes: list[dict[str, Any]], key: str) -> str:
    """The words of the first node that has a key."""
    return next((words for node in nodes if (words := string(node.get(key)))), "")


def _title(tree: lxml_html.HtmlElement, nodes: list[dict[str, Any]], known: dict[str, str]) -> str:
    """The visible heading, where it agrees with the metadata's title; else the metadata's title."""
    site = known.get("og:site_name", "")
    titles = [
        _word(nodes, "headline"),
        known.get("og:title", ""),
        known.get("twitter:title", ""),
        _title_tag(tree),
        _word(nodes, "name"),
    ]
    titles = [without_label(_without_site(" ".join(each.split()), site)) for each in titles if each]
    own = headline_of(tree, names_of(tree))  # an h1 may be the site's name
    highest = [each for each in tree.iter("h1") if each is not own and not is_within(each, "aside", "nav", "footer")]
    headings = [_heading_words(heading) for heading in (own, *highest) if heading is not None]
    headings = [heading for heading in headings if heading]
    if not titles:
        return headings[0] if headings else ""
    best = max(headings, key=lambda heading: max(_overlap(heading, each) for each in titles), default="")
    return best if best and max(_overlap(best, each) for each in titles) >= _SAME else titles[0]


def _heading_words(heading: lxml_html.HtmlElement) -> str:
    """A headline's words without the small label beside them ("Abonnés")."""
    return without_label(on_one_line(heading))


def _title_tag(tree: lxml_html.HtmlElement) -> str:
    title = tree.find(".//head/title")
    return title.text_content() if title is not None else ""


def _without_site(title: str, site: str) -> str:
    """`Grève : le bilan - Le Journal` without the site's name, whether it is known or only looks like one."""
    parts = _SEPARATORS.split(title)
    if len(parts) < 2:
        return title
    if site and fold(parts[-1]) == fold(site):
        return title[: title.rfind(parts[-1])].rstrip(" |•·–—-")
    return title if len(parts[-1].split()) > 4 else title[: title.rfind(parts[-1])].rstrip(" |•·–—-")


def _overlap(one: str, other: str) -> float:
    first, second = set(fold(one).split()), set(fold(other).split())
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def _url(tree: lxml_html.HtmlElement, nodes: list[dict[str, Any]], known: dict[str, str], text: str) -> str:
    links = [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    saved = _SAVED_FROM.search(text[:4000])
    pages = [string(node.get("url")) or string(node.get("mainEntityOfPage")) for node in nodes]
    for url in (*links, known.get("og:url", ""), *pages, saved[1] if saved else ""):
        if is_web(url.strip()):
            return url.strip()
    return ""


def _author(words: str) -> str:
    plain = " ".join(words.split())
    return "" if is_web(plain) or len(plain) > 200 else re.sub(r"^(?:par|by)\s+", "", plain, flags=re.IGNORECASE)


def _byline(tree: lxml_html.HtmlElement) -> str:
    for element in tree.iter("a", "span", "address"):
        if element.get("rel") == "author" or element.get("itemprop") == "author":
            return on_one_line(element)
    return ""
