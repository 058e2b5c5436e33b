"""From timelines to the pages of the site: which pages there are, and in which order they are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from timeline.calendar import unit
from timeline.model import Granularity, Timeline
from timeline.pages import parts
from timeline.pages.cards import Card, Folder, card, folder
from timeline.pages.clean import clean
from timeline.pages.days import position
from timeline.pages.density import strip
from timeline.pages.options import Options
from timeline.pages.page import Page, Site, fill, templates
from timeline.pages.periods import Period, split
from timeline.pages.routes import slugs


@dataclass(frozen=True, slots=True)
class Written:
    """A timeline with its cards made, each event written once, and the page that each stands on."""

    shared: Folder
    options: Options
    cards: tuple[Card, ...]
    items: dict[str, str]
    periods: tuple[Period, ...]

    @property
    def is_split(self) -> bool:
        """Whether the events stand on pages of periods rather than on the index."""
        return bool(self.periods)


def site(timelines: Sequence[Timeline], options: Options) -> Site:
    """Every page and file of the site, in order."""
    names = slugs([timeline.slug for timeline in timelines])
    pages: list[Page] = []
    for timeline in timelines:
        written = write(clean(timeline), names[timeline.slug], options)
        pages += timeline_pages(written)
    return Site(tuple(pages))


def write(timeline: Timeline, slug: str, options: Options) -> Written:
    """Makes the cards of a clean timeline and writes each event once."""
    shared = folder(timeline, slug, options.edit_url)
    cards = tuple(card(entry, shared) for entry in timeline.entries)
    event = templates().get_template("event.html").module.event  # type: ignore[attr-defined]  # a macro of the template
    items = {card.id: event(card, shared.words) for card in cards}
    periods = split(cards, options.per_page) if len(cards) > options.per_page else ()
    return Written(shared, options, cards, items, periods)


def timeline_pages(written: Written) -> list[Page]:
    """The timeline itself: one page, or an index and its periods; and the whole for print."""
    index = timeline_page(written, "index.html", written.cards, "")
    return [index]


def timeline_page(written: Written, path: str, cards: Sequence[Card], title: str, *, pager: str = "") -> Page:
    """A page that lists `cards` whole."""
    shared, words = written.shared, written.shared.words
    timeline = shared.timeline
    said = parts.summary(cards, words, parts.cited_articles([card.entry for card in cards]))
    dated = [(at, f"#{card.id}") for card in cards if (at := position(card.date)) is not None]
    ends = [words.date(unit(at, Granularity.DAY)) for at in (min(dated)[0], max(dated)[0])] if dated else ["", ""]
    body = fill(
        "timeline.html",
        w=words,
        timeline=timeline,
        title=title or timeline.title,
        crumb=bool(title),
        summary=said + ("" if title else " " + words("every_date")),
        links=parts.tabs(shared, path),
        strip=strip(dated),
        ends=ends,
        chips=parts.chips(cards),
        search_page="",
        margin=None,
        before="",
        days=parts.rail(cards, words, lambda card: written.items[card.id]),
        pager=Markup(pager),  # written by a template of ours
        exports=parts.exports(words),
        legend=parts.legend(cards),
        script_words=parts.script_words(words),
        index_script="",
    )
    heading = f"{title} – {timeline.title}" if title else timeline.title
    return Page(f"{shared.slug}/{path}", heading, body, timeline.language, said, timeline=shared.slug)
