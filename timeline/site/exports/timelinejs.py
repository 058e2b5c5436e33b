"""The JSON of TimelineJS (Knight Lab), for those who show the timeline with it."""

from __future__ import annotations

from typing import Any

from markupsafe import escape

from timeline.calendar import civil
from timeline.model import Granularity, Moment
from timeline.site.exports.whole import compact, with_events
from timeline.site.parts import prose
from timeline.site.parts.cards import Card
from timeline.site.render.rendered import Written


def timelinejs(written: Written) -> bytes:
    """The events that have a date.

    TimelineJS has no open spans: these are placed at the end that is known, with their date in words.

    Returns:
        The JSON that TimelineJS takes; headlines and texts are HTML.
    """
    timeline = written.shared.timeline

    def made(card: Card) -> bytes:
        event = _event(card, written)
        return compact(event).encode() if event else b""

    events = written.joined("timelinejs", made, b",")
    title = {"text": {"headline": str(escape(timeline.title)), "text": str(prose.html(timeline.description))}}
    return with_events({"title": title, "events": []}, events)


def _event(card: Card, written: Written) -> dict[str, Any] | None:
    date, words = card.date, written.shared.words
    if date is None:
        return None
    last = date.end - 1 if date.end is not None else None
    first = date.begin if date.begin is not None else last
    if first is None:
        return None
    event: dict[str, Any] = {
        "unique_id": card.id,
        "start_date": _point(first, date.granularity),
        "display_date": words.dated(card.when, card.status),
        "text": {
            "headline": str(escape(words.headline(card.entry.title, card.status))),
            "text": str(card.text) or _quote(card),
        },
    }
    if date.is_range and date.begin is not None and last is not None:
        event["end_date"] = _point(last, date.last_granularity)
    if card.image:
        base = f"{written.options.site_url}" if written.options.site_url else "../"
        event["media"] = {
            "url": base + card.image.src,
            "alt": card.image.alt,
            "caption": str(escape(card.image.caption)),
            "credit": str(escape(", ".join(filter(None, (card.image.credit, card.image.licence))))),
        }
    if card.entry.tags:
        event["group"] = card.entry.tags[0]
    return event


def _quote(card: Card) -> str:
    return str(escape(card.entry.sources[0].quote)) if card.entry.sources else ""


def _point(at: Moment, granularity: Granularity) -> dict[str, int]:
    """As much of the day as the date's granularity gives."""
    year, month, day = civil(at)
    if granularity >= Granularity.YEAR:
        return {"year": year}
    if granularity >= Granularity.MONTH:
        return {"year": year, "month": month}
    point = {"year": year, "month": month, "day": day}
    if granularity <= Granularity.HOUR:
        point |= {"hour": at // 3600 % 24, "minute": at // 60 % 60}
    return point
