"""Days of a page that are another thing's: the day of an event, the day on which it is read, those of other articles.

A page of an agenda says when, where and for how much: nothing there calls the day one of publication, so it is none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import islice

from lxml import html as lxml_html

from timeline.articles.metadata.addresses import path_of
from timeline.articles.publication_date.lines import bare_date
from timeline.articles.publication_date.phrasing import is_event_fact, opens_with
from timeline.articles.publication_date.webpage_labels import EVENT_WORDS, attribute_words, tokens_of
from timeline.articles.publication_date.webpage_layout import LINKED, NEAR_STEPS, Layout
from timeline.articles.text.html_paragraphs import on_one_line
from timeline.languages.folding import fold
from timeline.languages.press import phrases

_EVENT_PATH = frozenset([*EVENT_WORDS, "calendrier", "calendar", "manifestation", "manifestations"])
_PAGE_OF_AN_EVENT = re.compile(
    r"(?:node|type|single|page)(?:[-_]+[a-z]+)?[-_]+(?:events?|evenements?|agendas?|manifestations?)"
)
"""The class that systems give to a page or its main part by the type of its content: `node-type-agenda`."""
_FEW = 6
_CLOCK = re.compile(r"\b[0-2]?\d\s?[h:]\s?(?:[0-5]\d)?\b")
_FACT_TAGS = ("p", "div", "span", "li", "dt", "dd", "td", "th", "strong", "b", "h2", "h3", "h4")
_TODAY = frozenset(["today", "aujourdhui", "meteo", "weather", "currentdate", "datedujour"])
_TEASER = 400
"""The most characters of a block that announces another article."""
_NODE = re.compile(r'"@type"\s*:\s*\[?\s*"(?!Broadcast|Publication)\w*Event"')
_NODE_DAY = re.compile(r'"(?:startDate|endDate|doorTime)"\s*:\s*"(\d{4}-\d\d-\d\d)')


def is_of_an_event(element: lxml_html.HtmlElement, events: Collection[lxml_html.HtmlElement]) -> bool:
    """Whether a block says when something takes place: `class="date-event"`, `itemprop="startDate"`.

    Drupal's field of a date (`date-display-single`) is such a one where it has a beginning, an end or a clock.
    """
    return element in events or _is_appointment(element)


def _is_appointment(element: lxml_html.HtmlElement) -> bool:
    """Whether an element holds Drupal's field of a date with a beginning, an end or a clock."""
    names = [each.get("class") or "" for each in islice(element.iter("span", "div", "time"), _FEW)]
    named = [name for name in names if "date-display-" in name]
    words = on_one_line(element, _TEASER)
    return any("single" not in name for name in named) or bool(named and _CLOCK.search(words))


def announces_an_event(tree: lxml_html.HtmlElement, parts: Layout) -> bool:
    """Whether a page is one of an agenda: by its address, its type, its headline, or a place and a price in it."""
    for element in tree.iter("link", "meta"):
        name = element.get("rel") or element.get("property") or ""
        value = fold(element.get("href") or element.get("content") or "")
        if name == "og:type" and value in EVENT_WORDS:
            return True
        if name in ("canonical", "og:url") and _EVENT_PATH & set(path_of(value).split("/")[:-1]):
            return True
    holders = () if parts.headline is None else parts.headline.iterancestors()
    named = " ".join(fold(each.get("class") or "") for each in holders).split()
    if any(map(_PAGE_OF_AN_EVENT.fullmatch, named)):
        return True
    words = "" if parts.headline is None else on_one_line(parts.headline)
    if opens_with(words, "occasion_headlines"):
        return True
    facts = (
        each for each in tree.iter(*_FACT_TAGS) if (each.text or "").strip() and not len(each.text or "") > _TEASER
    )
    telling = (each for each in facts if is_event_fact(on_one_line(each, _TEASER)))
    return any(each in parts.near or not parts.is_elsewhere(each) for each in telling)


def event_days(tree: lxml_html.HtmlElement) -> frozenset[str]:
    """The days, in ISO 8601, on which the page's linked data says that something begins or ends."""
    scripts = (script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower())
    return frozenset(day for text in scripts if _NODE.search(text) for day in _NODE_DAY.findall(text))


def section_days(tree: lxml_html.HtmlElement, parts: Layout, zone: str) -> frozenset[str]:
    """The days that stand alone right below two or more lesser headings: each is that of its own section.

    Args:
        tree: The page.
        parts: Its layout.
        zone: The IANA name of the zone of the days.

    Returns:
        The days, in ISO 8601; none where fewer than two sections have one, or all have the same.
    """
    for tag in ("h2", "h3", "h4"):
        below = (each.getnext() for each in tree.iter(tag) if each is not parts.headline and each not in parts.own)
        words = (on_one_line(each, _TEASER) for each in below if each is not None)
        days = {str(hint.day) for line in words if (hint := bare_date(line, zone))}
        if len(days) > 1:
            return frozenset(days)
    return frozenset()


def is_of_today(element: lxml_html.HtmlElement, parts: Layout) -> bool:
    """Whether a block shows the day on which the page is read, or its weather."""
    for parent in (element, *element.iterancestors()):
        if parent in parts.around:
            return False
        if _TODAY & tokens_of(attribute_words(parent, "class", "id")):
            return True
    return False


def leads_elsewhere(element: lxml_html.HtmlElement, parts: Layout) -> bool:
    """Whether a line stands in or beside a link to something else: in a list of other articles."""
    for step, parent in enumerate((element, *element.iterancestors())):
        if parent in parts.around or step > NEAR_STEPS:
            return False
        if parent.tag == "a":
            return True
        links = [link for link in parent.iter("a") if _is_title(link, parts.names)]
        if links and len(parent.text_content()) <= _TEASER:
            return True
    return False


def _is_title(link: lxml_html.HtmlElement, names: Sequence[str]) -> bool:
    words = fold(on_one_line(link))
    known = words.startswith(phrases("leads_to_author")) or any(words in fold(name) for name in names)
    return len(words) > LINKED and not known and not words.startswith(("http://", "https://", "doi"))
