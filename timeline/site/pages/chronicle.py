"""The timeline itself: on one page, or in periods with an index; and the whole of it for print, in parts if long."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from timeline.calendar import civil, unit
from timeline.lines.first_letter import capitalised
from timeline.model import Granularity, Moment
from timeline.site.base.draft import Draft, made
from timeline.site.base.page import Page, fill
from timeline.site.base.routes import anchor
from timeline.site.exports.search import files_of_words
from timeline.site.parts import page_parts
from timeline.site.parts.cards import Card
from timeline.site.parts.days import iso_day, position
from timeline.site.parts.density import strip, tick_text
from timeline.site.parts.labels import Words
from timeline.site.parts.story import background, highlights, now
from timeline.site.render.periods import PeriodPage
from timeline.site.render.rendered import Written, page, short, summary

_MOST_CONCERNS = 200  # nobody works through more from one list; the most serious come first
_MANY = 400  # events that a browser lays out at once; of more only those in sight
_MOST_EXPLAINED = 500  # events that `all.html` shows with the explanations of their dates
_LATEST = 5  # events of a long timeline that names none to remember
_LONG = 20  # events from which a page begins with what stands out
_MOST_REMEMBERED, _FEWEST_REMEMBERED = 10, 3
_EVENTS_A_SHEET = 15  # of A4, as two columns print
_WITH_MARGIN = ("index.html", "all.html")


def chronicle(written: Written) -> list[Draft]:
    """The pages that hold the events whole.

    Returns:
        The first page, the periods of a timeline that is split, and the whole for print.
    """
    return [first(written), *(_periods(written) if written.periods else ()), *_whole(written)]


def first(written: Written) -> Draft:
    """The first page of a timeline: all of its events, or of one that is split its periods and what to read first."""
    if written.periods:
        return made(_index(written))
    return _listing(written, "index.html", written.shared.timeline.title, written.cards)


def _whole(written: Written) -> list[Draft]:
    """`all.html`, for print: all events, or the list of the parts that have them."""
    words, parts = written.shared.words, written.booklets
    if not parts:  # of a timeline in periods the list is too long to filter in place at once
        index = "search.js" if written.periods else ""
        return [_listing(written, "all.html", words("whole"), written.cards, index=index)]
    name = words("whole_parts")
    ways = [(_title(part, written), f"all-{part.name}.html") for part in parts]
    rows = [(*way, _length(part, words)) for way, part in zip(ways, parts, strict=True)]
    first = _page(
        written,
        "all.html",
        name,
        written.cards,
        before=fill("parts/booklets.html", w=words, rows=rows),
        index="search.js",
        hrefs=lambda card: f"{written.place[card.id]}#{card.id}",
    )
    return [made(first), *_paged(written, parts, ways, (name, "all.html"))]


def _listing(written: Written, path: str, title: str, cards: Sequence[Card], pager: str = "", index: str = "") -> Draft:
    margin = _margin(written) if path in _WITH_MARGIN else None
    older = _background(written) if path == "index.html" else 0
    salient = (sorted(_published(written)), [card.entry.weight for card in cards]) if path == "index.html" else ()

    def make() -> Page:
        words, seen = written.shared.words, Counter[str]()
        item, kept = (_unexplained(written), None) if _is_short(path, cards) else (_item(written), written.day)
        past, days = (
            page_parts.rail(part, words, item, kept or (lambda _, make: make()), seen)
            for part in (cards[:older], cards[older:])
        )
        return _page(
            written,
            path,
            title,
            cards,
            older=older,
            before=_to_remember(written, cards) if path == "index.html" else "",
            past=past,
            days=days,
            pager=pager,
            index=index,
            hrefs=lambda card: f"#{card.id}",
        )

    return written.draft(path, lambda: (title, written.marks_of(cards), pager, index, margin, older, salient), make)


def _length(part: PeriodPage, words: Words) -> str:
    """ "980 événements, environ 49 pages A4"."""
    events = words("events", count=len(part.cards))
    return words("print_length", events=events, count=-(-len(part.cards) // _EVENTS_A_SHEET))


def _is_short(path: str, cards: Sequence[Card]) -> bool:
    """Whether the page would be too heavy with the explanation of every date: print does not show them anyway."""
    return path.startswith("all-") or (path == "all.html" and len(cards) > _MOST_EXPLAINED)


def _item(written: Written) -> Callable[[Card], str]:
    return lambda card: written.items[card.id]


def _unexplained(written: Written) -> Callable[[Card], str]:
    """Events whose explanation is a link to where the event stands with it."""
    ask = escape(written.shared.words("why.ask"))
    begin = f"<details><summary>{ask}</summary>"

    def item(card: Card) -> str:
        head, explained, _ = written.items[card.id].partition(begin)
        link = f'<p class="tl-ask"><a href="{written.place[card.id]}#{card.id}">{ask}</a></p>\n</li>\n'
        return head + link if explained else head

    return item


def _to_remember(written: Written, cards: Sequence[Card]) -> str:
    """The most salient events of a timeline on one page, as links; "" where it is short enough to be read whole."""
    main = len(cards) - _background(written)
    if main < _LONG:
        return ""
    chosen = highlights(cards, min(_MOST_REMEMBERED, main // 4), _published(written))
    return (
        fill("parts/highlights.html", w=written.shared.words, cards=chosen) if len(chosen) >= _FEWEST_REMEMBERED else ""
    )


def _background(written: Written) -> int:
    """How many of the first events came before the story."""
    return background(written.cards, _published(written))


def _published(written: Written) -> list[datetime.date]:
    """The days of the articles that the events cite."""
    articles = written.shared.articles
    cited = {source.article for card in written.cards for source in card.entry.sources}
    return [articles[key].published for key in cited if key in articles]


def _index(written: Written) -> Page:
    words = written.shared.words
    older = _background(written)
    rows = [(_title(period, written), f"{period.name}.html", len(period.cards)) for period in written.periods]
    story = written.cards[older]
    first = next(n for n, period in enumerate(written.periods) if story in period.cards) if older else 0
    heading, chosen = _first_read(written)
    before = fill(
        "parts/index_parts.html",
        w=words,
        rows=rows[first:],
        past=rows[:first],
        folded=_folded(written.cards[: sum(len(period.cards) for period in written.periods[:first])], words),
        heading=heading,
        events=page_parts.rail(chosen, words, short(written, "")),
    )
    return _page(
        written,
        "index.html",
        written.shared.timeline.title,
        written.cards,
        before=before,
        index="search.js",
        older=older,
        hrefs=lambda card: f"{written.place[card.id]}#{card.id}",
    )


def _first_read(written: Written) -> tuple[str, Sequence[Card]]:
    """What a reader of a split timeline reads first, and its heading: the events to remember, else the latest."""
    published = _published(written)
    if chosen := highlights(written.cards, published=published):
        return written.shared.words("highlights"), chosen
    return written.shared.words("latest"), now(written.cards, published)[0][-_LATEST:]


def _folded(cards: Sequence[Card], words: Words) -> str:
    """ "12 événements de 1977 à 2015": the line that stands for the background."""
    if not cards:
        return ""
    years = [civil(at).year for card in cards if (at := position(card.date)) is not None]
    first, last = (words.year(year) for year in (min(years), max(years)))
    events = words("events", count=len(cards))
    return words("background", events=events, first=first, last=last) if first != last else f"{events}, {first}"


def _periods(written: Written) -> list[Draft]:
    ways = [(_title(period, written), f"{period.name}.html") for period in written.periods]
    return _paged(written, written.periods, ways, (written.shared.words("periods"), "index.html#tl-periods"))


def _paged(
    written: Written, periods: Sequence[PeriodPage], ways: Sequence[tuple[str, str]], contents: tuple[str, str]
) -> list[Draft]:
    """A page for each period; `ways` are their titles and addresses, `contents` those of the list of them."""
    pages = []
    for at, period in enumerate(periods):
        pager = page_parts.pager(written.shared.words, ways, at, contents)
        pages.append(_listing(written, ways[at][1], ways[at][0], period.cards, pager, index="search.js"))
    return pages


def _title(period: PeriodPage, written: Written) -> str:
    words = written.shared.words
    name = words.date(period.date) if period.date else words("undated")
    text = f"{name} ({period.part})" if period.part else name
    return capitalised(text)


def _page(
    written: Written,
    path: str,
    title: str,
    cards: Sequence[Card],
    *,
    hrefs: Callable[[Card], str],
    older: int = 0,
    **more: str,
) -> Page:
    words = written.shared.words
    counts = summary(written, cards)
    given = {"days": "", "past": "", "before": "", "pager": "", "index": "", **more}
    own = title != written.shared.timeline.title
    dated = [(at, hrefs(card)) for card in cards[older:] if (at := position(card.date)) is not None]
    ends = _ends(cards[older:], words)
    drawn = strip(dated)
    return page(
        written,
        path,
        title,
        "timeline.html",
        crumb=own,
        summary=counts,
        promise="" if own or not cards else words("every_date"),
        empty=not cards,
        alone=len(cards) == 1,
        strip=drawn,
        ticks=[(tick.place, tick_text(tick, words)) for tick in drawn.ticks] if drawn else [],
        story=iso_day(min(at for at, _ in dated)) if older and dated else "",
        folded=_folded(cards[:older], words),
        past_href="#tl-background" if given["past"] else "#tl-periods",
        past=Markup(given["past"]),
        references=page_parts.bibliography(cards, written.shared) if given["days"] else [],
        whole=path == "all.html" and bool(given["days"]),
        explain=path == "all.html" and not _is_short(path, cards),
        ends=ends,
        chips=page_parts.chips(cards),
        margin=_margin(written) if path in _WITH_MARGIN else None,
        before=Markup(given["before"]),  # written by a template of ours
        days=Markup(given["days"]),
        pager=Markup(given["pager"]),
        index=given["index"],
        ways=files_of_words(written) if path == "index.html" else 0,
        legend=page_parts.legend(cards),
        many=len(cards) > _MANY,
    )


def _ends(cards: Sequence[Card], words: Words) -> tuple[str, str]:
    """The first and the last day that the density strip shows, no finer than the dates of the events there."""
    dated = [(at, card.date.granularity) for card in cards if card.date and (at := position(card.date)) is not None]
    if not dated:
        return "", ""
    first, last = (choose(dated, key=lambda pair: pair[0]) for choose in (min, max))
    return _end(*first, words), _end(*last, words)


def _end(at: Moment, granularity: Granularity, words: Words) -> str:
    shown = max(granularity, Granularity.DAY)
    return words.date(unit(at, shown))


def _margin(written: Written) -> tuple[list[dict[str, object]], int] | None:
    """What an editor should look at first, each with the address of its event, and how many more there are.

    None outside a preview.
    """
    if written.options.margin is None:
        return None
    concerns = written.options.margin.get(written.shared.timeline.slug, ())
    listed = [c for c in concerns if anchor(c.id) in written.place]
    first = [
        {"href": f"{written.place[anchor(c.id)]}#{anchor(c.id)}", "reason": c.reason, "line": c.line}
        for c in listed[:_MOST_CONCERNS]
    ]
    return first, len(listed) - len(first)
