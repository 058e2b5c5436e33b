"""The home page of several timelines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.site.base.options import SiteOptions
from timeline.site.base.page import Page, fill
from timeline.site.parts.cards import Card, of_day
from timeline.site.parts.days import position
from timeline.site.parts.density import Strip, strip
from timeline.site.parts.labels import Words
from timeline.site.parts.story import background, now
from timeline.site.render.rendered import Written, summary

_LATEST, _COMING = 3, 2
Line = tuple[str, str, str]
"""An event on a card: its date, its title, its address."""


@dataclass(frozen=True, slots=True)
class HomeCard:
    """A timeline on the home page; `lists` are headings with their events, `updated` says how far the articles go."""

    href: str
    title: str
    description: str
    summary: str
    updated: str
    language: str
    image: str
    strip: Strip | None
    lists: tuple[tuple[str, tuple[Line, ...]], ...]


def home(every: Sequence[Written], options: SiteOptions) -> Page:
    """The site's first page, where the author has none of their own: each timeline with what it holds.

    Returns:
        The page "index.html", in the language of the first timeline.
    """
    language = every[0].shared.timeline.language if every else "en"
    words = Words(language)
    title = options.site_name or words("timelines")
    named = ", ".join(written.shared.timeline.title for written in every)
    return Page("index.html", title, cards(every, title), language, named or title)


def cards(every: Sequence[Written], title: str = "", up: str = "") -> str:
    """The timelines as a list of cards.

    Args:
        every: The site's timelines.
        title: The heading above them; "" for none.
        up: The way from the page to the site's root ("../").

    Returns:
        HTML.
    """
    shown = [_card(written, up) for written in every]
    language = shown[0].language if shown else ""
    if len(shown) == 1 and shown[0].title == title:  # the heading above says it
        shown = [replace(shown[0], title=Words(language)("timeline"))]
    return fill("home.html", cards=shown, title=title, language=language)


def _card(written: Written, up: str) -> HomeCard:
    timeline, words = written.shared.timeline, written.shared.words
    folder = f"{up}{written.slug}/"
    days = sorted(card.published for card in timeline.articles)
    older = background(written.cards, days)
    story = [(at, "") for card in written.cards[older:] if (at := position(card.date)) is not None]
    pictured = next((card for card in reversed(written.cards) if card.image), None)
    picture = _picture(pictured) if pictured else ""
    latest, coming = now(written.cards, days)
    return HomeCard(
        href=f"{folder}index.html",
        title=timeline.title,
        description=timeline.description,
        summary=summary(written, written.cards),
        updated=words("up_to", date=words.date(of_day(days[-1]))) if days else "",
        language=timeline.language,
        image=f"{up}{picture}" if picture else "",
        strip=strip(story),
        lists=(
            (words("latest"), tuple(_line(card, written, folder) for card in latest[: -_LATEST - 1 : -1])),
            (words("coming"), tuple(_line(card, written, folder) for card in coming[:_COMING])),
        ),
    )


def _line(card: Card, written: Written, folder: str) -> Line:
    return card.when, card.title, f"{folder}{written.place[card.id]}#{card.id}"


def _picture(card: Card) -> str:
    """The path of an event's picture, the smaller copy where there is one."""
    return card.picture.path if card.picture else card.image.src if card.image else ""
