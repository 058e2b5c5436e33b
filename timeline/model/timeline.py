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
class Discarded:
    """A date in a source's quote that is not the event's: its words, its value (EDTF), and the reason.

    `word` is the word that it dates instead ("annoncé"), or "".
    """

    words: str
    date: str
    reason: RejectionReason
    word: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What one article says about an entry.

    `article` is an article's id; for a page that is not among the articles, a person gives `url` and `title` instead.
    `date` (EDTF) is the date in this source, `because` the explanation in the timeline's language. `mark` is the span
    of the dating expression within `quote`, or None. `discarded` are the quote's other dates, in text order. `event`
    is the lemma of the word that names the event in `quote`; it distinguishes two events of one sentence.
    """

    article: str = ""
    quote: str = ""
    because: str = ""
    date: str = ""
    basis: str = ""
    mark: Span | None = None
    url: str = ""
    title: str = ""
    discarded: tuple[Discarded, ...] = ()
    event: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of an entry: `src` is a path within the site; `alt` is required.

    `article` is the id of the article whose own picture it is; then a build fills in `src`, and `credit` and `licence`
    where a person gave none.
    """

    src: str
    alt: str
    caption: str = ""
    credit: str = ""
    licence: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of an entry: http(s) or mailto."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event of the timeline, as the YAML holds it: what several sources report, and what people changed.

    `date` is the text in the YAML (EDTF; "" where unknown), `interval` the parsed date, or None. `basis` and
    `confidence` are computed; they are "" and None where a person wrote the entry. `first_known` is the publication
    day of the first article that reported the event. `conflict` means that sources disagree on the date. `was` has the
    earlier dates of a plan that was moved. `date_corrected` means that a person replaced the computed date. `line` is
    the entry's line in the YAML (from 1), 0 where it has none yet.
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
    """A timeline ready to publish: the head of the YAML, its entries in order, and the cards of the articles they cite.

    `slug` names its pages. `path` is the YAML file, relative to the project. Entries are in reading order: by
    beginning (an open beginning comes before the end of its interval), then by `order`, then by position in the file.
    Hidden entries are included; pages leave them out.
    """

    title: str
    slug: str
    path: str
    language: str = "fr"
    description: str = ""
    entries: tuple[Entry, ...] = ()
    articles: tuple[ArticleCard, ...] = ()
