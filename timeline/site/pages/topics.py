"""A page for each person, place, tag and article, and the lists of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from timeline.site.parts import page_parts
from timeline.site.parts.cards import Card, of_day
from timeline.site.parts.topics import KINDS, Topic, alphabetical
from timeline.site.render.draft import Draft, made
from timeline.site.render.page import Page
from timeline.site.render.rendered import Written, page, short, summary


def topics(written: Written) -> list[Draft]:
    """The pages of every name.

    Args:
        written: The timeline.

    Returns:
        For each kind (people, organisations, places, tags) its list, the most frequent names first, then its pages.
    """
    held: dict[Topic, list[Card]] = defaultdict(list)
    for card in written.cards:
        for topic in card.topics:
            held[topic].append(card)
    pages = []
    for kind in KINDS:
        known = sorted((t for t in held if t.kind == kind), key=lambda t: (-len(held[t]), alphabetical(t.name)))
        if known:
            rows = [(topic.name, topic.path.removeprefix(f"{kind}/"), len(held[topic])) for topic in known]
            pages.append(_list(written, f"{kind}/index.html", written.shared.words(kind), rows))
        pages += [_topic(written, topic, held[topic]) for topic in known]
    return pages


def articles(written: Written) -> list[Draft]:
    """The pages of every article that an event cites.

    Args:
        written: The timeline.

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
        _list(written, "articles/index.html", shared.words("articles"), rows, wide=True),
        *(_article(written, key, held[key]) for key in newest),
    ]


def _dated(written: Written, key: str) -> str:
    article = written.shared.articles[key]
    return f"{article.title} ({written.shared.words.date(of_day(article.published))})"


def _list(
    written: Written, path: str, title: str, rows: Sequence[tuple[str, str, int]], *, wide: bool = False
) -> Draft:
    return made(page(written, path, title, "list.html", rows=rows, intro="", wide=wide))


def _topic(written: Written, topic: Topic, cards: Sequence[Card]) -> Draft:
    above = (written.shared.words(topic.kind), "index.html")
    return _short_page(written, topic.path, topic.name, cards, above)


def _article(written: Written, key: str, cards: Sequence[Card]) -> Draft:
    shared = written.shared
    article = shared.articles[key]
    return _short_page(
        written,
        shared.article_pages[key],
        article.title or key,
        cards,
        (shared.words("articles"), "index.html"),
        article=article,
        published=shared.words.date(of_day(article.published), weekday=True),
        text=article.text.split("\n\n") if written.options.full_articles and article.text else (),
    )


def _short_page(
    written: Written, path: str, title: str, cards: Sequence[Card], above: tuple[str, str], **more: object
) -> Draft:
    def make() -> Page:
        days = page_parts.rail(cards, written.shared.words, short(written, "../"), written.short_day(path))
        context: dict[str, object] = {"article": None, "published": "", "text": (), **more}
        said = summary(written, cards)
        legend = page_parts.legend(cards)
        context |= {"above": above, "days": days, "summary": said, "legend": legend, "many": len(cards) > 400}
        return page(written, path, title, "topic.html", **context)

    return written.draft(path, lambda: (title, written.marks_of(cards), above, more), make)
