"""« Ce que l'on savait le… »: the timeline according to the articles published up to a day."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from timeline.calendar import parse_edtf
from timeline.model import Entry, Source
from timeline.site.base.draft import Draft, made
from timeline.site.base.page import Page
from timeline.site.pages.topics import MOST_IN_SHORT
from timeline.site.parts import page_parts
from timeline.site.parts.cards import Card, Folder, card, of_day
from timeline.site.parts.days import position
from timeline.site.render.rendered import Written, mark, page, short, short_anew, summary

_MOST_EVENTS = 20_000  # over all these pages together
_LAST = float("inf")


def known(written: Written) -> list[Draft]:
    """A page for each publication day that brought something new, and their list, newest first.

    For a long timeline only some of the days, evenly chosen, so that the number of pages stays in proportion.

    Returns:
        The list, then the pages; nothing where no article is cited.
    """
    days = _days(written)
    if not days:
        return []
    chosen = _spread(days, max(3, _MOST_EVENTS // len(written.cards)))
    published = [(_out_between(shown, written.shared), shown) for shown in written.cards]
    pages, rows = [], []
    for day in reversed(chosen):
        reported = _reported_by(written.shared, published, day)
        pages.append(_page(written, day, reported))
        rows.append((_title(written, day), f"known-{day.isoformat()}.html", len(reported)))
    words = written.shared.words
    title, intro = words("known"), words("known_choose")
    return [made(page(written, "known.html", title, "list.html", rows=rows, intro=intro, wide=True, pager="")), *pages]


def _days(written: Written) -> list[datetime.date]:
    cited = {source.article for shown in written.cards for source in shown.entry.sources}
    return sorted({a.published for key, a in written.shared.articles.items() if key in cited})


def _spread(days: Sequence[datetime.date], most: int) -> list[datetime.date]:
    if len(days) <= most:
        return list(days)
    return [days[round(n * (len(days) - 1) / (most - 1))] for n in range(most)]


def _out_between(shown: Card, shared: Folder) -> tuple[datetime.date, datetime.date]:
    """The days on which the first and the last article of an event were published; the last day for what is no article.

    Both are that day for an event without articles.
    """
    known = shared.articles
    days = [known[s.article].published if s.article in known else datetime.date.max for s in shown.entry.sources]
    return (min(days), max(days)) if days else (datetime.date.max, datetime.date.max)


def _reported_by(
    shared: Folder, published: Sequence[tuple[tuple[datetime.date, datetime.date], Card]], day: datetime.date
) -> list[Card]:
    """The events that articles published by `day` report, with the dates that they give, in order of those dates."""
    reported = []
    for (first, last), shown in published:
        if last <= day:
            reported.append(shown)
        elif first <= day:
            sources = tuple(source for source in shown.entry.sources if _is_out(source, day, shared))
            reported.append(card(_then(shown.entry, sources), shared))
    return sorted(reported, key=_order)


def _order(shown: Card) -> float:
    at = position(shown.date)
    return _LAST if at is None else at


def _is_out(source: Source, day: datetime.date, shared: Folder) -> bool:
    article = shared.articles.get(source.article)
    return article is not None and article.published <= day


def _then(entry: Entry, sources: tuple[Source, ...]) -> Entry:
    """`entry` by these sources alone: its present date if one of them gives it, else the date most of them give."""
    dates = [source.date for source in sources if source.date]
    date = Counter(dates).most_common(1)[0][0] if dates and entry.date not in dates else entry.date
    disagree = len(set(dates)) > 1
    return replace(entry, date=date, interval=parse_edtf(date) or entry.interval, sources=sources, conflict=disagree)


def _title(written: Written, day: datetime.date) -> str:
    words = written.shared.words
    return words("known_on", date=words.date(of_day(day)))


def _page(written: Written, day: datetime.date, reported: Sequence[Card]) -> Draft:
    """The page of a day: the last events that were reported by then; of a long timeline, not the earlier ones."""
    words = written.shared.words
    later, counts = len(written.cards) - len(reported), summary(written, reported)
    earlier, reported = len(reported[:-MOST_IN_SHORT]), reported[-MOST_IN_SHORT:]
    today = {shown.id: shown for shown in written.cards}
    as_today = short(written, "")
    path = f"known-{day.isoformat()}.html"

    def item(shown: Card) -> str:
        return as_today(shown) if shown is today[shown.id] else short_anew(written, shown)

    def make() -> Page:
        more = [words("known_since", count=later)] if later else []
        more += [words("known_before", count=earlier)] if earlier else []
        return page(
            written,
            path,
            _title(written, day),
            "topic.html",
            above=(words("known"), "known.html"),
            days=page_parts.rail(reported, words, item, written.short_day(path)),
            summary=" ".join([counts, *more]),
            legend=page_parts.legend(reported),
            many=len(reported) > 400,
            article=None,
            published="",
            text=(),
            pager="",
        )

    def marks() -> list[str]:
        return [
            written.marks[one.id] if one is today[one.id] else mark(one, written.place[one.id], written.shared)
            for one in reported
        ]

    return written.draft(path, lambda: (marks(), counts, later, earlier), make)
