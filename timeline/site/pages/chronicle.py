"""The timeline itself: on one page, or split into periods with an index; and the whole of it for print."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from timeline.calendar import unit
from timeline.model import Granularity, Moment
from timeline.site.pages.periods import Period
from timeline.site.parts import page_parts
from timeline.site.parts.cards import Card
from timeline.site.parts.days import position
from timeline.site.parts.density import strip
from timeline.site.parts.labels import Words
from timeline.site.render.page import Page, fill
from timeline.site.render.rendered import Written, page, short, summary
from timeline.site.render.routes import anchor

_HIGHLIGHTS = 8
_MOST_CONCERNS = 200  # nobody works through more from one list; the gravest come first
_WITH_MARGIN = ("index.html", "all.html")


def chronicle(written: Written) -> list[Page]:
    """The pages that hold the events whole."""
    title = written.shared.timeline.title
    name = written.shared.words("whole")
    if not written.periods:
        return [
            _listing(written, path, named, written.cards) for path, named in (("index.html", title), ("all.html", name))
        ]
    whole = _listing(written, "all.html", name, written.cards, find="index.html")  # too long to filter in place at once
    return [_index(written), *_periods(written), whole]


def _listing(written: Written, path: str, title: str, cards: Sequence[Card], pager: str = "", find: str = "") -> Page:
    margin = _margin(written) if path in _WITH_MARGIN else None
    shown = (title, cards, [written.items[card.id] for card in cards], pager, find, margin)

    def make() -> Page:
        days = page_parts.rail(cards, written.shared.words, lambda card: written.items[card.id], written.day)
        return _page(written, path, title, cards, days=days, pager=pager, find=find, hrefs=lambda card: f"#{card.id}")

    return written.kept(path, shown, make)


def _index(written: Written) -> Page:
    words = written.shared.words
    rows = [(_title(period, written), f"{period.name}.html", len(period.cards)) for period in written.periods]
    chosen = {card.id for card in sorted(written.cards, key=_rank, reverse=True)[:_HIGHLIGHTS] if _rank(card) > 0}
    highlights = [card for card in written.cards if card.id in chosen]
    before = fill(
        "index_parts.html", w=words, rows=rows, highlights=page_parts.rail(highlights, words, short(written, ""))
    )
    return _page(
        written,
        "index.html",
        written.shared.timeline.title,
        written.cards,
        before=before,
        index="search.js",
        hrefs=lambda card: f"{written.place[card.id]}#{card.id}",
    )


def _rank(card: Card) -> float:
    if card.entry.importance is not None:
        return 10.0 + card.entry.importance
    return card.entry.weight or 0.0


def _periods(written: Written) -> list[Page]:
    titles = [_title(period, written) for period in written.periods]
    ways = [(title, f"{period.name}.html") for title, period in zip(titles, written.periods, strict=True)]
    pages = []
    for at, period in enumerate(written.periods):
        before = ways[at - 1] if at else None
        after = ways[at + 1] if at + 1 < len(ways) else None
        pager = fill("pager.html", w=written.shared.words, previous=before, next=after)
        pages.append(_listing(written, ways[at][1], titles[at], period.cards, pager, find="index.html"))
    return pages


def _title(period: Period, written: Written) -> str:
    words = written.shared.words
    name = words.date(period.date) if period.date else words("undated")
    text = f"{name} ({period.part})" if period.part else name
    return text[:1].upper() + text[1:]


def _page(
    written: Written,
    path: str,
    title: str,
    cards: Sequence[Card],
    *,
    hrefs: Callable[[Card], str],
    **more: str,
) -> Page:
    words = written.shared.words
    said = summary(written, cards)
    given = {"days": "", "before": "", "pager": "", "find": "", "index": "", **more}
    own = title != written.shared.timeline.title
    dated = [(at, hrefs(card)) for card in cards if (at := position(card.date)) is not None]
    ends = _ends(cards, words)
    return page(
        written,
        path,
        title,
        "timeline.html",
        crumb=own,
        summary=said,
        promise="" if own or not cards else words("every_date"),
        empty=not cards,
        alone=len(cards) == 1,
        strip=strip(dated),
        ends=ends,
        chips=page_parts.chips(cards),
        margin=_margin(written) if path in _WITH_MARGIN else None,
        before=Markup(given["before"]),  # written by a template of ours
        days=Markup(given["days"]),
        pager=Markup(given["pager"]),
        find=given["find"],
        index=given["index"],
        legend=page_parts.legend(cards),
        script_words=page_parts.script_words(words),
        many=len(cards) > 60,
    )


def _ends(cards: Sequence[Card], words: Words) -> tuple[str, str]:
    """The first and the last day that the density strip shows, no finer than the events there tell them."""
    dated = [(at, card.date.granularity) for card in cards if card.date and (at := position(card.date)) is not None]
    if not dated:
        return "", ""
    first, last = (choose(dated, key=lambda pair: pair[0]) for choose in (min, max))
    return _end(*first, words), _end(*last, words)


def _end(at: Moment, granularity: Granularity, words: Words) -> str:
    shown = granularity if granularity.rank > Granularity.DAY.rank else Granularity.DAY
    return words.date(unit(at, shown))


def _margin(written: Written) -> tuple[list[dict[str, object]], int] | None:
    """What an editor should look at first, each with the address of its event, and how many more there are; None
    outside a preview.
    """
    if written.options.margin is None:
        return None
    concerns = written.options.margin.get(written.shared.timeline.slug, ())
    listed = [c for c in concerns if anchor(c.id) in written.place]
    told = [
        {"href": f"{written.place[anchor(c.id)]}#{anchor(c.id)}", "reason": c.reason, "line": c.line}
        for c in listed[:_MOST_CONCERNS]
    ]
    return told, len(listed) - len(told)
