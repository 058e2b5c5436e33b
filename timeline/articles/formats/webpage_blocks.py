"""Pages of several articles in blocks of their own: lists of results, reviews of the press on one page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from timeline.articles.publication_date.lines import bare_date, from_line
from timeline.articles.publication_date.webpage_layout import held
from timeline.articles.text.html_paragraphs import is_within, on_one_line

_BLOCKS = frozenset({"div", "li", "section", "article", "tr", "table", "td"})
_ASIDE = frozenset({"aside", "nav", "footer", "header", "form"})
_LEAST, _LINE = 150, 140


def days_of_blocks(tree: lxml_html.HtmlElement, zone: str) -> set[str]:
    """The days of the blocks that make up a page, where each has a text and one day, and no day stands outside of them.

    Returns:
        The days, ISO; empty where the page is not made of such blocks.
    """
    dated = list(_dated(tree, zone))
    if len({day for _, day in dated}) < 2:
        return set()
    for group in _groups(tree):
        days: dict[lxml_html.HtmlElement, set[str]] = {block: set() for block in group}
        for element, day in dated:
            block = next((each for each in (element, *element.iterancestors()) if each in days), None)
            if block is None:
                break
            days[block].add(day)
        else:
            if all(len(of_block) < 2 for of_block in days.values()):
                return set().union(*days.values())
    return set()


def _groups(tree: lxml_html.HtmlElement) -> Iterator[list[lxml_html.HtmlElement]]:
    """Siblings of one kind that each hold a text of some length, and together most of the page."""
    sizes: dict[lxml_html.HtmlElement, int] = {}
    for element in reversed(list(tree.iter())):
        own = len(element.text or "") if isinstance(element.tag, str) else 0
        sizes[element] = own + sum(sizes.get(child, 0) + len(child.tail or "") for child in element)
    for parent in tree.iter():
        alike = defaultdict(list)
        for child in parent:
            if child.tag in _BLOCKS and sizes[child] >= _LEAST:
                alike[child.tag, child.get("class") or ""].append(child)
        for group in alike.values():
            if (
                len(group) > 1
                and sum(sizes[each] for each in group) > sizes[tree] / 2
                and parent.tag not in _ASIDE
                and not is_within(parent, *_ASIDE)
            ):
                yield group


def _dated(tree: lxml_html.HtmlElement, zone: str) -> Iterator[tuple[lxml_html.HtmlElement, str]]:
    aside = held(tree, frozenset(), lambda each: each.tag in _ASIDE)
    for element in tree.iter(etree.Element):
        if len(element) > 3 or element in aside:
            continue
        words = on_one_line(element)
        if not words or len(words) > _LINE or not any(map(str.isdigit, words)):
            continue
        hint = next((each for each in from_line(words, zone) if not each.modification), None) or bare_date(words, zone)
        if hint and hint.day:
            yield element, str(hint.day)
