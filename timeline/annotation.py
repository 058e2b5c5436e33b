"""The published form of what one article says: plain dictionaries, ready for JSON (see `docs/annotation-format.md`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.calendar import edtf, edtf_timed
from timeline.model import Annotated, Date, Event, Name, Rejected, Span, Timex

DOCUMENT_CREATION_TIME = "t0"
"""The id that TimeML gives to the article's date."""


@dataclass(frozen=True, slots=True)
class Annotation(Annotated):
    """What one article says, in its published form."""

    def to_dict(self) -> dict[str, Any]:
        """The published annotation format, without the fields of a file (`id`, `path`).

        Offsets are code points into the article's text, end exclusive; `value` is TIMEX3; `interval` and `date` are
        EDTF.
        """
        ids = {timex.span: f"t{number}" for number, timex in enumerate(self.timexes, start=1)}
        return {
            "title": self.article.title,
            "published": (self.article.published_time or self.article.published).isoformat(),
            "timexes": [timex_dict(timex, ids) for timex in self.timexes],
            "events": [event_dict(event, ids) for event in self.events],
            "other_events": [event_dict(event, ids) for event in self.other_events],
        }

    def to_file_dict(self) -> dict[str, Any]:
        """The same with the article's `id` and `path` before it, as `timeline annotate` prints it."""
        return {"id": self.article.id, "path": self.article.path, **self.to_dict()}


def timex_dict(timex: Timex, ids: Mapping[Span, str]) -> Mapping[str, Any]:
    """One time expression; its `anchor` is the id (of `ids`, by extent) of what it was counted from, or `t0`."""
    expression = timex.expression
    return {
        "id": ids.get(timex.span),
        "start": timex.span.start,
        "end": timex.span.end,
        "text": expression.text,
        "type": expression.type.value,
        "value": timex.value,
        "mod": expression.modifier.value if expression.modifier else None,
        "interval": None if timex.date is None else edtf_timed(timex.date),
        "anchor": _anchor(timex, ids),
        "rule": expression.rule,
    }


def _anchor(timex: Timex, ids: Mapping[Span, str]) -> str | None:
    if isinstance(timex.anchor, Timex):
        return ids.get(timex.anchor.span)
    return DOCUMENT_CREATION_TIME if timex.anchor else None


def event_dict(event: Event, ids: Mapping[Span, str]) -> Mapping[str, Any]:
    """One event, with the names of its people and places in their canonical form.

    `ids` are those of its article's time expressions, by extent.
    """
    words = event.expression or event.trigger
    return {
        "id": event.id,
        "start": event.span.start,
        "end": event.span.end,
        "trigger_start": words.start,
        "trigger_end": words.end,
        "date": _edtf(event.date),
        "basis": event.basis.value,
        "status": event.status.value,
        "ongoing": event.ongoing,
        "title": event.title,
        "people": _canonical(event.people),
        "places": _canonical(event.places),
        "weight": round(event.weight, 3),
        "confidence": round(event.confidence, 3),
        "date_confidence": _rounded(event.date_confidence),
        "title_confidence": _rounded(event.title_confidence),
        "rejected": [_rejected_dict(rejected, ids) for rejected in event.rejected],
    }


def _rounded(chance: float | None) -> float | None:
    return None if chance is None else round(chance, 3)


def _rejected_dict(rejected: Rejected, ids: Mapping[Span, str]) -> Mapping[str, Any]:
    return {"timex": ids.get(rejected.timex.span), "reason": rejected.reason.value, "word": rejected.word}


def _canonical(names: Sequence[Name]) -> list[str]:
    return list(dict.fromkeys(name.canonical for name in names))


def _edtf(date: Date | None) -> str | None:
    return None if date is None else edtf(date)
