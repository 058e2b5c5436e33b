"""An entry prepared for the templates: all texts worded, all links resolved."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from timeline.calendar import from_date, parse_edtf, unit
from timeline.i18n import typeset
from timeline.model import (
    ArticleCard,
    Basis,
    Date,
    Entry,
    Granularity,
    Image,
    Link,
    Qualifier,
    RejectedDate,
    Source,
    Status,
    Timeline,
)
from timeline.site.base.options import Picture, SiteOptions
from timeline.site.base.routes import anchor, slugs
from timeline.site.maps.gazetteer import located
from timeline.site.parts import prose
from timeline.site.parts.confirmations import Confirmation, confirmations
from timeline.site.parts.date_words import date_words
from timeline.site.parts.days import day_of, iso_day, machine, position
from timeline.site.parts.labels import Words
from timeline.site.parts.topics import Topic, Topics, of_entry, topics

_STATED = (Basis.STATED, Basis.ANAPHORIC, "")


class Cited(NamedTuple):
    """The article of a source, as it is cited: its page and its address are "" where there is none."""

    title: str
    url: str
    page: str
    publisher: str
    published: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as shown: the quote in three parts round the marked expression, its article, and the way to its date.

    `confirmation` says that it confirms the date, or repeats an earlier source; `discarded` which dates are not its.
    """

    before: str
    mark: str
    after: str
    cited: Cited
    steps: tuple[str, ...]
    says: str
    confirmation: str = ""
    discarded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """An event as shown.

    `day` heads it on the rail; `clock` is what the rail does not say of its date ("à 14 h 30"), or ""; `refs` are the
    numbers of its sources in print.
    """

    id: str
    entry: Entry
    title: str
    date: Date | None
    day: Date | None
    when: str
    clock: str
    machine: str
    begin: str
    status: Status
    badges: tuple[tuple[str, str], ...]
    topics: tuple[Topic, ...]
    sources: tuple[SourceView, ...]
    text: Markup
    was: tuple[str, ...]
    image: Image | None
    picture: Picture | None
    links: tuple[Link, ...]
    edit: str
    known: str
    certain: bool
    aliases: tuple[str, ...] = ()
    refs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Folder:
    """What the pages of one timeline share: its articles, topics, and how they are addressed.

    `topics` are by field and name, `addresses` those of their pages that a person chose. `kinds` are those of its
    topics. `has_map` says whether the gazetteer knows one of its places. `to_review` are the ids of the events that are
    marked for review.
    """

    timeline: Timeline
    slug: str
    words: Words
    articles: Mapping[str, ArticleCard]
    article_pages: Mapping[str, str]
    topics: Topics
    addresses: Mapping[tuple[str, str], str] = field(default_factory=dict)
    edit_url: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)
    kinds: frozenset[str] = frozenset()
    has_map: bool = False
    to_review: frozenset[str] = frozenset()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    typography: bool = False

    def printed(self, text: str) -> str:
        """A title as the pages print it."""
        return typeset(text, self.timeline.language) if self.typography else text


def folder(timeline: Timeline, slug: str, options: SiteOptions, named: Topics | None = None) -> Folder:
    """Gathers what the pages of `timeline` (already clean) share.

    Args:
        timeline: A clean timeline.
        slug: The name of its folder.
        options: Those of the site.
        named: The topics of its events, where they are known.

    Returns:
        What its pages share.
    """
    printed = partial(typeset, language=timeline.language) if options.typography else str
    addresses = options.addresses.get(timeline.slug, {})
    named = topics(timeline, addresses, printed) if named is None else named
    cited = {source.article for entry in timeline.entries for source in entry.sources}
    articles = {card.id: card for card in timeline.articles}
    files = slugs([card.id for card in timeline.articles if card.id in cited])
    pages = {identifier: f"articles/{file}.html" for identifier, file in files.items()}
    kinds = frozenset(topic.kind for topic in named.values())
    return Folder(
        timeline=timeline,
        slug=slug,
        words=Words(timeline.language),
        articles=articles,
        article_pages=pages,
        topics=named,
        addresses=addresses,
        edit_url=options.edit_url,
        numbers=_numbers(timeline),
        kinds=kinds,
        has_map=any(topic.kind == "places" and located(topic.name) for topic in named.values()),
        to_review=options.to_review.get(timeline.slug, frozenset()),
        pictures=options.pictures,
        typography=options.typography,
    )


def _numbers(timeline: Timeline) -> dict[str, int]:
    """The number of each source in print, by its article or address: articles by publication, then the others."""
    cited = dict.fromkeys(source.cited for entry in timeline.entries for source in entry.sources)
    published = {card.id: card.published for card in timeline.articles}
    in_order = sorted((key for key in cited if key in published), key=lambda key: (published[key], key))
    return {key: n for n, key in enumerate([*in_order, *(k for k in cited if k and k not in published)], 1)}


def is_certain(entry: Entry) -> bool:
    """Whether the date is stated by the text or a person, closed, unqualified and undisputed."""
    date = entry.interval
    if date is None or not _is_closed(date) or date.qualifier is not Qualifier.NONE:
        return False
    return entry.confirmed or (not entry.conflict and entry.basis in _STATED)


