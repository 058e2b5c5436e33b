"""The machine's events as the plain fields of the YAML."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from timeline.document.lock import Lock, Record, State
from timeline.document.lock.first_words import FirstWords, Sentence, sentences_of
from timeline.document.lock.quotes import is_shortened
from timeline.document.lock.records import saying
from timeline.document.parse.types import Plain
from timeline.model import Basis, Entry, Status


def plain_of(entry: Entry) -> dict[str, Plain]:
    """The fields that the machine has something to say about. `date` is always there, "" where it is not known.

    Returns:
        The value of each field as the YAML has it.
    """
    fields: dict[str, Plain] = {
        "title": " ".join(entry.title.split()),
        "text": entry.text,
        "status": "" if entry.status is Status.ASSERTED else str(entry.status),
        "ongoing": "true" if entry.ongoing else "",
        "people": _distinct(entry.people),
        "places": _distinct(entry.places),
        "tags": _distinct(entry.tags),
        "was": _distinct(entry.was),
    }
    return {"date": entry.date} | {name: value for name, value in fields.items() if value}


def _distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(value.split()) for value in values if value.strip()))


def sources_of(entry: Entry, quotes: Sequence[str] | None = None) -> tuple[Mapping[str, str], ...]:
    """The sources as mappings, as they are written: explanations stay in the lock.

    A source has a date only where its text gives one that is not the event's.

    Args:
        entry: A machine's event.
        quotes: What is written of the quote of each source; None: all of it.

    Returns:
        One mapping for each source, in order.
    """
    written = [source.quote for source in entry.sources] if quotes is None else quotes
    return tuple(
        {
            name: value
            for name, value in (
                ("article", source.article),
                ("url", source.url),
                ("title", source.title),
                ("quote", quote),
                ("date", "" if source.date == entry.date or source.basis == Basis.PUBLISHED else source.date),
            )
            if value
        }
        for source, quote in zip(entry.sources, written, strict=True)
    )


class WrittenSources:
    """The sources of the machine's events with their quotes as the file has them, or is to have them.

    A quote that stands in the file stays as long as its sentence begins with it, whatever other sentences come.

    Args:
        entries: All that the machine finds now.
        lock: What the machine remembers.
        texts: The title and the text of each article by its id.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        lock: Lock,
        texts: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._entries, self._lock, self._texts = entries, lock, texts or {}

    def of(self, entry: Entry, record: Record | None) -> tuple[Mapping[str, str], ...]:
        """The sources of an event, as they are written.

        Args:
            entry: The machine's event.
            record: What the lock has of it; None for a new one.
        """
        standing: dict[str, list[str]] = {}
        for source in record.sources if record else ():
            place = source.ours.get("article") or source.ours.get("url", "")
            standing.setdefault(place, []).append(source.ours.get("quote", ""))
        sentences = _sentences(entry)
        return sources_of(entry, [self._written(one, standing.get(one.article, ())) for one in sentences])

    def _written(self, sentence: Sentence, standing: Collection[str]) -> str:
        stands = [short for short in standing if short == sentence.quote or is_shortened(short, sentence.quote)]
        return max(stands, key=len) if stands else self._first_words.of(sentence)

    @cached_property
    def _first_words(self) -> FirstWords:
        """The first words of the sentences that the machine finds now, and of those that a person took out."""
        now = [sentence for entry in self._entries for sentence in _sentences(entry)]
        recorded = saying(self._lock.records, "state")
        out = [record for _, record in recorded if record.state in (State.DELETED, State.HELD)]
        return FirstWords([*now, *(one for record in out for one in sentences_of(record))], self._texts)


def _sentences(entry: Entry) -> list[Sentence]:
    """The sentences of an event, in the order of its sources."""
    return [Sentence(one.cited, entry.title, one.quote) for one in entry.sources]
