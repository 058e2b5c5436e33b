"""What the editor's script gets of a timeline: what can be undone, what is hidden, what needs review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from timeline import document
from timeline.calendar import parse_edtf
from timeline.document import Document, Item
from timeline.document.lock import Lock
from timeline.i18n import readable, say, texts
from timeline.model import Entry
from timeline.workflow.editing.session import Session, Standing
from timeline.workflow.files import parsed

_MOST_CANDIDATES = 500

EventView = dict[str, Any]


@dataclass
class View:
    """The last answer about one timeline, given again while its files are the same."""

    session: Session
    _kept: dict[str, tuple[tuple[str, ...], Any]] = field(default_factory=dict)

    def state(self) -> EventView:
        """All that the bar, the queue and the selection of another event need."""
        standing = self.session.standing()
        undo, redo = self.session.labels(standing)
        key = (standing.yaml.digest, standing.lock.digest)
        candidates = self._candidates()
        return {
            "version": standing.yaml.digest,
            "language": standing.document.head.language,
            "undo": undo,
            "redo": redo,
            **self._once("events", key, lambda: _events(standing)),
            "candidates": [] if candidates is None else _candidates(candidates, standing),
        }

    def event(self, id_: str) -> EventView | None:
        """One event whole, or one candidate; None where there is none such."""
        standing = self.session.standing()
        key = (standing.yaml.digest, standing.lock.digest)
        shown = self._once("shown", key, lambda: _shown(standing))
        item, entry = shown.get(id_, (None, None))
        if item is None and (candidates := self._candidates()):
            item = next((item for item in candidates.items if item.id == id_), None)
            entry = item.entry if item else None
        if item is None or entry is None:
            return None
        return _whole(id_, item, entry, document.load_lock(standing.lock.text), standing.document.head.language)

    def _candidates(self) -> Document | None:
        text = self.session.candidates()
        return self._once("candidates", (text,), lambda: parsed(self.session.path, text).document) if text else None

    def _once(self, name: str, key: tuple[str, ...], make: Any) -> Any:
        known = self._kept.get(name)
        if known is None or known[0] != key:
            known = self._kept[name] = (key, make())
        return known[1]


def words(language: str) -> Mapping[str, str]:
    """The texts of the editor's script."""
    prefix = "editing.page."
    return {key.removeprefix(prefix): text for key, text in texts(language).items() if key.startswith(prefix)}


def _when(entry: Entry, language: str) -> str:
    return readable(entry.interval, language, weekday=True)


def _events(standing: Standing) -> EventView:
    language, lock = standing.document.head.language, document.load_lock(standing.lock.text)
    ids = document.identities(standing.document, lock)
    items = dict(zip(ids, standing.document.items, strict=True))
    shown = {id_: _short(id_, item.entry, language) for id_, item in items.items()}
    return {
        "events": [shown[id_] for id_, item in items.items() if not item.entry.hidden],
        "hidden": [shown[id_] for id_, item in items.items() if item.entry.hidden],
        "confirmed": [id_ for id_, item in items.items() if item.entry.confirmed],
        "queue": [*_queue(standing, lock, shown)],
    }


def _short(id_: str, entry: Entry, language: str) -> EventView:
    return {"id": id_, "title": entry.title, "when": _when(entry, language)}


def _queue(standing: Standing, lock: Lock | None, shown: Mapping[str, EventView]) -> Iterator[EventView]:
    language = standing.document.head.language
    articles = frozenset(lock.cards) if lock and lock.cards else None
    disagreements: dict[str, list[EventView]] = {}
    for found in document.disagreements(standing.document, standing.lock.text):
        disagreement = {
            "field": found.field,
            "theirs": _plain(found.theirs),
            "ours": _plain(found.ours),
            "why": found.why,
        }
        disagreements.setdefault(found.id, []).append(disagreement)
    for item in document.review_items(standing.document, standing.lock.text, articles):
        if item.doubts:
            yield shown[item.id] | {
                "reasons": [say(language, f"document.review.{reason.value}") for reason in item.reasons],
                "like": [shown[id_] for id_ in item.like if id_ in shown],
                "disagreements": disagreements.get(item.id, []),
            }


def _plain(value: str | tuple[str, ...]) -> str:
    return ", ".join(value) if isinstance(value, tuple) else value


def _candidates(candidates: Document, standing: Standing) -> list[EventView]:
    """Candidates that the timeline does not have yet."""
    there = {item.id for item in standing.document.items}
    language = standing.document.head.language
    offered = [item for item in candidates.items if item.id and item.id not in there][:_MOST_CANDIDATES]
    return [_short(item.id, item.entry, language) for item in offered]


def _shown(standing: Standing) -> dict[str, tuple[Item, Entry]]:
    """Each event as the file has it, and as its page shows it, with whole quotes and explanations."""
    timeline = document.to_timeline(standing.document, standing.lock.text, [])
    entries = {entry.id: entry for entry in timeline.entries}
    ids = document.identities(standing.document, document.load_lock(standing.lock.text))
    return {id_: (item, entries[id_]) for id_, item in zip(ids, standing.document.items, strict=True)}


def _whole(id_: str, item: Item, entry: Entry, lock: Lock | None, language: str) -> EventView:
    cards = lock.cards if lock else {}
    return _short(id_, entry, language) | {
        "date": item.plain.get("date", "") or say(language, "document.unknown_date"),
        "text": entry.text,
        "confirmed": entry.confirmed,
        "hidden": entry.hidden,
        "people": [*entry.people],
        "places": [*entry.places],
        "sources": [
            {
                "name": source.title
                or (cards[source.article].title if source.article in cards else "")
                or source.article
                or source.url,
                "quote": source.quote,
                "because": source.because,
                "date": readable(parse_edtf(there.date), language) if there.date else "",
            }
            for source, there in zip(entry.sources, item.entry.sources, strict=True)
        ],
    }