def card(entry: Entry, shared: Folder, *, aliases: tuple[str, ...] = ()) -> Card:
    """Everything that the templates show of an event.

    Args:
        entry: The event.
        shared: What the pages of its timeline share.
        aliases: Earlier ids that lead to it, too.

    Returns:
        The event with its texts worded and its links resolved, relative to the timeline's folder.
    """
    words = shared.words
    when = date_words(entry, words)
    day = day_of(entry.interval)
    heads = words.date(day, weekday=True) if day != entry.interval else when
    return Card(
        id=anchor(entry.id),
        entry=entry,
        title=shared.printed(entry.title),
        date=entry.interval,
        day=day,
        when=when,
        clock=when.removeprefix(heads).strip(" ,") if when != heads else "",
        machine=machine(entry.interval),
        begin=iso_day(position(entry.interval)),
        status=entry.status,
        badges=tuple(_badges(entry, words, entry.id in shared.to_review)),
        topics=of_entry(entry, shared.topics),
        sources=_sources(entry, shared),
        text=prose.html(entry.text),
        was=tuple(words.date(parse_edtf(date)) for date in entry.was),
        image=entry.image if entry.image and entry.image.src else None,
        picture=shared.pictures.get(entry.image.src) if entry.image else None,
        links=tuple(link for link in entry.links if link.url),
        edit=_edit(entry, shared),
        known=entry.first_known.isoformat() if entry.first_known else "",
        certain=is_certain(entry),
        aliases=aliases,
        refs=tuple(sorted({n for s in entry.sources if (n := shared.numbers.get(s.cited))})),
    )


def _badges(entry: Entry, words: Words, to_review: bool) -> list[tuple[str, str]]:
    """(class, text) of the reservations that the reader must know about the date or the event."""
    found = []
    if entry.ongoing:
        found.append(("ongoing", words("ongoing")))
    if entry.status is not Status.ASSERTED:
        found.append((entry.status.value, words(f"status.{entry.status.value}")))
    if entry.confirmed:
        found.append(("confirmed", words("confirmed")))
    elif entry.date_corrected:
        found.append(("confirmed", words("date_corrected")))
    elif entry.conflict:
        found.append(("conflict", words("conflict")))
    elif entry.basis == Basis.PUBLISHED:
        found.append(("inferred", words("dated_by_article")))
    elif entry.basis not in _STATED and _is_closed(entry.interval):
        found.append(("inferred", words("inferred")))
    if to_review and not entry.confirmed:
        found.append(("review", words("to_review")))
    return found


def _edit(entry: Entry, shared: Folder) -> str:
    if not entry.line:
        return ""
    return shared.edit_url.replace("{path}", quote(shared.timeline.path)).replace("{line}", str(entry.line))


def _is_closed(date: Date | None) -> bool:
    return date is not None and date.begin is not None and date.end is not None


def _sources(entry: Entry, shared: Folder) -> tuple[SourceView, ...]:
    found = confirmations(entry, shared.articles)
    return tuple(_source(source, entry, shared, found.get(place)) for place, source in enumerate(entry.sources))


def _source(source: Source, entry: Entry, shared: Folder, confirmation: Confirmation | None) -> SourceView:
    article = shared.articles.get(source.article)
    before, mark, after = _marked(source)
    differs = entry.conflict or (source.date and source.date != entry.date)
    says = source.date if differs and not entry.date_corrected else ""
    return SourceView(
        before=before,
        mark=mark,
        after=after,
        cited=Cited(
            title=shared.printed(source.title or (article.title if article else "")) or source.cited,
            url=source.url or (article.url if article else ""),
            page=shared.article_pages.get(source.article, ""),
            publisher=article.publisher if article else "",
            published=_published(article, shared.words),
        ),
        steps=_steps(source, article, shared.words),
        says=shared.words.date(parse_edtf(says)) if says else "",
        confirmation=_confirmation(confirmation, article, shared.words),
        discarded=tuple(_discarded(lost, shared.words) for lost in source.discarded),
    )


def _confirmation(confirmation: Confirmation | None, article: ArticleCard | None, words: Words) -> str:
    """ "Confirmé le 21 décembre 2022 par Le Monde": who confirmed an event."""
    if confirmation is None or article is None:
        return ""
    day = words.date(of_day(article.published))
    by = "" if article.publisher else "_unnamed"
    return words(f"why.{confirmation.value}{by}", date=day, publisher=article.publisher)


def _discarded(lost: RejectedDate, words: Words) -> str:
    """ "« mardi » (20 décembre 2022), qui date « annoncé »": what a mark of the text means."""
    reason = lost.reason.name.lower()
    why = words(f"why.lost.{reason}_of" if lost.word else f"why.lost.{reason}", word=lost.word)
    return words("why.discarded", words=lost.words, date=words.date(parse_edtf(lost.date)), reason=why)


def _marked(source: Source) -> tuple[str, str, str]:
    quote, mark = source.quote, source.mark
    if mark is None or not 0 <= mark.start < mark.end <= len(quote):
        return quote, "", ""
    return quote[: mark.start], quote[mark.start : mark.end], quote[mark.end :]


def _published(article: ArticleCard | None, words: Words) -> str:
    """ "mardi 20 décembre 2022, p. 12": when an article was printed, and on which page."""
    if article is None:
        return ""
    day = words.date(of_day(article.published), weekday=True)
    return f"{day}, {words('printed_page', page=article.page)}" if article.page else day


@lru_cache(maxsize=1 << 14)
def _out(published: datetime.date, words: Words) -> str:
    return words("why.published", date=words.date(of_day(published), weekday=True))


@lru_cache(maxsize=1 << 14)
def of_day(day: datetime.date) -> Date:
    """A calendar day as a date of the model.

    Returns:
        The same, as long as a day.
    """
    return unit(from_date(day), Granularity.DAY)


def _steps(source: Source, article: ArticleCard | None, words: Words) -> tuple[str, ...]:
    """From the article's date to the event's, one line a step."""
    steps = []
    if article:
        steps.append(_out(article.published, words))
    steps += [typeset(line.strip(), words.language) for line in source.because.splitlines() if line.strip()]
    concluded = parse_edtf(source.date)
    if concluded and source.because:
        steps.append(words("why.so", date=words.date(concluded, weekday=True)))
    return tuple(steps)
