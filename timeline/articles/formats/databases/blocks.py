"""Pages of several articles in blocks of their own: lists of results, reviews of the press on one page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lxml import html as lxml_html

from timeline.articles.publication_date.lines import bare_date, from_line

_BLOCKS = frozenset({"div", "li", "section", "article", "tr", "table", "td"})
_ASIDE = frozenset({"aside", "nav", "footer", "header", "form"})
_LEAST, _LINE = 150, 140


def days_of_blocks(tree: lxml_html.HtmlElement, zone: str) -> set[str]:
    """The days of the blocks of a page that each have a text and a day, where no day stands outside of them.

    Args:
        tree: The page.
        zone: The zone of the days.

    Returns:
        The days, ISO; empty where the page is not made of such blocks.
    """
    inside: dict[lxml_html.HtmlElement, str] = {}
    outside = False
    blocks = {block for group in _groups(tree) for block in group}
    for element, day in _dated(tree, zone):
        block = next(
            (each for each in element.iterancestors() if each in blocks), element if element in blocks else None
        )
        if block is None:
            outside = True
        else:
            inside.setdefault(block, day)
    return set() if outside or len(inside) < 2 else set(inside.values())


def _groups(tree: lxml_html.HtmlElement) -> Iterator[list[lxml_html.HtmlElement]]:
    """Siblings of one kind that each hold a text of some length, the outermost only once each."""
    sizes: dict[lxml_html.HtmlElement, int] = {}
    for element in reversed(list(tree.iter())):
        own = len(element.text or "") if isinstance(element.tag, str) else 0
        sizes[element] = own + sum(sizes.get(child, 0) + len(child.tail or "") for child in element)
    for parent in tree.iter():
        alike = defaultdict(list)
        for child in parent:
            if child.tag in _BLOCKS and sizes[child] >= _LEAST:
                alike[child.tag, child.get("class") or ""].append(child)
        yield from (group for group in alike.values() if len(group) > 1 and not _aside(parent))


def _dated(tree: lxml_html.HtmlElement, zone: str) -> Iterator[tuple[lxml_html.HtmlElement, str]]:
    for element in tree.iter("time", "p", "span", "div", "td", "small", "em"):
        words = " ".join(element.text_content().split()) if len(element) < 4 else ""
        if not words or len(words) > _LINE or not any(map(str.isdigit, words)) or _aside(element):
            continue
        said = [hint for hint in from_line(words, zone) if not hint.modification] or [bare_date(words, zone)]
        if said[0] is not None and said[0].day:
            yield element, str(said[0].day)


def _aside(element: lxml_html.HtmlElement) -> bool:
    return element.tag in _ASIDE or any(each.tag in _ASIDE for each in element.iterancestors())
