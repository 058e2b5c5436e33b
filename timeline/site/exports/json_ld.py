"""JSON-LD (schema.org) for the page's `<head>`."""

from __future__ import annotations

import re
from typing import Any

from timeline.model import Status
from timeline.site.exports.whole import compact
from timeline.site.parts.cards import Card
from timeline.site.parts.days import iso_day
from timeline.site.render.rendered import Written

_MOST = 30
_ZONE = re.compile(r"T[\d:]+(Z|[+-]\d\d(?::?\d\d)?)$")
_TOLD = (Status.ASSERTED, Status.PLANNED)


def linked(written: Written) -> str:
    """The timeline as an `ItemList` of events, the first thirty that have a day.

    Only what took place or is planned is an event; denied, reported and conditional events are left out.

    Returns:
        A script element with data, which never runs.
    """
    timeline = written.shared.timeline
    dated = [card for card in written.cards if card.begin and card.entry.status in _TOLD and _closed(card)][:_MOST]
    value = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": timeline.title,
        "inLanguage": timeline.language,
        "numberOfItems": len(dated),
        "itemListElement": [
            {"@type": "ListItem", "position": n, "item": _event(card, written)} for n, card in enumerate(dated, 1)
        ],
    }
    return f'<script type="application/ld+json">{_inert(compact(value))}</script>'


def _event(card: Card, written: Written) -> dict[str, Any]:
    address = f"{written.options.site_url}{written.slug}/" if written.options.site_url else ""
    where = f"{address}index.html#{card.id}" if address else f"#{card.id}"
    event: dict[str, Any] = {
        "@type": "Event",
        "name": card.entry.title,
        "startDate": f"{card.machine}{_zone(card)}" if card.machine else card.begin,
        "url": where,
    }
    if card.date and card.date.is_range and card.date.end is not None:
        ends = [part for part in card.entry.date.split("/") if "T" in part]
        event["endDate"] = iso_day(card.date.end - 1)
        if len(ends) == 2:
            event["startDate"], event["endDate"] = ends
    if card.entry.status is Status.PLANNED:
        moved = "EventRescheduled" if card.entry.was else "EventScheduled"
        event["eventStatus"] = f"https://schema.org/{moved}"
    if card.entry.places:
        event["location"] = [{"@type": "Place", "name": name} for name in card.entry.places]
    return event


def _zone(card: Card) -> str:
    """The time zone that a person wrote with the time of day: "+01:00"; "" where there is none."""
    found = _ZONE.search(card.entry.date)
    return found[1] if found else ""


def _closed(card: Card) -> bool:
    date = card.date
    return bool(date and date.begin is not None and date.end is not None and (card.machine or date.is_range))


def _inert(text: str) -> str:
    """JSON that no HTML parser can mistake for markup."""
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
