"""What a person took out stays out, however the machine groups it now.

A deleted event is remembered by its mentions: article, sentence, and the word that names the event. The machine may
since have given it another date or other words, split it into two entries or merged it into another one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.document.lock import Lock, Record, SourceRecord, State
from timeline.document.merge.matching import folded, portrait_of_known, similarity
from timeline.document.parse.types import Item
from timeline.model import Entry, Source

_SAME_SENTENCE = 0.9
_REWORDED = 0.6
_SAME_TITLE = 0.75
_LIKE_TITLE = 0.45
_OUT = (State.DELETED, State.HELD)


@dataclass(frozen=True, slots=True)
class RememberedMention:
    """A sentence of an article that mentioned the event `id` with the word `event` ("" where that is not known)."""

    id: str
    article: str
    quote: str
    event: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arranged:
    """The machine's events without the sources that belong to deleted ones.

    `out` leads from the indices of those that are deleted events to the ids of these.
    """

    entries: tuple[Entry, ...]
    out: Mapping[int, str]


def arranged(entries: Sequence[Entry], lock: Lock, items: Mapping[str, Item]) -> Arranged:
    """Takes out of the machine's events what a person took out of the file."""
    unseen = {id_: lock.records[id_] for id_ in lock.records if id_ not in items}
    absent = {id_: record for id_, record in unseen.items() if record.state in _OUT}
    if not absent:
        return Arranged(tuple(entries), {})
    out = MentionIndex(mention for id_, record in absent.items() for mention in _mentions(id_, record, None))
    standing = MentionIndex(
        mention
        for id_, item in items.items()
        if (record := lock.records.get(id_)) is not None
        for mention in _mentions(id_, record, item)
    )
    found: dict[int, str] = {}
    kept = list(entries)
    for place, entry in enumerate(entries):
        owners = [_owner(source, entry, out, standing) for source in entry.sources]
        counted = Counter(owner for owner in owners if owner in absent)
        deleted = {owner for owner in counted if lock.target(owner) == owner}  # the others were merged by a person
        if counted and all(owner in absent or not owner for owner in owners) and (deleted or all(owners)):
            found[place] = counted.most_common(1)[0][0]
        elif deleted:
            left = tuple(one for one, owner in zip(entry.sources, owners, strict=True) if owner not in deleted)
            kept[place] = replace(entry, id="", sources=left)
    return Arranged(tuple(kept), found)


def without_others(
    entries: Sequence[Entry], places: Mapping[int, str], deleted: Mapping[int, str], lock: Lock
) -> dict[int, str]:
    """Takes out of what is recognised the events that are only like a deleted one.

    A sentence in other words is that of the deleted event, corrected or copied. But where the deleted event still
    stands in its articles word for word, and the sentence tells another day, it is an event that no person has seen.

    Args:
        entries: The machine's events.
        places: The ids of events by the indices of entries.
        deleted: The same of all that is recognised as a deleted event.
        lock: The lock, with the deleted events.

    Returns:
        `places` without the other events.
    """
    if not deleted:
        return dict(places)
    words: dict[str, set[tuple[str, str]]] = defaultdict(set)
    days: dict[str, set[str]] = defaultdict(set)
    for id_ in dict.fromkeys(deleted.values()):
        words[id_] = {(mention.article, mention.quote) for mention in _mentions(id_, lock.records[id_], None)}
    articles = {article for mentions in words.values() for article, _ in mentions}
    sources = [source for entry in entries for source in entry.sources if source.article in articles]
    present = {(source.article, folded(source.quote)) for source in sources}
    for place, id_ in deleted.items():
        if _tells(entries[place], words[id_]):
            days[id_].add(entries[place].date)
    return {
        place: id_
        for place, id_ in places.items()
        if id_ not in days
        or entries[place].date in {*days[id_], ""}
        or _tells(entries[place], words[id_])
        or _is_reworded(entries[place], words[id_] - present)
    }


def _tells(entry: Entry, words: Collection[tuple[str, str]]) -> bool:
    """Whether an event is told in the very words of another, in whatever article."""
    quotes = {quote for _, quote in words}
    return any(folded(source.quote) in quotes for source in entry.sources)


