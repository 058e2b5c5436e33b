"""JSON: all that is published of the timeline, in a form that its own schema describes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from timeline.model import Entry, Source
from timeline.site.parts.cards import Card
from timeline.site.render.rendered import Written

SCHEMA_PATH = "assets/timeline-export.schema.json"


def schema() -> str:
    """The JSON Schema of `whole`."""
    return (files("timeline.site.exports") / "export.schema.json").read_text(encoding="utf-8")


def whole(written: Written) -> bytes:
    """The timeline, its events and the articles they cite, without empty fields.

    Returns:
        JSON that `schema` describes; marks are [begin, end) in code points of their quote.
    """
    timeline = written.shared.timeline
    cited = [article for article in timeline.articles if article.id in written.shared.article_pages]
    return with_events(
        {
            "$schema": f"../{SCHEMA_PATH}",
            "title": timeline.title,
            "language": timeline.language,
            **_without_blanks(description=timeline.description),
            "events": [],
            "articles": [
                {
                    "id": article.id,
                    "title": article.title,
                    "published": article.published.isoformat(),
                    **_without_blanks(
                        url=article.url,
                        publisher=article.publisher,
                        author=article.author,
                        licence=article.licence,
                        page=article.page,
                    ),
                }
                for article in cited
            ],
        },
        written.joined("json", lambda card: compact(_event(card, written)).encode(), b",", unseen=confidence_of),
    )


def confidence_of(card: Card) -> float | None:
    """What this export alone says of an event."""
    return card.entry.confidence


def with_events(value: Mapping[str, object], events: bytes) -> bytes:
    """JSON as all exports write it, of events that are written already: as text, thousands take twice the memory.

    Args:
        value: What `json` can write, with an empty list of `events`.
        events: The JSON of each event, with commas between.

    Returns:
        The same as `dump` with the events in the list.
    """
    before, _, after = dump(value).encode().partition(b'"events":[]')  # no text has that: JSON escapes its quotes
    return b"".join((before, b'"events":[', events, b"]", after))


def dump(value: object) -> str:
    """JSON as all exports write it.

    Args:
        value: What `json` can write.

    Returns:
        One line without spaces, with letters as they are, and a line end.
    """
    return compact(value) + "\n"


def compact(value: object) -> str:
    """JSON on one line without spaces, with letters as they are.

    Args:
        value: What `json` can write.
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _without_blanks(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in ("", None, (), [], False)}


def _event(card: Card, written: Written) -> dict[str, Any]:
    entry = card.entry
    date, time, end_time = _without_times(entry.date)
    return {
        "id": entry.id,
        "anchor": f"{written.place[card.id]}#{card.id}",
        "date": date,
        "date_text": card.when,
        "title": entry.title,
        "status": entry.status.value,
        **_without_blanks(
            time=time,
            end_time=end_time,
            text=entry.text,
            ongoing=entry.ongoing,
            people=list(entry.people),
            places=list(entry.places),
            tags=list(entry.tags),
            basis=entry.basis,
            confidence=entry.confidence,
            confirmed=entry.confirmed,
            conflict=entry.conflict,
            first_known=entry.first_known.isoformat() if entry.first_known else "",
            was=list(entry.was),
            importance=entry.importance,
            links=[{"url": link.url, "title": link.title} for link in card.links],
            sources=[_source(source) for source in entry.sources],
        ),
        **_picture(entry),
    }


def _without_times(edtf: str) -> tuple[str, str, str]:
    """A date as EDTF, and the times of its two ends: EDTF has times only to the second, which no text gives."""
    (first, _, time), (last, _, end_time) = (part.partition("T") for part in [*edtf.split("/", 1), ""][:2])
    return (f"{first}/{last}" if last and last != first else first), time, end_time


def _picture(entry: Entry) -> dict[str, Any]:
    if not entry.image or not entry.image.src:
        return {}
    image = entry.image
    details = _without_blanks(caption=image.caption, credit=image.credit, licence=image.licence, article=image.article)
    return {"image": {"src": image.src, "alt": image.alt, **details}}


def _source(source: Source) -> dict[str, Any]:
    mark = [source.mark.start, source.mark.end] if source.mark else None
    return _without_blanks(
        article=source.article,
        quote=source.quote,
        because=source.because,
        date=source.date,
        basis=source.basis,
        mark=mark,
        url=source.url,
        title=source.title,
        discarded=[
            {
                "words": lost.words,
                "date": lost.date,
                "reason": lost.reason.name.lower(),
                **_without_blanks(word=lost.word),
            }
            for lost in source.discarded
        ],
    )
