"""A page for each person, place, tag and article, and the lists of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.model import ArticleCard
from timeline.site.base.draft import Draft
from timeline.site.base.page import Page
from timeline.site.parts import page_parts
from timeline.site.parts.cards import Card, of_day
from timeline.site.parts.topics import KINDS, Topic, alphabetical
from timeline.site.render.rendered import Written, page, short, summary

MOST_IN_SHORT = 500
"""Events in short that one page holds: some 250 kB."""
_MOST_ROWS = 2_000  # of a list of names or articles: some 200 kB


def topics(written: Written) -> list[Draft]:
    """The pages of every name.

    Returns:
        For each kind (people, organisations, places, tags) its list, the most frequent names first, then its pages.
    """
    held: dict[Topic, list[Card]] = defaultdict(list)
    for card in written.cards:
        for topic in card.topics:
            held[topic].append(card)
    pages: list[Draft] = []
    for kind in KINDS:
        known = sorted((t for t in held if t.kind == kind), key=lambda t: (-len(held[t]), alphabetical(t.name)))
        if known:
            rows = [(topic.name, topic.path.removeprefix(f"{kind}/"), len(held[topic])) for topic in known]
            pages += _lists(written, f"{kind}/index.html", written.shared.words(kind), rows)
        pages += [one for topic in known for one in _topic(written, topic, held[topic])]
    return pages


def articles(written: Written) -> list[Draft]:
    """The pages of every article that an event cites.

    Returns:
        Their list, newest first, then the pages; nothing where no article is cited.
    """
    shared = written.shared
    held: dict[str, list[Card]] = defaultdict(list)
    for card in written.cards:
        for article in dict.fromkeys(source.article for source in card.entry.sources):
            if article in shared.article_pages and article in shared.articles:
                held[article].append(card)
    newest = sorted(held, key=lambda key: (shared.articles[key].published, key), reverse=True)
    if not newest:
        return []
    rows = [
        (_dated(written, key), shared.article_pages[key].removeprefix("articles/"), len(held[key])) for key in newest
    ]
    return [
        *_lists(written, "articles/index.html", shared.words("articles"), rows, wide=True),
        *(one for key in newest for one in _article(written, key, held[key])),
    ]


def _dated(written: Written, key: str) -> str:
    """A headline with its paper, where it is known, and its day."""
    shared = written.shared
    article = shared.articles[key]
    day = shared.words.date(of_day(article.published))
    return f"{shared.printed(article.title)} ({', '.join(filter(None, (shared.printed(article.publisher), day)))})"


def _lists(
    written: Written, path: str, title: str, rows: Sequence[tuple[str, str, int]], *, wide: bool = False
) -> list[Draft]:
    """A list of names or articles; a long one stands on several pages, each leading to the next."""
    runs = [rows[at : at + _MOST_ROWS] for at in range(0, len(rows), _MOST_ROWS)]
    ways = _ways(path, title, len(runs))
    above = (written.shared.timeline.title, "../index.html")
    titles = [title, *(named for named, _ in ways[1:])]
    pagers = [page_parts.pager(written.shared.words, ways, n, above) for n in range(len(runs))]

    def draft(own: str, title: str, rows: Sequence[tuple[str, str, int]], pager: str) -> Draft:
        return written.draft(
            own,
            lambda: (title, rows, wide, pager, written.said()),
            lambda: page(written, own, title, "list.html", rows=rows, intro="", wide=wide, pager=pager),
        )

    return list(map(draft, _paths(path, len(runs)), titles, runs, pagers))


def _paths(path: str, count: int) -> list[str]:
    """Where the pages of a long list stand: the first at its own path, the others beside it."""
    return [path, *(f"{path.removesuffix('.html')}_{n}.html" for n in range(2, count + 1))]


def _ways(path: str, title: str, count: int) -> list[tuple[str, str]]:
    """What a pager calls the pages of a long list, and their addresses from one another."""
    return [(f"{title} ({n})", own.rpartition("/")[2]) for n, own in enumerate(_paths(path, count), 1)]


def _topic(written: Written, topic: Topic, cards: Sequence[Card]) -> list[Draft]:
    above = (written.shared.words(topic.kind), "index.html")
    return _short_pages(written, _InShort(topic.path, topic.name, cards, cards, above))


def _article(written: Written, key: str, cards: Sequence[Card]) -> list[Draft]:
    shared = written.shared
    article = shared.articles[key]
    above = (shared.words("articles"), "index.html")
    shown = _InShort(shared.article_pages[key], shared.printed(article.title) or key, cards, cards, above, article)
    return _short_pages(written, shown)


@dataclass(frozen=True, slots=True)
class _InShort:
    """What a page of events in short shows: its summary tells of those that are `counted`."""

    path: str
    title: str
    cards: Sequence[Card]
    counted: Sequence[Card]
    above: tuple[str, str]
    article: ArticleCard | None = None
    pager: str = ""


def _short_pages(written: Written, shown: _InShort) -> list[Draft]:
    """The page of some events in short; more than a page should hold stand on several, each leading to the next."""
    cards, title = shown.cards, shown.title
    if len(cards) <= MOST_IN_SHORT:
        return [_short_page(written, shown)]
    runs = [cards[at : at + MOST_IN_SHORT] for at in range(0, len(cards), MOST_IN_SHORT)]
    ways = _ways(shown.path, title, len(runs))
    titles = [title, *(named for named, _ in ways[1:])]
    pages = [
        replace(
            shown,
            path=own,
            title=titles[n],
            cards=run,
            counted=run if n else cards,
            pager=page_parts.pager(written.shared.words, ways, n, shown.above),
        )
        for n, (own, run) in enumerate(zip(_paths(shown.path, len(runs)), runs, strict=True))
    ]
    return [_short_page(written, each) for each in pages]


def _short_page(written: Written, shown: _InShort) -> Draft:
    """A page of events in short."""
    path, cards, article = shown.path, shown.cards, shown.article

    def make() -> Page:
        words = written.shared.words
        days = page_parts.rail(cards, words, short(written, "../"), written.short_day(path))
        text = article.text if article and written.options.full_articles else ""
        return page(
            written,
            path,
            shown.title,
            "topic.html",
            above=shown.above,
            article=article,
            published=words.date(of_day(article.published), weekday=True) if article else "",
            text=text.split("\n\n") if text else (),
            summary=summary(written, shown.counted),
            days=days,
            legend=page_parts.legend(cards),
            many=len(cards) > 400,
            pager=shown.pager,
        )

    def seen() -> object:
        others = () if shown.counted is cards else written.marks_of(shown.counted)
        return shown.title, written.marks_of(cards), others, shown.above, shown.pager, article

    return written.draft(path, seen, make)
