"""Atom (RFC 4287): the newest events and corrections, newest first."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest
from xml.etree import ElementTree as ET

from timeline.calendar import to_date
from timeline.lines.first_letter import capitalised
from timeline.model import Status
from timeline.site.base.options import Correction
from timeline.site.base.routes import anchor
from timeline.site.parts.cards import Card
from timeline.site.parts.days import position
from timeline.site.parts.labels import Words
from timeline.site.render.rendered import Written

_MOST = 50
_HAPPENED = (Status.ASSERTED, Status.REPORTED, Status.DENIED)
_NEVER = datetime.date.min  # no article, and no event since Christ: a feed must have some time
_NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An item of a feed: an event, or a correction; `anchor` is the event's place on the page."""

    day: datetime.date
    key: str
    anchor: str
    title: str
    text: str
    tags: tuple[str, ...] = ()


def atom(written: Written) -> str:
    """The feed: the newest events and corrections, newest first.

    Its times come from the data: the day on which an event was first reported; corrections carry the newest such day.

    Returns:
        An Atom document (RFC 4287).
    """
    items = newest(written)
    timeline = written.shared.timeline
    address = f"{written.options.site_url}{written.slug}/"
    feed = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": timeline.language})
    _add(feed, "id", identifier(written, ""))
    _add(feed, "title", timeline.title)
    _add(feed, "updated", stamp(max((item.day for item in items), default=_NEVER)))
    _add(_add(feed, "author"), "name", written.options.site_name or timeline.title)
    _add(feed, "link", rel="self", href=f"{address}atom.xml" if written.options.site_url else "atom.xml")
    _add(feed, "link", rel="alternate", href=f"{address}index.html" if written.options.site_url else "index.html")
    for item in items:
        entry = _add(feed, "entry")
        _add(entry, "id", identifier(written, item.key))
        _add(entry, "title", item.title)
        _add(entry, "updated", stamp(item.day))
        _add(entry, "link", rel="alternate", href=address_of(written, item))
        _add(entry, "content", item.text, type="text")
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def newest(written: Written) -> list[FeedEntry]:
    """The newest events and corrections, newest first.

    Returns:
        At most fifty items.
    """
    newest_known = _newest(written)
    dated = [(_day(card, newest_known) or _NEVER, card) for card in written.cards]
    last = max((day for day, _ in dated), default=_NEVER)
    first = nlargest(_MOST, dated, key=lambda pair: (pair[0], pair[1].id))
    items = [*(_event(day, card, written) for day, card in first), *_changes(written, last)]
    return nlargest(_MOST, items, key=lambda item: (item.day, item.key))


def address_of(written: Written, item: FeedEntry) -> str:
    """The address of an item; relative to the timeline's folder where the site has no address."""
    base = f"{written.options.site_url}{written.slug}/" if written.options.site_url else ""
    return f"{base}index.html#{item.anchor}"


def _event(day: datetime.date, card: Card, written: Written) -> FeedEntry:
    quotes = [source.quote for source in card.entry.sources if source.quote]
    words = written.shared.words
    text = "\n".join([words.dated(card.when, card.status), *filter(None, [card.entry.text]), *quotes])
    return FeedEntry(day, card.id, card.id, words.headline(card.entry.title, card.status), text, card.entry.tags)


def _changes(written: Written, last: datetime.date) -> Iterator[FeedEntry]:
    """The corrections, which have the day of the newest event."""
    words, titles = written.shared.words, {card.id: card.entry.title for card in written.cards}
    for change in written.options.changes.get(written.shared.timeline.slug, ()):
        if change.kind != "added":
            kind = words(f"change_{change.kind}")
            detail = _corrected(change, words) if change.kind == "changed" else titles.get(change.what, "")
            key = f"r{change.revision}-{anchor(change.id)}-{change.what}"
            title = f"{capitalised(kind)}{words('colon')}{change.title}"
            yield FeedEntry(last, key, anchor(change.id), title, detail)


def _corrected(change: Correction, words: Words) -> str:
    before, after = words.value(change.what, change.before), words.value(change.what, change.after)
    return f"{words.field(change.what)}{words('colon')}{before} → {after}"


def _day(card: Card, newest: datetime.date | None) -> datetime.date | None:
    """The day that first reported an event; for a person's event its own day, at latest the `newest`.

    A feed has no days before Christ, and none for what is not dated: such an event has the newest day, too.
    """
    if card.entry.first_known:
        return card.entry.first_known
    own = _own(card)
    return min(own, newest) if own and newest else own or newest


def _newest(written: Written) -> datetime.date | None:
    """The last day that an article reports, else the last on which something happened; what is planned is later."""
    known = [card.entry.first_known for card in written.cards if card.entry.first_known]
    happened = (day for card in written.cards if card.status in _HAPPENED and (day := _own(card)))
    return max(known or happened, default=None)


def _own(card: Card) -> datetime.date | None:
    at = position(card.date)
    return to_date(at) if at is not None else None


def identifier(written: Written, key: str) -> str:
    """The permanent identifier of an item, or of the feed (an empty key).

    Args:
        written: The timeline.
        key: What the item is called within it; "" for the feed.

    Returns:
        An address where the site has one, else a URN.
    """
    if written.options.site_url:
        return f"{written.options.site_url}{written.slug}/index.html" + (f"#{key}" if key else "")
    return f"urn:timeline:{written.slug}" + (f":{key}" if key else "")


def stamp(day: datetime.date) -> str:
    """A day as feeds write it.

    Returns:
        Its midnight in UTC (RFC 3339): "2022-12-20T00:00:00Z".
    """
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, attributes)
    element.text = text or None
    return element
