"""From a file and its lock to the `Timeline` that the pages show."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from timeline.document.lock import Lock, Record, SourceRecord, State, load_lock
from timeline.document.lock.quotes import KeptQuotes, stands_for_whole
from timeline.document.merge.identity import items_by_id
from timeline.document.merge.threeway.source_pairs import pair, said_source, seen_source
from timeline.document.origins import origins
from timeline.document.parse.reading_order import reading_key
from timeline.document.parse.types import Document, Item
from timeline.model import ArticleCard, Entry, Source, Span, Timeline


class MadeTimeline(NamedTuple):
    """A timeline, and digests of all that its events are made of: by id, as far as they are known."""

    timeline: Timeline
    origins: Mapping[str, str]


def to_timeline(document: Document, lock: str | None, cards: Iterable[ArticleCard]) -> Timeline:
    """The timeline in reading order.

    What only the machine knows (basis, confidence, marks) comes from the lock.

    Where a person changed the date, the machine's `basis` and the confidence in event and date no longer apply and stay
    empty; where they changed the title, so does the confidence in it.

    Args:
        document: The file.
        lock: The text of its lock, None where there is none.
        cards: The cards of articles; those that no event cites are left out, the others keep their order.

    Returns:
        The timeline.
    """
    return timeline_again(document, lock, cards, {}).timeline


def timeline_again(
    document: Document,
    lock: str | None,
    cards: Iterable[ArticleCard],
    made: Mapping[str, Entry],
    *,
    lines: bool = True,
) -> MadeTimeline:
    """The same as `to_timeline`, without making again what was made before.

    Args:
        document: The file.
        lock: The text of its lock, None where there is none.
        cards: The cards of articles.
        made: Events that were made before, by the digests of what each was made of.
        lines: Whether an event that was made before has its current line; one with a picture always has.

    Returns:
        The timeline, with the digests for the next call.
    """
    known = load_lock(lock) or Lock()
    by_id = {card.id: card for card in cards}
    items = items_by_id(document, known)
    origin_of = origins(document, items, known, by_id, made)
    moved = _Moved(KeptQuotes(known), items, known)
    entries = []
    for id_, item in items.items():
        entry = made.get(origin_of.get(id_, ""))
        if entry is None:
            entry, alone = _entry(id_, item, known.records.get(id_), by_id, moved)
            if not alone:
                origin_of.pop(id_, None)
        stays = entry.line == item.line or not (lines or entry.image)
        entries.append(entry if stays else replace(entry, line=item.line))
    return MadeTimeline(_timeline(document, entries, by_id), origin_of)


def _timeline(document: Document, entries: Sequence[Entry], cards: Mapping[str, ArticleCard]) -> Timeline:
    cited = {source.article for entry in entries for source in entry.sources}
    head = document.head
    return Timeline(
        title=head.title,
        slug=head.slug or _slug(document.path),
        path=document.path,
        language=head.language,
        description=head.description,
        entries=tuple(sorted(entries, key=reading_key)),
        articles=tuple(card for id_, card in cards.items() if id_ in cited),
    )


def _slug(path: str) -> str:
    words = re.findall(r"\w+", PurePosixPath(path).stem.lower())
    return "-".join(words) or "timeline"


class _Moved:
    """The sources that a person may have moved to another event: by their first words, and those without a quote."""

    def __init__(self, kept: KeptQuotes, items: Mapping[str, Item], lock: Lock) -> None:
        self._kept, self._items, self._lock = kept, items, lock

    @cached_property
    def _gone(self) -> Mapping[str, SourceRecord]:
        return _sources_of_absent(self._lock, self._items)

    def find(self, source: Source) -> SourceRecord | None:
        if source.quote:
            return self._kept.of(source.cited, source.quote)
        return self._gone.get(source.article)


def _sources_of_absent(lock: Lock, items: Mapping[str, Item]) -> dict[str, SourceRecord]:
    """By article, the one source whose quote the lock keeps of an event that a person has just taken out or merged."""
    found: dict[str, list[SourceRecord]] = defaultdict(list)
    for id_ in lock.records:
        if id_ not in items and (record := lock.records[id_]).state is State.LIVE:
            for source in record.sources:
                if source.leaves_quote_out:
                    found[source.ours.get("article", "")].append(source)
    return {article: sources[0] for article, sources in found.items() if len(sources) == 1}


def _entry(
    id_: str,
    item: Item,
    record: Record | None,
    cards: Mapping[str, ArticleCard],
    moved: _Moved,
) -> tuple[Entry, bool]:
    """The event, and whether its record alone says all that the file does not."""
    known = record or Record()
    corrected = known.state is State.LIVE and "date" in known.ours and item.entry.date != known.ours["date"]
    dated_by_person = record is None or corrected or "date" in known.theirs
    published = [cards[source.article].published for source in item.entry.sources if source.article in cards]
    sources, alone = _sources(item, known, moved)
    entry = replace(
        item.entry,
        id=id_,
        line=item.line,
        sources=sources,
        conflict=known.conflict and not corrected,
        date_corrected=corrected,
        basis="" if dated_by_person else known.basis,
        confidence=None if dated_by_person else known.confidence,
        date_confidence=None if dated_by_person else known.date_confidence,
        title_confidence=known.title_confidence if item.entry.title == known.ours.get("title") else None,
        weight=known.weight,
        first_known=_day(known.first_known) or min(published, default=None),
    )
    return entry, alone


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _sources(item: Item, record: Record, moved: _Moved) -> tuple[tuple[Source, ...], bool]:
    known = {
        there: record.sources[place]
        for place, there in pair([seen_source(source) for source in record.sources], item.sources).items()
    }
    new = [
        place
        for place, source in enumerate(item.entry.sources)
        if place not in known or (source.quote != "" and "quote" not in known[place].whole)
    ]
    for place in new:
        if found := moved.find(item.entry.sources[place]):
            known[place] = found
    sources = tuple(
        _source(source, known[place], is_quoted="quote" in item.sources[place]) if place in known else source
        for place, source in enumerate(item.entry.sources)
    )
    return sources, not new


def _source(source: Source, record: SourceRecord, *, is_quoted: bool) -> Source:
    whole = record.whole.get("quote", "")
    is_left_out = record.leaves_quote_out and not is_quoted
    quote = whole if is_left_out or stands_for_whole(source.quote, record) else source.quote
    return replace(
        source,
        quote=quote,
        because=source.because or record.because or record.ours.get("because", ""),
        date=source.date or record.date,
        basis=record.basis,
        mark=_mark(quote, record.quote or said_source(record).get("quote", ""), record),
        discarded=tuple(lost for lost in record.discarded if lost.words in quote),
    )


def _mark(quote: str, before: str, record: SourceRecord) -> Span | None:
    """The dating words within the quote; where a person edited it, looked for again."""
    mark = record.mark
    if mark is None or quote == before:
        return mark
    words = before[mark.start : mark.end]
    start = quote.find(words) if words else -1
    return Span(start, start + len(words)) if start >= 0 else None
