"""iCalendar (RFC 5545): the events whose days are known, with their time of day where a source gives it.

The content lines are written here rather than through a library: only seven properties are used, the `icalendar`
library takes 0.6 ms an event (30 s for a large site), and the tests read the file back with it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from urllib.parse import quote

from timeline.calendar import civil, last_clock, to_date, zone_of
from timeline.model import Granularity, Moment, Status
from timeline.site.parts.cards import Card
from timeline.site.render.rendered import Written

_STATUS = {Status.ASSERTED: "CONFIRMED", Status.DENIED: "CANCELLED"}
_OCTETS = 75


def calendar(written: Written) -> bytes:
    """The events with a beginning and an end within the years 1 to 9999; a month spans its days.

    Longer units (years, decades) are not appointments and are left out. Stamps come from the data: the day on which the
    event was first reported, never the clock.

    Returns:
        A calendar (RFC 5545) in UTF-8.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline//timeline//EN"]
    lines.append(f"X-WR-CALNAME:{_text(written.shared.timeline.title)}")
    events = written.joined("ics", lambda card: _vevent(card, written), b"")
    return b"".join([*map(_folded, lines), events, _folded("END:VCALENDAR")])


def _vevent(card: Card, written: Written) -> bytes:
    days = _days(card)
    lines = ["BEGIN:VEVENT", *_event(card, written, *days), "END:VEVENT"] if days else []
    return b"".join(map(_folded, lines))


def _days(card: Card) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day."""
    date = card.date
    if date is None or date.begin is None or date.end is None or date.granularity >= Granularity.YEAR:
        return None
    first, last = to_date(date.begin), to_date(date.end - 1)
    return (first, last) if first and last and last < datetime.date.max else None


def _event(card: Card, written: Written, first: datetime.date, last: datetime.date) -> Iterator[str]:
    entry = card.entry
    yield f"UID:{card.id}@{written.slug}.timeline"
    yield f"DTSTAMP:{_day(entry.first_known or first)}T000000Z"
    if card.date and card.date.granularity <= Granularity.HOUR:
        zones = [zone_of(part) for part in entry.date.split("/")]
        yield f"DTSTART:{_time(card.date.begin, zones[0])}"
        if card.date.is_range:
            timed = (card.date.end_granularity or Granularity.HOUR) <= Granularity.HOUR
            yield f"DTEND:{_time(last_clock(card.date) if timed else card.date.end, zones[-1])}"
    else:
        yield f"DTSTART;VALUE=DATE:{_day(first)}"
        yield f"DTEND;VALUE=DATE:{_day(last + datetime.timedelta(days=1))}"
    words = written.shared.words
    yield f"SUMMARY:{_text(words.headline(entry.title, entry.status))}"
    when = words.dated(card.when, entry.status)
    description = "\n".join(filter(None, (when, entry.text, *(source.quote for source in entry.sources))))
    yield f"DESCRIPTION:{_text(description)}"
    if entry.places:
        yield f"LOCATION:{_text(', '.join(entry.places))}"
    if entry.tags:
        yield f"CATEGORIES:{','.join(map(_text, entry.tags))}"
    yield f"STATUS:{_STATUS.get(entry.status, 'TENTATIVE')}"
    yield "TRANSP:TRANSPARENT"
    if written.options.site_url:
        yield f"URL:{written.options.site_url}{written.slug}/index.html#{card.id}"
        if card.image:
            yield f"IMAGE;VALUE=URI;DISPLAY=FULLSIZE:{written.options.site_url}{quote(card.image.src)}"


def _day(day: datetime.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _time(at: Moment | None, zone: int | None) -> str:
    """A DATE-TIME: in UTC where the zone is known (seconds east of it), else by the text's own clock."""
    moment = (at or 0) - (zone or 0)
    year, month, day = civil(moment)
    clock = f"{moment // 3600 % 24:02}{moment // 60 % 60:02}{moment % 60:02}"
    return f"{year:04}{month:02}{day:02}T{clock}{'' if zone is None else 'Z'}"


def _text(text: str) -> str:
    """A TEXT value (3.3.11)."""
    escaped = text.replace("\\", r"\\").replace(";", r"\;").replace(",", r"\,")
    return "\\n".join(escaped.splitlines())


def _folded(line: str) -> bytes:
    """A content line (3.1): at most 75 octets, continued after a space, never within a character."""
    octets = line.encode()
    parts, start, most = [], 0, _OCTETS
    while len(octets) - start > most:
        cut = start + most
        while octets[cut] & 0xC0 == 0x80:
            cut -= 1
        parts.append(octets[start:cut])
        start, most = cut, _OCTETS - 1
    return b"\r\n ".join([*parts, octets[start:]]) + b"\r\n"
