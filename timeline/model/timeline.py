"""The timeline: entries with their sources, ready to publish."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from timeline.model.base import Span
from timeline.model.dates import Date
from timeline.model.events import RejectionReason, Status


class Length(StrEnum):
    """How many of the events in the articles a timeline holds: `NORMAL` is about what an editor would publish."""

    SHORT = "short"
    NORMAL = "normal"
    FULL = "full"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class RejectedDate:
    """A date in a source's quote that is not the event's.

    Attributes:
        words: The words that give the date.
        date: Their value, as EDTF.
        reason: Why it is not the event's.
        word: The word that it dates instead ("annoncé"), or "".
    """

    words: str
    date: str
    reason: RejectionReason
    word: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What one article says about an entry.

    Attributes:
        article: The article's id; "" for a page that is not among the articles.
        quote: The sentence, or the part of it that a person kept.
        because: The explanation of the date, in the timeline's language.
        date: The date in this source, as EDTF.
        basis: How that date was found; "" where a person wrote the source.
        mark: The extent of the dating expression within `quote`, or None.
        url: The address of a page that is not among the articles; a person gives it.
        title: The title of that page.
        discarded: The quote's other dates, in text order.
        event: The lemma of the word that names the event in `quote`; it distinguishes two events of one sentence.
    """

    article: str = ""
    quote: str = ""
    because: str = ""
    date: str = ""
    basis: str = ""
    mark: Span | None = None
    url: str = ""
    title: str = ""
    discarded: tuple[RejectedDate, ...] = ()
    event: str = ""

    @property
    def cited(self) -> str:
        """What it cites: the id of an article, or the address of a page that is not among the articles."""
        return self.article or self.url


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of an entry.

    Attributes:
        src: Its path within the site; a build fills it in where `article` is given.
        alt: What it shows, in words; required.
        caption: The text below it, or "".
        credit: Who made it; a build fills it in where `article` is given and a person gave none.
        licence: Its licence; filled in as `credit` is.
        article: The id of the article whose own picture it is, or "".
    """

    src: str
    alt: str
    caption: str = ""
    credit: str = ""
    licence: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of an entry.

    Attributes:
        url: An address with http, https or mailto.
        title: The text of the link, or "".
    """

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event of the timeline, as the YAML holds it: what several sources report, and what people changed.

    Attributes:
        id: Its name in the YAML and in permalinks.
        date: The date in the YAML, as EDTF; "" where it is not known.
        title: Its headline.
        interval: The parsed date, or None.
        text: A text that a person wrote below the headline.
        status: Its factuality.
        ongoing: Whether it began earlier and continues.
        people: Canonical names of people and organisations.
        places: Canonical names of places.
        tags: Words by which a person groups entries.
        sources: What each article says, in the order of the YAML.
        importance: A person's rank, from 1 to 5, or None.
        image: A picture, or None.
        links: Further reading.
        hidden: Whether it is left out of the pages.
        confirmed: Whether a person checked it.
        conflict: Whether sources disagree on the date.
        date_corrected: Whether a person replaced the computed date.
        basis: How the date was found; "" where a person wrote the entry.
        confidence: The probability that event and date are right; None where a person wrote the entry.
        date_confidence: The probability that the date is right; None where no model chose it, or a person did.
        title_confidence: The probability that a reader does not call the title bad; None likewise.
        weight: The salience, from 0 to 1; None where a person wrote the entry.
        first_known: The publication day of the first article that reported the event.
        was: The earlier dates of a plan that was moved, as EDTF.
        order: A person's order among entries of one date, or None.
        line: Its line in the YAML, from 1; 0 where it has none yet.
    """

    id: str
    date: str
    title: str
    interval: Date | None = None
    text: str = ""
    status: Status = Status.ASSERTED
    ongoing: bool = False
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    importance: int | None = None
    image: Image | None = None
    links: tuple[Link, ...] = ()
    hidden: bool = False
    confirmed: bool = False
    conflict: bool = False
    date_corrected: bool = False
    basis: str = ""
    confidence: float | None = None
    date_confidence: float | None = None
    title_confidence: float | None = None
    weight: float | None = None
    first_known: datetime.date | None = None
    was: tuple[str, ...] = ()
    order: int | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """What the site needs to know of an article.

    Attributes:
        id: Its id.
        title: Its title.
        published: The day of its publication.
        url: Its address, "" where it is not known.
        publisher: Who published it, or "".
        author: Who wrote it, or "".
        text: The full text, only where the timeline asks for it.
        licence: The licence that the article names, or "".
        organisations: The names among its actors that were read as no person's.
        page: The page of the printed paper, or "".
    """

    id: str
    title: str
    published: datetime.date
    url: str = ""
    publisher: str = ""
    author: str = ""
    text: str = ""
    licence: str = ""
    organisations: tuple[str, ...] = ()
    page: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A timeline ready to publish.

    Attributes:
        title: Its title.
        slug: The name of its folder of pages.
        path: The YAML file, relative to the project.
        language: The ISO 639-1 code of its language.
        description: The text below the title, or "".
        entries: In reading order: by beginning (an open beginning comes before the end of its interval), then by
            `order`, then by position in the file. Hidden entries are included; pages leave them out.
        articles: The cards of the articles that the entries cite.
    """

    title: str
    slug: str
    path: str
    language: str = "fr"
    description: str = ""
    entries: tuple[Entry, ...] = ()
    articles: tuple[ArticleCard, ...] = ()
