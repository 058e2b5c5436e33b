"""What several pages of a timeline share: its rail of days, its tabs, its summary, its exports."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from markupsafe import Markup

from timeline.calendar import YEAR, unit
from timeline.model import Date, Entry, Granularity, Status
from timeline.site.base.page import fill, templates
from timeline.site.parts.cards import Card, Folder
from timeline.site.parts.days import Heading, groups, heading, position
from timeline.site.parts.labels import Words
from timeline.site.parts.topics import KINDS, Topic, alphabetical

TABS = (
    ("timeline", "index.html"),
    ("people", "people/index.html"),
    ("organisations", "organisations/index.html"),
    ("places", "places/index.html"),
    ("map", "map.html"),
    ("tags", "tags/index.html"),
    ("articles", "articles/index.html"),
    ("known", "known.html"),
    ("method_title", "method.html"),
    ("corrections", "corrections.html"),
)
EXPORTS = (
    ("JSON", "timeline.json"),
    ("CSV", "timeline.csv"),
    ("export_excel", "timeline-excel.csv"),
    ("export_ics", "timeline.ics"),
    ("Atom", "atom.xml"),
    ("JSON Feed", "feed.json"),
    ("TimelineJS", "timelinejs.json"),
    ("export_wiki", "timeline.wiki.txt"),
    ("WordPress", "wordpress.html.txt"),
    ("export_timeml", "timeml.zip"),
    ("whole", "all.html"),
    ("embed", "embedding.html"),
)
_GENERATION = 40 * YEAR
"""What lasts longer is given in years."""
_MOST_CHIPS = 4

_SCRIPT_WORDS = (
    "found", "help", "help_keys", "close", "shortcuts_on", "zoom", "zoom_year", "zoom_month", "zoom_day", "zoom_all",
    "brush", "months", "colon", "copy_code", "copied",
)  # fmt: skip

Kept = Callable[[tuple[Heading, str], Callable[[], str]], str]
"""Gives a day of the rail by its heading and its events' HTML: one made already, or made by the second argument."""


def rail(
    cards: Sequence[Card],
    words: Words,
    item: Callable[[Card], str],
    kept: Kept = lambda _, make: make(),
    seen: Counter[str] | None = None,
) -> Markup:
    """The list items of days, each with its events as `item` writes them; `kept` gives one that is made already.

    `seen` counts the headings that stand on the page already, so that no two have one id.

    Args:
        cards: The events in reading order.
        words: Those of the timeline's language.
        item: Writes an event.
        kept: Gives a day that is made already.
        seen: How often the page has each heading so far; it is counted on.

    Returns:
        `<li>` elements.
    """
    seen = Counter() if seen is None else seen
    written = []
    for date, held in groups((card.day, card) for card in cards):
        head = heading(date, words)
        seen[head.key] += 1
        if seen[head.key] > 1:
            head = replace(head, key=f"{head.key}-{seen[head.key]}")
        items = "".join(map(item, held))
        written.append(kept((head, items), partial(_day, head, items)))
    return Markup("".join(written))


def _day(head: Heading, items: str) -> str:
    return f"{_day_start(head)}{items}</ol>\n</li>\n"


@lru_cache(maxsize=1 << 14)
def _day_start(head: Heading) -> str:
    """The markup before the events of a day, the same on every page that shows the day."""
    macro: Callable[[Heading], str] = templates().get_template("parts/event.html").module.day  # type: ignore[attr-defined]  # a macro
    return str(macro(head))


def summary(cards: Sequence[Card], words: Words, articles: int) -> str:
    """ "7 événements, du 19 au 20 décembre 2022, d’après 4 articles.": the line under the title.

    Args:
        cards: The events.
        words: Those of the timeline's language.
        articles: How many articles they are from.
    """
    counts = {
        "events": words("events", count=len(cards)),
        "articles": words("from_articles", count=articles) if articles else words("from_no_article"),
    }
    covered = covers(cards)
    if covered is None:
        return words("summary", **counts)
    dates = words.date(covered)
    is_day = covered.granularity is Granularity.DAY and not covered.is_range
    return words("summary_dates", dates=words("on_day", date=dates) if is_day else dates, **counts)