def _is_reworded(entry: Entry, gone: Collection[tuple[str, str]]) -> bool:
    """Whether an article of an event has no longer a sentence that told the other one."""
    articles = {article for article, _ in gone}
    return any(source.article in articles for source in entry.sources)


class MentionIndex:
    """Remembered mentions by article and by sentence."""

    def __init__(self, mentions: Iterable[RememberedMention]) -> None:
        self.places: dict[tuple[str, str], list[RememberedMention]] = defaultdict(list)
        for mention in mentions:
            self.places["article", mention.article].append(mention)
            if mention.quote:
                self.places["quote", mention.quote].append(mention)

    def best(self, source: Source, entry: Entry) -> tuple[float, str]:
        """The event that a source most surely mentions.

        Returns:
            A score, the higher the surer, and the event's id; 0 and "" where it mentions none.
        """
        quote, title = folded(source.quote), folded(entry.title)
        near = dict.fromkeys(
            [*self.places.get(("article", source.article), ()), *self.places.get(("quote", quote), ())]
        )
        scored = [(_score(source, quote, title, mention), mention.id) for mention in near]
        return max(scored, default=(0.0, "")) if any(score for score, _ in scored) else (0.0, "")


def _owner(source: Source, entry: Entry, out: MentionIndex, standing: MentionIndex) -> str:
    """The event that a source belongs to; of equally likely ones, the one in the file."""
    deleted, id_ = out.best(source, entry)
    stands, other = standing.best(source, entry)
    return id_ if deleted > stands else other


def _score(source: Source, quote: str, title: str, mention: RememberedMention) -> float:
    sentence = similarity(quote, mention.quote)
    if sentence < (_REWORDED if source.article == mention.article else _SAME_SENTENCE):
        return 0.0
    titled = max((similarity(title, other) for other in mention.titles), default=0.0)
    known = bool(source.event and mention.event)
    if known and source.event == mention.event:
        return 1 + sentence + titled
    return sentence + titled if titled >= (_SAME_TITLE if known else _LIKE_TITLE) else 0.0


def _mentions(id_: str, record: Record, item: Item | None) -> Iterator[RememberedMention]:
    titles = portrait_of_known(id_, record, item).titles
    for source in (*record.sources, *record.further_sources):
        if source.deleted:
            continue
        for values in filter(None, (source.whole, source.said, source.theirs)):
            quote = values.get("quote") or source.whole.get("quote") or ""
            article = values.get("article") or source.ours.get("article") or ""
            yield RememberedMention(id_, article, folded(quote), source.event, titles)


def remembered(record: Record, own: Sequence[SourceRecord], now: Iterable[SourceRecord]) -> tuple[SourceRecord, ...]:
    """The sources, beside its own, by which a deleted event is recognised.

    Args:
        record: What the lock has of the event.
        own: The sources that the file had of it.
        now: The sources that mention it now; earlier ones stay where they were not replaced.
    """
    kept: list[SourceRecord] = []
    for source in now:
        if not any(_is_same(source, other, 1.0) for other in (*own, *kept)):
            kept.append(_bare(source))
    now_kept = len(kept)
    for source in (*record.sources, *record.further_sources):
        if not any(_is_same(source, other, _REWORDED) for other in (*own, *kept[:now_kept])) and not any(
            _is_same(source, other, 1.0) for other in kept
        ):
            kept.append(_bare(source))
    return tuple(kept)


def _bare(source: SourceRecord) -> SourceRecord:
    ours = {name: source.whole[name] for name in ("article", "quote") if source.whole.get(name)}
    return SourceRecord(ours=ours, event=source.event)


def _is_same(one: SourceRecord, other: SourceRecord, least: float) -> bool:
    """Whether two sources are one sentence of one article, with the same word for the event."""
    if one.ours.get("article") != other.ours.get("article") or (one.event and other.event and one.event != other.event):
        return False
    return similarity(folded(one.whole.get("quote", "")), folded(other.whole.get("quote", ""))) >= least
