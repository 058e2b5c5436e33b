"""iCalendar (RFC 5545): the events whose days are known, as days without hours."""

from __future__ import annotations

import datetime

from icalendar import Calendar, Event

from timeline.calendar import to_date
from timeline.model import Granularity, Status
from timeline.pages.cards import Card
from timeline.pages.written import Written

_STATUS = {Status.ASSERTED: "CONFIRMED", Status.DENIED: "CANCELLED"}


def calendar(written: Written) -> bytes:
    """The events with a beginning and an end within the years 1 to 9999; a month spans its days.

    Longer units (years, decades) are no appointments and are left out. Stamps come from the data: the day that the
    event was first told, never the clock.
    """
    made = Calendar()
    made.add("prodid", "-//timeline//timeline//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", written.shared.timeline.title)
    for card in written.cards:
        if event := _event(card, written):
            made.add_component(event)
    return bytes(made.to_ical())


def _event(card: Card, written: Written) -> Event | None:
    date = card.date
    if date is None or date.begin is None or date.end is None or date.granularity.rank >= Granularity.YEAR.rank:
        return None
    first, last = to_date(date.begin), to_date(date.end - 1)
    if first is None or last is None or last == datetime.date.max:
        return None
    entry = card.entry
    event = Event()
    event.add("uid", f"{card.id}@{written.slug}.timeline")
    event.add("dtstamp", datetime.datetime.combine(entry.first_known or first, datetime.time(), datetime.UTC))
    event.add("dtstart", first)
    event.add("dtend", last + datetime.timedelta(days=1))
    event.add("summary", entry.title)
    event.add("description", "\n".join(filter(None, (card.when, entry.text, *(s.quote for s in entry.sources)))))
    if entry.places:
        event.add("location", ", ".join(entry.places))
    if entry.tags:
        event.add("categories", list(entry.tags))
    event.add("status", _STATUS.get(entry.status, "TENTATIVE"))
    event.add("transp", "TRANSPARENT")
    if written.options.site_url:
        event.add("url", f"{written.options.site_url}{written.slug}/index.html#{card.id}")
    return event