def covers(cards: Sequence[Card]) -> Date | None:
    """From the first day to the last that the events of `cards` are known to touch."""
    dates = [(card.date, at) for card in cards if card.date and (at := position(card.date)) is not None]
    if not dates:
        return None
    begin = min(at for _, at in dates)
    end = max(date.end - 1 if date.end is not None else at for date, at in dates)
    coarse = max({g for date, _ in dates for g in (date.granularity, date.last_granularity)})
    size = Granularity.DAY
    if coarse >= Granularity.YEAR or end - begin > _GENERATION:
        size = Granularity.YEAR
    elif coarse >= Granularity.MONTH:
        size = Granularity.MONTH
    first, last = unit(begin, size), unit(end, size)
    return first if first == last else Date(first.begin, last.end, first.granularity, is_range=True)


def tabs(shared: Folder, here: str, up: str) -> list[tuple[str, str, bool]]:
    """The links between the timeline's pages.

    Args:
        shared: What its pages share.
        here: The path of this page in the timeline's folder.
        up: The way from the page to that folder ("../").

    Returns:
        (text, address, whether it is this page) of each page that exists.
    """
    absent = {kind for kind in KINDS if kind not in shared.kinds}
    absent |= set() if shared.article_pages else {"articles", "known"}
    absent |= set() if shared.has_map else {"map"}
    return [(shared.words(key), up + path, path == here) for key, path in TABS if key not in absent]


def exports(words: Words, up: str = "", *, in_parts: bool = False) -> list[tuple[str, str]]:
    """What the footer links to.

    Args:
        words: Those of the timeline's language.
        up: The way from the page to the timeline's folder ("../").
        in_parts: Whether the whole is printed in several parts.

    Returns:
        (text, address) of each link.
    """
    named = {"whole": "whole_parts"} if in_parts else {}
    return [(text if text[0].isupper() else words(named.get(text, text)), up + path) for text, path in EXPORTS]


def pager(words: Words, ways: Sequence[tuple[str, str]], at: int, contents: tuple[str, str]) -> Markup:
    """The links from one of several pages to its neighbours.

    Returns:
        HTML.
    """
    before, after = ways[at - 1] if at else None, ways[at + 1] if at + 1 < len(ways) else None
    return Markup(fill("parts/pager.html", w=words, previous=before, next=after, contents=contents))


def chips(cards: Sequence[Card]) -> list[Topic]:
    """The names that the page offers as filters.

    Returns:
        The most frequent ones, each in two events at least; people first: a story is more about them than its country.
    """
    counted = Counter(topic for card in cards for topic in card.topics)
    often = sorted((kv for kv in counted.items() if kv[1] > 1), key=lambda x: (-x[1], alphabetical(x[0].name)))
    return [topic for topic, _ in sorted(often[:_MOST_CHIPS], key=lambda x: KINDS.index(x[0].kind))]


def legend(cards: Sequence[Card]) -> list[str]:
    """The kinds of dots that events have.

    Returns:
        Names of `pages.shapes`, in the order of the statuses.
    """
    statuses = {card.status for card in cards}
    kinds = [status.value for status in Status if status in statuses]
    if any(not card.certain and card.status is Status.ASSERTED and not card.entry.ongoing for card in cards):
        kinds.insert(1, "unsure")
    return kinds + (["ongoing"] if any(card.entry.ongoing for card in cards) else [])


def script_words(words: Words) -> str:
    """The texts that the script shows.

    Returns:
        A JSON object; "{count}" and "{total}" are left for the script.
    """
    texts = {key: words(key, count="{count}", total="{total}") for key in _SCRIPT_WORDS}
    return json.dumps(texts, ensure_ascii=False, sort_keys=True)


def cited_articles(entries: Sequence[Entry]) -> int:
    """How many articles events cite.

    Returns:
        The number of different articles and addresses.
    """
    return len({source.cited for entry in entries for source in entry.sources} - {""})


def bibliography(cards: Sequence[Card], shared: Folder) -> list[tuple[int, str, str]]:
    """(number, text, address) of the sources that `cards` cite, for print.

    Args:
        cards: The events of a printed page.
        shared: What the pages of their timeline share.

    Returns:
        In the order of their numbers.
    """
    cited = {n for card in cards for n in card.refs}
    found = {}
    for card in cards:
        for source, view in zip(card.entry.sources, card.sources, strict=True):
            number = shared.numbers.get(source.cited)
            if number in cited and number not in found:
                cited_as = view.cited
                text = ", ".join(filter(None, (cited_as.title, cited_as.publisher, cited_as.published)))
                found[number] = (text, cited_as.url)
    return [(number, *found[number]) for number in sorted(found)]
